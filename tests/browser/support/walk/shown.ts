// What a page shows, in a form that can be compared.

/** Everything that must not depend on how the visitor reached the page. */
export interface Shown {
  address: string;
  /** Error messages on the page. */
  alerts: string[];
  title: string;
  heading: string | null;
  canonical: string | null;
  robots: string | null;
  structuredData: string[];
  /** Application link on a job's page. */
  applyLink: string | null;
  /** Text of the main content, one line per block. */
  text: string;
  /** Links of the listed jobs. */
  cards: string[];
  /** Visible links of the main content: their text and address. */
  links: string[];
  /** Values of the controls. */
  controls: string[];
}

/**
 * Runs in the page. Returns what it shows, or `null` while it waits for something.
 *
 * Elements marked with `data-visit` are left out, because they depend on how the visitor came. Fields that filter the
 * values of a facet are left out too, since a walk never types into them.
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
  // `innerText` contains only visible text, so these elements are hidden while it is read.
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
    links: all<HTMLAnchorElement>("a[href]")
      .filter((link) => !link.closest("[data-visit]") && link.getClientRects().length > 0)
      .map((link) => `${link.textContent?.trim()} → ${link.getAttribute("href")}`),
    controls: [
      ...(field ? [field.value.trim()] : []),
      ...all<HTMLInputElement>("input:is([type=range], [type=number], [inputmode])").map((one) => one.value),
    ],
  };
}

/** Describes the first difference between two pages; `null` if there is none. */
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
