// Preloading: what a visitor is about to need is fetched early, and what they may never need isn't.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

const JOB = "net-cloud-altimetrik";

/** Paths of the files of one kind that the page has requested so far. */
function asked(page: Page, file: RegExp): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (file.test(pathname)) {
      paths.push(pathname);
    }
  });
  return paths;
}

/** Longer than a pointer must rest to trigger preloading, in milliseconds. */
const MOMENT = 500;

const JOBS = /^\/jobs\/[^/]+\/$/;

test("a job under a resting pointer is fetched before the click, and once", async ({ page }) => {
  const files = asked(page, JOBS);
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  const link = search.titles.first().getByRole("link");
  await link.hover();
  await expect.poll(() => files).toEqual([`/jobs/${JOB}/`]);
  await link.click();
  await expect(new JobPage(page).title).toHaveText(".NET cloud");
  await page.waitForTimeout(MOMENT);
  expect(files).toHaveLength(1);
});

test("a pointer that only crosses a link fetches nothing", async ({ page }) => {
  const files = asked(page, JOBS);
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  const link = search.titles.first().getByRole("link");
  // Both events at once, because a test can't reliably move a mouse within a few hundredths of a second.
  await link.evaluate((element) => {
    for (const event of ["pointerover", "pointerout"]) {
      element.dispatchEvent(new PointerEvent(event, { bubbles: true }));
    }
  });
  await page.waitForTimeout(MOMENT);
  expect(files).toEqual([]);
  await link.dispatchEvent("pointerover");
  await expect.poll(() => files).toEqual([`/jobs/${JOB}/`]);
});

test("a job that could not be fetched ahead is asked for by the click", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  let failures = 0;
  await page.route("**/jobs/*/", async (route) => {
    failures += 1;
    await (failures == 1 ? route.fulfill({ status: 304 }) : route.continue());
  });
  const link = search.titles.first().getByRole("link");
  await link.hover();
  await expect.poll(() => failures).toBe(1);
  await link.click();
  await expect(new JobPage(page).title).toHaveText(".NET cloud");
  await expect(search.failure).toHaveCount(0);
});

test.describe("a visitor who saves data", () => {
  test.beforeEach(async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, "connection", { value: { saveData: true } });
    });
  });

  test("reads a job without the app, and has it at a touch", async ({ page }) => {
    const files = asked(page, /\.wasm$/);
    await page.goto(`jobs/${JOB}/`, { waitUntil: "networkidle" });
    await page.waitForTimeout(MOMENT);
    expect(files).toEqual([]);
    await page.keyboard.press("Tab");
    await expect.poll(() => files).toHaveLength(1);
  });

  test("has the app at once where a search waits for its answer", async ({ page }) => {
    const search = new SearchPage(page);
    await search.open("?q=altimetrik");
    await expect(search.titles).toHaveText([".NET cloud"]);
  });

  test("is told of a job that has closed since", async ({ page }) => {
    await page.clock.setFixedTime(new Date(Date.now() + 2 * 365 * 86_400_000));
    await page.goto(`jobs/${JOB}/`);
    await expect(new JobPage(page).posting).toContainText("This job closed on");
  });

  test("is not guessed at", async ({ page }) => {
    const files = asked(page, JOBS);
    const search = new SearchPage(page);
    await search.open("?q=altimetrik");
    await search.titles.first().getByRole("link").hover();
    await page.waitForTimeout(MOMENT);
    expect(files).toEqual([]);
  });
});
