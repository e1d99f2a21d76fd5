// Searching in other engines: first in the widget's list, then with the board's engine in WebAssembly.

import { expect, test } from "./support/engine-fixtures";
import { breaksOff, held } from "./support/front";
import { FALLBACK } from "./support/pages/widget-page";
import { WASM } from "./support/pages/visit";
import { HOSTILE } from "./support/hostile-styles";

const ENGINE = { scripts: WASM };

test("the main journey works where the host unsets everything", async ({ visit }) => {
  const body = `<h1>Careers</h1><open-roles company="acme" deep-link>${FALLBACK}</open-roles>`;
  await visit.open({ body, style: HOSTILE["unsets everything"], ...ENGINE });
  await visit.says("20 jobs");
  await visit.press("button", "Department");
  await visit.press("a", "Sales");
  await visit.says("5 of 20 jobs");
  await visit.run(() => history.back());
  await visit.says("20 jobs");
  await visit.search("heliotropes");
  await visit.says("1 of 20 jobs");
  await visit.run(({ element }) => element.setAttribute("company", "globex"));
  await visit.says("1 of 130 jobs");
});

test("no engine is loaded before somebody searches", async ({ visit, front }) => {
  await visit.show('company="acme"', ENGINE);
  await visit.press("button", "Department");
  await visit.press("a", "Sales");
  await visit.says("5 of 20 jobs");
  expect(front.paths.filter((path) => !path.startsWith("embed/") && !path.includes("widget-view"))).toEqual([]);
});

test("a search finds words of the descriptions, corrects typing errors, and can be refined", async ({ visit }) => {
  await visit.show('company="acme"', ENGINE);
  await visit.search("heliotropes");
  await visit.says("1 of 20 jobs");
  expect(await visit.titles()).toEqual(["Support Lead 4"]);
  await visit.search("exceutive");
  await visit.says("4 of 20 jobs");
  await visit.press("button", "Location");
  await visit.shows("India 4", ({ named }) => named("a", "India")?.textContent);
  await visit.press("a", "Pune");
  await visit.says("1 of 20 jobs");
  await visit.press("button", "Clear");
  await visit.says("20 jobs");
});

test("while the engine is on its way, nothing is said that it may refute", async ({ visit, front }) => {
  const [responder, release] = held();
  front.let(".wasm", responder);
  await visit.show('company="acme"', ENGINE);
  await visit.search("heliotropes");
  await visit.says("Searching…");
  await visit.search("executive");
  await visit.counts(4);
  await visit.says("Searching…");
  release();
  await visit.says("4 of 20 jobs");
  await visit.search("heliotropes");
  await visit.says("1 of 20 jobs");
});

test("what is typed is previewed, and found, in the letters that the board's analyzer tells apart", async ({
  visit,
  front,
}) => {
  // Browsers differ in how they compose and lowercase letters.
  const cases = [
    ["ガ", ["ガイド", "東京ガイド募集"]],
    ["हिन्दी", ["हिन्दी शिक्षक"]],
    ["CAFÉ", ["Café manager"]],
  ] as const;
  const [responder, release] = held();
  front.let(".wasm", responder);
  await visit.show('company="babel" deep-link', ENGINE);
  for (const [typed, titles] of cases) {
    await visit.goTo(`${(await visit.run(() => location.href)).split("?")[0]}?open-roles-q=${typed}`);
    await visit.says("Searching…");
    expect(await visit.titles()).toEqual(titles);
  }
  release();
  for (const [typed, titles] of cases) {
    await visit.goTo(`${(await visit.run(() => location.href)).split("?")[0]}?open-roles-q=${typed}`);
    await visit.says(`${titles.length} of 6 jobs`);
    expect(await visit.titles()).toEqual(titles);
  }
});

test("words that the host's tag names are a search, which is corrected and says so", async ({ visit }) => {
  await visit.show('company="acme" q="engineers"', ENGINE);
  await visit.says("8 jobs");
  await visit.run(({ element }) => element.setAttribute("q", "exceutive"));
  await visit.says("4 jobs");
  const note = () => visit.run(({ seen }) => seen("[part=note]")[0]?.textContent);
  expect(await note()).toBe("Showing results for executive. Search instead for exceutive");
  await visit.press("a", "Search instead");
  await visit.says("No open jobs at the moment.");
});

test("a job looks the same before a search and in it", async ({ visit }) => {
  const card = () => visit.run(({ named }) => named("[part=job]", "Product Designer 3")?.outerHTML);
  await visit.show('company="acme"', ENGINE);
  await visit.says("20 jobs");
  const before = await card();
  await visit.search("designer 3");
  await visit.counts(1);
  expect(await card()).toBe(before);
});

test("a company with more jobs than its list holds is counted exactly once somebody looks", async ({ visit }) => {
  await visit.show('company="globex"', ENGINE);
  await visit.says("130 jobs");
  await visit.press("button", "Department");
  await visit.press("a", "Sales 33");
  await visit.says("33 of 130 jobs");
  await visit.press("button", "Show more");
  await visit.counts(33);
});

test("several widgets share one engine and every file", async ({ visit, front }) => {
  const body = '<open-roles company="globex" limit="1"></open-roles><open-roles company="acme"></open-roles>';
  await visit.open({ body, ...ENGINE });
  for (const [nth, said] of ["1 of 130 jobs", "1 of 20 jobs"].entries()) {
    visit.nth = nth;
    await visit.search("heliotropes");
    await visit.says(said);
  }
  expect(front.paths.filter((path) => path.endsWith(".wasm"))).toHaveLength(1);
  expect(front.paths.filter((path) => path.endsWith(".bin")).length).toBeGreaterThan(0);
  expect([...new Set(front.paths)]).toEqual(front.paths);
});

test.describe("under a policy without WebAssembly", () => {
  test.use({ expectedComplaints: /WebAssembly|wasm-(unsafe-)?eval/ });

  test("a search looks through the list, and leads to the board", async ({ visit }) => {
    await visit.show('company="acme"');
    await visit.search("exec");
    await visit.says("4 of 20 jobs");
    expect(await visit.run(({ seen }) => seen("[part=note]")[0]?.textContent?.trim())).toBe(
      "Descriptions weren’t searched.",
    );
    const link = await visit.run(({ seen }) => (seen("[part=board]")[0] as HTMLAnchorElement).href);
    expect(link).toMatch(/jobs\/\?company=acme&q=exec$/);
  });

  test("a search among the newest of many says so", async ({ visit }) => {
    await visit.show('company="globex"');
    await visit.search("exec");
    await visit.says("20 of the newest 100 jobs");
  });
});

test.describe("where a chunk of the index does not arrive", () => {
  test.use({ expectedComplaints: /Cross-Origin Request Blocked/ });

  test("the list answers, and the next search tries again", async ({ visit, front }) => {
    front.let(".bin", breaksOff);
    await visit.show('company="acme"', ENGINE);
    await visit.search("lead");
    await visit.says("4 of 20 jobs");
    front.let(".bin", null);
    await visit.search("heliotropes");
    await visit.says("1 of 20 jobs");
  });
});
