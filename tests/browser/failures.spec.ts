// Network failures: the page says what happened, keeps the query, and recovers.

import { type Fate, FATES } from "./support/fates";
import { expect, test } from "./support/fixtures";
import { held } from "./support/held";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

test.use({ expectedComplaints: /Failed to load resource/ });

const MANIFEST = "**/data/manifest.json";
const COLUMNS = "**/data/columns.*";

const HAPPENINGS: [string, string, Fate][] = [
  ["the manifest is gone", MANIFEST, FATES["is gone"]],
  ["the manifest is another page", MANIFEST, FATES["is another page"]],
  ["the server is in trouble", COLUMNS, (route) => route.fulfill({ status: 503, body: "" })],
  ...Object.entries(FATES).map(([happening, fate]): [string, string, Fate] => [`the columns' file ${happening}`, COLUMNS, fate]),
];

for (const [happening, file, fate] of HAPPENINGS) {
  test(`when ${happening}, Retry recovers and the words stay`, async ({ page }) => {
    await page.route(file, fate);
    const search = new SearchPage(page);
    await search.open("?q=altimetrik");
    await expect(search.failure).toContainText("The jobs could not be loaded");
    await expect(search.field).toHaveValue("altimetrik");
    await page.unroute(file);
    await search.retry();
    await expect(search.titles).toHaveText([".NET cloud"]);
    await expect(search.failure).toHaveCount(0);
    await expect(page).toHaveURL(/\?q=altimetrik$/);
  });
}

test("while the columns hang, the page says it searches, and does so when they come", async ({ page }) => {
  const search = new SearchPage(page);
  const release = await held(page, COLUMNS);
  await search.open();
  await search.type("altimetrik");
  await expect(search.summary).toHaveText("Searching…");
  await expect(search.failure).toHaveCount(0);
  await expect(search.field).toHaveValue("altimetrik");
  release();
  await expect(search.titles).toHaveText([".NET cloud"]);
});

test("without a connection the list that is there stays readable", async ({ page }) => {
  await page.route("**/data/**", (route) => route.abort("internetdisconnected"));
  const search = new SearchPage(page);
  await search.open();
  await expect(search.titles).toHaveCount(20);
});

test("a job whose text does not arrive can be tried again", async ({ page }) => {
  const search = new SearchPage(page);
  const job = new JobPage(page);
  await search.open("?q=altimetrik");
  await page.route("**/jobs/*/", (route) => route.abort("internetdisconnected"));
  await search.openJob(search.titles.first());
  await expect(search.failure).toBeVisible();
  await page.unroute("**/jobs/*/");
  await search.retry();
  await expect(job.title).toHaveText(".NET cloud");
});

test.describe("an app that never arrives", () => {
  test.use({ expectedComplaints: /Failed to load resource|exception: / });

  test("leaves the page as it was made", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort("internetdisconnected"));
    const failed = page.waitForEvent("requestfailed");
    await page.goto("./jobs/?q=java");
    await failed;
    const card = page.getByRole("article").first();
    await expect(card).toBeVisible();
    await expect
      .poll(() => card.evaluate((element) => getComputedStyle(element.closest("section") ?? element).opacity))
      .toBe("1");
  });
});

test.describe("a module that does not arrive", () => {
  test.use({ expectedComplaints: /Failed to (load resource|fetch)|WebAssembly|page stays as it is|could not be reached/ });

  const SEARCH_MODULE = "**/split_search.wasm";
  const happenings = (["is gone", "is cut short", "is another page", "is out of reach"] as const).map(
    (happening) => [happening, FATES[happening]] as const,
  );

  for (const [happening, fate] of happenings) {
    test(`leaves the list of jobs as it was made, when it ${happening}`, async ({ page }) => {
      await page.route(SEARCH_MODULE, fate);
      const search = new SearchPage(page);
      const stays = page.waitForEvent("console", (message) => message.text().includes("the page stays as it is"));
      await page.goto("./jobs/");
      await stays;
      await expect(search.failure).toHaveCount(0);
      const title = (await search.titles.first().textContent()) ?? "";
      await search.titles.first().click();
      await expect(new JobPage(page).title).toHaveText(title);
      await page.goBack();
      await expect(search.titles.first()).toHaveText(title);
    });

    test(`is reported to a visitor with a link to a search, when it ${happening}`, async ({ page }) => {
      await page.route(SEARCH_MODULE, fate);
      const search = new SearchPage(page);
      await page.goto("./jobs/?q=altimetrik");
      await expect(search.failure).toContainText("The jobs could not be loaded");
      await page.unroute(SEARCH_MODULE);
      await search.retry();
      await expect(search.titles).toHaveText([".NET cloud"]);
      await expect(search.field).toHaveValue("altimetrik");
    });

    test(`can be retried on the search page, when it ${happening}`, async ({ page }) => {
      await page.goto("./");
      const search = new SearchPage(page);
      await page.route(SEARCH_MODULE, fate);
      await search.field.fill("altimetrik");
      await search.field.press("Enter");
      await expect(search.failure).toContainText("The jobs could not be loaded");
      await expect(page).toHaveURL(/\?q=altimetrik$/);
      await page.unroute(SEARCH_MODULE);
      await search.retry();
      await expect(search.titles).toHaveText([".NET cloud"]);
      await expect(search.field).toHaveValue("altimetrik");
    });
  }
});
