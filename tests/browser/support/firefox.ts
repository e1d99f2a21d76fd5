// Firefox, driven by WebDriver BiDi.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { type Engine, type EnginePage, type Preferences, WINDOW, callOf } from "./engine";

/** Opens an address in a new Firefox, calls `visit`, and returns the page's complaints. */
export async function visitInFirefox(url: string, visit: (page: Page) => Promise<void>): Promise<string[]> {
  const browser = await started();
  try {
    const page = await browser.newPage();
    const complaints = complaintsOf(page);
    await page.goto(url, { waitUntil: "load" });
    await visit(page);
    return complaints;
  } finally {
    await browser.close();
  }
}

/** Starts Firefox. The driver can't set visitor preferences, so the profile does. */
export async function launchFirefox({ colorScheme }: Preferences): Promise<Engine> {
  const browser = await started({ "layout.css.prefers-color-scheme.content-override": colorScheme == "dark" ? 0 : 1 });
  return {
    page: () => opened(browser),
    stop: () => browser.close(),
  };
}

async function opened(browser: Browser): Promise<EnginePage> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  // Only the page in front receives focus events.
  const inFront = async (): Promise<Page> => (await page.bringToFront(), page);
  return {
    open: async (url) => void (await page.goto(url, { waitUntil: "load" })),
    address: async () => page.url(),
    call: async (source, words) => JSON.parse((await (await inFront()).evaluate(callOf(source, words))) as string),
    click: async (x, y) => (await inFront()).mouse.click(x, y),
    press: async (key) => (await inFront()).keyboard.press(key),
    type: async (text) => (await inFront()).keyboard.type(text),
    resize: (width) => page.setViewport({ ...WINDOW, width }),
    complaints: complaintsOf(page),
    close: () => context.close(),
  };
}

function started(extraPrefsFirefox: Record<string, unknown> = {}): Promise<Browser> {
  return puppeteer.launch({
    browser: "firefox",
    executablePath: firefox(),
    headless: true,
    defaultViewport: WINDOW,
    extraPrefsFirefox,
  });
}

/** Path of Firefox, from the environment or the search path. */
function firefox(): string | undefined {
  if (process.env.FIREFOX) {
    return process.env.FIREFOX;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["firefox-esr", "firefox"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`console: ${message.text()}`);
    }
  });
  page.on("pageerror", (problem) => complaints.push(`exception: ${problem}`));
  return complaints;
}
