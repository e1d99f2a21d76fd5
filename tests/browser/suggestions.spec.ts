// The search box suggests completions while a visitor types.

import { findings } from "./support/audit";
import { expect, test } from "./support/fixtures";
import { SearchPage, jobs, numberIn } from "./support/pages/search-page";

test("a suggestion leads to as many jobs as it says", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("kaf");
  const skill = search.suggestions.filter({ hasText: "Skill" }).first();
  await expect(skill).toContainText("Kafka");
  const promised = numberIn(await skill.locator(".suggestion-count").innerText());
  await skill.click();
  await expect(search.summary).toHaveText(jobs(promised));
  await expect(search.chips).toHaveText([/Kafka/]);
  await expect(search.field).toHaveValue("");
  await expect(search.field).toBeFocused();
  await page.goBack();
  await expect(search.field).toHaveValue("kaf");
});

for (const [how, target] of [
  ["choosing a suggestion", "[role=option]"],
  ["following a filter", ".filters a[href*='&location=']"],
] as const) {
  test(`Back returns to words that were typed just before ${how}`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open();
    await search.field.pressSequentially("kaf");
    await expect(search.suggestions.first()).toContainText("Kafka");
    await expect(page).toHaveURL(/q=kaf$/);
    // In one go, because the address follows by itself after a short pause.
    await search.field.evaluate(async (field: HTMLInputElement, target) => {
      field.value = "kafk";
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      document.querySelector<HTMLElement>(target)?.click();
    }, target);
    await expect(search.chips).toHaveCount(1);
    await page.goBack();
    await expect(search.field).toHaveValue("kafk");
    await expect(page).toHaveURL(/q=kafk$/);
    await page.goBack();
    await expect(page).toHaveURL("about:blank");
  });
}

test("arrow keys reach suggestions, Enter chooses one, and the field keeps the focus", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("java kaf");
  await expect(search.suggestions.first()).toBeVisible();
  await expect(search.field).toHaveAttribute("aria-expanded", "true");
  await search.field.press("ArrowDown");
  await expect(search.suggestions.first()).toHaveAttribute("aria-selected", "true");
  await expect(search.field).toHaveAttribute("aria-activedescendant", "search-suggestion-0");
  await search.field.press("ArrowUp");
  await expect(search.field).not.toHaveAttribute("aria-activedescendant");
  await search.field.press("ArrowDown");
  await search.field.press("Enter");
  await expect(search.suggestions).toHaveCount(0);
  await expect(search.field).toBeFocused();
  await expect(page).toHaveURL(/q=java/);
});

test("Escape closes the list and leaves the words", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("kaf");
  await expect(search.suggestions.first()).toBeVisible();
  await search.field.press("Escape");
  await expect(search.suggestions).toHaveCount(0);
  await expect(search.field).toHaveValue("kaf");
  await expect(search.field).toHaveAttribute("aria-expanded", "false");
});

test("Enter without a chosen suggestion goes to the results", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("kaf");
  await search.field.press("Enter");
  await expect(search.suggestions).toHaveCount(0);
  await expect(search.summary).toBeFocused();
});

test("an open list has no accessibility violation, on a phone neither", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.field.pressSequentially("en");
  await expect(search.suggestions.first()).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 640 });
  expect(await findings(page)).toEqual([]);
});
