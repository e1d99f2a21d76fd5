// Charts: each is a picture for sighted visitors and a table for screen readers, and both agree with the search.

import type { Locator } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { numberIn, SearchPage } from "./support/pages/search-page";

/** The cells next to a table's row headers, by header. */
async function rowsOf(table: Locator): Promise<Map<string, string>> {
  const pairs = await table
    .locator("tbody tr")
    .evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent ?? "")));
  return new Map(pairs.map(([label = "", value = ""]) => [label, value]));
}

function sum(counts: Iterable<string>): number {
  return [...counts].reduce((total, count) => total + Number(count), 0);
}

test("the bars of pay and the jobs without stated pay are all jobs", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const bars = await rowsOf(search.facet("Salary per year").getByRole("table"));
  const hidden = page.getByRole("link", { name: /^Hide [\d,]+ jobs? without stated pay$/ });
  expect(sum(bars.values()) + numberIn(await hidden.innerText())).toBe(await search.count());
  expect(bars.size).toBeGreaterThan(5);
});

test("the bar of one's own years is what entering them gives, and the others are faint then", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const chart = search.facet("Experience");
  const promised = Number((await rowsOf(chart.getByRole("table"))).get("5"));
  await search.enterExperience("5");
  await expect(page).toHaveURL(/experience=5/);
  const unstated = numberIn(await chart.getByText(/n't state it/).innerText());
  await expect.poll(() => search.count()).toBe(promised + unstated);
  await expect(chart.locator(".bar:not(.bar--faint)")).toHaveCount(1);
});

test("the bars of a facet stand in the proportion of its counts", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const rows = await search
    .facet("Location")
    .getByRole("listitem")
    .evaluateAll((items) =>
      items.map((item) => ({
        count: Number(item.querySelector(".refinement-count")?.firstChild?.textContent?.replaceAll(",", "")),
        length: Number(item.querySelector(".refinement-bar rect")?.getAttribute("width")),
      })),
    );
  expect(rows.length).toBeGreaterThan(3);
  const most = Math.max(...rows.map((row) => row.count));
  for (const { count, length } of rows) {
    expect(length).toBe(Math.ceil((100 * count) / most));
  }
});

test("a job's pay stands among that of similar jobs, and the words count the rows below it", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("net-cloud-altimetrik");
  const section = job.section("How this pay compares");
  const rows = await rowsOf(section.getByRole("table"));
  expect(rows.get("This job")).toBe("₹10L - ₹30L / yr");
  const others = [...rows.keys()].filter((label) => label !== "This job").length;
  await expect(section.getByText(/^The top of this range is above/)).toContainText(` of ${others} similar jobs`);
  await expect(section.locator(".bar:not(.bar--faint)")).toHaveCount(1);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a job's page has its chart", async ({ page }) => {
    await page.goto("./jobs/net-cloud-altimetrik/");
    const section = page.getByRole("region", { name: "How this pay compares" });
    await expect(section.getByRole("row", { name: "This job ₹10L - ₹30L / yr" })).toHaveCount(1);
  });

  test("a company's page says when its jobs were posted, and leaves none out", async ({ page }) => {
    await page.goto("./companies/amber-acorn-software/");
    const section = page.getByRole("region", { name: "Hiring over time" });
    const open = numberIn(await page.getByRole("heading", { name: /open jobs?$/ }).innerText());
    expect(sum((await rowsOf(section.getByRole("table"))).values())).toBe(open);
  });
});
