// Searching in the widget: first in its list, then with the board's engine and whole index.

import type { Page } from "@playwright/test";

import { expect, test } from "./support/widget-fixtures";

const WASM = { scripts: "'wasm-unsafe-eval'" };

test("no engine is loaded before somebody searches", async ({ widget }) => {
  await widget.open('company="acme"', WASM);
  await expect(widget.status).toHaveText("20 jobs");
  await widget.facet("Department").click();
  await widget.value("Sales 5").click();
  await expect(widget.status).toHaveText("5 of 20 jobs");
  expect(widget.requests.filter((path) => !path.startsWith("embed/") && !path.includes("widget-view"))).toEqual([]);
});

test("a search finds words of the descriptions, corrects typing errors, and stays within the company", async ({
  widget,
}) => {
  await widget.open('company="acme"', WASM);
  await widget.field.fill("heliotropes");
  await expect(widget.status).toHaveText("1 of 20 jobs");
  await expect(widget.titles).toHaveText(["Support Lead 4"]);
  await widget.field.fill("exceutive");
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await widget.facet("Location").click();
  await expect(widget.value(/^India/)).toContainText("4");
  await widget.field.fill("");
  await expect(widget.status).toHaveText("20 jobs");
});

test("while the engine is on its way, nothing is said that it may refute", async ({ widget, page }) => {
  const release = await holdEngine(page);
  await widget.open('company="acme"', WASM);
  await widget.facet("Department").click();
  await widget.field.fill("heliotropes");
  await expect(widget.status).toHaveText("Searching…");
  await widget.field.fill("executive");
  await expect(widget.titles).toHaveCount(4);
  await expect(widget.status).toHaveText("Searching…");
  await expect(widget.value("Sales")).toHaveText("Sales");
  await expect(widget.note).toBeHidden();
  release();
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await expect(widget.value(/^Sales/)).toHaveText("Sales 1");
  await widget.field.fill("heliotropes");
  await expect(widget.status).toHaveText("1 of 20 jobs");
});

test("what is typed is previewed in the letters that the board's analyzer tells apart", async ({ widget, page }) => {
  await holdEngine(page);
  await widget.open('company="babel"', WASM);
  for (const [typed, titles] of [
    ["ガ", ["ガイド", "東京ガイド募集"]],
    ["हिन्दी", ["हिन्दी शिक्षक"]],
    ["cafe", ["Café manager"]],
    ["CAFÉ M", ["Café manager"]],
  ] as const) {
    await widget.field.fill(typed);
    await expect(widget.titles).toHaveText(titles);
    await expect(widget.status).toHaveText("Searching…");
  }
});

test("the engine finds what its board finds, and nothing else, in every script", async ({ widget }) => {
  await widget.open('company="babel"', WASM);
  for (const [typed, titles] of [
    ["ガ", ["ガイド", "東京ガイド募集"]],
    ["हिन्दी", ["हिन्दी शिक्षक"]],
    ["café", ["Café manager"]],
  ] as const) {
    await widget.field.fill(typed);
    await expect(widget.status).toHaveText(`${titles.length} of 6 jobs`);
    await expect(widget.titles).toHaveText(titles);
  }
});

test("words that the host's tag names are a search", async ({ widget }) => {
  await widget.open('company="acme" q="engineers"', WASM);
  await expect(widget.status).toHaveText("8 jobs");
  await expect(widget.field).toBeHidden();
  await widget.element.evaluate((element) => element.setAttribute("q", "heliotropes"));
  await expect(widget.status).toHaveText("1 job");
  await expect(widget.titles).toHaveText(["Support Lead 4"]);
});

test("the links inside the tag stay until the words that it names are answered", async ({ widget, page }) => {
  await widget.listen("load");
  const release = await holdEngine(page);
  await widget.open('company="acme" q="lead"', WASM);
  await expect.poll(() => widget.requests.some((path) => path.endsWith(".wasm"))).toBe(true);
  await expect(widget.fallback).toBeVisible();
  expect(await widget.heard()).toEqual([]);
  release();
  await expect(widget.status).toHaveText("4 jobs");
  await expect(widget.fallback).toBeHidden();
  expect(await widget.heard()).toEqual([["load", { total: 4 }]]);
});

test("a correction is shown, and can be taken back", async ({ widget, host, page }) => {
  await widget.open('company="acme" deep-link', WASM);
  await widget.field.fill("exceutive");
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await expect(widget.note).toHaveText("Showing results for executive. Search instead for exceutive");
  const instead = widget.element.getByRole("link", { name: "Search instead for exceutive" });
  await expect(instead).toHaveAttribute("href", `${host.board}jobs/?company=acme&q=exceutive&exact=1`);
  await instead.click();
  await expect(widget.status).toHaveText("No job matches.");
  await expect(widget.status).toBeFocused();
  await expect(widget.note).toBeHidden();
  await expect(page).toHaveURL(/\?open-roles-q=exceutive&open-roles-exact=1$/);
  await page.reload();
  await expect(widget.status).toHaveText("No job matches.");
  await widget.field.fill("exceutives");
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await expect(page).toHaveURL(/\?open-roles-q=exceutives$/);
});

test("a correction of the host's own words is shown, too", async ({ widget }) => {
  await widget.open('company="acme" q="exceutive"', WASM);
  await expect(widget.status).toHaveText("4 jobs");
  await expect(widget.note).toContainText("Showing results for executive.");
  await widget.element.getByRole("link", { name: "Search instead for exceutive" }).click();
  await expect(widget.status).toHaveText("No open jobs at the moment.");
});

test("a job looks the same before a search and in it", async ({ widget }) => {
  await widget.open('company="acme"', WASM);
  const card = () => widget.element.getByRole("listitem").filter({ hasText: "Product Designer 3" }).first();
  const before = await card().evaluate((item) => item.outerHTML);
  await widget.field.fill("designer 3");
  await expect(widget.titles).toHaveCount(1);
  expect(await card().evaluate((item) => item.outerHTML)).toBe(before);
});

test("a company with more jobs than its list holds is counted exactly once somebody looks", async ({ widget }) => {
  await widget.open('company="globex"', WASM);
  await expect(widget.status).toHaveText("130 jobs");
  await widget.facet("Department").click();
  await expect(widget.value("Sales 33")).toBeVisible();
  await widget.value("Sales 33").click();
  await expect(widget.status).toHaveText("33 of 130 jobs");
  await widget.element.getByRole("button", { name: "Show more" }).click();
  await expect(widget.titles).toHaveCount(33);
});

test("a large company narrowed by attributes is searched as a whole", async ({ widget }) => {
  await widget.open('company="globex" location="pune" limit="50"', WASM);
  await expect(widget.status).toHaveText("44 jobs");
  await expect(widget.titles).toHaveCount(44);
});

test("several widgets share one engine and every file", async ({ widget, page }) => {
  const one = '<open-roles company="globex"></open-roles>';
  await page.goto(widget.host.page({ body: one.repeat(2), ...WASM }));
  await expect(page.getByRole("searchbox")).toHaveCount(2);
  for (const field of await page.getByRole("searchbox").all()) {
    await field.fill("heliotropes");
  }
  await expect(page.getByRole("status")).toHaveText(["1 of 130 jobs", "1 of 130 jobs"]);
  expect(widget.requests.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
  expect(new Set(widget.requests).size).toBe(widget.requests.length);
});

test.describe("under a policy without WebAssembly", () => {
  test.use({ expectedComplaints: /WebAssembly|wasm-(unsafe-)?eval/ });

  test("a search looks through the list", async ({ widget }) => {
    await widget.open('company="acme"');
    await widget.field.fill("exec");
    await expect(widget.status).toHaveText("4 of 20 jobs");
    await expect(widget.note).toHaveText("Descriptions weren’t searched.");
    await expect(widget.boardLink).toHaveAttribute("href", /jobs\/\?company=acme&q=exec$/);
  });

  test("words that the host's tag names are looked for in the list, and the widget says so", async ({ widget }) => {
    await widget.open('company="acme" q="lead"');
    await expect(widget.status).toHaveText("4 jobs");
    await expect(widget.note).toHaveText("Descriptions weren’t searched.");
  });

  test("a search among the newest of many says so, and leads to the board", async ({ widget }) => {
    await widget.open('company="globex"');
    await widget.field.fill("exec");
    await expect(widget.status).toHaveText("20 of the newest 100 jobs");
    await expect(widget.boardLink).toHaveAttribute("href", /jobs\/\?company=globex&q=exec$/);
  });
});

test.describe("where a chunk of the index does not arrive", () => {
  test.use({ expectedComplaints: /Failed to load resource/ });

  test("the list answers, and the next search tries again", async ({ widget, page }) => {
    await page.route("**/data/*.bin", (route) => route.abort());
    await widget.open('company="acme"', WASM);
    await widget.field.fill("lead");
    await expect(widget.status).toHaveText("4 of 20 jobs");
    await expect(widget.note).toHaveText("Descriptions weren’t searched.");
    await page.unroute("**/data/*.bin");
    await widget.field.fill("heliotropes");
    await expect(widget.status).toHaveText("1 of 20 jobs");
    await expect(widget.note).toBeHidden();
  });
});

test.describe("deep links", () => {
  test("the host's address keeps what is refined, and Back takes it back", async ({ widget, page }) => {
    await widget.open('company="acme" deep-link', WASM, "?tab=jobs");
    await widget.facet("Department").click();
    await widget.value("Sales 5").click();
    await expect(widget.status).toHaveText("5 of 20 jobs");
    await expect(page).toHaveURL(/\?tab=jobs&open-roles-department=Sales$/);
    await page.goBack();
    await expect(widget.status).toHaveText("20 jobs");
    await page.goForward();
    await expect(widget.status).toHaveText("5 of 20 jobs");
    await widget.field.fill("executive 2");
    await expect(page).toHaveURL(/open-roles-department=Sales&open-roles-q=executive\+2$/);
    await page.reload();
    await expect(widget.field).toHaveValue("executive 2");
    await expect(widget.status).toHaveText("1 of 20 jobs");
  });

  test("no address points the widget at another company, or past what is locked", async ({ widget }) => {
    const said = "?open-roles-company=globex&open-roles-department=Design&company=globex&open-roles-source=agency";
    await widget.open(
      'company="acme" department="Sales" deep-link',
      WASM,
      said.replace("&open-roles-source=agency", ""),
    );
    await expect(widget.status).toHaveText("5 jobs");
    expect(widget.requests.filter((path) => path.includes("globex"))).toEqual([]);
  });

  test("without the attribute the address is neither read nor written", async ({ widget, page }) => {
    await widget.open('company="acme"', WASM, "?open-roles-department=Design");
    await expect(widget.status).toHaveText("20 jobs");
    const entries = await page.evaluate(() => history.length);
    await widget.facet("Department").click();
    await widget.value("Sales 5").click();
    await expect(widget.status).toHaveText("5 of 20 jobs");
    await expect(page).toHaveURL(/\?open-roles-department=Design$/);
    expect(await page.evaluate(() => history.length)).toBe(entries);
  });
});

/** Keeps the engine from loading until the returned function is called. */
async function holdEngine(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.wasm", async (route) => {
    await held;
    await route.continue();
  });
  return release;
}
