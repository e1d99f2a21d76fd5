// Structured data and other page-specific metadata are those of the current page, even after navigation inside the
// app and after the job has closed.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { NOT_FOUND_COMPLAINT } from "./support/page-kinds";
import { BoardPage } from "./support/pages/board-page";
import { JobPage } from "./support/pages/job-page";

const JOB = "net-cloud-altimetrik";

/** The page-specific elements of the current head. */
async function saidToMachines(page: Page): Promise<string[]> {
  return page.locator("head [data-page]").evaluateAll((elements) => elements.map((element) => element.outerHTML));
}

/** The page-specific elements of the prerendered page's head. */
async function writtenToMachines(page: Page): Promise<string[]> {
  const html = await (await page.request.get(page.url())).text();
  return page.evaluate((text) => {
    const written = new DOMParser().parseFromString(text, "text/html");
    return [...written.querySelectorAll("head [data-page]")].map((element) => element.outerHTML);
  }, html);
}

test("a link inside the app brings the head of the page it leads to", async ({ page }) => {
  const job = new JobPage(page);
  await job.open(JOB);
  expect((await saidToMachines(page)).join("\n")).toContain('"@type":"JobPosting"');
  await job.goTo("Companies");
  await expect(job.title).toHaveText("Companies");
  const written = await writtenToMachines(page);
  expect(written.join("\n")).toContain("/companies/");
  await expect.poll(() => saidToMachines(page)).toEqual(written);
});

test("a similar job reached inside the app carries its own posting, and Back the one before", async ({ page }) => {
  const job = new JobPage(page);
  await job.open(JOB);
  const before = await saidToMachines(page);
  await job.similar.first().getByRole("heading").getByRole("link").click();
  await expect(job.title).not.toHaveText(".NET cloud");
  const written = await writtenToMachines(page);
  expect(written).not.toEqual(before);
  await expect.poll(() => saidToMachines(page)).toEqual(written);
  await page.goBack();
  await expect.poll(() => saidToMachines(page)).toEqual(before);
});

test("another landing page reached inside the app shows its own jobs and head, and Back the ones before", async ({ page }) => {
  const cards = page.getByRole("article").getByRole("heading").getByRole("link");
  await new BoardPage(page).visit("react-jobs-in-bengaluru/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("React jobs in Bengaluru");
  const before = { head: await saidToMachines(page), cards: await cards.allInnerTexts() };
  await page.getByRole("main").getByRole("link", { name: "JavaScript jobs in Bengaluru" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("JavaScript jobs in Bengaluru");
  const written = await writtenToMachines(page);
  await expect.poll(() => saidToMachines(page)).toEqual(written);
  expect(await cards.allInnerTexts()).not.toEqual(before.cards);
  await page.goBack();
  await expect.poll(() => saidToMachines(page)).toEqual(before.head);
  await expect.poll(() => cards.allInnerTexts()).toEqual(before.cards);
});

test("of a search, machines are told what it is and the address of the list it searches", async ({ page }) => {
  const job = new JobPage(page);
  await job.open(JOB);
  await job.goTo("Jobs");
  await expect(job.title).toHaveText("Jobs");
  const description = expect.stringMatching(/name="description" content="All open jobs on /);
  const address = expect.stringMatching(/rel="canonical" href="[^"?]*\/jobs\/"/);
  await expect.poll(() => saidToMachines(page)).toEqual([description, address]);
});

test("a page that outlives its job says so, and takes back what it told machines", async ({ page }) => {
  await page.clock.setFixedTime(new Date(Date.now() + 2 * 365 * 86_400_000));
  const job = new JobPage(page);
  await job.open(JOB);
  await expect(job.posting).toContainText("This job closed on");
  await expect(job.apply).toHaveCount(0);
  await expect.poll(async () => (await saidToMachines(page)).join("\n")).toMatch(/^<meta [^>]*noindex[^>]*>$/);
});

/** The closing days of the jobs on a page; null or undefined if a job has none. */
async function closings(page: Page, address: string): Promise<(number | null | undefined)[]> {
  const html = await (await page.request.get(address)).text();
  const values = JSON.parse(/id="page-data"[^>]*>([^<]*)</.exec(html)?.[1] ?? "{}").page;
  const cards = values.Company?.jobs ?? values.Job.similar.map(({ card }: { card: object }) => card);
  return cards.map((card: { valid_through?: number | null }) => card.valid_through);
}

for (const [name, address, list] of [
  ["company", "companies/altimetrik/", "main"],
  ["job", `jobs/${JOB}/`, "section[aria-labelledby=similar]"],
] as const) {
  test(`a ${name}'s page that outlives some of its jobs shows those that are still open`, async ({ page }) => {
    const days = await closings(page, address);
    const openCount = days.filter((day) => day == null).length;
    expect(openCount).toBeLessThan(days.length);
    const cards = page.locator(list).getByRole("article");
    const board = new BoardPage(page);
    await board.visit(address);
    await expect(cards).toHaveCount(days.length);
    await page.clock.setFixedTime(new Date(Date.now() + 2 * 365 * 86_400_000));
    await board.visit(address);
    await expect(cards).toHaveCount(openCount);
    if (name == "company") {
      await expect(page.getByRole("heading", { name: / open jobs?$/ })).toHaveText(`${openCount} open jobs`);
    }
  });
}

test("a skill in a city is reached from the front page and leads to its jobs", async ({ page }) => {
  const board = new BoardPage(page);
  await board.visit("");
  const link = page.getByRole("region", { name: "Popular searches" }).getByRole("link").first();
  const name = await link.innerText();
  await link.click();
  await expect(board.title).toHaveText(name);
  await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("heading", { name: "Job description" })).toBeVisible();
});

test.describe("an address that no longer has a page", () => {
  test.use({ expectedComplaints: NOT_FOUND_COMPLAINT });

  for (const { path, words } of [
    { path: "jobs/gone-job-acme/", words: "This job is no longer here" },
    { path: "gone-jobs-in-pune/", words: "Nothing is at this address" },
    { path: "gone/", words: "Nothing is at this address" },
  ]) {
    test(`${path} says so, and the app lives there`, async ({ page }) => {
      const board = new BoardPage(page);
      await board.visit(path);
      await expect(page.getByRole("heading", { name: words })).toBeVisible();
      await board.goTo("Companies");
      await expect(board.title).toHaveText("Companies");
    });
  }
});
