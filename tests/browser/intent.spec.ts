// Pages that are complete without the app start it when the visitor is about to do something, and not before.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { held } from "./support/held";
import { Meter } from "./support/meter";
import { CONTENT_KINDS } from "./support/page-kinds";
import { HomePage } from "./support/pages/home-page";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

const JOB = "net-cloud-altimetrik";
const APP = "**/*.wasm";

/** Longer than a pointer must rest on a link, in milliseconds. */
const MOMENT = 500;

/** Paths of the app's programs that the page has requested so far. */
function programs(page: Page): string[] {
  const paths: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (/\.wasm$/.test(pathname)) {
      paths.push(pathname);
    }
  });
  return paths;
}

for (const { name, path } of CONTENT_KINDS) {
  test(`${name} starts nothing while it is only read`, async ({ page }) => {
    const started = programs(page);
    await page.goto(`./${path}`);
    const title = page.getByRole("heading", { level: 1 });
    await title.hover();
    await title.click();
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(MOMENT);
    expect(started).toEqual([]);
  });
}

const INTENTS: Record<string, (page: Page) => Promise<void>> = {
  "a pointer on a link": (page) => page.getByRole("link", { name: "Companies" }).first().hover(),
  "the focus in the search field": (page) => new HomePage(page).field.focus(),
  "a key": (page) => page.keyboard.press("Shift"),
  "a finger on a button": (page) => page.getByRole("button", { name: "Search" }).dispatchEvent("pointerover"),
};

for (const [intent, show] of Object.entries(INTENTS)) {
  test(`${intent} starts the app, once`, async ({ page }) => {
    const started = programs(page);
    await page.goto("./");
    await show(page);
    await page.waitForFunction(() => history.state !== null);
    await show(page);
    expect(started).toHaveLength(1);
  });
}

test("a pointer that only crosses a link starts nothing, nor does one on a link to another site", async ({ page }) => {
  const started = programs(page);
  await page.goto(`./jobs/${JOB}/`);
  await page.getByRole("link", { name: "Companies" }).evaluate((element) => {
    for (const event of ["pointerover", "pointerout"]) {
      element.dispatchEvent(new PointerEvent(event, { bubbles: true }));
    }
  });
  await new JobPage(page).apply.first().hover();
  await page.waitForTimeout(MOMENT);
  expect(started).toEqual([]);
});

test("links and searches work before the app has arrived", async ({ page }) => {
  await held(page, APP);
  const home = new HomePage(page);
  await page.goto("./");
  await home.goTo("Companies");
  await expect(home.title).toHaveText("Companies");
  await page.goBack();
  await home.searchFor("altimetrik");
  await expect(page).toHaveURL(/\/jobs\/\?q=altimetrik$/);
  await expect(home.title).toHaveText("Jobs");
});

for (const follower of ["the browser", "the app"] as const) {
  test(`a page under a resting pointer is fetched ahead, and only once when ${follower} follows the link`, async ({ page, baseURL }) => {
    if (follower == "the browser") {
      // The app never starts. A route would turn the browser's cache off.
      await page.addInitScript(() => (WebAssembly.instantiateStreaming = () => new Promise(() => {})));
    }
    await page.goto("./");
    const meter = new Meter(page, baseURL ?? "");
    const link = new HomePage(page).firstJobs.first().getByRole("heading").getByRole("link");
    const path = await link.evaluate((element: HTMLAnchorElement) => element.pathname);
    const arrived = page.waitForResponse((response) => new URL(response.url()).pathname == path);
    await link.hover();
    await (await arrived).finished();
    if (follower == "the app") {
      await page.waitForFunction(() => history.state !== null);
    }
    // The browser forgets the bodies of a page's responses when it leaves the page.
    await meter.quiet();
    const { files: ahead } = await meter.read();
    await link.click();
    await expect(page.getByRole("heading", { name: "Job description" })).toBeVisible();
    const { files } = await meter.read();
    const sent = [...ahead, ...files].filter((file) => file.startsWith(path.slice(1)) && !file.endsWith(" 0"));
    expect(sent).toHaveLength(1);
  });
}

test("a visitor who saves data fetches nothing ahead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await held(page, APP);
  await page.goto("./");
  await page.getByRole("link", { name: "Companies" }).first().hover();
  await page.waitForTimeout(MOMENT);
  await expect(page.locator("link[rel=prefetch]")).toHaveCount(0);
});

test("Back from another site returns to the same place on a job", async ({ page }) => {
  const job = new JobPage(page);
  await job.open(JOB);
  await job.similar.first().scrollIntoViewIfNeeded();
  const left = await job.scrolled();
  expect(left).toBeGreaterThan(200);
  await page.goto("about:blank");
  await page.goBack();
  await expect.poll(async () => Math.abs((await job.scrolled()) - left)).toBeLessThan(50);
});

test("Back after a reload returns to the search", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=altimetrik");
  await search.openJob(search.titles.first());
  await expect(new JobPage(page).title).toHaveText(".NET cloud");
  await page.reload();
  await page.goBack();
  await expect(search.title).toHaveText("Jobs");
  await expect(search.titles).toHaveText([".NET cloud"]);
});

test.describe("an app that never arrives", () => {
  test.use({ expectedComplaints: /Failed to load resource|exception: / });

  test.beforeEach(async ({ page }) => {
    await page.route(APP, (route) => route.abort("internetdisconnected"));
  });

  test("leaves the words in the field and the place on the page", async ({ page }) => {
    const home = new HomePage(page);
    await page.goto("./");
    await page.evaluate(() => scrollTo(0, 300));
    const failed = page.waitForEvent("requestfailed");
    await home.field.evaluate((field: HTMLInputElement) => field.focus({ preventScroll: true }));
    await page.keyboard.insertText("altimetrik");
    await failed;
    await home.frames(3);
    await expect(home.field).toHaveValue("altimetrik");
    await home.goTo("Companies");
    await expect(home.title).toHaveText("Companies");
  });

  test("leaves Back after a reload to the host", async ({ page }) => {
    const search = new SearchPage(page);
    await page.unrouteAll();
    await search.open("?q=altimetrik");
    await search.openJob(search.titles.first());
    await expect(new JobPage(page).title).toHaveText(".NET cloud");
    await page.route(APP, (route) => route.abort("internetdisconnected"));
    const failed = page.waitForEvent("requestfailed");
    await page.reload();
    await failed;
    await page.goBack();
    await expect(search.title).toHaveText("Jobs");
  });
});
