// A job's page states everything that the posting states; together, the cards of the sample board show every kind of
// fact.

import { daysBeforeBuild } from "./support/built";
import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

const FIRST_JOB = "net-cloud-altimetrik";

test.describe("the first job of the bundled board", () => {
  let job: JobPage;

  test.beforeEach(async ({ page }) => {
    job = new JobPage(page);
    await job.open(FIRST_JOB);
  });

  test("has its title, company and tab title", async ({ page }) => {
    await expect(job.title).toHaveText(".NET cloud");
    await expect(job.posting.getByRole("link", { name: "Altimetrik", exact: true })).toHaveAttribute(
      "href",
      "/companies/altimetrik/",
    );
    await expect(page).toHaveTitle(/^\.NET cloud · Altimetrik/);
  });

  for (const [label, words] of [
    ["Experience", "8 - 12 yrs"],
    ["Salary", "₹10L - ₹30L / yr"],
    ["Employment type", "Full-time"],
    ["Posted", daysBeforeBuild(3)],
    ["Location", "Chennai"],
    ["Location", "Bengaluru (Bangalore)"],
    ["Location", "Hyderabad"],
  ] as const) {
    test(`states ${label}: ${words}`, async () => {
      await expect(job.fact(label)).toContainText(words);
    });
  }

  test("names its skills, each a way to more jobs", async () => {
    const skills = job.section("Skills").getByRole("link");
    await expect(skills).toHaveText([".NET", "ASP.NET", "C#", "Microservices", "Azure"]);
    await expect(skills.nth(2)).toHaveAttribute("href", "/jobs/?skill=C%23");
  });

  test("shows a symbol beside a skill that has one", async () => {
    const symbol = job.section("Skills").getByRole("link", { name: "C#" }).locator("use");
    const link = (await symbol.getAttribute("href")) ?? "";
    const [sprite, id] = link.split("#");
    const symbols = await (await job.page.request.get(sprite ?? "")).text();
    expect(symbols.includes(`id="${id}"`), `the sprite has ${id}`).toBe(true);
  });

  test("keeps the lists inside lists of its text", async () => {
    const inner = job.description.getByRole("listitem").getByRole("list").getByRole("listitem");
    await expect(inner.filter({ hasText: "Entity Framework and LINQ" })).toHaveCount(1);
  });

  test("keeps the links of its text, without vouching for them", async () => {
    const link = job.description.getByRole("link", { name: "Azure Fundamentals (AZ-900)" });
    await expect(link).toHaveAttribute("href", /^https:\/\/learn\.microsoft\.com\//);
    await expect(link).toHaveAttribute("rel", /nofollow/);
  });

  test("opens its whole text by keyboard", async ({ page }) => {
    const end = job.description.getByText("Keep your footing in an agile team whose plans change");
    await expect(end).toBeAttached();
    await expect(end).not.toBeInViewport();
    await job.readMore.focus();
    await page.keyboard.press("Space");
    await expect(job.description.getByText("Read less")).toBeVisible();
    await end.scrollIntoViewIfNeeded();
    await expect(end).toBeInViewport();
    expect(await end.evaluate(clippedBy)).toBe(0);
  });

  test("names itself in the link to apply", async () => {
    await expect(job.apply).toHaveAccessibleName("Apply now for .NET cloud");
    await expect(job.apply).toHaveAttribute("href", "https://example.com/apply/altimetrik-net-cloud");
  });

  for (const [label, value] of [
    ["Founded", "2012"],
    ["Type", "Products & Services"],
    ["Size", "100-1000"],
    ["Stage", "Profitable"],
  ] as const) {
    test(`says of its company: ${label} ${value}`, async () => {
      const about = job.section("About Altimetrik");
      await expect(about.getByRole("definition").and(about.locator(`dt:text-is("${label}") + dd`))).toHaveText(value);
    });
  }

  test("tells about its company and leads to all its jobs", async ({ page }) => {
    await expect(job.section("About Altimetrik")).toContainText(
      "builds digital products and runs engineering programs",
    );
    await page.getByRole("link", { name: "All jobs at Altimetrik" }).click();
    await expect(job.title).toHaveText("Altimetrik");
  });

  test("introduces a team of eight", async () => {
    const team = job.section("Connect with the team").getByRole("listitem");
    await expect(team).toHaveCount(8);
    await expect(team.filter({ hasText: "Devika Umarji" })).toContainText("Senior recruiter");
  });

  test("links the company's five profiles", async () => {
    const profiles = job.section("Company social profiles").getByRole("link");
    await expect(profiles).toHaveText([/blog/i, /instagram/i, /linkedin/i, /twitter/i, /facebook/i]);
    await expect(profiles.first()).toHaveAccessibleName(/Altimetrik on blog/i);
  });

  test("gives similar jobs with the reasons why", async () => {
    await expect(job.similar).toHaveCount(6);
    for (const card of await job.similar.all()) {
      await expect(card.getByText(/shared skills?|also “|similar experience|same company/)).toBeVisible();
    }
  });

  test("leads to more similar jobs", async () => {
    await job.seeMoreSimilar();
    await expect(job.title).toHaveText("Jobs similar to .NET cloud");
    expect(await job.page.getByRole("article").count()).toBeGreaterThan(6);
  });

  test("shows what the operator says below it", async ({ page }) => {
    await expect(job.section("Why apply to jobs via Openroles Sample Board").getByRole("listitem")).toHaveCount(3);
    await expect(job.section("Users love Openroles Sample Board").getByRole("figure")).toHaveCount(3);
    await expect(job.section("Companies hiring on Openroles Sample Board").getByRole("link")).toHaveCount(8);
    await expect(page.getByText("21,01,133")).toBeVisible();
    await expect(page.getByText("Matches delivered")).toBeVisible();
  });

  test("leads on those who did not find their job", async ({ page }) => {
    await job.section("Didn't find the job you were looking for?").getByRole("link").click();
    await expect(page).toHaveURL(/\/jobs\/$/);
  });
});

for (const { kind, words, says } of [
  { kind: "an agency's job", words: "stealth realty", says: "Agency job via Qrata by Revati Kamblekar" },
  { kind: "an anonymous employer's job", words: "stealth realty", says: "A stealth mode realty tech start-up" },
  { kind: "a job that pays in words", words: "wekan", says: "Best in industry" },
  { kind: "a job without an office", words: "analyticsfox", says: "Remote · India" },
  { kind: "a job with a single amount", words: "analyticsfox", says: "₹10L / yr" },
  { kind: "a job with half years", words: "quinbay", says: "3 - 5.5 yrs" },
  { kind: "a recruiter's own job", words: "recro java", says: "Posted by Advik Bhosrekar" },
] as const) {
  test(`the card of ${kind} says “${says}”`, async ({ page }) => {
    const search = new SearchPage(page);
    await search.open(`?q=${words.replace(" ", "+")}`);
    await expect(page.getByRole("article").first()).toContainText(says);
  });
}

test("an anonymous employer has no page of its own", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("software-engineer-a-stealth-mode-realty-tech-start-up");
  await expect(job.posting.getByText("A stealth mode realty tech start-up")).toBeVisible();
  await expect(job.posting.getByRole("link", { name: "A stealth mode realty tech start-up" })).toHaveCount(0);
});

test("skills past the first few open by keyboard", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=wekan");
  const card = page.getByRole("article").first();
  await expect(card.getByRole("link", { name: "Express" })).toBeHidden();
  await card.getByText("+4 more").press("Enter");
  await expect(card.getByRole("link", { name: "Express" })).toBeVisible();
});

test("a job that wants e-mail opens a letter", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("backend-developer-net-refactorq");
  await expect(job.apply).toHaveAttribute("href", /^mailto:careers(\+|%2B)refactorq@example\.com/);
});

/** How many pixels of an element an ancestor clips at the bottom. */
function clippedBy(element: HTMLElement | SVGElement): number {
  const bottom = element.getBoundingClientRect().bottom;
  let cut = 0;
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === "hidden") {
      cut = Math.max(cut, bottom - around.getBoundingClientRect().bottom);
    }
  }
  return Math.max(0, Math.round(cut));
}
