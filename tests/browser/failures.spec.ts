// The network fails: the page says what happened, keeps what was asked for, and recovers.

import { expect, test } from "./support/fixtures";
import { JobPage } from "./support/pages/job-page";
import { SearchPage } from "./support/pages/search-page";

test.use({ expectedComplaints: /Failed to load resource/ });

const MANIFEST = "**/data/manifest.json";
const COLUMNS = "**/data/columns.*";

for (const { happening, file, fate } of [
  { happening: "the manifest is gone", file: MANIFEST, fate: { status: 404, body: "" } },
  { happening: "the manifest is nonsense", file: MANIFEST, fate: { status: 200, body: "<html>" } },
  { happening: "the columns are gone", file: COLUMNS, fate: { status: 404, body: "" } },
  { happening: "the columns arrive cut short", file: COLUMNS, fate: "truncated" },
  { happening: "the columns are nonsense", file: COLUMNS, fate: { status: 200, body: "OOPS" } },
  { happening: "the server is in trouble", file: COLUMNS, fate: { status: 503, body: "" } },
  { happening: "the network is gone", file: COLUMNS, fate: "offline" },
] as const) {
  test(`when ${happening}, Retry recovers and the words stay`, async ({ page }) => {
    await page.route(file, async (route) => {
      if (fate === "offline") {
        await route.abort("internetdisconnected");
      } else if (fate === "truncated") {
        const response = await route.fetch();
        await route.fulfill({ response, body: (await response.body()).subarray(0, 2_000), headers: {} });
      } else {
        await route.fulfill(fate);
      }
    });
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
  await page.route("**/jobs/*/index.json", (route) => route.abort("internetdisconnected"));
  await search.openJob(search.titles.first());
  await expect(search.failure).toBeVisible();
  await page.unroute("**/jobs/*/index.json");
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
