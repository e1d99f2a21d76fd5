// A visit to a host's page with widgets, in any engine: what a visitor does and sees.

import { expect } from "@playwright/test";

import { EAR, type Ear, type Heard } from "../ear";
import type { EnginePage, Key } from "../engine";
import type { Front } from "../front";
import type { Host, HostPage } from "../host";
import { FALLBACK } from "./widget-page";

/** Limits for expectations; a slow machine with two browsers takes its time. */
const PATIENCE = { timeout: 20_000, intervals: [20, 40, 80, 160] };

/** Policy source that allows the widget's engine, for claims that aren't about a policy without it. */
export const WASM = "'wasm-unsafe-eval'";

/** First argument of functions in the page: the widget, and access to what is visible in it. */
export interface Inside {
  /** The widget. */
  element: HTMLElement & Record<string, unknown>;
  shadow: ShadowRoot;
  /** Whether the element is visible. */
  isSeen(element: Element | null): boolean;
  /** All visible elements that match. */
  seen(selector: string): HTMLElement[];
  /** The first of them whose text starts like this. If the widget has none, the page's own elements are searched. */
  named(selector: string, text: string): HTMLElement | undefined;
}

/** Runs in the page: the widget at position `nth`. */
function inside(nth: number): Inside {
  const all = [...document.querySelectorAll("open-roles, acme-jobs")];
  const element = all[nth] as Inside["element"];
  const shadow = element?.shadowRoot as ShadowRoot;
  const isSeen = (one: Element | null) =>
    !!one?.isConnected && one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const seen = (selector: string) =>
    [shadow, document].flatMap((root) => [...(root?.querySelectorAll<HTMLElement>(selector) ?? [])]).filter(isSeen);
  const named = (selector: string, text: string) =>
    seen(selector).find((one) => one.textContent?.trim().startsWith(text) || one.getAttribute("aria-label") == text);
  return { element, shadow, isSeen, seen, named };
}

export class Visit {
  /** Index of the widget on the page. */
  nth = 0;
  readonly #complaints: string[] = [];

  constructor(
    readonly page: EnginePage,
    readonly host: Host,
    readonly front: Front,
  ) {}

  /** Opens a page with one widget that has these attributes. */
  async show(attributes: string, page: Partial<HostPage> = {}, search = ""): Promise<void> {
    const body = `<main><h1>Careers</h1><h2>Open jobs</h2><open-roles ${attributes}>${FALLBACK}</open-roles></main>`;
    await this.open({ body, ...page }, search);
  }

  /** Opens a page of the host. */
  async open(page: HostPage, search = ""): Promise<void> {
    await this.goTo(this.host.page({ ear: EAR, ...page }) + search);
  }

  async goTo(url: string): Promise<void> {
    this.#complaints.push(...(await this.#complaintsOfPage()));
    await this.page.open(url);
  }

  /** Calls a function in the page. */
  async run<Words extends unknown[], Value>(
    work: (inside: Inside, ...words: Words) => Value | Promise<Value>,
    ...words: Words
  ): Promise<Value> {
    const source = `(nth, ...words) => (${work})((${inside})(nth), ...words)`;
    return (await this.page.call(source, [this.nth, ...words])) as Value;
  }

  /** Waits until a function in the page returns `value`. */
  async shows<Words extends unknown[], Value>(
    value: Value,
    work: (inside: Inside, ...words: Words) => Value | Promise<Value>,
    ...words: Words
  ): Promise<void> {
    await expect.poll(() => this.run(work, ...words), { message: `${work}`, ...PATIENCE }).toEqual(value);
  }

  /** Waits until the requests to the board satisfy `check`. */
  async asks(check: (paths: string[]) => boolean): Promise<void> {
    await expect.poll(() => check(this.front.paths), { message: `${check}`, ...PATIENCE }).toBe(true);
  }

  /** Waits until the browser has this address. */
  async leadsTo(url: string): Promise<void> {
    await expect.poll(() => this.page.address(), { message: "address", ...PATIENCE }).toBe(url);
  }

  /** Waits until the widget's status is `words`. */
  async says(words: string): Promise<void> {
    const status = ({ shadow }: Inside) => shadow?.querySelector("[role=status]")?.textContent ?? "";
    await expect.poll(() => this.run(status), { message: "status", ...PATIENCE }).toBe(words);
  }

  /** Clicks the element whose text starts with `text`. */
  async press(selector: string, text: string): Promise<void> {
    await this.shows(true, ({ named }, selector, text) => !!named(selector, text), selector, text);
    const [x, y] = await this.run(
      ({ named }, selector, text) => {
        const target = named(selector, text) as HTMLElement;
        target.scrollIntoView({ block: "nearest" });
        // A link may cover its whole card; the click goes to its text.
        const [box = target.getBoundingClientRect()] = target.getClientRects();
        return [box.x + box.width / 2, box.y + box.height / 2] as const;
      },
      selector,
      text,
    );
    await this.page.click(x, y);
  }

  async key(key: Key): Promise<void> {
    await this.page.press(key);
  }

  /** Replaces the text in the widget's field. */
  async search(words: string): Promise<void> {
    await this.shows(true, ({ seen }) => !!seen("input[type=search]").length);
    await this.run(({ shadow }) => {
      const field = shadow.querySelector("input") as HTMLInputElement;
      field.focus({ preventScroll: true });
      field.select();
      if (field.value) {
        document.execCommand("delete");
      }
    });
    await this.page.type(words);
  }

  /** Titles of the visible jobs. */
  titles(): Promise<string[]> {
    return this.run(({ shadow }) =>
      [...shadow.querySelectorAll("[part=job] [part=title]")].map((one) => one.textContent ?? ""),
    );
  }

  /** Waits until this many jobs are visible. */
  async counts(jobs: number): Promise<void> {
    await this.shows(jobs, ({ seen }) => seen("[part=job]").length);
  }

  /** Whether the tag's children are visible. */
  fallback(): Promise<boolean> {
    return this.run(({ element, isSeen }) => isSeen(element.querySelector("a")));
  }

  /** Waits until the focused element's text starts with `text`, inside or outside of the widget. */
  async focused(text: string): Promise<void> {
    await this.shows(true, focusBegins, text);
  }

  /** The query string of the page's address. */
  query(): Promise<string> {
    return this.run(() => location.search);
  }

  /** The widget's events so far. */
  heard(): Promise<Heard[]> {
    return this.run(() => (window as unknown as { ear: Ear }).ear.heard);
  }

  /** Names of the widget's events so far. */
  async heardTypes(): Promise<string[]> {
    return (await this.heard()).map(({ type }) => type);
  }

  /** All complaints of pages of this visit. */
  async complaints(): Promise<string[]> {
    return [...this.#complaints, ...(await this.#complaintsOfPage()), ...this.page.complaints];
  }

  #complaintsOfPage(): Promise<string[]> {
    return this.run(() => (window as unknown as { ear?: Ear }).ear?.complaints ?? []);
  }
}

/** Runs in the page. */
function focusBegins({ shadow }: Inside, text: string): boolean {
  const focused = shadow?.activeElement ?? document.activeElement;
  return !!focused?.textContent?.trim().startsWith(text);
}
