// Without JavaScript, visitors can read every page, browse, and apply.

import { expect, test } from "./support/fixtures";
import { NOT_FOUND_COMPLAINT } from "./support/page-kinds";

test.use({ javaScriptEnabled: false });

test("the home page leads to jobs and companies", async ({ page }) => {
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Tech and product jobs across India, searched in your own browser",
  );
  await expect(page.getByRole("region", { name: "Jobs to start with" }).getByRole("article")).toHaveCount(6);
  await page.getByRole("link", { name: "Companies" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Companies");
});

test("the list of jobs shows jobs, and nothing that cannot work", async ({ page }) => {
  await page.goto("./jobs/");
  await expect(page.getByRole("article")).toHaveCount(20);
  await expect(page.getByRole("searchbox")).toHaveCount(0);
  await expect(page.getByRole("group", { name: "Skill" })).toHaveCount(0);
  await expect(page.getByRole("paragraph").filter({ hasText: "Search and filters need JavaScript" })).toBeVisible();
});

test("a link with a search says that the newest jobs are shown", async ({ page }) => {
  await page.goto("./jobs/?q=rust");
  const notice = page.getByRole("paragraph").filter({ hasText: "Without it, this page shows the newest jobs" });
  await expect(notice).toBeInViewport();
});

test("a skill of a job leads to jobs that ask for it", async ({ page }) => {
  await page.goto("./react-jobs-in-bengaluru/");
  await page.getByRole("article").first().getByRole("heading").getByRole("link").click();
  await page.getByRole("region", { name: "Skills" }).getByRole("link", { name: "React", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^React jobs in /);
});

test("the list can be walked to its next page and back", async ({ page }) => {
  await page.goto("./jobs/");
  const first = await page.getByRole("article").first().innerText();
  await page.getByRole("link", { name: /^All jobs, page 1 of \d+$/ }).click();
  await expect(page).toHaveURL(/\/jobs\/page\/1\/$/);
  expect(await page.getByRole("article").first().innerText()).toBe(first);
  await expect(page.getByRole("article")).toHaveCount(100);
  await page.getByRole("link", { name: "Next", exact: true }).click();
  await expect(page).toHaveURL(/\/jobs\/page\/2\/$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^All jobs, page 2 of \d+$/);
  expect(await page.getByRole("article").first().innerText()).not.toBe(first);
  await page.getByRole("link", { name: "Previous", exact: true }).click();
  await expect(page).toHaveURL(/\/jobs\/page\/1\/$/);
});

test("a job can be read to its end and applied for", async ({ page }) => {
  await page.goto("./jobs/net-cloud-altimetrik/");
  await page.getByText("Read more").first().click();
  await expect(page.getByText("Keep your footing in an agile team whose plans change")).toBeVisible();
  await expect(page.getByRole("link", { name: "Apply now for .NET cloud" })).toHaveAttribute(
    "href",
    /^https:\/\/example\.com\/apply\//,
  );
});

test("similar jobs give their reasons", async ({ page }) => {
  await page.goto("./jobs/net-cloud-altimetrik/");
  const similar = page.getByRole("article").filter({ hasText: /shared skills?|also “|similar experience|same company/ });
  await expect(similar).toHaveCount(6);
  await page.getByRole("link", { name: "More similar jobs" }).click();
  await expect(page.getByRole("paragraph").filter({ hasText: "This list needs JavaScript." })).toBeVisible();
});

test("the companies lead to a company and its jobs", async ({ page }) => {
  await page.goto("./companies/");
  await page.getByRole("link", { name: "Altimetrik", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Altimetrik");
  await page.getByRole("link", { name: ".NET cloud" }).click();
  await expect(page).toHaveURL(/\/jobs\/net-cloud-altimetrik\/$/);
});

test.describe("an address that names nothing", () => {
  test.use({ expectedComplaints: NOT_FOUND_COMPLAINT });

  test("leads on", async ({ page }) => {
    await page.goto("./jobs/gone/");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nothing is at this address");
    await page.getByRole("link", { name: "All jobs" }).click();
    await expect(page.getByRole("article")).toHaveCount(20);
  });
});
