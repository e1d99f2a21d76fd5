// Printing a job: the text stays, and controls that need a screen are removed.

import { daysBeforeBuild } from "./support/built";
import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";

const FIRST_JOB = "net-cloud-altimetrik";

/** Width of A4 paper without margins of 1.8 cm, in CSS pixels. */
const PAPER_WIDTH = 657;

test.describe("a job's page on paper", () => {
  let job: JobPage;

  test.beforeEach(async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: PAPER_WIDTH, height: 960 });
    job = new JobPage(page);
    await job.open(FIRST_JOB);
  });

  test("shows the job, its facts and who hires", async ({ page }) => {
    await expect(job.title).toBeVisible();
    for (const words of ["8 - 12 yrs", "₹10L - ₹30L / yr", "Full-time", daysBeforeBuild(3)]) {
      await expect(job.posting.getByText(words).first()).toBeVisible();
    }
    await expect(job.section("Skills")).toBeVisible();
    await expect(job.section("About Altimetrik")).toBeVisible();
    await expect(page.getByRole("link", { name: "Openroles Sample Board", exact: true })).toBeVisible();
  });

  test("shows the whole description", async () => {
    const end = job.description.getByText("Keep your footing in an agile team whose plans change");
    await expect(end).toBeVisible();
    const heights = await job.description.evaluate((section) => {
      const text = section.querySelector(".read-more-text") ?? section;
      return [text.scrollHeight, text.getBoundingClientRect().height];
    });
    expect(heights[0]).toBeLessThanOrEqual((heights[1] ?? 0) + 1);
  });

  test("spells out where to apply", async () => {
    await expect(job.apply).toBeVisible();
    const printed = await job.apply.evaluate((link) => getComputedStyle(link, "::after").content);
    expect(printed).toContain("https://example.com/apply/altimetrik-net-cloud");
    // Also if backgrounds are printed.
    await expect(job.apply).toHaveCSS("background-color", "rgba(0, 0, 0, 0)");
    await expect(job.apply).toHaveCSS("color", "rgb(0, 0, 0)");
  });

  test("hides navigation, buttons, other jobs and what the board says of itself", async ({ page }) => {
    await expect(page.getByRole("navigation")).toHaveCount(0);
    await expect(page.getByRole("contentinfo")).toHaveCount(0);
    await expect(job.description.getByText(/^Read (more|less)$/).first()).toBeHidden();
    for (const name of [
      "Similar jobs",
      "Connect with the team",
      "Company social profiles",
      "Users love Openroles Sample Board",
      "Companies hiring on Openroles Sample Board",
      "Didn't find the job you were looking for?",
    ]) {
      await expect(job.section(name)).toHaveCount(0);
      await expect(page.getByRole("heading", { name, includeHidden: true }), name).toBeHidden();
    }
  });

  test("is black on white and within the margins, whatever the reader's look", async ({ page }) => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const colors = await job.title.evaluate((title) => [
      getComputedStyle(title).color,
      getComputedStyle(document.body).backgroundColor,
    ]);
    expect(colors).toEqual(["rgb(0, 0, 0)", "rgb(255, 255, 255)"]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PAPER_WIDTH);
  });
});
