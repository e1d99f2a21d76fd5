// Searching: words, corrections, sort order, and pages.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { HomePage } from "./support/pages/home-page";
import { SearchPage, jobs, numberIn } from "./support/pages/search-page";

test("a pause behind a space does not take the space away", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("java ");
  await expect(page).toHaveURL(/q=java$/);
  await search.frames(2);
  await expect(search.field).toHaveValue("java ");
  await search.field.pressSequentially("kaf");
  await expect(page).toHaveURL(/q=java\+kaf$/);
});

for (const [words, facet, value] of [
  ["remote", "Workplace", "Remote"],
  ["hybrid", "Workplace", "Hybrid"],
  ["internship", "Employment type", "Internship"],
  ["part time", "Employment type", "Part-time"],
] as const) {
  test(`${words} finds all jobs that state it and is no typing error`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open();
    const stated = await search.promised(facet, value);
    await search.type(words);
    await expect(page).toHaveURL(/q=/);
    await expect.poll(() => search.promised(facet, value)).toBe(stated);
    await expect(search.correction).toHaveCount(0);
    expect(await search.count()).toBeGreaterThanOrEqual(stated);
  });
}

test("searching for what was typed begins on the first page", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=enginer&page=2");
  await expect(search.correction).toContainText("engineer");
  await page.getByRole("link", { name: "Search instead for enginer" }).click();
  await expect(page).toHaveURL(/\?q=enginer&exact=1$/);
});

test("results follow every letter, and the address follows the typing", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const all = await search.count();
  await search.field.pressSequentially("altimetrik", { delay: 20 });
  await expect(search.titles.first()).toHaveText(".NET cloud");
  expect(await search.count()).toBeLessThan(all);
  await expect(page).toHaveURL(/\/jobs\/\?q=altimetrik$/);
});

test("typing replaces the history entry", async ({ page }) => {
  const search = new SearchPage(page);
  await search.visit("companies/");
  await search.goTo("Jobs");
  await search.type("java");
  await expect(page).toHaveURL(/\?q=java$/);
  await search.type("kafka");
  await expect(page).toHaveURL(/\?q=kafka$/);
  await page.goBack();
  await expect(search.title).toHaveText("Companies");
});

test("a refinement chosen right after typing stays chosen", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await stopClock(page);
  await search.type("java");
  await search.refine("Workplace", "Remote");
  await expect(search.chips).toHaveText(["Remote"]);
  await page.clock.runFor(1_000);
  await expect(page).toHaveURL(/\?q=java&workplace=remote$/);
  await expect(search.chips).toHaveText(["Remote"]);
});

test("words that a link takes back stay taken back", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?workplace=remote");
  const all = await search.count();
  await search.type("xqzwv");
  await expect(page).toHaveURL(/\?q=xqzwv&workplace=remote$/);
  await page.getByRole("link", { name: /^Without the words/ }).click();
  await expect(page).toHaveURL(/\?workplace=remote$/);
  await expect.poll(() => search.count()).toBe(all);
  await expect(search.field).toHaveValue("");
});

test("a job opened right after typing stays open", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await stopClock(page);
  await search.type("altimetrik");
  // Long enough for the words to be looked up, but too short for the URL to change.
  await page.clock.runFor(200);
  await search.openJob(search.titles.filter({ hasText: ".NET cloud" }).first());
  await expect(search.title).toHaveText(".NET cloud");
  await page.clock.runFor(1_000);
  await expect(page).toHaveURL(/\/jobs\/net-cloud-altimetrik\/$/);
  await expect(search.title).toHaveText(".NET cloud");
});

test("the words one searched for are marked in the titles", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java+engineer+quinbay");
  await expect(search.titles.first().locator("mark")).toHaveText(["Java", "Engineer"]);
});

test("a mistyped word is corrected, and can be searched as typed", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=enginer");
  await expect(search.correction).toContainText("engineer");
  await search.correction.getByRole("link", { name: "Search instead for enginer" }).click();
  await expect(page).toHaveURL(/exact=1/);
  await expect(search.correction).toHaveCount(0);
  await expect(search.page.getByRole("heading", { name: "No job matches everything you asked for" })).toBeVisible();
});

test("an excluded word takes its jobs away", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(1);
  await search.type("altimetrik -azure");
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(0);
});

test("newest first puts the dates in order", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.sortBy("Newest");
  await expect(page).toHaveURL(/sort=newest/);
  await expect(search.sortLinks.getByRole("link", { name: "Newest" })).toHaveAttribute("aria-current", "true");
  const dates = await page
    .getByRole("article")
    .getByRole("time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  expect(dates.length).toBeGreaterThan(5);
  expect(dates).toEqual([...dates].sort().reverse());
});

test("highest salary first shows no job without stated pay before one with it", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.sortBy("Salary");
  await expect(page).toHaveURL(/sort=salary/);
  await expect(search.sortLinks.getByRole("link", { name: "Salary" })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("article").filter({ hasText: /[₹$€£].* \/ (yr|mo|wk|day|hr)/ })).toHaveCount(20);
});

test("the next page goes on where the first one ended", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  const first = await search.titles.allInnerTexts();
  expect(first).toHaveLength(20);
  await search.nextPage();
  await expect(page).toHaveURL(/page=2/);
  await expect(search.pages.getByRole("link", { name: "Page 2" })).toHaveAttribute("aria-current", "page");
  await expect.poll(() => search.titles.allInnerTexts()).not.toEqual(first);
});

test("the next page begins at its top", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await search.nextPage();
  await expect(page).toHaveURL(/page=2/);
  await expect.poll(() => search.scrolled()).toBeLessThan(400);
});

test("parts of the address that mean nothing are said", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?utm_source=mail&experience=many");
  await expect(page.getByText("`utm_source=mail` was ignored")).toBeVisible();
  await expect(page.getByText("`experience=many` was ignored")).toBeVisible();
});

test("advice after no hits leads to as many jobs as it promises", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik&skill=PHP&source=agency");
  const advice = page.getByRole("link", { name: /^Without the words/ });
  const promised = numberIn((await advice.innerText()).split(":").at(-1) ?? "");
  await advice.click();
  await expect(search.summary).toHaveText(jobs(promised));
});

test("a search from the home page leads to the results", async ({ page }) => {
  const home = new HomePage(page);
  const search = new SearchPage(page);
  await home.open();
  await expect(home.firstJobs).toHaveCount(6);
  await home.searchFor("wekan");
  await expect(page).toHaveURL(/\/jobs\/\?q=wekan$/);
  await expect(search.titles.first()).toHaveText("Backend - Software Development Engineer III");
});

/** From now on, timers run only when the test advances the clock. */
async function stopClock(page: Page): Promise<void> {
  await page.clock.install();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
}
