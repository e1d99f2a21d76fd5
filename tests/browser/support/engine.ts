// Browsers other than Chromium, as claims about the widget see them: what a visitor does, and what a page answers.
//
// Each engine has its own driver behind this; what happens on the network is told by the servers (see front.ts), what a
// page complains of by the page itself (see ear.ts), so that a claim is written once for all of them.

/** Keys that write nothing. */
export type Key = "Tab" | "Enter" | "Escape";

/** What a visitor prefers, and a page can ask for. */
export interface Preferences {
  colorScheme: "light" | "dark";
}

/** A page in a browser. */
export interface EnginePage {
  /** Goes to an address and waits until it is loaded. */
  open(url: string): Promise<void>;
  /** Where it is: what a page can be asked while it leaves for another. */
  address(): Promise<string>;
  /** Calls a function in the page, given as its source, and gives what it returns or promises, as JSON can hold it. */
  call(source: string, words: unknown[]): Promise<unknown>;
  /** Presses the mouse's button at a point of the viewport. */
  click(x: number, y: number): Promise<void>;
  press(key: Key): Promise<void>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
  /** Makes the viewport about as wide as this: no browser's window is narrower than its toolbar. */
  resize(width: number): Promise<void>;
  /** What the driver has heard of: errors on the console, exceptions. Nothing where it hears nothing. */
  readonly complaints: string[];
  close(): Promise<void>;
}

/** A running browser. */
export interface Engine {
  /** A page that shares nothing with others but the program. */
  page(): Promise<EnginePage>;
  stop(): Promise<void>;
}

/** Wide enough for everything to stand side by side. */
export const WINDOW = { width: 1280, height: 800 };

/** A call of the function with the words, as an expression that promises JSON. */
export function callOf(source: string, words: unknown[]): string {
  return `Promise.resolve((${source})(...${JSON.stringify(words)})).then((value) => JSON.stringify(value ?? null))`;
}
