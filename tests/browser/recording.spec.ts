// What a visit costs: requests and bytes of each step, printed as a table and limited by budgets.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/fixtures";
import { Meter, type Step, table } from "./support/meter";
import { CONTENT_KINDS } from "./support/page-kinds";
import { BoardPage } from "./support/pages/board-page";
import { SearchPage } from "./support/pages/search-page";

const KIBIBYTE = 1_024;
/** Everything that a page which is complete without the app requests until its visitor does something. */
const FIRST_VISIT_BUDGET = 25 * 1_000;
/** HTML and style sheet of a page, which make it readable before anything else arrives. */
const READABLE_BUDGET = 14 * KIBIBYTE;
/** The app on a content page, once the visitor does something. */
const CONTENT_APP_BUDGET = 254 * 1_000;
/** The app on the search page. */
const SEARCH_APP_BUDGET = 403 * 1_000;
/** Index files for the words of a query. */
const QUERY_BUDGET = 150 * KIBIBYTE;

/** Whether the page can't be read without this file. */
function isReadable(file: string): boolean {
  return file.startsWith("jobs/") || /\.css\b/.test(file);
}

/** Whether this file is part of the app's program. */
function isApp(file: string): boolean {
  return /^assets\/(app|boot)\b/.test(file);
}

function bytesOf(files: string[]): number {
  return files.reduce((sum, file) => sum + Number(file.split(" ").at(-1)), 0);
}

/** Returns a function that ends a step: it waits until the page requests nothing more. */
function recorder(page: Page, address: string): { steps: Step[]; end: (step: string) => Promise<void> } {
  const meter = new Meter(page, address);
  const steps: Step[] = [];
  const end = async (step: string) => {
    await meter.quiet();
    steps.push({ step, ...(await meter.read()) });
  };
  return { steps, end };
}

// A page of the list is for crawlers, and shows 100 jobs.
for (const { name, path } of CONTENT_KINDS.filter(({ path }) => !path.startsWith("jobs/page/"))) {
  test(`a first visit to ${name} that only reads`, async ({ page, baseURL }) => {
    const { steps, end } = recorder(page, baseURL ?? "");
    await page.goto(`./${path}`);
    await end(`${name}, first visit`);
    console.log(table(steps));
    expect(steps[0]?.files.filter((file) => /\.(wasm|bin)\b/.test(file))).toEqual([]);
    expect(steps[0]?.bytes).toBeLessThanOrEqual(FIRST_VISIT_BUDGET);
  });
}

test("a first visit to a job, by way of a search engine", async ({ page, baseURL }) => {
  const { steps, end } = recorder(page, baseURL ?? "");
  const address = await anyJob(page);
  await page.goto(address);
  await end("a job, first visit");
  await new BoardPage(page).takenOver();
  await end("the app, once the visitor does something");
  await new BoardPage(page).goTo("Jobs");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await end("on to all jobs");
  await page.goto(address);
  await new BoardPage(page).takenOver();
  await end("the job again");
  console.log(table(steps));
  const [first, intent, again] = [steps[0], steps[1], steps.at(-1)];
  expect(bytesOf(first?.files.filter(isReadable) ?? [])).toBeLessThanOrEqual(READABLE_BUDGET);
  expect(bytesOf(intent?.files.filter(isApp) ?? [])).toBeLessThanOrEqual(CONTENT_APP_BUDGET);
  expect(again?.bytes).toBe(0);
});

test("from the search page to the first answers", async ({ page, baseURL }) => {
  const { steps, end } = recorder(page, baseURL ?? "");
  const search = new SearchPage(page);
  await search.open();
  await end("the search page, first visit");
  await search.refine("Workplace", "Remote");
  await expect(search.chips).toHaveCount(1);
  await end("the first refinement");
  await search.field.focus();
  await end("the search field in focus");
  await search.field.pressSequentially("rust engineer");
  await expect(search.page.locator("[aria-busy]")).toHaveCount(0);
  await expect(page).toHaveURL(/q=rust/);
  await end("a query, typed letter by letter");
  await search.field.fill("rust engineer remote");
  await expect(page).toHaveURL(/remote/);
  await end("one word more");
  console.log(table(steps));
  expect(bytesOf(steps.flatMap(({ files }) => files).filter(isApp))).toBeLessThanOrEqual(SEARCH_APP_BUDGET);
  const typed = steps.slice(2, 4);
  expect(typed.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(QUERY_BUDGET);
});

test("a shared search link on a slow phone", async ({ page, baseURL }) => {
  test.setTimeout(120_000);
  const phone = await page.context().newCDPSession(page);
  const network = { offline: false, latency: 400, downloadThroughput: 200_000, uploadThroughput: 100_000 };
  await phone.send("Network.emulateNetworkConditions", network);
  await phone.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const { steps, end } = recorder(page, baseURL ?? "");
  const search = new SearchPage(page);
  const start = Date.now();
  await page.goto("./jobs/?q=react", { waitUntil: "commit" });
  await expect(page.locator("html")).not.toHaveAttribute("data-waiting", { timeout: 60_000 });
  await expect(search.titles.first()).toContainText(/react/i, { timeout: 60_000 });
  await expect(page.locator("[aria-busy]")).toHaveCount(0);
  console.log(`400 ms, 1.6 Mbit/s, CPU ÷ 4: answered after ${((Date.now() - start) / 1_000).toFixed(1)} s`);
  await end("a shared search link");
  console.log(table(steps));
  const fetched = steps[0]?.files.map((file) => file.split(" ")[0]) ?? [];
  const hashed = fetched.filter((file) => /\.(wasm|js)$/.test(file ?? ""));
  expect(hashed, "nothing is fetched twice").toEqual([...new Set(hashed)]);
});

/** Address of the first job on the board, found without a browser. */
async function anyJob(page: Page): Promise<string> {
  const list = await (await page.request.get("jobs/")).text();
  const path = /href="([^"]*\/jobs\/[^"/]+\/)"/.exec(list)?.[1];
  if (!path) {
    throw new Error("the list has no job");
  }
  return path;
}
