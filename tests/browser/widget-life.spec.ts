// Adding, moving, and removing the widget, also by frameworks: nothing of a removed widget remains.

import type { CDPSession, Page } from "@playwright/test";

import { FRAMEWORKS, bundled } from "./support/frameworks";
import { expect, test } from "./support/widget-fixtures";

const WASM = "'wasm-unsafe-eval'";

for (const [name, source] of Object.entries(FRAMEWORKS)) {
  test(`inside a route of ${name} it comes and goes`, async ({ widget, page }) => {
    const script = await bundled(source);
    await page.goto(widget.host.page({ body: '<div id="app"></div>', script }));
    for (let visit = 1; visit <= 3; visit++) {
      await expect(widget.status).toHaveText("20 jobs");
      await expect(widget.titles).toHaveCount(3);
      await widget.facet("Department").click();
      await widget.value("Sales 5").click();
      await expect(widget.status).toHaveText("5 of 20 jobs");
      await expect(page.locator("output")).toHaveText(`${visit}`);
      await page.getByRole("button", { name: "Go" }).click();
      await expect(page.getByText("About us")).toBeVisible();
      await expect(page.locator("open-roles")).toHaveCount(0);
      await page.getByRole("button", { name: "Go" }).click();
    }
    expect(widget.requests.filter((path) => path.endsWith(".json"))).toEqual(["embed/acme.json"]);
  });
}

test("properties set before the script arrives count", async ({ widget, page, host }) => {
  await page.goto(host.page({ body: "<open-roles></open-roles>", widget: null }));
  await page.evaluate(() =>
    Object.assign(document.querySelector("open-roles") as Element, { company: "acme", limit: 2 }),
  );
  await page.evaluate((url) => import(url), `${host.board}embed/open-roles.js`);
  await expect(widget.status).toHaveText("20 jobs");
  await expect(widget.titles).toHaveCount(2);
});

test("moving it keeps what was refined and fetches nothing", async ({ widget, page }) => {
  await page.goto(
    widget.host.page({ body: '<div id="a"><open-roles company="acme"></open-roles></div><div id="b"></div>' }),
  );
  await expect(widget.status).toHaveText("20 jobs");
  await widget.facet("Department").click();
  await widget.value("Sales 5").click();
  await expect(widget.status).toHaveText("5 of 20 jobs");
  const before = widget.requests.length;
  await page.evaluate(() => document.querySelector("#b")?.append(document.querySelector("open-roles") as Element));
  await expect(widget.status).toHaveText("5 of 20 jobs");
  expect(widget.requests.length).toBe(before);
});

test("taking the last widget out stops its request", async ({ widget, page }) => {
  const failed: string[] = [];
  page.on("requestfailed", (request) => failed.push(request.failure()?.errorText ?? ""));
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/embed/acme.json", async (route) => {
    await held;
    await route.continue().catch(() => {});
  });
  await widget.listen("loadstart", "load", "error", "loadend");
  await page.goto(widget.host.page({ body: '<main><open-roles company="acme"></open-roles></main>' }));
  await expect.poll(() => widget.requests).toContain("embed/acme.json");
  const element = await page.evaluateHandle(() => document.querySelector("open-roles") as Element);
  await element.evaluate((widget) => widget.remove());
  await expect.poll(() => failed).toEqual(["net::ERR_ABORTED"]);
  release();
  await element.evaluate((widget) => document.querySelector("main")?.append(widget));
  await expect(widget.status).toHaveText("20 jobs");
  expect((await widget.heard()).map(([type]) => type)).toEqual(["loadstart", "loadstart", "load", "loadend"]);
});

test("ten widgets put in and taken out two hundred times leave nothing behind", async ({ widget, page }) => {
  test.setTimeout(180_000);
  await page.goto(widget.host.page({ body: "<main></main>", scripts: WASM }));
  const client = await page.context().newCDPSession(page);
  // First load the engine and every file, and let the code compile.
  await cycle(page, 1);
  await search(page);
  await cycle(page, 20);
  const before = await level(client, page);
  await cycle(page, 200);
  const after = await level(client, page);
  console.log(`ten widgets, two hundred times: ${JSON.stringify({ before, after })}`);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.wasm).toBe(before.wasm);
  expect(after.requests).toBe(before.requests);
  expect(after.heap).toBeLessThan(before.heap + 500_000);
});

/** Adds ten widgets, waits for their jobs, and removes them; repeated `times` times. */
async function cycle(page: Page, times: number): Promise<void> {
  await page.evaluate(async (times) => {
    const main = document.querySelector("main") as HTMLElement;
    for (let time = 0; time < times; time++) {
      const all = Array.from({ length: 10 }, (_, at) => {
        const widget = document.createElement("open-roles");
        widget.setAttribute("company", at % 2 ? "acme" : "globex");
        widget.setAttribute("limit", "3");
        widget.setAttribute("deep-link", "");
        return widget;
      });
      const loaded = Promise.all(
        all.map((widget) => new Promise((resolve) => widget.addEventListener("load", resolve))),
      );
      // Moving an element removes it and adds it again.
      main.append(...all);
      main.append(...all.reverse());
      for (const widget of all) {
        (widget as unknown as { reload(isEnough: boolean): void }).reload(true);
      }
      await loaded;
      const [first, second] = all as unknown as { refine(name: string, values: string[]): void }[];
      first?.refine("type", ["PART_TIME"]);
      second?.refine("q", ["heliotropes"]);
      await new Promise((resolve) => setTimeout(resolve));
      main.replaceChildren();
    }
    history.replaceState(null, "", location.pathname);
  }, times);
}

/** Searches in one widget, so that the engine is loaded. */
async function search(page: Page): Promise<void> {
  await page.evaluate(() =>
    document.querySelector("main")?.append(Object.assign(document.createElement("open-roles"), { company: "acme" })),
  );
  await page.getByRole("searchbox").fill("heliotropes");
  await expect(page.getByRole("status")).toHaveText("1 of 20 jobs");
  await page.evaluate(() => document.querySelector("main")?.replaceChildren());
}

interface Level {
  listeners: number;
  nodes: number;
  heap: number;
  wasm: number;
  requests: number;
}

/** Live nodes, listeners, and bytes after garbage collection. */
async function level(client: CDPSession, page: Page): Promise<Level> {
  await client.send("Performance.enable");
  for (let turn = 0; turn < 5; turn++) {
    await client.send("HeapProfiler.collectGarbage");
  }
  const { metrics } = await client.send("Performance.getMetrics");
  const value = (name: string) => metrics.find((metric) => metric.name == name)?.value ?? NaN;
  const [listeners, nodes, heap] = ["JSEventListeners", "Nodes", "JSHeapUsedSize"].map(value) as [
    number,
    number,
    number,
  ];
  const { wasm, requests } = await page.evaluate(async () => {
    const files = performance.getEntriesByType("resource").map(({ name }) => name);
    const engine = await import(files.find((name) => /\/engine\..*\.js$/.test(name)) ?? "");
    return {
      wasm: (await engine.default()).memory.buffer.byteLength as number,
      requests: files.filter((name) => !name.endsWith("favicon.ico")).length,
    };
  });
  return { listeners, nodes, heap, wasm, requests };
}
