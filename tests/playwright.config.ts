// Browser tests: the built command line tool serves the sample board, a real Chromium visits it.

import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

import { site, tool } from "./browser/support/built";

const port = Number(process.env.OPENROLES_PORT ?? 41730);

export default defineConfig({
  testDir: "browser",
  outputDir: "test-results",
  forbidOnly: true,
  // A test that passes only now and then is a failing test.
  retries: 0,
  workers: 2,
  fullyParallel: true,
  reporter: [["list"]],
  // Two browsers share two cores with the server, and a journey by keyboard has hundreds of steps.
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
  projects: [{ name: "chromium", use: { browserName: "chromium" } }],
  webServer: {
    command: `"${tool}" serve "${site}" --port ${port} --quiet`,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 15_000,
  },
});

/** The browser named in the environment, or one on the search path, or Playwright's own. */
function chromium(): string | undefined {
  if (process.env.CHROMIUM) {
    return process.env.CHROMIUM;
  }
  const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
