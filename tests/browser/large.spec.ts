// A board of twenty thousand jobs, built for this test: the page gives the same answers as the tool.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expectAgreement } from "./support/agreement";
import { FATES } from "./support/fates";
import { expect, test as base } from "./support/fixtures";
import { jobs, SearchPage } from "./support/pages/search-page";
import { Random } from "./support/random";
import { build, run, search as searchNatively, serve } from "./support/tool";

const JOBS = 20_000;
const SEED = 7;

/** Words of generated searches; some are misspelled, and some are unfinished. */
const WORDS = ["engineer", "senior", "java", "kubernets", "data", "bengal", "remote", "manager", "c++", "nurse", "se"];
const FACETS = ["skill", "location", "company", "workplace", "type", "industry", "experience"];
const PREFIXES = "**/data/prefix.*";
const SEARCHES = 24;
const SEARCHES_A_TEST = 6;

interface Board {
  address: string;
  folder: string;
}

const test = base.extend<object, { board: Board }>({
  board: [
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), "openroles-"));
      const feed = join(folder, "feed.jsonl");
      await writeFile(feed, await run("sample", "--count", `${JOBS}`, "--seed", `${SEED}`, "--brief"));
      await build(feed, join(folder, "site"), "--pages", "1");
      const served = await serve(join(folder, "site"));
      await use({ address: served.address, folder: join(folder, "site") });
      await served.stop();
      await rm(folder, { recursive: true });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  baseURL: async ({ board }, use) => use(board.address),
});

// One worker builds the board once for all tests.
test.describe.configure({ mode: "default" });

for (let first = 0; first < SEARCHES; first += SEARCHES_A_TEST) {
  test(`the page and the tool agree among many jobs, searches ${first + 1} to ${first + SEARCHES_A_TEST}`, async ({
    page,
    board,
  }) => {
    const { facets } = await searchNatively(board.folder, "");
    for (let number = first; number < first + SEARCHES_A_TEST; number += 1) {
      await expectAgreement(page, board.folder, generated(number, facets));
    }
  });
}

test.describe("the chunk of all words with a beginning, which small boards do not have,", () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  for (const [happening, fate] of Object.entries(FATES)) {
    test(`is asked for again by Retry when it ${happening}`, async ({ page, board }) => {
      const search = new SearchPage(page);
      await search.open();
      await page.route(PREFIXES, fate);
      await search.type("s");
      await expect(search.failure).toContainText("The jobs could not be loaded");
      await page.unroute(PREFIXES);
      await search.retry();
      const { hit_count, hits } = await searchNatively(board.folder, "q=s");
      await expect(search.summary).toHaveText(jobs(hit_count));
      await expect(search.titles).toHaveText(hits.map((hit) => hit.title));
    });
  }
});

/** A search with up to two words and up to two refinements; the same number always gives the same search. */
function generated(number: number, facets: Record<string, { value: string }[]>): string {
  const random = new Random(number + 1);
  const query = new URLSearchParams();
  const words = Array.from({ length: Math.floor(random.next() * 3) }, () => random.pick(WORDS));
  if (words.length > 0) {
    query.append("q", words.join(" "));
  }
  for (let refinements = Math.floor(random.next() * 3); refinements > 0; refinements -= 1) {
    const facet = random.pick(FACETS);
    const values = (facets[facet] ?? []).slice(0, 30);
    const value = values.length > 0 ? random.pick(values).value : undefined;
    if (value !== undefined && !query.has(facet)) {
      query.append(facet === "skill" && random.next() < 0.2 ? `-${facet}` : facet, value);
    }
  }
  return query.toString();
}
