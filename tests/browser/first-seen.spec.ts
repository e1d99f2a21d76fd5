// When jobs were added to the board: the order by it, the chunk that the order needs, and the mark on new jobs.

import type { Page } from "@playwright/test";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { site } from "./support/built";
import { FATES } from "./support/fates";
import { expect, test as base } from "./support/fixtures";
import { held } from "./support/held";
import { BoardPage } from "./support/pages/board-page";
import { SearchPage } from "./support/pages/search-page";
import { shiftsOf, watchShifts } from "./support/shifts";
import { build, search as searchNatively, serve } from "./support/tool";

const CHUNK = "**/data/first-seen.*";
const LIST = "jobs/page/1/";

/** Day of the board's second build, which adds a job that was posted long before. */
const ADDED = "2026-11-20";
const JOBS = [
  ["Baker", "2026-11-17"],
  ["Waiter", "2026-11-18"],
  ["Cook", "2026-10-01"],
].map(([title, datePosted]) => ({ identifier: title, title, datePosted, hiringOrganization: "Acme" }));
const NEWEST_FIRST = ["Waiter", "Baker", "Cook"];
const ADDED_LAST_FIRST = ["Cook", "Waiter", "Baker"];

/** Every test visits a board that was built twice. */
const test = base.extend<object, { board: string }>({
  board: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "openroles-"));
      const [feed, out] = [join(folder, "feed.json"), join(folder, "site")];
      for (const [now, count] of [
        ["2026-11-19", 2],
        [ADDED, 3],
      ] as const) {
        await writeFile(feed, JSON.stringify({ jobs: JOBS.slice(0, count) }));
        await build(feed, out, "--now", now);
      }
      const served = await serve(out);
      await use(served.address);
      await served.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ board }, use) => use(board),
});

/** Marks that a visitor sees. */
function marks(page: Page) {
  return page.getByText("New", { exact: true }).filter({ visible: true });
}

/** Sets the visitor's clock to so many days after the build that added a job. */
async function visitAfter(page: Page, days: number): Promise<void> {
  await page.clock.setFixedTime(Date.parse(`${ADDED}T12:00:00Z`) + days * 86_400_000);
}

test("jobs that were added last come first, and only this order loads its chunk", async ({ page }) => {
  const search = new SearchPage(page);
  const chunks: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/first-seen.")) {
      chunks.push(request.url());
    }
  });
  await search.open();
  await expect(search.titles).toHaveText(NEWEST_FIRST);
  await search.sortBy("Salary");
  await expect(page).toHaveURL(/sort=salary/);
  expect(chunks).toEqual([]);
  await search.sortBy("Recently added");
  await expect(page).toHaveURL(/\/jobs\/\?sort=added$/);
  await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
  await expect(search.sortLinks.locator("[aria-current]")).toHaveText("Recently added");
  await search.sortBy("Newest");
  await expect(search.titles).toHaveText(NEWEST_FIRST);
  await page.goBack();
  await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
  expect(chunks).toHaveLength(1);
});

test("a link with this order opens in it", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?sort=added");
  await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
});

test("while the chunk is on its way, the last list stays", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const release = await held(page, CHUNK);
  await search.sortBy("Recently added");
  await expect(page).toHaveURL(/sort=added/);
  await expect(search.titles).toHaveText(NEWEST_FIRST);
  await expect(search.failure).toHaveCount(0);
  release();
  await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
});

test.describe("a chunk that doesn't come", () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  for (const [happening, fate] of Object.entries(FATES)) {
    test(`because it ${happening} leaves the last list and is loaded on Retry`, async ({ page }) => {
      const search = new SearchPage(page);
      await search.open();
      await page.route(CHUNK, fate);
      await search.sortBy("Recently added");
      await expect(search.failure).toContainText("The jobs could not be loaded");
      await expect(search.titles).toHaveText(NEWEST_FIRST);
      await page.unroute(CHUNK);
      await search.retry();
      await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
      await expect(search.failure).toHaveCount(0);
    });
  }
});

for (const [days, shown] of [
  [0, ["Cook"]],
  [3, ["Cook"]],
  [4, []],
] as const) {
  test(`${days} days after the build, ${shown.length} of its jobs are marked as new`, async ({ page }) => {
    await visitAfter(page, days);
    await watchShifts(page);
    await page.goto(LIST);
    const board = new BoardPage(page);
    await board.frames(3);
    const marked = page.getByRole("article").filter({ has: marks(page) });
    await expect(marked.getByRole("heading")).toHaveText([...shown]);
    expect(await shiftsOf(page), "the mark moves nothing").toEqual([]);
    // The app takes the page over, and then draws the same cards itself.
    await board.takenOver();
    await expect(marked.getByRole("heading")).toHaveText([...shown]);
    await board.goTo("Jobs");
    const search = new SearchPage(page);
    await expect(search.titles).toHaveText(NEWEST_FIRST);
    await expect(marked.getByRole("heading")).toHaveText([...shown]);
    await search.sortBy("Recently added");
    await expect(search.titles).toHaveText(ADDED_LAST_FIRST);
    await expect(marked.getByRole("heading")).toHaveText([...shown]);
  });
}

test("on paper, nothing is marked as new", async ({ page }) => {
  await visitAfter(page, 0);
  await page.goto(LIST);
  await expect(marks(page)).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(marks(page)).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("nothing is marked as new", async ({ page }) => {
    await page.goto(LIST);
    await expect(page.getByRole("article")).toHaveCount(3);
    await expect(marks(page)).toHaveCount(0);
  });
});

base("a board that was built once offers no such order, and a link with it shows the newest jobs", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?sort=added");
  const { hits } = await searchNatively(site, "sort=newest");
  await expect(search.titles).toHaveText(hits.map((hit) => hit.title));
  await expect(search.sortLinks.getByRole("link", { name: "Recently added" })).toHaveCount(0);
  await expect(search.sortLinks.locator("[aria-current]")).toHaveText("Newest");
  await expect(marks(page)).toHaveCount(0);
});
