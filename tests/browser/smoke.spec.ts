// The sample board opens. If this fails, look at nothing else first.

import { expect, test } from "./support/fixtures";
import { NOT_FOUND_COMPLAINT } from "./support/page-kinds";

test("the home page opens without a complaint", async ({ page }) => {
  const response = await page.goto("./");
  expect(response?.status()).toBe(200);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test.describe("an address that names nothing", () => {
  test.use({ expectedComplaints: NOT_FOUND_COMPLAINT });

  test("says so and leads on", async ({ page }) => {
    const response = await page.goto("./nowhere/");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "Nothing is at this address" })).toBeVisible();
    await page.getByRole("link", { name: "All jobs" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Jobs" })).toBeVisible();
  });
});
