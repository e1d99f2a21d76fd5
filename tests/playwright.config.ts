// Browser tests. The command line tool serves the sample board, and Chromium visits it; claims about the widget in
// other engines run once in each of them.

import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { site, tool } from "./browser/support/built";
import type { EngineOptions } from "./browser/support/engine-fixtures";

const ENGINES = /widget-engines-.*\.spec\.ts/;
/** With OPENROLES_LONG, the walks also run in every browser. */
const IN_EVERY_ENGINE = process.env.OPENROLES_LONG ? [ENGINES, /walk\.spec\.ts/] : ENGINES;

const port = Number(process.env.OPENROLES_PORT ?? 41730);

export default defineConfig<EngineOptions>({
  testDir: "browser",
  outputDir: "test-results",
  forbidOnly: true,
  // A test that fails only sometimes is a failing test.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: [["list"]],
  // Two browsers share two cores with the server, and tests by keyboard take hundreds of steps.
  timeout: 60_000,
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: "en-US",
    timezoneId: "UTC",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
      ],
    },
  },
  projects: [
    { name: "chromium", testIgnore: ENGINES, use: { browserName: "chromium" } },
    { name: "firefox", testMatch: IN_EVERY_ENGINE, use: { engine: "Firefox" } },
    { name: "webkit", testMatch: IN_EVERY_ENGINE, use: { engine: "WebKit" } },
  ],
  webServer: {
    command: `"${tool}" serve "${site}" --port ${port} --quiet`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 15_000,
  },
});

/** The browser from the environment or the search path; otherwise Playwright's own. */
function chromium(): string | undefined {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
