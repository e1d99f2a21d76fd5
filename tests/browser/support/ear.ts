// A script that runs before all others on the host's page and records the widget's events and the page's complaints.
//
// Drivers differ in what they report, and some report nothing; a script in the page sees the same in every engine.

/** An event of the widget, as received by a listener on the document. */
export interface Heard {
  type: string;
  detail: Record<string, unknown>;
  from: string;
  bubbles: boolean;
  composed: boolean;
  cancelable: boolean;
}

/** What has been recorded so far. */
export interface Ear {
  heard: Heard[];
  complaints: string[];
}

/** All events of the widget. */
const TYPES = [
  "loadstart",
  "load",
  "error",
  "loadend",
  "open-roles:search",
  "open-roles:refine",
  "open-roles:open",
  "open-roles:apply",
];

/** Source of the recording script. */
export const EAR = `(${listen})(${JSON.stringify(TYPES)})`;

/** Runs in the page. */
function listen(types: string[]): void {
  const ear: Ear = { heard: [], complaints: [] };
  Object.assign(window, { ear });
  for (const type of types) {
    document.addEventListener(type, (event) => {
      if (event instanceof CustomEvent) {
        const { detail, bubbles, composed, cancelable, target } = event;
        ear.heard.push({ type, detail, from: (target as Element).localName, bubbles, composed, cancelable });
      }
    });
  }
  addEventListener("error", (event) => {
    if (event instanceof ErrorEvent) {
      ear.complaints.push(`exception: ${event.message}`);
    }
  });
  addEventListener("unhandledrejection", ({ reason }) => ear.complaints.push(`rejection: ${reason}`));
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) =>
    ear.complaints.push(`policy: ${effectiveDirective} forbids ${blockedURI} in ${sourceFile}`),
  );
  const error = console.error;
  console.error = (...words: unknown[]) => {
    ear.complaints.push(`console: ${words.join(" ")}`);
    error(...words);
  };
}
