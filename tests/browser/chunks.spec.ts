// The index is loaded in chunks. Whatever happens to one, the page reports it or recovers, and the query stays.

import { FATES } from "./support/fates";
import { expect, test } from "./support/fixtures";
import { held } from "./support/held";
import { jobs, SearchPage } from "./support/pages/search-page";

test.use({ expectedComplaints: /Failed to load resource/ });

/** Searches that need each kind of chunk. */
const SEARCHES = { dictionary: "altimetrik", terms: "altimetrik", positions: '"altimetrik"', cards: "altimetrik" };

for (const [kind, words] of Object.entries(SEARCHES)) {
  for (const [happening, fate] of Object.entries(FATES)) {
    test(`when the ${kind} chunk ${happening}, Retry recovers and the words stay`, async ({ page }) => {
      const search = new SearchPage(page);
      await search.open();
      await page.route(files(kind), fate);
      await search.type(words);
      await expect(search.failure).toContainText("The jobs could not be loaded");
      await expect(search.field).toHaveValue(words);
      await page.unroute(files(kind));
      await search.retry();
      await expect(search.titles).toHaveText([".NET cloud"]);
      await expect(search.failure).toHaveCount(0);
      await expect(search.field).toHaveValue(words);
    });
  }

  test(`while the ${kind} chunk hangs, the page stays of use, and goes on when it comes`, async ({ page }) => {
    const search = new SearchPage(page);
    // A list that isn't prerendered, so the index is loaded before its next chunk hangs.
    await search.open("?sort=newest");
    const release = await held(page, files(kind));
    await search.type(words);
    await expect(search.failure).toHaveCount(0);
    await expect(search.field).toHaveValue(words);
    // Counts need no cards, so a chunk of cards that hangs doesn't delay them.
    const expected = kind === "cards" ? jobs(1) : /^[\d,]{2,} jobs$/;
    await expect(search.summary).toHaveText(expected);
    release();
    await expect(search.titles).toHaveText([".NET cloud"]);
  });
}

test("offline, the page says so in a candidate's words, and keeps the last list", async ({ page }) => {
  const search = new SearchPage(page);
  await search.open("?q=java");
  const titles = await search.titles.allInnerTexts();
  const count = await search.summary.innerText();
  await page.route("**/data/**", (route) => route.abort("internetdisconnected"));
  await search.type("altimetrik");
  await expect(search.failure).toContainText("You are offline, or the board could not be reached");
  await expect(search.failure).not.toContainText(/data\/|\.bin|https?:/);
  await expect(search.titles).toHaveText(titles);
  await expect(search.summary).toHaveText(count);
  await page.unroute("**/data/**");
  await search.retry();
  await expect(search.titles).toHaveText([".NET cloud"]);
  await expect(search.failure).toHaveCount(0);
});

for (const [happening, fate] of Object.entries(FATES)) {
  test(`when the chunk of common titles ${happening}, none are offered and all else goes on`, async ({ page }) => {
    const search = new SearchPage(page);
    await page.route(files("titles"), fate);
    await search.open();
    await search.type("altimetrik");
    await expect(search.titles).toHaveText([".NET cloud"]);
    await expect(search.failure).toHaveCount(0);
  });
}

test("a deploy between two clicks goes unnoticed", async ({ page }) => {
  const manifest = await page.request.get("./data/manifest.json").then((response) => response.json());
  const before = "columns.00000000deadbeef.bin";
  let manifests = 0;
  await page.route("**/data/manifest.json", (route) => {
    manifests += 1;
    return manifests === 1 ? route.fulfill({ json: { ...manifest, columns: before } }) : route.continue();
  });
  await page.route(`**/data/${before}`, async (route) => {
    const response = await page.request.get(`./data/${manifest.columns}`);
    await route.fulfill({ response });
  });
  // The host only has the new build.
  await page.route(/\/data\/(dictionary|terms|cards)\./, (route) =>
    manifests === 1 ? route.fulfill({ status: 404, body: "" }) : route.continue(),
  );
  const search = new SearchPage(page);
  await search.open();
  await search.type("altimetrik");
  await expect(search.titles).toHaveText([".NET cloud"]);
  await expect(search.field).toHaveValue("altimetrik");
  expect(manifests).toBe(2);
});

test("without a connection filters still count, and the cards come when it is back", async ({ page, context }) => {
  const search = new SearchPage(page);
  await search.open();
  await search.refine("Workplace", "Remote");
  await expect(search.chips).toHaveText(["Remote"]);
  const promised = await search.promised("Employment type", "Contract");
  await context.setOffline(true);
  await search.refine("Employment type", "Contract");
  await expect(search.summary).toHaveText(jobs(promised));
  await expect(search.failure).toContainText("The jobs could not be loaded");
  await context.setOffline(false);
  await search.retry();
  await expect(search.titles).toHaveCount(Math.min(promised, 20));
});

function files(kind: string): string {
  return `**/data/${kind}.*`;
}
