// A host's page with widgets, in terms of what a visitor does and sees.

import type { Locator, Page, Request } from "@playwright/test";

import type { Host, HostPage } from "../host";

/** The tag's children. */
export const FALLBACK = '<a href="https://example.com/careers">Jobs at Acme</a>';

export class WidgetPage {
  /** Requests to the board, relative to its address. */
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

  /** Opens a page with one widget that has these attributes. */
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

  /** Note about how the search differs from what was asked for. */
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

  /** Records the element's events from now on, in order, with names and details. */
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
