// A visitor who wanders through a board: follows all kinds of links, goes back and forward, types, moves sliders,
// sorts, and turns the phone. A seed determines the steps.

import { type EnginePage, WINDOW } from "../engine";
import { Random } from "../random";

/** A link on a page that can be clicked. */
interface FoundLink {
  kind: string;
  /** Position among all links of the document, from 0. */
  nth: number;
  label: string;
}

/** A kind of step, with its name in reports, and how often it is chosen relative to the others. */
interface Step {
  name: string;
  weight: number;
  /** Takes the step. Returns what it did, or `null` if it isn't possible on this page. */
  take(): Promise<string | null>;
}

/** Width of a common phone, in CSS pixels. */
const PHONE = 390;

export class Walker {
  readonly #random: Random;
  readonly #words: readonly string[];
  readonly #steps: Step[];
  /** How many times Back and Forward can be used without leaving the board. */
  #behind = 0;
  #ahead = 0;
  width = WINDOW.width;

  #page: EnginePage | undefined;

  /** `words` are typed into the search field. */
  constructor(
    readonly seed: number,
    words: readonly string[],
  ) {
    this.#random = new Random(seed);
    this.#words = words;
    this.#steps = [
      { name: "link", weight: 10, take: () => this.#followLink() },
      { name: "back", weight: 3, take: () => this.#back() },
      { name: "forward", weight: 2, take: () => this.#forward() },
      { name: "type", weight: 2, take: () => this.#type() },
      { name: "slider", weight: 1, take: () => this.#moveSlider() },
      { name: "resize", weight: 1, take: () => this.#resize() },
    ];
  }

  /** Continues the walk in this page, which has no history yet. */
  goOnIn(page: EnginePage): void {
    this.#page = page;
    this.#behind = 0;
    this.#ahead = 0;
  }

  get page(): EnginePage {
    if (!this.#page) {
      throw new Error("the walk has no page to begin in");
    }
    return this.#page;
  }

  /** Takes a step and returns what it did. */
  async step(): Promise<string> {
    for (;;) {
      const done = await this.#choose().take();
      if (done !== null) {
        return done;
      }
    }
  }

  #choose(): Step {
    let left = this.#random.next() * this.#steps.reduce((sum, step) => sum + step.weight, 0);
    return this.#steps.find((step) => (left -= step.weight) < 0) ?? (this.#steps[0] as Step);
  }

  /** Chooses each kind of link with the same probability, however many links of that kind there are. */
  async #followLink(): Promise<string | null> {
    const links = (await this.page.call(String(linksWithin), [])) as FoundLink[];
    if (links.length === 0) {
      return null;
    }
    const kind = this.#random.pick([...new Set(links.map((link) => link.kind))]);
    const link = this.#random.pick(links.filter((link) => link.kind === kind));
    const before = await this.page.address();
    const point = (await this.page.call(String(pointOf), [link.nth])) as { x: number; y: number };
    await this.page.click(point.x, point.y);
    await this.#moved(before);
    return `${link.kind} “${link.label}”`;
  }

  async #moved(before: string): Promise<void> {
    if ((await this.#changed(before)) !== before) {
      this.#behind += 1;
      this.#ahead = 0;
    }
  }

  async #back(): Promise<string | null> {
    return this.#behind > 0 ? this.#go(-1) : null;
  }

  async #forward(): Promise<string | null> {
    return this.#ahead > 0 ? this.#go(1) : null;
  }

  async #go(by: -1 | 1): Promise<string> {
    const before = await this.page.address();
    await this.page.call("(by) => void history.go(by)", [by]);
    await this.#changed(before);
    this.#behind += by;
    this.#ahead -= by;
    return by < 0 ? "Back" : "Forward";
  }

  /** Typing replaces the current history entry instead of adding one. */
  async #type(): Promise<string | null> {
    const words = this.#random.pick(this.#words);
    const hasField = await this.page.call(String(enterWords), []);
    if (!hasField) {
      return null;
    }
    await this.page.type(words);
    const written = `(words) => new Promise((written) => {
      const isWritten = () => (new URLSearchParams(location.search).get("q") ?? "") === words;
      const end = () => (document.activeElement.blur(), written(isWritten()));
      const look = (left) => (isWritten() || left === 0 ? setTimeout(end, 400) : setTimeout(look, 50, left - 1));
      look(60);
    })`;
    if (!(await this.page.call(written, [words.trim()]))) {
      throw new Error(`the address did not follow the typing of “${words}”: ${await this.page.address()}`);
    }
    return `type “${words}”`;
  }

  async #moveSlider(): Promise<string | null> {
    const before = await this.page.address();
    const moved = (await this.page.call(String(moveSlider), [this.#random.next(), this.#random.next()])) as string;
    if (!moved) {
      return null;
    }
    await this.#moved(before);
    return moved;
  }

  async #resize(): Promise<string> {
    this.width = this.width === PHONE ? WINDOW.width : PHONE;
    await this.page.resize(this.width);
    return `resize to ${this.width} px`;
  }

  /** Waits up to a second for the address to change, and returns it. */
  async #changed(before: string): Promise<string> {
    for (let tries = 0; tries < 40; tries += 1) {
      const now = await this.page.address();
      if (now !== before) {
        return now;
      }
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    return before;
  }
}

/** Runs in the page. Returns all links within the board that a pointer can reach. */
function linksWithin(): FoundLink[] {
  const kindOf = (link: HTMLAnchorElement, path: string): string => {
    const within = (selector: string) => link.closest(selector) !== null;
    if (!within("main")) return "frame";
    if (within(".breadcrumbs")) return "breadcrumb";
    if (within("[aria-label='Refinements']")) return "chip";
    if (within("[aria-label='Sort by']")) return "sort";
    if (within("[aria-label='Pages of results']")) return "page";
    if (within("[role=group]")) return "refinement";
    if (within("article h2, article h3")) return "card";
    if (path.endsWith("/similar/")) return "similar jobs";
    if (/\/jobs\/[^/]+\/$/.test(path)) return "job";
    if (/\/companies\/[^/]+\/$/.test(path)) return "company";
    if (/-jobs-in-[^/]+\/$/.test(path)) return "landing page";
    return path.endsWith("/jobs/") ? "search" : "other";
  };
  return [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].flatMap((link, nth) => {
    const url = new URL(link.href);
    const isInside = url.origin === location.origin && url.pathname.endsWith("/") && !link.target && !url.hash;
    const isOfApp = !/\/(embed|doctor|assets)\//.test(url.pathname) && link.rel !== "external";
    const isSeen = link.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    const box = link.getBoundingClientRect();
    const isReachable = isSeen && box.width > 2 && box.height > 2 && !link.closest("[inert]");
    const label = (link.getAttribute("aria-label") ?? link.textContent ?? "").trim().replace(/\s+/g, " ").slice(0, 60);
    return isInside && isOfApp && isReachable ? [{ kind: kindOf(link, url.pathname), nth, label }] : [];
  });
}

/** Runs in the page. Scrolls to a link and returns a point where clicking hits it. */
function pointOf(nth: number): { x: number; y: number } {
  const link = document.querySelectorAll<HTMLAnchorElement>("a[href]")[nth] as HTMLAnchorElement;
  link.scrollIntoView({ block: "center", behavior: "instant" });
  const rects = [...link.getClientRects()];
  const points = rects.map((box) => ({ x: box.x + Math.min(box.width / 2, 12), y: box.y + box.height / 2 }));
  const hit = points.find(({ x, y }) => link.contains(document.elementFromPoint(x, y)));
  return hit ?? (points[0] as { x: number; y: number });
}

/** Runs in the page. Focuses the search field and selects its text. Returns whether this is the search page. */
function enterWords(): boolean {
  const field = document.querySelector<HTMLInputElement>("main input[name=q]");
  const isOnSearchPage = /\/jobs\/(page\/\d+\/)?$/.test(location.pathname);
  field?.scrollIntoView({ block: "center", behavior: "instant" });
  field?.focus();
  field?.select();
  return isOnSearchPage && field !== null;
}

/**
 * Runs in the page. Moves a slider to a position from 0 to 1 of its range; `which`, also from 0 to 1, selects the
 * slider. Returns what it did, or an empty text if there are no sliders.
 */
function moveSlider(which: number, place: number): string {
  const sliders = [...document.querySelectorAll<HTMLInputElement>("main input[type=range]")];
  const seen = sliders.filter((slider) => slider.checkVisibility({ visibilityProperty: true }));
  const slider = seen[Math.floor(which * seen.length)];
  if (!slider) {
    return "";
  }
  const [min, max] = [Number(slider.min), Number(slider.max)];
  slider.value = String(min + place * (max - min));
  for (const name of ["input", "change"]) {
    slider.dispatchEvent(new Event(name, { bubbles: true }));
  }
  return `slider “${slider.getAttribute("aria-label") ?? slider.name}” to ${slider.value}`;
}
