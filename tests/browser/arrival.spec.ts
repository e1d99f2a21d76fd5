// A page that arrives in pieces over a slow network.

import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { site } from "./support/built";
import { expect, test as base } from "./support/fixtures";
import { type Body, serveFolder } from "./support/folder-server";
import { BoardPage } from "./support/pages/board-page";
import { shiftsOf, watchShifts } from "./support/shifts";

const PAGE = "jobs/page/2/";
const CUTS = 12;

/** The sample site, with the pages that the test provides in place of its own. */
const test = base.extend<object, { arriving: { address: string; files: Record<string, Body> } }>({
  arriving: [
    async ({}, use) => {
      const files: Record<string, Body> = {};
      const served = await serveFolder(site, files);
      await use({ address: served.address, files });
      await served.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ arriving }, use) => use(arriving.address),
});

test("nothing moves when the end of a line arrives after its beginning", async ({ page, arriving }) => {
  const html = await readFile(join(site, PAGE, "index.html"), "utf8");
  const facts = [...html.matchAll(/class="job-fact-words">.../g)].slice(0, CUTS);
  expect(facts).toHaveLength(CUTS);
  await watchShifts(page);
  for (const fact of facts) {
    const cut = fact.index + fact[0].length;
    arriving.files["/index.html"] = [html.slice(0, cut), html.slice(cut)];
    await page.goto(PAGE);
    await new BoardPage(page).frames(3);
    expect(await shiftsOf(page), html.slice(cut - 20, cut)).toEqual([]);
  }
});
