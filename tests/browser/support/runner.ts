// Browsers driven by the test runner, with the same interface as the other engines, for claims that are written once
// for all of them.

import { type Browser, type LaunchOptions, chromium } from "@playwright/test";

import { type Engine, type EnginePage, type Preferences, WINDOW, callOf } from "./engine";

/** Starts Chromium with the launch options of this project. */
export async function launchChromium(preferences: Preferences, options: LaunchOptions): Promise<Engine> {
  return engineOf(await chromium.launch(options), preferences);
}

/** Wraps a browser of the test runner as an engine. */
export function engineOf(browser: Browser, { colorScheme }: Preferences): Engine {
  const page = async (): Promise<EnginePage> => {
    const context = await browser.newContext({ colorScheme, viewport: WINDOW, locale: "en-US", timezoneId: "UTC" });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") {
        complaints.push(`console: ${message.text()} (${message.location().url})`);
      }
    });
    page.on("pageerror", (problem) => complaints.push(`exception: ${problem.message}`));
    return {
      open: async (url) => void (await page.goto(url)),
      address: async () => page.url(),
      call: async (source, words) => JSON.parse(await page.evaluate<string>(callOf(source, words))),
      click: (x, y) => page.mouse.click(x, y),
      press: (key) => page.keyboard.press(key),
      type: (text) => page.keyboard.type(text),
      resize: (width) => page.setViewportSize({ ...WINDOW, width }),
      complaints,
      close: () => context.close(),
    };
  };
  return { page, stop: () => browser.close() };
}
