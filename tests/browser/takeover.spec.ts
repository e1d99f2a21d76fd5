// The app takes over a prerendered page without the visitor noticing.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { PAGE_KINDS, PRERENDERED_KINDS } from "./support/page-kinds";
import { BoardPage } from "./support/pages/board-page";
import { SearchPage } from "./support/pages/search-page";
import { shiftsOf, watchShifts } from "./support/shifts";

/** Keeps the app from loading until the returned function is called. */
async function holdBackApp(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

for (const { name, path } of PRERENDERED_KINDS) {
  test(`${name} keeps every element when the app arrives`, async ({ page }) => {
    const board = new BoardPage(page);
    const release = await holdBackApp(page);
    await page.goto(`./${path}`);
    const count = await page.evaluate(() => {
      const elements = [...document.querySelectorAll("#app *")];
      Object.assign(window, { before: elements });
      return elements.length;
    });
    expect(count).toBeGreaterThan(50);
    release();
    await board.takenOver();
    const kept = await page.evaluate(
      () => (window as unknown as { before: Element[] }).before.filter((element) => element.isConnected).length,
    );
    expect(kept).toBe(count);
  });
}

for (const width of [360, 1280]) {
  for (const { name, path } of PAGE_KINDS) {
    test(`nothing moves on ${name} at ${width} pixels`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await watchShifts(page);
      const board = new BoardPage(page);
      const loaded =
        path == "jobs/"
          ? page.waitForResponse(/\/data\/columns\./)
          : Promise.resolve(undefined);
      await board.visit(path);
      await (await loaded)?.finished();
      await board.frames(20);
      expect(await shiftsOf(page)).toEqual([]);
    });
  }
}

test("words typed before the app arrives are kept and searched", async ({ page }) => {
  const search = new SearchPage(page);
  const release = await holdBackApp(page);
  await page.goto("./jobs/");
  await search.type("altimetrik");
  release();
  await expect(search.titles.first()).toHaveText(".NET cloud");
  await expect(search.field).toHaveValue("altimetrik");
  await expect(page).toHaveURL(/\?q=altimetrik$/);
});

test("words typed on the home page before the app arrives are kept", async ({ page }) => {
  const search = new SearchPage(page);
  const release = await holdBackApp(page);
  await page.goto("./");
  await search.type("altimetrik");
  release();
  await search.takenOver();
  await expect(search.field).toHaveValue("altimetrik");
  await search.submit();
  await expect(search.titles.first()).toHaveText(".NET cloud");
});

test("the focus and the caret stay where they were", async ({ page }) => {
  const search = new SearchPage(page);
  const release = await holdBackApp(page);
  await page.goto("./jobs/");
  await search.type("java kafka");
  await search.field.evaluate((field: HTMLInputElement) => field.setSelectionRange(4, 4));
  release();
  await expect(search.field).toHaveValue("java kafka");
  await search.takenOver();
  await expect(search.field).toBeFocused();
  await search.field.press("s");
  await expect(search.field).toHaveValue("javas kafka");
});

test("a link followed before the app arrives leads where it says", async ({ page }) => {
  const search = new SearchPage(page);
  const release = await holdBackApp(page);
  await page.goto("./jobs/");
  await search.refine("Workplace", "Remote");
  await expect(page).toHaveURL(/workplace=remote/);
  release();
  await expect(search.chips).toHaveText(["Remote"]);
});

test("a search asked for in the address does not wait behind other jobs unmarked", async ({ page }) => {
  const release = await holdBackApp(page);
  await page.goto("./jobs/?q=altimetrik");
  const results = page.getByRole("article").first();
  const opacity = () => results.evaluate((card) => Number(getComputedStyle(card.closest("section") ?? card).opacity));
  await expect.poll(opacity).toBeLessThan(1);
  release();
  await expect(results).toContainText(".NET cloud");
  await expect.poll(opacity).toBe(1);
});
