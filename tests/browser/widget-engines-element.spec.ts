// The element in other engines: from the fallback to a list, the effect of attributes, properties, and methods, and
// what is shown when something fails.
//
// No driver here can turn JavaScript off: those of Firefox and WebKit need it to inspect the page. A policy that
// forbids all scripts is used instead.

import { createHash } from "node:crypto";

import { expect, test } from "./support/engine-fixtures";
import { answers, breaksOff, held } from "./support/front";
import { WASM } from "./support/pages/visit";
import { FALLBACK } from "./support/pages/widget-page";
import { HARM } from "./support/widget-board";

const FAILED = "The jobs could not be loaded. Retry";

test("a company's jobs take the place of the fallback", async ({ visit, host }) => {
  await visit.show('company="acme"');
  await visit.says("20 jobs");
  await visit.counts(20);
  expect(await visit.fallback()).toBe(false);
  const card = await visit.run(({ named }) => named("[part=job]", "Rust Engineer 1")?.innerText ?? "");
  for (const fact of ["Remote · Pune, India", "Part-time", "₹9L - ₹15L / yr", "Engineering", "Posted"]) {
    expect(card).toContain(fact);
  }
  const links = await visit.run(({ seen }) =>
    ["[part=link]", "[part=board]"].map((part) => seen(part)[0]).map((link) => (link as HTMLAnchorElement).href),
  );
  expect(links.map((link) => link.replace(host.board, ""))).toEqual([
    "jobs/rust-engineer-1-acme/",
    "jobs/?company=acme",
  ]);
});

test.describe("without the script", () => {
  test.use({ expectedComplaints: /Content-Security-Policy|Cross-Origin Request Blocked/ });

  test("where no script may run, what stands inside the tag is read", async ({ visit }) => {
    await visit.show('company="acme"', { scripts: null });
    expect(await visit.fallback()).toBe(true);
    expect(await visit.run(({ element }) => element.shadowRoot)).toBe(null);
    expect(await visit.run(() => "ear" in window)).toBe(false);
  });

  test("where it does not arrive, what stands inside the tag is read", async ({ visit, front }) => {
    front.let("embed/open-roles.js", breaksOff);
    await visit.show('company="acme"');
    expect(await visit.fallback()).toBe(true);
    expect(await visit.run(() => customElements.get("open-roles") === undefined)).toBe(true);
  });
});

test("while the list is on its way, the links inside the tag are seen", async ({ visit, front }) => {
  const [responder, release] = held();
  front.let("embed/acme.json", responder);
  await visit.show('company="acme"');
  await visit.asks((paths) => paths.includes("embed/acme.json"));
  expect(await visit.fallback()).toBe(true);
  expect(await visit.run(({ shadow }) => shadow.textContent)).toBe("");
  release();
  await visit.says("20 jobs");
  expect(await visit.fallback()).toBe(false);
});

test("a company without open jobs says so and leads to the board", async ({ visit, host }) => {
  await visit.show('company="acme" department="Legal"');
  await visit.says("No open jobs at the moment.");
  expect(await visit.fallback()).toBe(false);
  const board = await visit.run(({ seen }) => {
    const link = seen("[part=board]")[0] as HTMLAnchorElement;
    return [link.textContent, link.href];
  });
  expect(board).toEqual(["See all jobs on Test Board", `${host.board}jobs/`]);
});

test.describe("a failure is quiet", () => {
  test.use({ expectedComplaints: /Cross-Origin Request Blocked/ });

  for (const [name, file, responder] of [
    ["the list does not arrive", "embed/acme.json", breaksOff],
    ["the list is no JSON", "embed/acme.json", answers("<!doctype html>")],
    ["the list is of another format", "embed/acme.json", answers('{"format": 2}')],
    ["the list is not what it claims to be", "embed/acme.json", answers('{"format": 1, "jobs": {}, "facets": 3}')],
    ["the module that draws does not arrive", "assets/widget-view.", breaksOff],
  ] as const) {
    test(`where ${name}, the fallback stays with a note, and Retry helps`, async ({ visit, front }) => {
      front.let(file, responder);
      await visit.show('company="acme"');
      await visit.says(FAILED);
      expect(await visit.fallback()).toBe(true);
      expect(await visit.heardTypes()).toEqual(["loadstart", "error", "loadend"]);
      front.let(file, null);
      await visit.press("button", "Retry");
      await visit.says("20 jobs");
      await visit.focused("20 jobs");
      expect(await visit.fallback()).toBe(false);
    });
  }
});

test.describe("a company the board does not know", () => {
  test.use({ expectedComplaints: /no jobs of a company "acne"/ });

  test("is reported in the console, and what stands inside the tag stays", async ({ visit }) => {
    await visit.show('company="acne"');
    await visit.shows(["loadstart", "error", "loadend"], () =>
      (window as unknown as { ear: { heard: { type: string }[] } }).ear.heard.map(({ type }) => type),
    );
    expect(await visit.fallback()).toBe(true);
    expect(await visit.run(({ shadow }) => shadow.textContent)).toBe("");
    expect(await visit.complaints()).toContainEqual(expect.stringContaining('no jobs of a company "acne"'));
  });
});

test("a job whose last day has passed since the build is not shown", async ({ visit }) => {
  await visit.show('company="initech"');
  await visit.says("1 job");
  // No driver here can set the clock, so the page's own clock is changed.
  await visit.run(({ element }) => {
    const now = Date.now;
    Date.now = () => now() + 2 * 86_400_000;
    (element.reload as () => void)();
  });
  await visit.says("No open jobs at the moment.");
});

test("the script runs with its hash", async ({ visit, front }) => {
  const script = await (await fetch(`${front.board}embed/open-roles.js`)).bytes();
  const hash = createHash("sha384").update(script).digest("base64");
  await visit.show('company="acme"', { widget: `integrity="sha384-${hash}" crossorigin` });
  await visit.says("20 jobs");
});

test.describe("with another's hash", () => {
  test.use({ expectedComplaints: /integrity/ });

  test("the script does not run, and the fallback stays", async ({ visit }) => {
    const hash = createHash("sha384").update("another").digest("base64");
    await visit.show('company="acme"', { widget: `integrity="sha384-${hash}" crossorigin` });
    expect(await visit.fallback()).toBe(true);
    expect(await visit.run(() => customElements.get("open-roles") === undefined)).toBe(true);
    await visit.asks((paths) => paths.join() == "embed/open-roles.js");
  });
});

test("the class can be registered under another name, with other words", async ({ visit, host }) => {
  const script = `
    import { OpenRoles } from "${host.board}embed/open-roles.js?as=";
    OpenRoles.words = { many: "# offene Stellen", posted: "Seit #", lang: "de" };
    customElements.define("acme-jobs", OpenRoles);`;
  await visit.open({ body: '<acme-jobs company="acme"></acme-jobs>', script, widget: null });
  await visit.says("20 offene Stellen");
  expect(await visit.run(() => customElements.get("open-roles") === undefined)).toBe(true);
});

test("attributes are live and lock, and properties mirror them", async ({ visit }) => {
  const set = (values: Record<string, string | number | null>) =>
    visit.run(({ element }, values) => void Object.assign(element, values), values);
  await visit.show('company="acme"', { scripts: WASM });
  await visit.says("20 jobs");
  await visit.run(({ element }) => element.setAttribute("department", "Design"));
  await visit.says("5 jobs");
  expect(await visit.run(({ element, named }) => [element.department, !!named("button", "Department")])).toEqual([
    "Design",
    false,
  ]);
  await set({ department: "Sales|Support", limit: 2 });
  await visit.says("10 jobs");
  await visit.counts(2);
  expect(await visit.run(({ element }) => ["department", "limit"].map((name) => element.getAttribute(name)))).toEqual([
    "Sales|Support",
    "2",
  ]);
  await set({ department: null, company: "globex" });
  await visit.says("130 jobs");
  await set({ company: "acme", q: "lead", heading: 4 });
  await visit.says("4 jobs");
  expect(await visit.run(({ seen }) => ["h3", "h4", "input"].map((name) => seen(name).length))).toEqual([0, 2, 0]);
});

test("attributes say how jobs are presented", async ({ visit }) => {
  await visit.show('company="acme" sort="salary" locale="de" target="_blank" columns="2"');
  await visit.says("20 jobs");
  expect((await visit.titles())[0]).toMatch(/ 19$/);
  const shown = await visit.run(({ seen }) => ({
    posted: seen("[part=posted]")[0]?.textContent,
    target: seen("[part=link]")[0]?.getAttribute("target"),
    columns: new Set(seen("[part=job]").map((job) => job.getBoundingClientRect().x)).size,
  }));
  expect(shown).toEqual({ posted: expect.stringMatching(/^Posted \d\d\.\d\d\.\d{4}$/), target: "_blank", columns: 2 });
});

test("attributes that mean nothing are as if they were not there", async ({ visit }) => {
  await visit.show('company=" ACME " locale="no such" heading="9" limit="-3" columns="many" theme="loud" sort="odd"');
  await visit.says("20 jobs");
  await visit.counts(1);
  expect(await visit.run(({ seen }) => seen("h6").length)).toBe(1);
});

test("methods refine, reset and reload, and leave alone what is locked", async ({ visit, front }) => {
  const call = (method: string, ...values: unknown[]) =>
    visit.run(
      ({ element }, method, values) => (element[method] as (...all: unknown[]) => unknown)(...values),
      method,
      values,
    );
  await visit.show('company="acme" department="Sales"');
  await visit.says("5 jobs");
  expect(await call("refine", "location", ["pune"])).toBe(true);
  await visit.says("1 of 5 jobs");
  expect(await call("refine", "department", ["Design"])).toBe(false);
  expect(await call("refine", "company", ["globex"])).toBe(false);
  expect(await call("refine", "nonsense", ["x"])).toBe(false);
  await call("reset");
  await visit.says("5 jobs");
  const before = front.paths.length;
  await call("reload");
  await visit.asks((paths) => paths.filter((path) => path == "embed/acme.json").length == 2);
  expect(front.paths.slice(before)).toEqual(["embed/acme.json"]);
});

test("markup in a feed stays text, and every link leads to the board", async ({ visit, host }) => {
  await visit.show('company="harm"');
  await visit.says("1 job");
  expect(await visit.titles()).toEqual([expect.stringContaining(`<img src=x onerror="${HARM}">`)]);
  const found = await visit.run(({ shadow }) => ({
    images: shadow.querySelectorAll("img").length,
    harmed: "harmed" in window,
    origins: [...new Set([...shadow.querySelectorAll("a")].map((link) => link.origin))],
  }));
  expect(found).toEqual({ images: 0, harmed: false, origins: [new URL(host.board).origin] });
});
