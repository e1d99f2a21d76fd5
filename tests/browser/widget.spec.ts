// A company's jobs on its own page: from the fallback to a refined list, and back to the fallback on failure.

import { createHash } from "node:crypto";

import { LAST, nearnessIsTold } from "./support/nearness";
import { HARM } from "./support/widget-board";
import { expect, test } from "./support/widget-fixtures";

test("without script, what stands inside the tag is read", async ({ browser, host }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(host.page({ body: '<open-roles company="acme"><a href="/jobs">Jobs at Acme</a></open-roles>' }));
  await expect(page.getByRole("link", { name: "Jobs at Acme" })).toBeVisible();
  await context.close();
});

test("a company's jobs take the place of the fallback", async ({ widget, host }) => {
  await widget.open('company="acme"');
  await expect(widget.status).toHaveText("20 jobs");
  await expect(widget.titles).toHaveCount(20);
  await expect(widget.fallback).toBeHidden();
  const first = widget.element.getByRole("listitem").filter({ hasText: "Rust Engineer 1" }).first();
  for (const fact of ["Remote · Pune, India", "Part-time", "₹9L - ₹15L / yr", "Engineering", "Posted"]) {
    await expect(first).toContainText(fact);
  }
  await expect(first.getByRole("link")).toHaveAttribute("href", `${host.board}jobs/rust-engineer-1-acme/`);
  await expect(widget.boardLink).toHaveText("See these jobs on Test Board");
  await expect(widget.boardLink).toHaveAttribute("href", `${host.board}jobs/?company=acme`);
});

test("refinements work by keyboard, count exactly, and keep the focus", async ({ widget, page }) => {
  await widget.open('company="acme"');
  await widget.facet("Department").focus();
  await page.keyboard.press("Enter");
  await expect(widget.value("Sales 5")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await expect(widget.value("Sales 5")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(widget.status).toHaveText("5 of 20 jobs");
  await expect(widget.value("Sales 5")).toBeFocused();
  await expect(widget.value("Sales 5")).toHaveAttribute("aria-current", "true");
  await widget.facet("Location").click();
  // Places of engineering jobs don't count while departments are refined to sales; those of sales jobs do.
  await expect(widget.value("Pune 1")).toBeVisible();
  await widget.element.getByRole("button", { name: "Clear" }).click();
  await expect(widget.status).toHaveText("20 jobs");
  await expect(widget.status).toBeFocused();
});

test("a refinement is a link to the same jobs on the board", async ({ widget, host }) => {
  await widget.open('company="acme" location="pune"');
  await widget.facet("Department").click();
  await expect(widget.value(/^Design/)).toHaveAttribute(
    "href",
    `${host.board}jobs/?company=acme&location=pune&department=Design`,
  );
});

test("more jobs come at a press, and the first of them has the focus", async ({ widget }) => {
  await widget.open('company="acme" limit="3"');
  await expect(widget.titles).toHaveCount(3);
  await widget.element.getByRole("button", { name: "Show more" }).click();
  await expect(widget.titles).toHaveCount(20);
  await expect(widget.element.getByRole("button", { name: "Show more" })).toBeHidden();
  await expect(widget.titles.nth(3).getByRole("link")).toBeFocused();
});

test("a company without open jobs says so and leads to the board", async ({ widget, host }) => {
  await widget.open('company="acme" department="Legal"');
  await expect(widget.status).toHaveText("No open jobs at the moment.");
  await expect(widget.boardLink).toHaveText("See all jobs on Test Board");
  await expect(widget.boardLink).toHaveAttribute("href", `${host.board}jobs/`);
  await expect(widget.fallback).toBeHidden();
});

test.describe("a company the board does not know", () => {
  test.use({ expectedComplaints: /status of 404|no jobs of a company "acne"/ });

  test("is reported in the console, and what stands inside the tag stays", async ({ widget, page, host }) => {
    const reported: string[] = [];
    page.on("console", (message) => reported.push(message.text()));
    await widget.listen("loadstart", "load", "error", "loadend");
    await widget.open('company="acne"');
    const message = `The board ${host.board} has no jobs of a company "acne"`;
    await expect.poll(() => reported.join()).toContain(`<open-roles>: ${message}`);
    await expect(widget.fallback).toBeVisible();
    await expect(widget.status).toHaveCount(0);
    expect(await widget.heard()).toEqual([
      ["loadstart", {}],
      ["error", { message }],
      ["loadend", {}],
    ]);
    await widget.element.evaluate((element) => element.setAttribute("company", "acme"));
    await expect(widget.status).toHaveText("20 jobs");
    await expect(widget.fallback).toBeHidden();
  });
});

test("of many values the first eight are shown, and the others are found by typing", async ({ widget, page }) => {
  await page.setViewportSize({ width: 360, height: 700 });
  await widget.open('company="sprawl" limit="1"');
  await expect(widget.status).toHaveText("40 jobs");
  await widget.facet("Department").click();
  const values = widget.element.locator("[part=value]");
  await expect(values).toHaveCount(8);
  await expect(widget.element.getByText("32 more")).toBeVisible();
  expect((await widget.element.boundingBox())?.height).toBeLessThan(1_200);
  const find = widget.element.getByRole("searchbox", { name: "Find in Department" });
  await find.fill("DEPARTMENT 31");
  await expect(values).toHaveText(["Department 31 1"]);
  await expect(find).toBeFocused();
  await values.first().click();
  await expect(widget.facet("Department: Department 31")).toBeVisible();
  await find.fill("1");
  await expect(values).toHaveCount(8 + 1);
  await expect(values.last()).toHaveAttribute("aria-current", "true");
  await find.fill("nothing of the kind");
  await expect(widget.element.getByText("No value with these letters")).toBeVisible();
  // Opening a facet again resets it.
  await widget.facet("Department").click();
  await widget.facet("Department").click();
  await expect(find).toHaveValue("");
  await expect(values).toHaveCount(8 + 1);
});

test("a facet with few values has nothing to find", async ({ widget }) => {
  await widget.open('company="acme"');
  await widget.facet("Department").click();
  await expect(widget.element.locator("[part=value]")).toHaveCount(4);
  await expect(widget.element.getByRole("searchbox")).toHaveCount(1);
});

test("a job whose last day has passed since the build is not shown", async ({ widget, page }) => {
  await widget.open('company="initech"');
  await expect(widget.status).toHaveText("1 job");
  await page.clock.setFixedTime(Date.now() + 2 * 86_400_000);
  await page.reload();
  await expect(widget.status).toHaveText("No open jobs at the moment.");
});

for (const [file, pattern] of [
  ["the list", "**/embed/acme.json"],
  ["the module that draws it", "**/assets/widget-view.*.js*"],
] as const) {
  test.describe(`where ${file} does not arrive`, () => {
    test.use({ expectedComplaints: /Failed to load resource/ });

    test("the fallback stays, with a note, and Retry helps", async ({ widget, page }) => {
      await widget.listen("loadstart", "load", "error", "loadend");
      await page.route(pattern, (route) => route.abort());
      await widget.open('company="acme"');
      await expect(widget.status).toContainText("The jobs could not be loaded.");
      await expect(widget.fallback).toBeVisible();
      expect((await widget.heard()).map(([type]) => type)).toEqual(["loadstart", "error", "loadend"]);
      await page.unroute(pattern);
      await widget.element.getByRole("button", { name: "Retry" }).click();
      await expect(widget.status).toHaveText("20 jobs");
      await expect(widget.status).toBeFocused();
      await expect(widget.fallback).toBeHidden();
    });
  });
}

for (const [name, body] of [
  ["no JSON", "<!doctype html>"],
  ["of another format", '{"format": 2}'],
  ["not what it claims to be", '{"format": 1, "jobs": {}, "facets": 3}'],
] as const) {
  test(`a list that is ${name} is a failure`, async ({ widget, page }) => {
    await page.route("**/embed/acme.json", (route) =>
      route.fulfill({ body, headers: { "Access-Control-Allow-Origin": "*" } }),
    );
    await widget.open('company="acme"');
    await expect(widget.status).toContainText("The jobs could not be loaded.");
    await expect(widget.fallback).toBeVisible();
  });
}

test("markup in a feed stays text", async ({ widget, page }) => {
  await widget.open('company="harm"');
  await expect(widget.titles).toContainText([`<img src=x onerror="${HARM}">`]);
  await expect(widget.element.locator("img")).toHaveCount(0);
  expect(await page.evaluate(() => "harmed" in window)).toBe(false);
  const links = await widget.element
    .getByRole("link")
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).origin));
  expect(new Set(links)).toEqual(new Set([new URL(widget.host.board).origin]));
});

test("attributes are live, and properties mirror them", async ({ widget }) => {
  await widget.open('company="acme"', { scripts: "'wasm-unsafe-eval'" });
  await expect(widget.status).toHaveText("20 jobs");
  await widget.element.evaluate((element) => element.setAttribute("department", "Design"));
  await expect(widget.status).toHaveText("5 jobs");
  await expect(widget.facet("Department")).toBeHidden();
  await widget.element.evaluate((element) => Object.assign(element, { department: "Sales|Support", limit: 2 }));
  await expect(widget.status).toHaveText("10 jobs");
  await expect(widget.titles).toHaveCount(2);
  expect(await widget.element.evaluate((element) => element.getAttribute("department"))).toBe("Sales|Support");
  await widget.element.evaluate((element) => Object.assign(element, { department: null, company: "globex" }));
  await expect(widget.status).toHaveText("130 jobs");
  await widget.element.evaluate((element) => Object.assign(element, { company: "acme", q: "lead", heading: 4 }));
  await expect(widget.status).toHaveText("4 jobs");
  await expect(widget.element.getByRole("heading", { level: 4 })).toHaveCount(2);
  await expect(widget.field).toBeHidden();
});

test("jobs can be sorted by pay, dates written as the host's readers do, links opened elsewhere", async ({
  widget,
}) => {
  await widget.open('company="acme" sort="salary" locale="de" target="_blank"');
  await expect(widget.titles.first()).toHaveText(/ 19$/);
  await expect(widget.element.locator("[part=posted]").first()).toHaveText(/^Posted \d\d\.\d\d\.\d{4}$/);
  await expect(widget.titles.first().getByRole("link")).toHaveAttribute("target", "_blank");
});

test("attributes that mean nothing are as if they were not there", async ({ widget }) => {
  await widget.open('company=" ACME " locale="no such" heading="9" limit="-3" columns="many" theme="loud" sort="odd"');
  await expect(widget.status).toHaveText("20 jobs");
  await expect(widget.element.getByRole("heading", { level: 6 })).toHaveCount(1);
});

test("events come in order and tell what happened", async ({ widget, page }) => {
  await widget.listen(
    "loadstart",
    "load",
    "error",
    "loadend",
    "open-roles:search",
    "open-roles:refine",
    "open-roles:open",
  );
  await widget.open('company="acme"', { scripts: "'wasm-unsafe-eval'" });
  await expect(widget.status).toHaveText("20 jobs");
  await widget.facet("Department").click();
  await widget.value("Sales 5").click();
  await widget.field.fill("executive");
  await expect.poll(async () => (await widget.heard()).length).toBe(5);
  await page.evaluate(() => addEventListener("open-roles:open", (event) => event.preventDefault()));
  await widget.titles.first().getByRole("link").click();
  const address = page.url();
  expect(await widget.heard()).toEqual([
    ["loadstart", {}],
    ["load", { total: 20 }],
    ["loadend", {}],
    ["open-roles:refine", { name: "department", values: ["Sales"] }],
    ["open-roles:search", { text: "executive", total: expect.any(Number) }],
    [
      "open-roles:open",
      { slug: expect.any(String), title: expect.stringContaining("Executive"), url: expect.any(String) },
    ],
  ]);
  expect(page.url()).toBe(address);
});

test("methods refine, reset and reload, and leave alone what is locked", async ({ widget }) => {
  await widget.open('company="acme" department="Sales"');
  await expect(widget.status).toHaveText("5 jobs");
  const call = (method: string, ...values: unknown[]) =>
    widget.element.evaluate(
      (element, [method, values]) => {
        const widget = element as unknown as Record<string, (...all: unknown[]) => unknown>;
        return widget[method]?.(...values);
      },
      [method, values] as const,
    );
  expect(await call("refine", "location", ["pune"])).toBe(true);
  await expect(widget.status).toHaveText("1 of 5 jobs");
  expect(await call("refine", "department", ["Design"])).toBe(false);
  expect(await call("refine", "company", ["globex"])).toBe(false);
  expect(await call("refine", "nonsense", ["x"])).toBe(false);
  await call("reset");
  await expect(widget.status).toHaveText("5 jobs");
  const before = widget.requests.length;
  await call("reload");
  await expect.poll(() => widget.requests.slice(before)).toEqual(["embed/acme.json"]);
});

test("nothing but the script is fetched until the widget is near the viewport", async ({ widget, page }) => {
  const body = `<div class="far"></div><open-roles company="acme">Jobs</open-roles>`;
  await page.goto(widget.host.page({ body, style: ".far { height: 4000px }" }));
  await page.waitForFunction(() => customElements.get("open-roles"));
  await page.evaluate(nearnessIsTold);
  expect(widget.requests).toEqual(["embed/open-roles.js", LAST]);
  await page.mouse.wheel(0, 3200);
  await expect(widget.status).toHaveText("20 jobs");
});

test("several widgets share what they fetch", async ({ widget, page }) => {
  const one = '<open-roles company="acme"></open-roles>';
  await page.goto(widget.host.page({ body: one.repeat(3) + '<open-roles company="globex"></open-roles>' }));
  await expect(page.getByRole("status")).toHaveText(["20 jobs", "20 jobs", "20 jobs", "130 jobs"]);
  await page.evaluate(() => document.body.append(document.createElement("open-roles")));
  await page.evaluate(() => {
    const last = document.querySelector("open-roles:last-of-type");
    last?.setAttribute("company", "acme");
    last?.scrollIntoView();
  });
  await expect(page.getByRole("status").last()).toHaveText("20 jobs");
  expect(widget.requests.filter((path) => path.endsWith(".json")).sort()).toEqual([
    "embed/acme.json",
    "embed/globex.json",
  ]);
  expect(new Set(widget.requests).size).toBe(widget.requests.length);
});

test("the script runs with its hash", async ({ widget, host, page }) => {
  const script = await (await page.request.get(`${host.board}embed/open-roles.js`)).body();
  const hash = createHash("sha384").update(script).digest("base64");
  await widget.open('company="acme"', { widget: `integrity="sha384-${hash}" crossorigin` });
  await expect(widget.status).toHaveText("20 jobs");
});

test.describe("with another's hash", () => {
  test.use({ expectedComplaints: /integrity/ });

  test("the script does not run, and the fallback stays", async ({ widget, page }) => {
    const hash = createHash("sha384").update("another").digest("base64");
    await widget.open('company="acme"', { widget: `integrity="sha384-${hash}" crossorigin` });
    await expect(widget.fallback).toBeVisible();
    expect(await page.evaluate(() => customElements.get("open-roles"))).toBe(undefined);
    expect(widget.requests).toEqual(["embed/open-roles.js"]);
  });
});

test("the class can be registered under another name", async ({ widget, host, page }) => {
  const script = `
    import { OpenRoles } from "${host.board}embed/open-roles.js?as=";
    OpenRoles.words = { many: "# offene Stellen", posted: "Seit #", lang: "de" };
    customElements.define("acme-jobs", OpenRoles);`;
  await page.goto(host.page({ body: '<acme-jobs company="acme"></acme-jobs>', script, widget: null }));
  await expect(page.getByRole("status")).toHaveText("20 offene Stellen");
  expect(await page.evaluate(() => customElements.get("open-roles"))).toBe(undefined);
  expect(widget.requests).toContain("embed/acme.json");
});

test("a job can be read and applied for inside the widget", async ({ widget, page }) => {
  await widget.listen("open-roles:open", "open-roles:apply");
  await widget.open('company="acme" target="widget" deep-link');
  await expect(widget.status).toHaveText("20 jobs");
  await widget.titles.getByRole("link", { name: "Support Lead 4" }).click();
  const title = widget.element.getByRole("heading", { name: "Support Lead 4" });
  await expect(title).toBeFocused();
  await expect(widget.element.locator("[part=description]")).toContainText("Knowing about heliotropes helps.");
  await expect(page).toHaveURL(/\?open-roles-job=support-lead-4-acme$/);
  const apply = widget.element.getByRole("link", { name: "Apply" });
  await expect(apply).toHaveAttribute("href", "https://example.com/apply");
  await apply.evaluate((link) => link.addEventListener("click", (event) => event.preventDefault()));
  await apply.click();
  expect((await widget.heard()).map(([type]) => type)).toEqual(["open-roles:open", "open-roles:apply"]);
  await widget.element.getByRole("button", { name: "All jobs" }).click();
  await expect(widget.titles).toHaveCount(20);
  await page.goBack();
  await expect(title).toBeVisible();
  await page.reload();
  await expect(title).toBeVisible();
});

test("the host's address opens no job of another company", async ({ widget }) => {
  await widget.open('company="acme" target="widget" deep-link', {}, "?open-roles-job=rust-engineer-1-globex");
  await expect(widget.status).toHaveText("20 jobs");
});

test("a job of a feed that means harm is text inside the widget, too", async ({ widget, page }) => {
  await widget.open('company="harm" target="widget"');
  await widget.titles.getByRole("link").click();
  await expect(widget.element.locator("[part=description]")).toBeVisible();
  await expect(widget.element.getByRole("link", { name: "Apply" })).toHaveCount(0);
  await expect(widget.element.locator("img")).toHaveCount(0);
  expect(await page.evaluate(() => "harmed" in window)).toBe(false);
});
