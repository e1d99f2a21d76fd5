// Refining results: every count next to a value is the number of jobs that choosing it gives.

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
  const both =
    (await search.promised("Posted by", "Employer")) + (await search.promised("Posted by", "Recruitment agency"));
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

for (const [typed, shown, meaning, asked] of [
  ["15", "15,00,000", "At least ₹15L a year", "1500000"],
  ["12.5 lakh", "12,50,000", "At least ₹12.5L a year", "1250000"],
  ["10 LPA", "10,00,000", "At least ₹10L a year", "1000000"],
  ["1.2 Cr", "1,20,00,000", "At least ₹1.2Cr a year", "12000000"],
  ["90,000", "90,000", "At least ₹90K a year", "90000"],
] as const) {
  test(`a salary typed as ${typed} is read as a person means it, and says so before it counts`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open();
    await search.salary.fill(typed);
    await expect(search.salary).toHaveAccessibleDescription(meaning);
    await expect(page).toHaveURL(/\/jobs\/$/);
    await search.salary.press("Enter");
    await expect(page).toHaveURL(new RegExp(`salary=${asked}$`));
    await expect(search.salary).toHaveValue(shown);
    await expect(search.salary).toHaveAccessibleDescription(meaning);
  });
}

test("a salary that is none stays in the field, with what to type instead", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  const all = await search.count();
  await search.enterSalary("₹15 a year");
  await expect(search.salary).toHaveAccessibleDescription("This isn't a yearly salary: try 15L or 15,00,000.");
  await expect(search.salary).toHaveAttribute("aria-invalid", "true");
  await expect(search.salary).toHaveValue("₹15 a year");
  await expect(page).toHaveURL(/\/jobs\/$/);
  await expect(search.summary).toHaveText(jobs(all));
});

test("a few salaries are one click away", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?undisclosed=hide");
  const steps = page.getByRole("list", { name: "Salaries" }).getByRole("link");
  await expect(steps.first()).toHaveText(/^₹[\d.]+L\+$/);
  await steps.first().click();
  await expect(page).toHaveURL(/salary=\d+&undisclosed=hide$/);
  await expect(steps.first()).toHaveAttribute("aria-current", "true");
});

test("a salary nobody reaches says so, and jobs that don't state pay can be hidden", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?salary=90000000");
  const count = await search.count();
  await expect(search.salarySplit).toContainText(new RegExp(`^0 reach ₹9Cr · ${count.toLocaleString("en-IN")} don't state pay`));
  await search.salarySplit.getByRole("link", { name: "Hide jobs without stated pay" }).click();
  await expect(page).toHaveURL(/undisclosed=hide/);
  await expect(page.getByRole("heading", { name: "No job matches everything you asked for" })).toBeVisible();
  await search.salarySplit.getByRole("link", { name: "Show them" }).click();
  await expect(search.summary).toHaveText(jobs(count));
});

test("with a salary, jobs that reach it come before those that don't state pay", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?salary=5000000");
  const reaching = numberIn(await search.salarySplit.innerText());
  const lastWithPay = Math.floor((reaching - 1) / 20) + 1;
  await search.open(`?salary=5000000&page=${lastWithPay}`);
  const isPaid = await page
    .getByRole("article")
    .evaluateAll((cards) => cards.map((card) => /\d\S* \/ (yr|mo|wk|day|hr)/.test(card.textContent ?? "")));
  expect(isPaid.lastIndexOf(true)).toBe((reaching - 1) % 20);
  expect(isPaid.indexOf(false)).toBe(isPaid.includes(false) ? reaching % 20 : -1);
});

for (const [typed, shown, meaning, asked] of [
  ["5.5", "5.5", "Open to 5.5 years", "5.5"],
  ["2 - 5 yrs", "2-5", "Open to 2 to 5 years", "2-5"],
  ["5+", "5+", "Open to 5+ years", "5-"],
] as const) {
  test(`experience typed as ${typed} is read as written`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open();
    const all = await search.count();
    await search.experience.fill(typed);
    await expect(search.experience).toHaveAccessibleDescription(meaning);
    await search.experience.press("Enter");
    await expect(page).toHaveURL(new RegExp(`experience=${asked.replace(".", "\\.")}$`));
    await expect(search.experience).toHaveValue(shown);
    await expect(search.chips).toHaveCount(1);
    await expect.poll(() => search.count()).toBeLessThan(all);
  });
}

test("years that are none stay in the field, with what to type instead", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.enterExperience("lots");
  await expect(search.experience).toHaveAccessibleDescription("This isn't a number of years: try 5, 5.5, 2-5, or 5+.");
  await expect(search.experience).toHaveValue("lots");
  await expect(page).toHaveURL(/\/jobs\/$/);
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
  const slider = page.getByRole("slider", { name: "Minimum salary per year" });
  await slider.focus();
  await slider.press("ArrowRight");
  await expect(page).toHaveURL(/salary=\d+/);
  await expect(slider).toHaveAttribute("aria-valuetext", /^₹[\d.]+L.* or more$/);
});
