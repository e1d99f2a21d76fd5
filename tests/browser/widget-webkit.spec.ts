// The widget's main journey in a third engine, on a page of a stranger.

import { FALLBACK } from "./support/pages/widget-page";
import { test } from "./support/widget-fixtures";
import { type WebKitPage, until, visitInWebKit } from "./support/webkit";

const HOSTILE = "* { all: unset !important }";
const WIDGET = 'const widget = document.querySelector("open-roles"), shadow = widget?.shadowRoot;';

test("WebKit shows, refines and searches a company's jobs on a hostile page", async ({ host }) => {
  test.setTimeout(120_000);
  const body = `<h1>Careers</h1><open-roles company="acme" deep-link>${FALLBACK}</open-roles>`;
  const url = host.page({ body, style: HOSTILE, scripts: "'wasm-unsafe-eval'" });
  await visitInWebKit(url, async (page) => {
    await says(page, "20 jobs");
    await press(page, "button", "Department");
    await press(page, "a", "Sales");
    await says(page, "5 of 20 jobs");
    await until(page, 'return location.search === "?open-roles-department=Sales"');
    // The browser's own button passes over entries that no hand has made, and a driver has none.
    await page.run("history.back()");
    await says(page, "20 jobs");
    await page.run(`${WIDGET} shadow.querySelector("input").focus()`);
    await page.type("heliotropes");
    await says(page, "1 of 20 jobs");
    await page.run(`${WIDGET} widget.setAttribute("company", "globex")`);
    await says(page, "1 of 130 jobs");
  });
});

/** Waits until the widget's status begins with these words. */
async function says(page: WebKitPage, words: string): Promise<void> {
  await until(page, `${WIDGET} return shadow?.querySelector("[role=status]")?.textContent.startsWith(arguments[0])`, words);
}

/** Clicks what begins with this text. */
async function press(page: WebKitPage, element: string, text: string): Promise<void> {
  const find = "[...shadow.querySelectorAll(arguments[0])].find((one) => one.textContent.startsWith(arguments[1]))";
  await page.run(`${WIDGET} ${find}.click()`, element, text);
}
