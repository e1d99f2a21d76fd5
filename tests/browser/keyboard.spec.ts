// Using the search page with the keyboard: few tab stops, and focus where a visitor expects it.

import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

test("from the search field, the first job is three stops away", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.focus();
  // The button, then the link above the filters.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(search.skipToResults).toBeFocused();
  await expect(search.skipToResults).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(search.summary).toBeFocused();
  await search.tabTo(search.titles.first().getByRole("link"));
  await expect(page).toHaveURL(/\/jobs\/$/);
});

test("a facet is one stop, and arrow keys move inside", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const values = search.facet("Skill").getByRole("listitem");
  const first = values.first().getByRole("link").first();
  const second = values.nth(1).getByRole("link").first();
  await search.tabTo(first);
  await page.keyboard.press("ArrowDown");
  await expect(second).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(values.nth(1).getByRole("link", { name: /^Exclude / })).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(values.first().getByRole("link", { name: /^Exclude / })).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(first).toBeFocused();
  await page.keyboard.press("End");
  await expect(values.last().getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Home");
  await expect(first).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(search.facet("Skill").getByRole("button", { name: /^Show all/ })).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(first).toBeFocused();
});

test("a value that was refined keeps the focus, and stays the facet's stop", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.tabTo(search.facet("Skill").getByRole("listitem").first().getByRole("link").first());
  await page.keyboard.press("ArrowDown");
  const name = await page.evaluate(() => document.activeElement?.querySelector(".refinement-label")?.textContent ?? "");
  await page.keyboard.press("Enter");
  await expect(search.chips).toHaveText([name]);
  await expect(search.value("Skill", name)).toBeFocused();
});

test("Back returns the focus to the card that was opened", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  const opened = search.titles.nth(7).getByRole("link");
  await opened.focus();
  await page.keyboard.press("Enter");
  await expect(new JobPage(page).title).toBeFocused();
  await page.goBack();
  await expect(opened).toBeFocused();
});

test("Back returns the focus to the similar job that was opened", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("net-cloud-altimetrik");
  const opened = job.similar.nth(1).getByRole("heading").getByRole("link");
  await opened.focus();
  await page.keyboard.press("Enter");
  await expect(job.title).toBeFocused();
  await expect(job.title).not.toHaveText(".NET cloud");
  await page.goBack();
  await expect(job.title).toHaveText(".NET cloud");
  await expect(opened).toBeFocused();
});

test("another page of results begins at their heading", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.pages.getByRole("link", { name: "Next" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/page=2/);
  await expect(search.summary).toBeFocused();
  await search.sortBy("Salary");
  await expect(page).not.toHaveURL(/page=2/);
  await expect(search.sortLinks.getByRole("link", { name: "Salary" })).toBeFocused();
});

for (const [search, link] of [
  ["?q=xyzzyx", "Start over with all jobs"],
  ["?q=sofware", "Search instead for sofware"],
] as const) {
  test(`the link “${link}” is gone once followed, and leaves the focus at the results`, async ({ page }) => {
    const list = new SearchPage(page);
    await list.open(search);
    await page.getByRole("link", { name: link }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("link", { name: link })).toHaveCount(0);
    await expect(list.summary).toBeFocused();
  });
}

for (const [percent, width] of [
  [150, 360],
  [200, 360],
] as const) {
  test(`with text at ${percent} % and ${width} pixels, nothing runs out of the page and the field shows its words`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 780 });
    const search = new SearchPage(page);
    await search.open("?q=javascript");
    await page.evaluate((size) => (document.documentElement.style.fontSize = `${size}%`), percent);
    expect(await search.overhang()).toBe(0);
    const room = await search.field.evaluate((field) => {
      const style = getComputedStyle(field);
      return field.clientWidth / Number.parseFloat(style.fontSize);
    });
    // Ems; about twice as many letters fit.
    expect(room).toBeGreaterThan(5);
  });
}

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("marked words stand out from their ground by 4.5 : 1", async ({ page }) => {
      const search = new SearchPage(page);
      await search.open("?q=java");
      const marks = page.getByRole("article").locator("mark");
      await expect(marks.first()).toBeVisible();
      const ratios = await marks.evaluateAll((elements) => {
        const light = (color: string) => {
          const parts = (color.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
          const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
          return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0) + 0.05;
        };
        return elements.map((element) => {
          const style = getComputedStyle(element);
          const [text, ground] = [light(style.color), light(style.backgroundColor)];
          return Math.max(text, ground) / Math.min(text, ground);
        });
      });
      expect(Math.min(...ratios)).toBeGreaterThan(4.5);
    });
  });
}

test("without words, the list says that it is in the order of dates", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await expect(search.sortLinks.getByRole("link")).toHaveText(["Newest", "Salary"]);
  await expect(search.sortLinks.locator("[aria-current=true]")).toHaveText("Newest");
  await search.type("java");
  await expect(search.sortLinks.locator("[aria-current=true]")).toHaveText("Relevance");
});
