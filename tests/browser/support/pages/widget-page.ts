// A host's page with widgets in it, in the visitor's words.

import type { Locator, Page, Request } from "@playwright/test";

import type { Host, HostPage } from "../host";

/** What stands inside the tag. */
export const FALLBACK = '<a href="https://example.com/careers">Jobs at Acme</a>';

export class WidgetPage {
  /** Requests to the board, below its address. */
  readonly requests: string[] = [];

  constructor(
    readonly page: Page,
    readonly host: Host,
  ) {
    page.on("request", (request: Request) => {
      if (request.url().startsWith(host.board)) {
        this.requests.push(request.url().slice(host.board.length));
      }
    });
  }

  /** Opens a page that holds one widget with these attributes. */
  async open(attributes: string, page: Partial<HostPage> = {}, search = ""): Promise<void> {
    const body = `<main><h1>Careers</h1><h2>Open jobs</h2><open-roles ${attributes}>${FALLBACK}</open-roles></main>`;
    await this.page.goto(this.host.page({ body, ...page }) + search);
  }

  get element(): Locator {
    return this.page.locator("open-roles").first();
  }

  get fallback(): Locator {
    return this.page.getByRole("link", { name: "Jobs at Acme", exact: true });
  }

  get status(): Locator {
    return this.element.getByRole("status");
  }

  /** What is said of a search that was not made as asked for. */
  get note(): Locator {
    return this.element.locator("[part=note]");
  }

  get titles(): Locator {
    return this.element.getByRole("heading");
  }

  get field(): Locator {
    return this.element.getByRole("searchbox", { name: "Search these jobs" });
  }

  facet(name: string): Locator {
    return this.element.getByRole("button", { name });
  }

  value(name: string | RegExp): Locator {
    return this.element.getByRole("link", { name });
  }

  get boardLink(): Locator {
    return this.element.locator("[part=board]");
  }

  /** The names and details of the element's events from now on, in order. */
  async listen(...names: string[]): Promise<void> {
    await this.page.addInitScript((types) => {
      const heard: unknown[] = [];
      Object.assign(window, { heard });
      for (const type of types) {
        document.addEventListener(type, (event) => {
          if ((event.target as Element).localName == "open-roles") {
            heard.push([type, (event as CustomEvent).detail]);
          }
        });
      }
    }, names);
  }

  async heard(): Promise<[string, Record<string, unknown>][]> {
    return this.page.evaluate(() => (window as unknown as { heard: [string, Record<string, unknown>][] }).heard);
  }
}
