// The sample board opens at all: if this fails, nothing else is worth reading.

import { expect, test } from "./support/fixtures";
import { visitInFirefox } from "./support/firefox";

test("the home page opens without a complaint", async ({ page }) => {
  const response = await page.goto("./");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test.describe("an address that names nothing", () => {
  // Chromium reports the status of the page itself on the console.
  test.use({ expectedComplaints: [/status of 404 .*\/nowhere\//] });

  test("says so and leads on", async ({ page }) => {
    const response = await page.goto("./nowhere/");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("link").first()).toBeVisible();
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the home page reads the same", async ({ page }) => {
    await page.goto("./");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("the home page opens in Firefox too", async ({ baseURL }) => {
  const complaints = await visitInFirefox(baseURL ?? "", async (page) => {
    expect(await page.$eval("h1", (heading) => heading.textContent)).toBeTruthy();
  });
  expect(complaints).toEqual([]);
});
