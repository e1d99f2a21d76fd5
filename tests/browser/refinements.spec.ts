// A visitor narrows the results: every number beside a choice is the number one gets.

import { expect, test } from "./support/fixtures";
import { SearchPage, jobs, numberIn } from "./support/pages/search-page";

for (const [facet, value] of [
  ["Skill", "Java"],
  ["Location", "Karnataka"],
  ["Workplace", "Remote"],
  ["Employment type", "Full-time"],
  ["Date posted", "Last 7 days"],
  ["Posted by", "Recruitment agency"],
] as const) {
  test(`the count beside ${value} is the number of jobs it leaves`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open();
    const promised = await search.promised(facet, value);
    await search.refine(facet, value);
    await expect(search.summary).toHaveText(jobs(promised));
    await expect(search.value(facet, value)).toHaveAttribute("aria-current", "true");
  });
}

test("the other values of a refined facet keep their counts", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  await expect(search.summary).toHaveText(/\d/);
  const before = await search.values("Workplace");
  await search.refine("Workplace", "Remote");
  await expect(search.chips).toHaveText(["Remote"]);
  const after = await search.values("Workplace");
  expect(after).toHaveLength(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

test("two values of one facet give the jobs of either", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const both = (await search.promised("Posted by", "Employer")) + (await search.promised("Posted by", "Recruitment agency"));
  await search.refine("Posted by", "Employer");
  await expect(page).toHaveURL(/source=direct/);
  await search.refine("Posted by", "Recruitment agency");
  await expect(search.summary).toHaveText(jobs(both));
});

test("excluding a value leaves the jobs without it", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const rest = (await search.count()) - (await search.promised("Posted by", "Recruitment agency"));
  await search.exclude("Posted by", "Recruitment agency");
  await expect(search.summary).toHaveText(jobs(rest));
  await expect(page).toHaveURL(/\?-source=agency$/);
  await expect(search.chips).toHaveText(["Not Recruitment agency"]);
});

test("a chip takes its own refinement away and no other", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?skill=Java&workplace=remote");
  await search.removeChip("Skill: Java");
  await expect(search.chips).toHaveText(["Remote"]);
  await expect(page).toHaveURL(/\?workplace=remote$/);
});

test("clearing all keeps the words and the order", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java&skill=Java&-source=agency&sort=newest");
  await search.clearAll();
  await expect(search.chips).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=java&sort=newest$/);
});

test("all named skills can be asked for instead of any", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?skill=Java&skill=Python");
  await expect(search.summary).toHaveText(/\d/);
  const any = await search.count();
  await page.getByRole("link", { name: "Match all of these skills" }).click();
  await expect(page).toHaveURL(/skills=all/);
  await expect.poll(() => search.count()).toBeLessThan(any);
  await page.getByRole("link", { name: "Match any of these skills" }).click();
  await expect(search.summary).toHaveText(jobs(any));
});

test("a typed salary keeps what reaches it and what does not say", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  await search.enterSalary("3000000");
  await expect(page).toHaveURL(/salary=3000000/);
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(1);
  await search.enterSalary("3100000");
  await expect(page).toHaveURL(/salary=3100000/);
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(0);
});

test("jobs without stated pay can be hidden, with their count", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const all = await search.count();
  const hide = page.getByRole("link", { name: /^Hide [\d,]+ jobs? without stated pay$/ });
  const undisclosed = numberIn(await hide.innerText());
  await hide.click();
  await expect(search.summary).toHaveText(jobs(all - undisclosed));
  await page.getByRole("link", { name: /^Show [\d,]+ jobs? without stated pay$/ }).click();
  await expect(search.summary).toHaveText(jobs(all));
});

test("years of experience keep the ranges that cover them", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik+azure");
  await search.enterExperience("8");
  await expect(page).toHaveURL(/experience=8/);
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(1);
  await search.enterExperience("3");
  await expect(page).toHaveURL(/experience=3/);
  await expect(search.titles.filter({ hasText: ".NET cloud" })).toHaveCount(0);
});

test("any experience is one click away", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?experience=8");
  await page.getByRole("link", { name: "Any experience" }).click();
  await expect(page).toHaveURL(/\/jobs\/$/);
  await expect(search.experience).toHaveValue("");
});

test("a long facet can be searched for a value that is not on show", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await expect(search.value("Company", "Altimetrik")).toHaveCount(0);
  await search.findInFacet("Company", "altim");
  await search.refine("Company", "Altimetrik");
  await expect(page).toHaveURL(/company=altimetrik/);
  await expect(search.titles).toHaveText([".NET cloud"]);
});

test("a search in a facet that finds nothing says so", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.findInFacet("Skill", "qqqq");
  await expect(search.facet("Skill")).toContainText("No value with these letters");
});

test("all values of a facet can be shown and folded again", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const few = (await search.values("Skill")).length;
  await search.showAllOf("Skill");
  await expect.poll(async () => (await search.values("Skill")).length).toBeGreaterThan(few);
  await search.facet("Skill").getByRole("button", { name: "Show fewer" }).click();
  await expect.poll(async () => (await search.values("Skill")).length).toBe(few);
});

test("the slider moves in steps and the address follows", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const slider = page.getByRole("slider", { name: "Least salary per year" });
  await slider.focus();
  await slider.press("ArrowRight");
  await expect(page).toHaveURL(/salary=\d+/);
  await expect(slider).toHaveAttribute("aria-valuetext", /^₹[\d.]+L.* or more$/);
});
