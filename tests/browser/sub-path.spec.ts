// A board under a path of its host, as on many static hosts.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test as base } from "./support/fixtures";
import { SearchPage } from "./support/pages/search-page";
import { build, serve } from "./support/tool";

const POSTINGS = ["Rust", "Go"].map((skill) => ({
  identifier: skill,
  title: `${skill} engineer`,
  hiringOrganization: "Acme",
  skills: [skill],
}));

/** Every test visits a board under `/board/`. */
const test = base.extend<object, { board: string }>({
  board: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "openroles-"));
      await writeFile(join(folder, "feed.json"), JSON.stringify({ jobs: POSTINGS }));
      await build(join(folder, "feed.json"), join(folder, "site"), "--base-path", "/board/");
      const served = await serve(join(folder, "site"));
      await use(served.address);
      await served.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ board }, use) => use(board),
});

test("searching, opening a job and going Back stay under the path", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.refine("Skill", "Rust");
  await expect(search.summary).toHaveText("1 job");
  await expect(page).toHaveURL(/\/board\/jobs\/\?skill=Rust$/);
  await search.openJob(search.titles.first());
  await expect(page.getByRole("heading", { level: 1, name: "Rust engineer" })).toBeVisible();
  await expect(page).toHaveURL(/\/board\/jobs\/rust-engineer-acme\/$/);
  await page.goBack();
  await expect(search.summary).toHaveText("1 job");
});

test("no link leads out of the path", async ({ page, board }) => {
  const search = new SearchPage(page);
  await search.open();
  const links = await page.getByRole("link").evaluateAll((found) => found.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !link.startsWith(board))).toEqual([]);
});
