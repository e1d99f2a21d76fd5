// What a page shows, as a value that two pages can be compared by.

/** All that must be the same however a page was reached. */
export interface Shown {
  address: string;
  /** What the page says went wrong. */
  alerts: string[];
  title: string;
  heading: string | null;
  canonical: string | null;
  robots: string | null;
  structuredData: string[];
  /** Where to apply, on a job's page. */
  applyLink: string | null;
  /** The text of the main content, a line per block. */
  text: string;
  /** The jobs that are listed, by their links. */
  cards: string[];
  /** What the controls are set to. */
  controls: string[];
}

/**
 * Runs in the page: what it shows; `null` while it waits for something.
 *
 * What depends on how the visitor came is marked with `data-visit` and left out. So are boxes in which values are
 * looked for, since nothing a walk does writes into them.
 */
export function shown(): Shown | null {
  const main = document.querySelector("main");
  const isWaiting = document.querySelector("[aria-busy=true], [data-waiting]") || history.state === null;
  if (!main || isWaiting || /^(Searching…|Loading)/m.test(main.innerText)) {
    return null;
  }
  const attribute = (selector: string, name: string) => document.querySelector(selector)?.getAttribute(name) ?? null;
  const all = <Found extends Element>(selector: string) => [...main.querySelectorAll<Found>(selector)];
  const parts = all<HTMLElement>("[data-visit]");
  // Hidden for the moment of reading: `innerText` reads what is drawn.
  parts.forEach((part) => (part.hidden = true));
  const text = main.innerText.replace(/\n\s*/g, "\n");
  parts.forEach((part) => (part.hidden = false));
  const field = document.querySelector<HTMLInputElement>("main input[name=q]");
  return {
    address: location.href,
    alerts: all<HTMLElement>("[role=alert]").map((alert) => alert.innerText),
    title: document.title,
    heading: main.querySelector("h1")?.textContent ?? null,
    canonical: attribute("link[rel=canonical]", "href"),
    robots: attribute("meta[name=robots]", "content"),
    structuredData: [...document.querySelectorAll('script[type="application/ld+json"]')].map((one) => one.textContent),
    applyLink: attribute("main a.button--apply", "href"),
    text,
    cards: all("article h2 a, article h3 a").map((link) => link.getAttribute("href") ?? ""),
    controls: [
      ...(field ? [field.value.trim()] : []),
      ...all<HTMLInputElement>("input:is([type=range], [type=number], [inputmode])").map((one) => one.value),
    ],
  };
}

/** The first difference between two pages in words; nothing where there is none. */
export function difference(walked: Shown, afresh: Shown): string | null {
  for (const name of Object.keys(walked) as (keyof Shown)[]) {
    const [here, there] = [walked, afresh].map((one) => inLines(one[name]));
    const at = here.findIndex((line, nth) => line !== there[nth]);
    if (at >= 0 || there.length > here.length) {
      const nth = at >= 0 ? at : here.length;
      return `${name}, line ${nth + 1}: walked ${quoted(here[nth])}, opened afresh ${quoted(there[nth])}`;
    }
  }
  return null;
}

function inLines(value: string | string[] | null): string[] {
  return Array.isArray(value) ? value : (value ?? "(none)").split("\n");
}

function quoted(line: string | undefined): string {
  return line === undefined ? "nothing" : `“${line.length > 300 ? `${line.slice(0, 300)}…` : line}”`;
}
