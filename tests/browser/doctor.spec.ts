// The doctor in the browser: it reports what the tool reports, and no feed leaves the page.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { findings } from "./support/audit";
import { expect, test } from "./support/fixtures";
import { DoctorPage, type Feed } from "./support/pages/doctor-page";
import { run } from "./support/tool";

const HARM = "window.harmed=true";

const JOBS: Feed = {
  name: "jobs.json",
  bytes: JSON.stringify([
    { id: "1", title: "Baker", company: "Acme", location: "Xyzzyville", salary: "10 coins", datePosted: "soon" },
    { id: "2", title: "Cook", company: "Acme", skills: ["Rust", "Underwater weaving"], datePosted: "2026-01-05" },
    { id: "3", company: "Acme" },
  ]),
};
const MORE: Feed = { name: "more.csv", bytes: "id;title;company;salary\n7;Clerk;Globex;Bengaluru\n8;;Globex;\n" };
const NAMELESS: Feed = { name: "nameless.csv", bytes: "id,title\n7,Clerk\n" };
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 0, 0, 0]);

/** Findings of the tool for these feeds, each as the heading that the page shows. */
async function toldByTool(feeds: Feed[], ...options: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "openroles-doctor-"));
  const paths = feeds.map(({ name }) => join(folder, name));
  for (const [at, path] of paths.entries()) {
    await writeFile(path, feeds[at]?.bytes ?? "");
  }
  // The tool exits with 1 if something is wrong.
  const printed = await run("doctor", "--json", ...options, ...paths).catch((ended: { stdout: string }) => ended.stdout);
  await rm(folder, { recursive: true });
  const told = JSON.parse(printed) as { findings: { code: string; severity: string; count: number }[] };
  return told.findings.map(({ code, severity, count }) => `${severity} · ${code} · ${count}`);
}

for (const { way, feeds } of [
  { way: "a file", feeds: [JOBS] },
  { way: "several files", feeds: [JOBS, MORE] },
  { way: "a file packed with gzip", feeds: [{ name: "jobs.json.gz", bytes: gzipSync(JOBS.bytes) }] },
  { way: "a file beside one that cannot be read", feeds: [JOBS, { name: "torn.json", bytes: "just words" }] },
]) {
  test(`${way} gets the report that the tool prints, with nothing sent`, async ({ page }) => {
    const doctor = new DoctorPage(page);
    const arrived = page.waitForResponse(/assets\/doctor\..*\.wasm$/);
    await doctor.open();
    await (await arrived).finished();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await doctor.choose(...feeds);
    await doctor.reports(/^\d feeds?(, 1 unreadable)?: \d records, \d jobs, \d+ findings\.$/);
    await expect(doctor.findings).toHaveText(await toldByTool(feeds));
    for (const { name } of feeds) {
      await expect(doctor.report.getByRole("rowheader", { name })).toBeVisible();
    }
    expect(requests.filter((url) => !url.startsWith("blob:"))).toEqual([]);
  });
}

test("files can be dropped, and text can be pasted", async ({ page }) => {
  const doctor = new DoctorPage(page);
  await doctor.open();
  await doctor.drop(JOBS, MORE);
  await doctor.reports(/^2 feeds: 5 records, 3 jobs/);
  await doctor.paste(JOBS.bytes.toString());
  await doctor.reports(/^1 feed: 3 records, 2 jobs/);
  await expect(doctor.report.getByRole("rowheader", { name: "pasted text" })).toBeVisible();
});

test("who hires can be said for feeds that do not", async ({ page }) => {
  const doctor = new DoctorPage(page);
  await doctor.open();
  await doctor.choose(NAMELESS);
  await doctor.reports(/^1 feed: 1 record, 0 jobs/);
  await doctor.company.fill("Acme");
  await doctor.company.press("Enter");
  await doctor.reports(/^1 feed: 1 record, 1 job,/);
  await expect(doctor.findings).toHaveText(await toldByTool([NAMELESS], "--company", "Acme"));
});

for (const { feed, says } of [
  { feed: { name: "photo.json", bytes: "just words" }, says: /photo\.json: the feed is neither JSON, XML, nor a table/ },
  { feed: { name: "empty.json", bytes: "" }, says: /empty\.json: the feed is empty: check that the export/ },
  { feed: { name: "jobs.zst", bytes: ZSTD }, says: /jobs\.zst: it is compressed with zstd.*`openroles doctor`/ },
  {
    feed: { name: "torn.gz", bytes: gzipSync(JOBS.bytes).subarray(0, 60) },
    says: /torn\.gz: its gzip data cannot be unpacked: check/,
  },
  {
    feed: { name: "bomb.gz", bytes: gzipSync(Buffer.alloc(201 * 2 ** 20, " ")) },
    says: /bomb\.gz: it is larger than 200 MB.*`openroles doctor`/,
  },
]) {
  test(`${feed.name} cannot be checked, and the page says what helps`, async ({ page }) => {
    const doctor = new DoctorPage(page);
    await doctor.open();
    await doctor.choose(feed);
    // The largest feed takes some seconds to unpack.
    await expect(doctor.status).toHaveText("The feed could not be checked.", { timeout: 30_000 });
    await expect(doctor.problems).toHaveText([says]);
    await expect(doctor.tryAgain).toBeVisible();
    await doctor.choose(JOBS);
    await doctor.reports(/^1 feed/);
    await expect(doctor.problems).toHaveCount(0);
  });
}

test("what means harm in a feed is text in the report", async ({ page }) => {
  const markup = `</td><img src=x onerror="${HARM}"><script>${HARM}</script>`;
  const doctor = new DoctorPage(page);
  await doctor.open();
  const bytes = JSON.stringify([{ id: markup, title: markup, company: markup, salary: markup, location: markup }, {}]);
  await doctor.choose({ name: "<b>jobs</b>.json", bytes });
  await doctor.reports(/^1 feed: 2 records, 1 job/);
  await expect(doctor.report.getByRole("cell", { name: "<script>" }).first()).toBeVisible();
  await expect(doctor.report.locator("script, img, [onerror], [style], style, b")).toHaveCount(0);
  expect(await page.evaluate(() => "harmed" in window)).toBe(false);
});

test("the report can be kept as a page of its own", async ({ page }) => {
  const doctor = new DoctorPage(page);
  await doctor.open();
  await doctor.choose(JOBS);
  await doctor.reports(/^1 feed/);
  const download = page.waitForEvent("download");
  await doctor.save.click();
  const saved = await readFile(await (await download).path(), "utf8");
  expect(saved).toContain("<!DOCTYPE html>");
  expect(saved).toContain("jobs.json");
  expect(saved).not.toContain("<script");
});

test("starting over takes everything back, by keyboard alone", async ({ page }) => {
  const doctor = new DoctorPage(page);
  await doctor.open();
  await doctor.choose(JOBS);
  await doctor.reports(/^1 feed/);
  await doctor.save.focus();
  await page.keyboard.press("Tab");
  await expect(doctor.startOver).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(doctor.status).toHaveText("Nothing has been checked yet.");
  await expect(doctor.findings).toHaveCount(0);
  await expect(doctor.files).toBeFocused();
  await expect(doctor.files).toHaveValue("");
});

test.describe("where the program does not come", () => {
  test.use({ expectedComplaints: /ERR_FAILED|Failed to load resource/ });

  test("the page says so, and works when it does", async ({ page, context }) => {
    const doctor = new DoctorPage(page);
    await context.route(/assets\/doctor\..*\.wasm$/, (route) => route.abort());
    await doctor.open();
    await doctor.choose(JOBS);
    await expect(doctor.problems).toHaveText([/The doctor: the program could not be loaded.*try again/]);
    await context.unroute(/assets\/doctor\..*\.wasm$/);
    await doctor.tryAgain.click();
    await doctor.reports(/^1 feed/);
  });
});

test("without script the page says what needs it", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("doctor/");
  await expect(page.getByRole("paragraph").filter({ hasText: "needs JavaScript" })).toBeVisible();
  await expect(page.getByLabel("Feed files")).toBeHidden();
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const width of [360, 1280]) {
    test(`an audit finds nothing at ${width} pixels, ${colorScheme}`, async ({ page }) => {
      const doctor = new DoctorPage(page);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await doctor.open();
      expect(await findings(page)).toEqual([]);
      await doctor.choose({ name: "photo.json", bytes: "just words" });
      await expect(doctor.problems).toHaveCount(1);
      expect(await findings(page)).toEqual([]);
      await doctor.choose(JOBS, MORE, { name: "torn.json", bytes: "" });
      await doctor.reports(/^3 feeds, 1 unreadable/);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await findings(page)).toEqual([]);
    });
  }
}
