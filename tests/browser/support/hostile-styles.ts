// Typical style sheets of hosts, and a page that reveals whether they affect the inside of the widget.

import type { HostPage } from "./host";
import { FALLBACK } from "./pages/widget-page";

/** Excerpts in the style of popular CSS resets. */
const BOOTSTRAP = `
  *, ::before, ::after { box-sizing: border-box }
  body { margin: 0; font-family: system-ui, sans-serif; font-size: 1rem; line-height: 1.5; color: #212529 }
  h3 { margin: 0 0 .5rem; font-weight: 500; font-size: 1.75rem } p { margin: 0 0 1rem } ul { padding-left: 2rem }
  a { color: #0d6efd; text-decoration: underline } input, button { font-family: inherit; margin: 0 }
  .title, .job, .bar, .widget, .values { display: none } .btn { padding: 9px }`;
const TAILWIND = `
  *, ::before, ::after { box-sizing: border-box; border: 0 solid #e5e7eb; margin: 0; padding: 0 }
  h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit }
  ol, ul { list-style: none } button, input { background: transparent; font: inherit; border-radius: 0 }
  img, svg { display: block } [hidden] { display: none }`;

export const HOSTILE = {
  "unsets everything": "* { all: unset !important }",
  "unsets everything and hides by class":
    "* { all: unset !important } .job, .bar, .widget { display: none !important }",
  "has a huge root font size": "html { font-size: 62px } body { font-size: 16px }",
  "sizes boxes otherwise":
    "*, *::before, *::after { box-sizing: content-box !important; border: 9px solid; padding: 7px; margin: 3px }",
  shouts:
    "* { text-transform: uppercase; letter-spacing: 9px; word-spacing: 2em; white-space: pre; text-align: right; text-indent: 4em }",
  "hides text":
    "* { font-weight: 900 !important; line-height: 0; visibility: visible; cursor: none; list-style: square inside }",
  "is made with Bootstrap": BOOTSTRAP,
  "is made with Tailwind": TAILWIND,
};

/** A wrapper with a fixed width, so that sizes can be compared. */
const BODY = `<main><div id="box"><open-roles company="acme" limit="4">${FALLBACK}</open-roles></div></main>`;
const FRAME =
  "#box { display: block !important; width: 700px !important; box-sizing: content-box !important; border: 0 !important; padding: 0 !important; margin: 0 !important; color: rgb(20, 20, 20) !important; font-family: monospace !important; font-size: 16px !important }";
const OWN = "open-roles { font-family: inherit; border: 0 !important; padding: 0 !important; margin: 0 !important }";

/** A host's page with this style and the widget inside the wrapper. */
export function framed(style: string): HostPage {
  return { body: BODY, style: style + FRAME + OWN };
}

/** Runs in the page: sizes and styles of all elements in the widget, except text alignment. */
export function insides({ shadow }: { shadow: ShadowRoot }): string[] {
  const looks =
    "display visibility cursor color background-color font-family font-size font-weight font-style line-height letter-spacing word-spacing white-space text-transform text-indent list-style-type list-style-position box-sizing padding-top margin-top border-top-width";
  return [...shadow.querySelectorAll("*")].map((inner) => {
    const { width, height } = inner.getBoundingClientRect();
    const style = getComputedStyle(inner);
    const values = looks.split(" ").map((name) => `${name}: ${style.getPropertyValue(name)}`);
    return `${inner.localName}.${inner.className} ${width.toFixed(1)}×${height.toFixed(1)} ${values.join("; ")}`;
  });
}
