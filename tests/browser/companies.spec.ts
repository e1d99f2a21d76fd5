// The list of companies: by name with initials, by number of jobs, and filtered by name.

import { expect, test } from "./support/fixtures";
import { CompaniesPage } from "./support/pages/companies-page";

test("a company is found by a part of its name", async ({ page }) => {
  const list = new CompaniesPage(page);
  await list.open();
  const all = await list.companies.count();
  await list.field.fill("ALTIM");
  await expect(list.companies).toHaveText(["Altimetrik"]);
  await expect(list.count).toHaveText("1 company");
  await list.field.fill("");
  await expect(list.companies).toHaveCount(all);
});

test("a name that no company has says so, and all are back when it is gone", async ({ page }) => {
  const list = new CompaniesPage(page);
  await list.open();
  await list.field.fill("no such company");
  await expect(list.count).toHaveText("0 companies");
  await expect(page.getByText("No company is called “no such company”")).toBeVisible();
  await list.field.fill("");
  await expect(list.letters).toBeVisible();
});

test("Back from a company finds the list as it was left", async ({ page }) => {
  const list = new CompaniesPage(page);
  await list.open();
  await list.sortBy("Number of jobs");
  await list.field.fill("altim");
  await list.companies.first().click();
  await expect(list.title).toHaveText("Altimetrik");
  await page.goBack();
  await expect(list.companies).toHaveText(["Altimetrik"]);
  await expect(list.field).toHaveValue("altim");
  await expect(page).toHaveURL(/sort=jobs/);
});

test("companies with the most jobs come first when asked for, also by a link", async ({ page }) => {
  const list = new CompaniesPage(page);
  await list.open();
  const all = await list.companies.count();
  await list.sortBy("Number of jobs");
  await expect(page).toHaveURL(/\/companies\/\?sort=jobs$/);
  const counts = await list.jobCounts();
  expect(counts).toHaveLength(all);
  expect(counts).toEqual([...counts].sort((one, other) => other - one));
  expect(counts[0]).toBeGreaterThan(counts.at(-1) ?? 0);
  await page.reload();
  await list.takenOver();
  expect(await list.jobCounts()).toEqual(counts);
});

test("what is typed before the app arrives counts", async ({ page }) => {
  const list = new CompaniesPage(page);
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  await page.goto("./companies/");
  await list.field.fill("altim");
  release();
  await expect(list.companies).toHaveText(["Altimetrik"]);
  await expect(list.field).toHaveValue("altim");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a letter leads to its companies", async ({ page }) => {
      await page.goto("./companies/");
      const last = new CompaniesPage(page).letters.getByRole("link").last();
      const letter = await last.innerText();
      const heading = page.getByRole("heading", { level: 2, name: letter, exact: true });
      await expect(heading).not.toBeInViewport();
      await last.click();
      await expect(heading).toBeInViewport();
      await expect(page).toHaveURL(/#companies-/);
    });
  });
}

test("on a phone, a company takes one short line", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 800 });
  const list = new CompaniesPage(page);
  await list.open();
  const count = await list.companies.count();
  // Scrolls through the page once, so that every group has a layout.
  for (let position = 0; position < count * 50; position += 800) {
    await page.evaluate((top) => scrollTo(0, top), position);
  }
  await list.frames(2);
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  expect(height).toBeLessThan(count * 45);
  const elements = await page.locator(".companies *").count();
  expect(elements, "elements to each company").toBeLessThanOrEqual(count * 3);
});
