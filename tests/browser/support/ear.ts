// An ear on the host's page, before all other scripts: what the widget tells, and what the page complains of.
//
// Drivers differ in what they hear, and some hear nothing; a page hears the same in every engine.

/** An event of the widget as a listener far above it sees it. */
export interface Heard {
  type: string;
  detail: Record<string, unknown>;
  from: string;
  bubbles: boolean;
  composed: boolean;
  cancelable: boolean;
}

/** What has been heard so far. */
export interface Ear {
  heard: Heard[];
  complaints: string[];
}

/** Every event of the widget. */
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

/** The script that puts the ear on. */
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
