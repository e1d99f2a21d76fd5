// What the widget costs: bytes and requests at each step, as a table, within budgets.

import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import type { Page, Request } from "@playwright/test";

import { expect, test } from "./support/widget-fixtures";

const KIBIBYTE = 1_024;
const SCRIPT_BUDGET = 4 * KIBIBYTE;
const FIRST_LIST_BUDGET = 15 * KIBIBYTE;

/** What others' widgets weigh, as their makers' code and changelogs tell. */
const OTHERS = [
  ["an applicant tracking system's embed script", "18,431 characters, and an iframe's page after it"],
  ["a job widget from npm, per build", "49.7 to 50.1 kB, not compressed"],
  ["a search interface library, for one consumer", "46,530 B gzip, and a search server"],
] as const;

/** What has been fetched since the last look, in the sizes of a host that compresses with brotli; nothing for what the
 * browser had. */
class Meter {
  readonly #seen: Promise<[path: string, bytes: number]>[] = [];

  constructor(page: Page, board: string) {
    page.on("requestfinished", (request) => {
      if (request.url().startsWith(board)) {
        this.#seen.push(measured(request, request.url().slice(board.length)));
      }
    });
  }

  async read(): Promise<{ requests: number; bytes: number; files: string[] }> {
    const seen = (await Promise.all(this.#seen.splice(0))).filter(([, bytes]) => bytes >= 0);
    const files = seen.map(([path, bytes]) => `${path.replace(/\.[0-9a-f]{16}/, "")} ${bytes}`);
    return { requests: seen.length, bytes: seen.reduce((sum, [, bytes]) => sum + bytes, 0), files };
  }
}

/** Bytes on their way: none for a file that the host says is still the same, less than none for one it was not asked
 * for. */
async function measured(request: Request, path: string): Promise<[string, number]> {
  const response = await request.response();
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  if (responseBodySize <= 0) {
    return [path, responseHeadersSize > 0 ? 0 : -1];
  }
  const body = (await response?.body()) ?? Buffer.alloc(0);
  return [path, path.endsWith(".bin") ? body.length : brotli(body)];
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
  await expect(widget.status).toHaveText("1 of 20 jobs", { timeout: 20_000 });
  await step("first search");
  await widget.field.fill("executive");
  await expect(widget.status).toHaveText("4 of 20 jobs");
  await step("second search");
  await page.goto(address);
  await expect(widget.status).toHaveText("20 jobs");
  await step("second visit");

  const line = (...cells: (string | number)[]) =>
    cells.map((cell, at) => (at ? `${cell}`.padStart(10) : `${cell}`.padEnd(24))).join("");
  console.log(
    [line("step", "requests", "bytes"), ...rows.map((row) => line(row.step, row.requests, row.bytes))].join("\n"),
  );
  console.log(OTHERS.map(([who, what]) => `${who}: ${what}`).join("\n"));
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
