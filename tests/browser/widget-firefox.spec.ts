// The widget's main journey in a second engine, on a page of a stranger.

import type { Page } from "puppeteer-core";

import { visitInFirefox } from "./support/firefox";
import { FALLBACK } from "./support/pages/widget-page";
import { expect, test } from "./support/widget-fixtures";

const HOSTILE = "* { all: unset !important }";

test("Firefox shows, refines and searches a company's jobs on a hostile page", async ({ host }) => {
  test.setTimeout(120_000);
  const body = `<h1>Careers</h1><open-roles company="acme" deep-link>${FALLBACK}</open-roles>`;
  const url = host.page({ body, style: HOSTILE, scripts: "'wasm-unsafe-eval'" });
  const complaints = await visitInFirefox(url, async (page) => {
    await says(page, "20 jobs");
    await press(page, "button", "Department");
    await press(page, "a", "Sales");
    await says(page, "5 of 20 jobs");
    await page.waitForFunction(() => location.search === "?open-roles-department=Sales");
    await page.goBack();
    await says(page, "20 jobs");
    await type(page, "heliotropes");
    await says(page, "1 of 20 jobs");
    await page.evaluate(() => document.querySelector("open-roles")?.setAttribute("company", "globex"));
    await says(page, "1 of 130 jobs");
  });
  expect(complaints).toEqual([]);
});

test("Firefox keeps the links inside the tag where the list fails, and finds it by Retry", async ({ host }) => {
  test.setTimeout(120_000);
  const url = host.page({ body: `<open-roles company="acme">${FALLBACK}</open-roles>` });
  await visitInFirefox(url, async (page) => {
    await says(page, "20 jobs");
    // No request of another origin can be stopped here: so the list is asked for where there is none.
    await page.evaluate(() => {
      const real = window.fetch;
      Object.assign(window, { real, fetch: () => Promise.reject(new Error("down")) });
      (document.querySelector("open-roles") as unknown as { reload(): void }).reload();
    });
    await says(page, "The jobs could not be loaded.");
    await page.evaluate(() => Object.assign(window, { fetch: (window as unknown as { real: typeof fetch }).real }));
    await press(page, "button", "Retry");
    await says(page, "20 jobs");
  });
});

/** Waits until the widget's status begins with these words. */
async function says(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    (expected) =>
      document
        .querySelector("open-roles")
        ?.shadowRoot?.querySelector("[role=status]")
        ?.textContent?.startsWith(expected),
    {},
    words,
  );
}

/** Clicks what begins with this text. */
async function press(page: Page, element: string, text: string): Promise<void> {
  await page.evaluate(
    (element, text) => {
      const all = [...(document.querySelector("open-roles")?.shadowRoot?.querySelectorAll(element) ?? [])];
      (all.find((one) => one.textContent?.startsWith(text)) as HTMLElement).click();
    },
    element,
    text,
  );
}

async function type(page: Page, words: string): Promise<void> {
  await page.evaluate(() => {
    (document.querySelector("open-roles")?.shadowRoot?.querySelector("input") as HTMLElement).focus();
  });
  await page.keyboard.type(words);
}
