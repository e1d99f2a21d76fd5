// What the widget costs: bytes and requests of each step, printed as a table and limited by budgets.

import { readFileSync } from "node:fs";

import { Meter, type Step, table } from "./support/meter";
import { expect, test } from "./support/widget-fixtures";

const KIBIBYTE = 1_024;
const SCRIPT_BUDGET = 4 * KIBIBYTE;
const FIRST_LIST_BUDGET = 15 * KIBIBYTE;

/** Sizes of other widgets, according to their code and changelogs. */
const OTHERS = [
  ["an applicant tracking system's embed script", "18,431 characters, and an iframe's page after it"],
  ["a job widget from npm, per build", "49.7 to 50.1 kB, not compressed"],
  ["a search interface library, for one consumer", "46,530 B gzip, and a search server"],
] as const;

test("the script, the first list and each step after it stay within their budgets", async ({ widget, page, host }) => {
  const meter = new Meter(page, host.board);
  const rows: Step[] = [];
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

  console.log(table(rows));
  console.log(OTHERS.map(([who, what]) => `${who}: ${what}`).join("\n"));

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
