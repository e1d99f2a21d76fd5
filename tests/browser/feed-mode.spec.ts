// The app with a live feed and without prerendered pages: it renders itself, and handles everything that can happen.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { app } from "./support/built";
import { expect, test as base } from "./support/fixtures";
import { serveFolder } from "./support/folder-server";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";
import { run } from "./support/tool";

const BOARD = {
  name: "Live Board",
  tagline: "Straight from the feed",
  site_url: null,
  base_path: "/",
  languages: ["en"],
  currency: "INR",
  rates: {},
  notice: null,
  testimonials: [],
  hiring_companies: [],
  value_propositions: [],
  figures: [],
  social_links: [],
  featured_jobs: [],
};
const CONFIG = JSON.stringify({ source: "feed", url: "feed.json", board: BOARD });
const FEED = "**/feed.json";

/** Every test opens the app with the bundled postings as its feed, two of which are broken. */
const test = base.extend<object, { liveBoard: string }>({
  liveBoard: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "openroles-"));
      await run("sample", "--board", folder);
      const { jobs } = JSON.parse(await readFile(join(folder, "jobs.json"), "utf8")) as { jobs: object[] };
      const feed = JSON.stringify({ jobs: [...jobs, { identifier: "untitled" }, { title: "Nameless" }] });
      const served = await serveFolder(app, { "/config.json": CONFIG, "/feed.json": feed });
      await use(served.address);
      await served.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ liveBoard }, use) => use(liveBoard),
});

test("a live feed can be searched and refined", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await expect(search.summary).toHaveText("11 jobs");
  await search.type("altimetrik");
  await expect(search.titles).toHaveText([".NET cloud"]);
  await search.type("java");
  await search.refine("Posted by", "Recruitment agency");
  await expect(search.chips).toHaveText(["Recruitment agency"]);
  await expect(search.titles).toContainText(["Software Developer (Java)"]);
});

test("a live feed says how many of its postings could not be shown", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await expect(page.getByText("2 records of the feed could not be shown")).toBeVisible();
});

test("a reader that breaks off is replaced by a fresh one", async ({ page }) => {
  const broken = 'export default async () => {}; export const readFeed = () => { throw new WebAssembly.RuntimeError("unreachable"); };';
  await page.route(/openroles-reader\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: broken }));
  const search = new SearchPage(page);
  await search.open();
  await expect(search.summary).toHaveText("11 jobs");
});

test("a job of a live feed opens with its whole text", async ({ page }) => {
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await search.open("?q=altimetrik");
  await search.openJob(search.titles.first());
  await expect(job.title).toHaveText(".NET cloud");
  await expect(job.description).toContainText("Keep your footing in an agile team whose plans change");
  await expect(job.section("About Altimetrik")).toContainText("builds digital products");
});

test("an address inside a live board opens directly", async ({ page }) => {
  const job = new JobPage(page);
  await job.open("net-cloud-altimetrik");
  await expect(job.title).toHaveText(".NET cloud");
});

test("the front page of a live board bears its name and its jobs", async ({ page }) => {
  const search = new SearchPage(page);
  await search.visit("");
  await expect(search.title).toHaveText("Straight from the feed");
  await expect(page).toHaveTitle("Live Board · Straight from the feed");
  await expect(search.titles).toHaveCount(6);
});

test.describe("when something is wrong", () => {
  test.use({ expectedComplaints: /Failed to load resource|settings cannot be read/ });

  for (const { happening, reply, says } of [
    { happening: "a feed that is down", reply: { status: 500, body: "" }, says: "status 500" },
    { happening: "a feed that is gone", reply: { status: 404, body: "" }, says: "status 404" },
    {
      happening: "a feed cut short",
      reply: { status: 200, body: '{"jobs": [{"title": "Rust' },
      says: "cannot be read",
    },
    {
      happening: "a feed that is no feed",
      reply: { status: 200, body: "<!DOCTYPE html><p>Hello</p>" },
      says: "cannot be read",
    },
    { happening: "an empty feed", reply: { status: 200, body: '{"jobs": []}' }, says: "has no jobs" },
    {
      happening: "a feed of broken postings",
      reply: { status: 200, body: '{"jobs": [{"@type": "JobPosting", "identifier": "untitled"}]}' },
      says: "has no jobs that can be shown",
    },
  ]) {
    test(`${happening} is said, and Retry recovers`, async ({ page }) => {
      await page.route(FEED, (route) => route.fulfill(reply));
      const search = new SearchPage(page);
      await search.open("?q=altimetrik");
      await expect(search.failure).toContainText(says);
      await page.unroute(FEED);
      await search.retry();
      await expect(search.titles).toHaveText([".NET cloud"]);
      await expect(search.field).toHaveValue("altimetrik");
    });
  }

  test("a feed that cannot be reached is said, and Retry recovers", async ({ page }) => {
    await page.route(FEED, (route) => route.abort("connectionrefused"));
    const search = new SearchPage(page);
    await search.open();
    await expect(search.failure).toContainText("could not be reached");
    await page.unroute(FEED);
    await search.retry();
    await expect(search.summary).toHaveText("11 jobs");
  });

  test("a feed that never answers is waited for, then given up, then retried", async ({ page }) => {
    await page.clock.install();
    await page.route(FEED, () => new Promise(() => {}));
    const search = new SearchPage(page);
    await search.visit("jobs/");
    await expect(page.getByRole("status").filter({ hasText: "Loading jobs" })).toBeAttached();
    await expect(search.summary).toHaveText("Searching…");
    await page.clock.fastForward("00:31");
    await expect(search.failure).toContainText("did not answer within 30 seconds");
    await page.unroute(FEED);
    await search.retry();
    await expect(search.summary).toHaveText("11 jobs");
  });

  test("a board without settings still shows a frame that says what is wrong", async ({ page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ status: 200, body: "{" }));
    const search = new SearchPage(page);
    await search.open();
    await expect(search.failure).toContainText("The board's data cannot be read");
    await page.unroute("**/config.json");
    await search.retry();
    await expect(search.summary).toHaveText("11 jobs");
  });
});
