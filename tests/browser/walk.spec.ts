// A page shows the same after any walk through the board as when its address is opened directly.
//
// OPENROLES_WALK_STEPS and OPENROLES_WALK_SEED change the walk. A failing test prints its seed.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test as base } from "@playwright/test";

import { app } from "./support/built";
import type { Engine, EnginePage, Preferences } from "./support/engine";
import { launchFirefox } from "./support/firefox";
import { serveFolder } from "./support/folder-server";
import { showIntent } from "./support/intent";
import { launchChromium } from "./support/runner";
import { run } from "./support/tool";
import { heard, listenToConsole } from "./support/walk/heard";
import { Walker } from "./support/walk/walker";
import { type Shown, difference, shown } from "./support/walk/shown";
import { launchWebKit } from "./support/webkit";

const STEPS = Number(process.env.OPENROLES_WALK_STEPS ?? 150);
const SEED = Number(process.env.OPENROLES_WALK_SEED ?? 20_261_128);

/** Texts for the search field: words, misspellings, filter words, and a space. */
const WORDS = ["react", "rust engineer", "bengaluru", "sofware enginer", "\"data scientist\"", "java -spring", "xyzzy", "remote", "c++", " "];

/** Longest time until both pages show the same, in milliseconds. */
const PATIENCE = 15_000;
/** Time between two comparisons, in milliseconds. The pages must be equal in two comparisons in a row. */
const PAUSE = 120;

const PREFERENCES: Preferences = { colorScheme: "light" };

/** A browser that can be started again and again, and how many steps it takes before a new one replaces it. */
interface Browser {
  start(): Promise<Engine>;
  steps: number;
}

const test = base.extend<{ browserToWalkIn: Browser }>({
  browserToWalkIn: async ({ launchOptions }, use, info) => {
    const browsers: Record<string, Browser> = {
      chromium: { start: () => launchChromium(PREFERENCES, launchOptions), steps: Infinity },
      firefox: { start: () => launchFirefox(PREFERENCES), steps: Infinity },
      // WebKitGTK opens all pages in one process, which keeps about 5 MB per page and ends after some hundred pages.
      webkit: { start: () => launchWebKit(PREFERENCES), steps: 50 },
    };
    await use(browsers[info.project.name] as Browser);
  },
});

test("a walk through a built site shows what each address shows when it is opened afresh", async ({ browserToWalkIn, baseURL }) => {
  await walk(browserToWalkIn, baseURL ?? "", SEED);
});

test("a walk through a live board shows what each address shows when it is opened afresh", async ({ browserToWalkIn }) => {
  const folder = await mkdtemp(join(tmpdir(), "openroles-"));
  await run("sample", "--board", folder);
  const sample = JSON.parse(await readFile(join(folder, "jobs.json"), "utf8")) as { jobs: object[] };
  const generated = (await run("sample", "--count", "150", "--seed", "7")).trim().split("\n");
  const jobs = [...sample.jobs, ...generated.map((line) => JSON.parse(line) as object)];
  const board = { name: "Live Board", base_path: "/", currency: "INR" };
  const config = JSON.stringify({ source: "feed", url: "feed.json", board });
  const served = await serveFolder(app, { "/config.json": config, "/feed.json": JSON.stringify({ jobs }) });
  await walk(browserToWalkIn, served.address, SEED + 1);
  await served.stop();
  await rm(folder, { recursive: true });
});

async function walk(browser: Browser, board: string, seed: number): Promise<void> {
  test.setTimeout(60_000 + STEPS * 15_000);
  const walker = new Walker(seed, WORDS);
  let address = `${board}jobs/?q=react`;
  for (let first = 1; first <= STEPS; first += browser.steps) {
    const engine = await browser.start();
    try {
      address = await walkIn(engine, walker, address, first, Math.min(first + browser.steps - 1, STEPS));
    } finally {
      await engine.stop();
    }
  }
  console.log(`walk: ${STEPS} steps from seed ${seed}, 0 differences`);
}

/**
 * Opens an address in a browser and takes the steps from `first` to `last` from there. Returns the address that the
 * walk has reached.
 */
async function walkIn(engine: Engine, walker: Walker, address: string, first: number, last: number): Promise<string> {
  const [page, afresh] = [await engine.page(), await engine.page()];
  const trail: string[] = [address];
  await page.resize(walker.width);
  await opened(page, address);
  await settled(page);
  walker.goOnIn(page);
  for (let step = first; step <= last; step += 1) {
    trail.push(await walker.step());
    await afresh.resize(walker.width);
    const problem = await compared(page, afresh).catch((error: Error) => error.message);
    if (problem !== null) {
      const way = trail.slice(-12).join(" → ");
      const where = `seed ${walker.seed}, step ${step} of ${STEPS}, at ${await page.address()}, after ${way}`;
      const consoles = `console: walked ${await consoleOf(page)}; opened afresh ${await consoleOf(afresh)}`;
      expect(problem, `${where}\n${consoles}`).toBeNull();
    }
  }
  expect([...page.complaints, ...afresh.complaints], "complaints of the pages").toEqual([]);
  return page.address();
}

/** Opens an address, starts to collect what the page writes to its console, and starts the app. */
async function opened(page: EnginePage, address: string): Promise<void> {
  await page.open(address);
  await page.call(String(listenToConsole), []);
  await page.call(String(showIntent), []);
}

/** Returns what the page last wrote to its console. */
async function consoleOf(page: EnginePage): Promise<string> {
  const lines = (await page.call(String(heard), []).catch((error: Error) => [error.message])) as string[];
  return lines.length > 0 ? `“${lines.join("\n")}”` : "nothing";
}

/**
 * Opens the page's address in the other tab, and waits until both show the same. Returns the difference if they don't.
 */
async function compared(page: EnginePage, afresh: EnginePage): Promise<string | null> {
  const until = Date.now() + PATIENCE;
  let problem: string | null = null;
  let address = "";
  for (let same = 0; Date.now() < until && same < 2; ) {
    const walked = await settled(page);
    if (walked.address !== address) {
      address = walked.address;
      await opened(afresh, address);
    }
    problem = difference(walked, await settled(afresh));
    same = problem === null ? same + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return problem;
}

/** Waits until the page has loaded everything, and returns what it shows. */
async function settled(page: EnginePage): Promise<Shown> {
  for (const until = Date.now() + PATIENCE; Date.now() < until; ) {
    const now = (await page.call(String(shown), [])) as Shown | null;
    if (now) {
      return now;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE / 2));
  }
  throw new Error(`${await page.address()} still waits for something after ${PATIENCE} ms`);
}
