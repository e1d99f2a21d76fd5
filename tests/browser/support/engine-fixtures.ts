// The `test` for claims about the widget in engines other than Chromium. The project determines the engine. In each
// test, board and host have new origins, so that nothing is cached.

import { rm } from "node:fs/promises";
import { test as base, expect as strict } from "@playwright/test";

import type { Engine } from "./engine";
import { launchFirefox } from "./firefox";
import { Front } from "./front";
import { Host } from "./host";
import { Visit } from "./pages/visit";
import { serve } from "./tool";
import { launchWebKit } from "./webkit";
import { buildWidgetBoard } from "./widget-board";

export interface EngineOptions {
  /** Browser of this project. */
  engine: "Firefox" | "WebKit";
}

interface WorkerFixtures {
  /** Address of the board. */
  board: string;
  browserOfLight: Engine;
}

interface Fixtures {
  /** Complaints this test provokes on purpose; any other fails it. */
  expectedComplaints: RegExp;
  front: Front;
  host: Host;
  visit: Visit;
}

const LAUNCH = { Firefox: launchFirefox, WebKit: launchWebKit };

export const test = base.extend<Fixtures, WorkerFixtures & EngineOptions>({
  engine: ["Firefox", { option: true, scope: "worker" }],

  board: [
    async ({}, use) => {
      const folder = await buildWidgetBoard();
      const board = await serve(`${folder}/site`);
      await use(board.address);
      await board.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  browserOfLight: [
    async ({ engine }, use) => {
      const browser = await LAUNCH[engine]({ colorScheme: "light" });
      await use(browser);
      await browser.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],

  expectedComplaints: [/(?!)/, { option: true }],

  front: async ({ board }, use) => {
    const front = await Front.open(board);
    await use(front);
    await front.stop();
  },

  host: async ({ front }, use) => {
    const host = await Host.start(front.address);
    await use(host);
    await host.stop();
  },

  visit: async ({ engine, browserOfLight, colorScheme, front, host, expectedComplaints }, use) => {
    // A dark color scheme needs a browser that was started with it.
    const browser = colorScheme == "dark" ? await LAUNCH[engine]({ colorScheme }) : browserOfLight;
    const page = await browser.page();
    const visit = new Visit(page, host, front);
    await use(visit);
    const complaints = (await visit.complaints()).filter((text) => !expectedComplaints.test(text));
    await page.close();
    if (browser != browserOfLight) {
      await browser.stop();
    }
    expect(complaints, "complaints of the page").toEqual([]);
  },
});

/** Slow machines get more time; expectations return as soon as they hold. */
export const expect = strict.configure({ timeout: 20_000 });
