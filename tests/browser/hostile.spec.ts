// A malicious feed: nothing in it runs, and everything is shown as text.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test as base } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";
import { build, serve } from "./support/tool";

/** Script that sets a flag on the window. */
const HARM = "window.harmed=true";
/** Character that makes the following text right-to-left. */
const OVERRIDE = "\u202E";
/** Names that scrapers glue together: nothing in it allows a line break. */
const ONE_WORD = "ExpressNodeJsNoSqlJavascriptEtlNodeDevelopment";
const MEGABYTE = "Lorem ipsum dolor sit amet. ".repeat(40_000);

function posting(identifier: string, title: string, description: string, more: object = {}): object {
  // Pages never load pictures from other servers; if they did, the tests would fail.
  const logo = "https://example.com/logo.png";
  const hiringOrganization = { "@type": "Organization", name: `Acme </script><script>${HARM}</script>`, logo };
  return {
    "@type": "JobPosting",
    identifier,
    title,
    hiringOrganization,
    description,
    howToApply: "https://example.com/apply",
    ...more,
  };
}

const POSTINGS = [
  posting("script", "Scripted", `<p>Before<script>${HARM}</script> and after</p><style>*{display:none}</style>`),
  posting(
    "handler",
    "Handled",
    `<img src=x onerror="${HARM}"><svg onload="${HARM}"></svg><p onclick="${HARM}">Press me</p><iframe src="javascript:${HARM}"></iframe>`,
  ),
  posting(
    "link",
    "Linked",
    `<p><a href="javascript:${HARM}">One</a> <a href=" jAvA\nscript:${HARM}">Two</a> <a href="data:text/html,<script>${HARM}</script>">Three</a></p>`,
    {
      howToApply: `javascript:${HARM}`,
      url: `javascript:${HARM}`,
    },
  ),
  posting("title", `</script></title><script>${HARM}</script><b>Closing`, "<p>Escapes its block</p>"),
  posting(
    "escaped",
    "Escaped",
    `&amp;lt;script&amp;gt;${HARM}&amp;lt;/script&amp;gt; &lt;img src=x onerror=${HARM}&gt;`,
  ),
  posting("override", `Senior ${OVERRIDE}reenigne`, `<p>${OVERRIDE}txet sdrawkcab</p>`),
  posting("long", "Endless", `<p>${MEGABYTE}</p>`),
  posting("deep", "Nested", `${"<ul><li>".repeat(2_000)}bottom`),
  posting("skills", "Skilled", "<p>Skills</p>", {
    skills: [`<img src=x onerror=${HARM}>`, `"><script>${HARM}</script>`],
  }),
  posting("words", `Wordy ${ONE_WORD}`, `<p>${ONE_WORD}</p><ul><li>${ONE_WORD}</li></ul>`, {
    hiringOrganization: { name: `Wordy ${ONE_WORD}` },
    skills: [ONE_WORD, "Short"],
    department: ONE_WORD,
    industry: ONE_WORD,
    jobLocation: { address: { addressLocality: ONE_WORD } },
    baseSalary: ONE_WORD,
  }),
];

/** Every test visits a site built from the malicious feed. */
const test = base.extend<object, { hostileSite: string }>({
  hostileSite: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "openroles-"));
      await writeFile(join(folder, "feed.json"), JSON.stringify({ jobs: POSTINGS }));
      await build(join(folder, "feed.json"), join(folder, "site"));
      const served = await serve(join(folder, "site"));
      await use(served.address);
      await served.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ hostileSite }, use) => use(hostileSite),
});

test.afterEach("nothing of the feed has run", async ({ page }) => {
  expect(await page.evaluate(() => "harmed" in window)).toBe(false);
});

for (const { title, shows } of [
  { title: "Scripted", shows: "Before and after" },
  { title: "Handled", shows: "Press me" },
  { title: "Linked", shows: "One" },
  { title: "Closing", shows: "Escapes its block" },
  { title: "Senior", shows: "txet sdrawkcab" },
  { title: "Endless", shows: "Lorem ipsum" },
  { title: "Nested", shows: "bottom" },
  { title: "Skilled", shows: "Skills" },
]) {
  test(`the job “${title}” is harmless text, inside the app and by its address`, async ({ page }) => {
    const search = new SearchPage(page);
    const job = new JobPage(page);
    await search.open(`?q=${title}`);
    await search.openJob(search.titles.filter({ hasText: title }));
    await expect(job.description).toContainText(shows);
    await job.description.click();
    await page.reload();
    await job.takenOver();
    await expect(job.description).toContainText(shows);
    await expect(page.locator("main").locator("script, iframe, style, [onerror], [onclick], [onload]")).toHaveCount(0);
  });
}

test("words without a break fit into a narrow window", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await search.open("?q=wordy");
  await expect(search.titles).toHaveCount(1);
  expect(await search.overhang(), "the list").toBe(0);
  await search.openJob(search.titles.first());
  await expect(job.description).toContainText(ONE_WORD);
  expect(await job.overhang(), "the job").toBe(0);
  await page.getByRole("main").getByRole("link", { name: /^Wordy/ }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Wordy");
  expect(await job.overhang(), "the company").toBe(0);
  for (const address of ["", "companies/"]) {
    await page.goto(address);
    expect(await job.overhang(), `/${address}`).toBe(0);
  }
});

test("no link of the feed leads to a script", async ({ page }) => {
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await search.open("?q=linked");
  await search.openJob(search.titles.first());
  await expect(job.description).toContainText("One");
  const links = await page
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).protocol));
  expect([...new Set(links)].sort()).toEqual(["http:"]);
});

test("a title full of markup stays a title", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=closing");
  await expect(search.titles).toHaveText([/Closing/]);
  await search.openJob(search.titles.first());
  await expect(page).toHaveTitle(/^<\/script><\/title><script>/);
});

test("backward text cannot turn what stands around it", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=senior");
  await expect(search.titles.first()).not.toContainText(OVERRIDE);
});

test("the words of a visitor are no markup either", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open(`?q=${encodeURIComponent(`<img src=x onerror=${HARM}>`)}`);
  await expect(search.field).toHaveValue(`<img src=x onerror=${HARM}>`);
});
