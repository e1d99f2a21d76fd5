// A page in Firefox, driven over WebDriver BiDi, for what must hold in a second engine too.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";

/** Where Firefox is: named in the environment or on the search path. */
export function firefox(): string | undefined {
  if (process.env.FIREFOX) {
    return process.env.FIREFOX;
  }
  const folders = (process.env.PATH ?? "").split(delimiter);
  return ["firefox-esr", "firefox"]
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Wide enough for the refinements to stand beside the results. */
const WINDOW = { width: 1280, height: 800 };

/** Opens an address in a fresh Firefox, lets `visit` look at it, and returns what the page complained about. */
export async function visitInFirefox(url: string, visit: (page: Page) => Promise<void>): Promise<string[]> {
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: firefox(),
    headless: true,
    defaultViewport: WINDOW,
  });
  try {
    const complaints: string[] = [];
    const page = await browser.newPage();
    page.on("console", (message) => {
      if (message.type() === "error") {
        complaints.push(`console: ${message.text()}`);
      }
    });
    page.on("pageerror", (problem) => complaints.push(`exception: ${problem}`));
    await page.goto(url, { waitUntil: "load" });
    await visit(page);
    return complaints;
  } finally {
    await browser.close();
  }
}
