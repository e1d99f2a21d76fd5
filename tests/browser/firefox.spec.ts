// A short visit in Firefox.

import { expect, test } from "@playwright/test";
import type { Page } from "puppeteer-core";

import { visitInFirefox } from "./support/firefox";
import { showIntent } from "./support/intent";

test("Firefox searches, refines, opens a job and goes back", async ({ baseURL }) => {
  test.setTimeout(90_000);
  const complaints = await visitInFirefox(`${baseURL}jobs/`, async (page) => {
    await isTakenOver(page);
    await page.locator("input[type=search][name=q]").fill("altimetrik");
    await showsJobs(page, [".NET cloud"]);
    await page.waitForFunction(() => location.search === "?q=altimetrik");
    await followLink(page, "Employer");
    await page.waitForFunction(() => location.search === "?q=altimetrik&source=direct");
    await followLink(page, ".NET cloud");
    await hasTitle(page, ".NET cloud");
    await page.goBack();
    await hasTitle(page, "Jobs");
    await showsJobs(page, [".NET cloud"]);
    expect(await page.$eval("input[name=q]", (field) => (field as HTMLInputElement).value)).toBe("altimetrik");
  });
  expect(complaints).toEqual([]);
});

test("Firefox finds nothing to complain about on the home page", async ({ baseURL }) => {
  test.setTimeout(90_000);
  const complaints = await visitInFirefox(baseURL ?? "", async (page) => {
    await isTakenOver(page);
    await followLink(page, "Companies");
    await hasTitle(page, "Companies");
  });
  expect(complaints).toEqual([]);
});

/** Starts the app if it isn't, and waits until it has taken over: as its last step, it marks the history entry. */
async function isTakenOver(page: Page): Promise<void> {
  await page.evaluate(showIntent);
  await page.waitForFunction(() => history.state !== null);
}

async function showsJobs(page: Page, titles: string[]): Promise<void> {
  await page.waitForFunction(
    (expected) => [...document.querySelectorAll("article h3")].map((title) => title.textContent).join() === expected,
    {},
    titles.join(),
  );
}

async function hasTitle(page: Page, title: string): Promise<void> {
  await page.waitForFunction((expected) => document.querySelector("h1")?.textContent === expected, {}, title);
}

async function followLink(page: Page, text: string): Promise<void> {
  const link = await page.waitForSelector(`::-p-xpath(//a[starts-with(normalize-space(.), "${text}")])`);
  await link?.click();
}
