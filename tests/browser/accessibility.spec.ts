// Accessibility: audits find nothing, and everything works without a mouse.

import { findings } from "./support/audit";
import { expect, test } from "./support/fixtures";
import { NOT_FOUND_COMPLAINT, PAGE_KINDS } from "./support/page-kinds";
import { BoardPage } from "./support/pages/board-page";
import { PhoneSearchPage } from "./support/pages/phone-search-page";
import { SearchPage } from "./support/pages/search-page";

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test.describe(`${colorScheme} at ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 800 } });

      for (const { name, path } of PAGE_KINDS) {
        test(`an audit finds nothing on ${name}`, async ({ page }) => {
          await new BoardPage(page).visit(path);
          expect(await findings(page)).toEqual([]);
        });
      }

      test("an audit finds nothing on a refined and corrected search", async ({ page }) => {
        const search = new SearchPage(page);
        await search.open("?q=enginer&skill=Java&-source=agency&salary=1000000&sort=newest&bad=1");
        await expect(search.correction).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });

      test("an audit finds nothing where no job matches", async ({ page }) => {
        const search = new SearchPage(page);
        await search.open("?q=altimetrik&skill=PHP");
        await expect(search.summary).toHaveText("0 jobs");
        expect(await findings(page)).toEqual([]);
      });
    });
  }
}

test.describe("an address that names nothing", () => {
  test.use({ expectedComplaints: NOT_FOUND_COMPLAINT });

  test("passes the audit too", async ({ page }) => {
    await new BoardPage(page).visit("nowhere/");
    expect(await findings(page)).toEqual([]);
  });
});

test("an audit finds nothing in the open drawer", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const search = new PhoneSearchPage(page);
  await search.open("?skill=Java&-source=agency");
  await search.openFilters();
  await expect(search.closer).toBeFocused();
  expect(await findings(page)).toEqual([]);
});

for (const { name, path } of PAGE_KINDS) {
  // 1280 pixels at 400 % zoom.
  test(`${name} needs no sideways scrolling at the largest zoom`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    const board = new BoardPage(page);
    await board.visit(path);
    expect(await board.overhang()).toBe(0);
  });
}

test("the chosen refinement can be told apart in forced colors", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  const search = new SearchPage(page);
  await search.open("?workplace=remote");
  const outline = (value: string) =>
    search
      .value("Workplace", value)
      .locator("span")
      .first()
      .evaluate((box) => getComputedStyle(box).outlineStyle);
  await expect.poll(() => outline("Remote")).toBe("solid");
  expect(await outline("Hybrid")).toBe("none");
});

test("nothing moves for those who asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await new SearchPage(page).open();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter(
        (element) =>
          parseFloat(getComputedStyle(element).transitionDuration) > 0 ||
          getComputedStyle(element).animationName !== "none",
      ).length,
  );
  expect(moving).toBe(0);
});
