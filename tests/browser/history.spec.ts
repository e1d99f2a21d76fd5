// Back restores what was shown, and links reproduce it.

import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

test("Back and Forward step through refinements", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const all = await search.summary.innerText();
  await search.refine("Workplace", "Remote");
  await expect(search.chips).toHaveText(["Remote"]);
  const remote = await search.summary.innerText();
  await page.goBack();
  await expect(search.chips).toHaveCount(0);
  await expect(search.summary).toHaveText(all);
  await page.goForward();
  await expect(search.chips).toHaveText(["Remote"]);
  await expect(search.summary).toHaveText(remote);
});

test("after Back and Forward, a link to the page before still changes the address", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await search.refine("Workplace", "Remote");
  await expect(page).toHaveURL(/\?q=java&workplace=remote$/);
  await search.sortBy("Newest");
  await expect(page).toHaveURL(/sort=newest/);
  await page.goBack();
  await expect(page).toHaveURL(/\?q=java&workplace=remote$/);
  await page.goForward();
  await expect(page).toHaveURL(/sort=newest/);
  await search.sortBy("Relevance");
  await expect(page).toHaveURL(/\?q=java&workplace=remote$/);
  await page.goBack();
  await expect(page).toHaveURL(/sort=newest/);
});

test("Back restores the words in the field", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await search.refine("Workplace", "Remote");
  await expect(page).toHaveURL(/workplace=remote/);
  await search.type("kafka");
  await expect(page).toHaveURL(/q=kafka/);
  await page.goBack();
  await expect(search.field).toHaveValue("java");
});

test("Back from a job returns to the same page of results and the same place on it", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java&page=2");
  await expect(search.titles).not.toHaveCount(0);
  const titles = await search.titles.allInnerTexts();
  await search.titles.nth(8).scrollIntoViewIfNeeded();
  const left = await search.scrolled();
  expect(left).toBeGreaterThan(500);
  await search.openJob(search.titles.nth(8));
  await expect(new JobPage(page).apply.or(page.getByText("does not say how to apply"))).toBeVisible();
  await page.goBack();
  await expect(search.titles).toHaveText(titles);
  await expect.poll(async () => Math.abs((await search.scrolled()) - left)).toBeLessThan(50);
});

test("a job opened inside the app begins at its top", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await search.titles.nth(8).scrollIntoViewIfNeeded();
  await search.openJob(search.titles.nth(8));
  await expect(new JobPage(page).section("Job description")).toBeVisible();
  await expect.poll(() => search.scrolled()).toBe(0);
});

test("Back from a site elsewhere returns to the same place too", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await search.titles.nth(8).scrollIntoViewIfNeeded();
  const left = await search.scrolled();
  await page.goto("about:blank");
  await page.goBack();
  await expect.poll(async () => Math.abs((await search.scrolled()) - left)).toBeLessThan(50);
});

test("a shared link shows the next visitor the same list", async ({ page, browser, baseURL }) => {
  const mine = new SearchPage(page);
  await mine.open("?q=java");
  await mine.refine("Workplace", "Remote");
  await mine.sortBy("Newest");
  await expect(page).toHaveURL(/workplace=remote.*sort=newest/);
  const titles = await mine.titles.allInnerTexts();
  const other = await browser.newContext({ baseURL });
  const theirs = new SearchPage(await other.newPage());
  await theirs.page.goto(page.url());
  await expect(theirs.titles).toHaveText(titles);
  await expect(theirs.summary).toHaveText(await mine.summary.innerText());
  await other.close();
});

test("a refinement opens in a tab of its own", async ({ page, context }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  const opened = context.waitForEvent("page");
  await search.value("Workplace", "Remote").click({ button: "middle" });
  const tab = new SearchPage(await opened);
  await expect(tab.chips).toHaveText(["Remote"]);
  await expect(tab.field).toHaveValue("java");
  await expect(search.chips).toHaveCount(0);
});
