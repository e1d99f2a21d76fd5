// The `test` for the widget: a board and a host on two origins, and a page that may only contact these two.

import { rm } from "node:fs/promises";
import { test as base, expect } from "@playwright/test";

import { listen } from "./complaints";
import { Host } from "./host";
import { WidgetPage } from "./pages/widget-page";
import { serve } from "./tool";
import { buildWidgetBoard } from "./widget-board";

interface WorkerFixtures {
  host: Host;
}

interface Fixtures {
  /** Complaints this test provokes on purpose; any other fails it. */
  expectedComplaints: RegExp;
  widget: WidgetPage;
  complaints: void;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  host: [
    async ({}, use) => {
      const folder = await buildWidgetBoard();
      const board = await serve(`${folder}/site`);
      const host = await Host.start(board.address);
      await use(host);
      await host.stop();
      await board.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],

  expectedComplaints: [/(?!)/, { option: true }],

  widget: async ({ page, host }, use) => use(new WidgetPage(page, host)),

  complaints: [
    async ({ context, host, expectedComplaints }, use) => {
      const complaints: string[] = [];
      const origins = [host.address, host.board].map((address) => new URL(address).origin);
      await listen(context, origins, complaints);
      await use();
      expect(
        complaints.filter((text) => !expectedComplaints.test(text)),
        "complaints of the page",
      ).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
