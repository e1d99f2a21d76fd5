// What a screen reader announces, and where the focus is.

import { announcements, listenToAnnouncements } from "./support/announcements";
import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

test("the count is said once the typing pauses, and nothing else is", async ({ page }) => {
  const search = new SearchPage(page);
  await listenToAnnouncements(page);
  await search.open();
  await search.field.pressSequentially("wekan", { delay: 30 });
  await expect.poll(() => announcements(page)).toEqual(["1 job"]);
  await search.type("");
  await expect(search.summary).not.toHaveText("1 job");
  const all = await search.count();
  // A second “1 job” in between would appear here.
  await expect.poll(() => announcements(page)).toEqual(["1 job", `${all} jobs`]);
});

test("a refinement says its count and keeps the focus", async ({ page }) => {
  const search = new SearchPage(page);
  await listenToAnnouncements(page);
  await search.open();
  const promised = await search.promised("Workplace", "Remote");
  await search.value("Workplace", "Remote").focus();
  await page.keyboard.press("Enter");
  await expect(search.chips).toHaveText(["Remote"]);
  await expect(search.value("Workplace", "Remote")).toBeFocused();
  await expect.poll(() => announcements(page)).toEqual([`${promised} jobs`]);
});

test("a page reached inside the app has the focus on its title and is announced", async ({ page }) => {
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await listenToAnnouncements(page);
  await search.open("?q=altimetrik");
  await search.openJob(search.titles.first());
  await expect(job.title).toHaveText(".NET cloud");
  await expect(job.title).toBeFocused();
  await expect(page).toHaveTitle(/^\.NET cloud · Altimetrik/);
  await expect.poll(() => announcements(page)).toContainEqual(expect.stringMatching(/^\.NET cloud · Altimetrik/));
});

test("Back to the list puts its title back into the tab", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  const name = await page.title();
  await search.openJob(search.titles.first());
  await expect(page).toHaveTitle(/^\.NET cloud/);
  await page.goBack();
  await expect(page).toHaveTitle(name);
});

test("a page that was opened leaves the focus alone", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("net-cloud-altimetrik");
  await expect(job.title).not.toBeFocused();
});

test("submitting the words leads the focus to the results", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.type("altimetrik");
  await search.field.press("Enter");
  await expect(search.summary).toBeFocused();
});

test("from the front page to applying with the keyboard alone", async ({ page }) => {
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await search.visit("");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await search.tabTo(search.field);
  await page.keyboard.type("microservices");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=microservices/);
  await search.tabTo(search.value("Posted by", "Employer"));
  await page.keyboard.press("Enter");
  await expect(search.chips).toHaveText(["Employer"]);
  await search.type("altimetrik");
  await expect(search.titles).toHaveText([".NET cloud"]);
  await search.tabTo(search.titles.first().getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(job.title).toBeFocused();
  await job.tabTo(job.apply);
});
