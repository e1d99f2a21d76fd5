// On phones, the filters are a drawer that covers the page.

import { expect, test } from "./support/fixtures";
import { PhoneSearchPage } from "./support/pages/phone-search-page";
import { jobs } from "./support/pages/search-page";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

test("the drawer opens with the focus inside", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await expect(search.drawer).toBeHidden();
  await search.openFilters();
  await expect(search.drawer).toBeVisible();
  await expect(search.closer).toBeFocused();
});

test("what lies behind the drawer is out of reach", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  await expect(search.drawer).toBeVisible();
  for (let presses = 0; presses < 100; presses += 1) {
    await page.keyboard.press("Tab");
    const place = await page.evaluate(
      () => document.activeElement?.closest("header, footer, .results, .jobs-head")?.className ?? "",
    );
    expect(place).toBe("");
  }
});

test("the way back says how many jobs there are, as one refines", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  const promised = await search.promised("Workplace", "Remote");
  await search.refine("Workplace", "Remote");
  await expect(search.show).toHaveText(`Show ${jobs(promised)}`);
  await search.show.click();
  await expect(search.drawer).toBeHidden();
  await expect(search.summary).toHaveText(jobs(promised));
  await expect(search.opener).toHaveText("Filters (1)");
});

test("Escape closes the drawer and gives the focus back", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  await expect(search.closer).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(search.drawer).toBeHidden();
  await expect(search.opener).toBeFocused();
});

test("closing the drawer gives the focus back", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  await search.closeFilters();
  await expect(search.drawer).toBeHidden();
  await expect(search.opener).toBeFocused();
  await expect(search.titles.first()).toBeVisible();
});

test("Back closes nothing but undoes the refinement", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  await search.refine("Workplace", "Remote");
  await expect(page).toHaveURL(/workplace=remote/);
  await page.goBack();
  await expect(search.value("Workplace", "Remote")).not.toHaveAttribute("aria-current", "true");
});

test("a wider window shows the page again behind an open drawer", async ({ page }) => {
  const search = new PhoneSearchPage(page);
  await search.open();
  await search.openFilters();
  await expect(search.drawer).toBeVisible();
  await page.setViewportSize({ width: 1280, height: 740 });
  await expect(search.titles.first()).toBeVisible();
});
