// What the widget costs: bytes and requests at each step, as a table, within budgets.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import type { Page } from "@playwright/test";

import { expect, test } from "./support/widget-fixtures";

const KIBIBYTE = 1_024;
const SCRIPT_BUDGET = 4 * KIBIBYTE;
const FIRST_LIST_BUDGET = 15 * KIBIBYTE;

/** Sizes of what has been fetched since the last look, as a host that compresses with brotli sends it. */
class Meter {
  readonly #seen: { path: string; bytes: Promise<number>; isCached: boolean }[] = [];

  constructor(page: Page, board: string) {
    page.on("response", (response) => {
      if (!response.url().startsWith(board)) {
        return;
      }
      const path = response.url().slice(board.length);
      const bytes = response.body().then(
        (body) => (response.status() == 304 ? 0 : path.endsWith(".bin") ? body.length : brotli(body)),
        () => 0,
      );
      this.#seen.push({ path, bytes, isCached: response.status() == 304 });
    });
  }

  async read(): Promise<{ requests: number; bytes: number; files: string[] }> {
    const seen = this.#seen.splice(0);
    const sizes = await Promise.all(seen.map(({ bytes }) => bytes));
    const files = seen.map(({ path }, at) => `${path.replace(/\.[0-9a-f]{16}/, "")} ${sizes[at]}`);
    return { requests: seen.length, bytes: sizes.reduce((sum, size) => sum + size, 0), files };
  }
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

test("the script, the first list and each step after it stay within their budgets", async ({ widget, page, host }) => {
  const meter = new Meter(page, host.board);
  const rows: { step: string; requests: number; bytes: number; files: string[] }[] = [];
  const step = async (name: string) => rows.push({ step: name, ...(await meter.read()) });
  const body = `<open-roles company="acme"></open-roles><div class="far"></div><div id="more"></div>`;
  const address = host.page({ body, scripts: "'wasm-unsafe-eval'", style: ".far { height: 3000px }" });
  await page.goto(address);
  await expect(widget.status).toHaveText("20 jobs");
  await step("first list, 20 jobs");
  await widget.facet("Department").click();
  await widget.value("Sales 5").click();
  await expect(widget.status).toHaveText("5 of 20 jobs");
  await step("first refinement");
  await widget.element.getByRole("button", { name: "Clear" }).click();
  await expect(widget.status).toHaveText("20 jobs");
  await page.evaluate(() => {
    const second = Object.assign(document.createElement("open-roles"), { company: "acme" });
    document.querySelector("#more")?.append(second);
    second.scrollIntoView();
  });
  await expect(page.getByRole("status").last()).toHaveText("20 jobs");
  await step("second widget");
  await widget.field.fill("heliotropes");
  await expect(widget.status).toHaveText("1 of 20 jobs");
  await step("first search");
  await widget.field.fill("executive");
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await step("second search");
  await page.goto(address);
  await expect(widget.status).toHaveText("20 jobs");
  await step("second visit");

  const line = (...cells: (string | number)[]) => cells.map((cell, at) => (at ? `${cell}`.padStart(10) : `${cell}`.padEnd(24))).join("");
  console.log([line("step", "requests", "bytes"), ...rows.map((row) => line(row.step, row.requests, row.bytes))].join("\n"));
  console.log(rows.flatMap(({ step, files }) => files.map((file) => `${step}: ${file}`)).join("\n"));

  const [first, refinement, second] = rows;
  const script = first?.files.find((file) => file.startsWith("embed/open-roles.js "));
  expect(Number(script?.split(" ")[1])).toBeLessThanOrEqual(SCRIPT_BUDGET);
  expect(first?.bytes).toBeLessThanOrEqual(FIRST_LIST_BUDGET);
  expect([refinement?.requests, second?.requests]).toEqual([0, 0]);
  expect(rows.at(-1)?.bytes).toBe(0);
});

test("the script is the same whatever the jobs are", async ({ host, page }) => {
  const { site } = await import("./support/built");
  const ours = readFileSync(`${site}/embed/open-roles.js`);
  const theirs = await (await page.request.get(`${host.board}embed/open-roles.js`)).body();
  expect(theirs.equals(ours)).toBe(true);
});
