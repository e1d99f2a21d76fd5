// Interface of browsers other than Chromium for claims about the widget: what a visitor does, and what a page
// returns.
//
// Each engine has its own driver. The servers report network requests (see front.ts), and the page itself reports
// complaints (see ear.ts), so that a claim is written once for all engines.

/** Keys that don't write text. */
export type Key = "Tab" | "Enter" | "Escape";

/** Preferences of a visitor that a page can detect. */
export interface Preferences {
  colorScheme: "light" | "dark";
}

/** A page in a browser. */
export interface EnginePage {
  /** Opens an address and waits until the page is loaded. */
  open(url: string): Promise<void>;
  /** Current address; works even while the page navigates. */
  address(): Promise<string>;
  /** Calls a function in the page, given as source text, and returns its awaited result, which must be valid JSON. */
  call(source: string, words: unknown[]): Promise<unknown>;
  /** Clicks at a point of the viewport. */
  click(x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Types into the focused element. */
  type(text: string): Promise<void>;
  /** Resizes the viewport to about this width; a browser's window can't be narrower than its toolbar. */
  resize(width: number): Promise<void>;
  /** Console errors and exceptions that the driver reports; empty for drivers that report none. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** Opens a page that shares no data with other pages. */
  page(): Promise<EnginePage>;
  stop(): Promise<void>;
}

/** Size of the window: wide enough for all columns of the layout. */
export const WINDOW = { width: 1280, height: 800 };

/** Expression that calls the function and evaluates to a promise of JSON. */
export function callOf(source: string, words: unknown[]): string {
  return `Promise.resolve((${source})(...${JSON.stringify(words)})).then((value) => JSON.stringify(value ?? null))`;
}
