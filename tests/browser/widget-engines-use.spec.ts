// Using the widget in other engines: mouse and keyboard, the events that the host receives, the state in the host's
// URL, and jobs inside the widget.

import { expect, test } from "./support/engine-fixtures";
import { breaksOffForScripts } from "./support/front";
import { WASM } from "./support/pages/visit";

test("refinements work by keyboard, count exactly, and keep the focus", async ({ visit }) => {
  await visit.show('company="acme"');
  await visit.says("20 jobs");
  await visit.run(({ named }) => named("button", "Department")?.focus());
  await visit.key("Enter");
  await visit.shows(true, ({ named }) => !!named("a", "Sales 5"));
  await visit.key("Tab");
  await visit.key("Tab");
  await visit.focused("Sales 5");
  await visit.key("Enter");
  await visit.says("5 of 20 jobs");
  await visit.focused("Sales 5");
  expect(await visit.run(({ named }) => named("a", "Sales 5")?.getAttribute("aria-current"))).toBe("true");
  await visit.press("button", "Location");
  // Places of engineering jobs don't count while departments are refined to sales; those of sales jobs do.
  await visit.shows(true, ({ named }) => !!named("a", "Pune 1"));
  await visit.press("button", "Clear");
  await visit.says("20 jobs");
  await visit.focused("20 jobs");
});

test("a refinement is a link to the same jobs on the board", async ({ visit, host }) => {
  await visit.show('company="acme" location="pune"');
  await visit.press("button", "Department");
  await visit.shows(true, ({ named }) => !!named("a", "Design"));
  const link = await visit.run(({ named }) => (named("a", "Design") as HTMLAnchorElement).href);
  expect(link).toBe(`${host.board}jobs/?company=acme&location=pune&department=Design`);
});

test("more jobs come at a press, and the first of them has the focus", async ({ visit }) => {
  await visit.show('company="acme" limit="3"');
  await visit.counts(3);
  await visit.press("button", "Show more");
  await visit.counts(20);
  expect(await visit.run(({ named }) => !!named("button", "Show more"))).toBe(false);
  const [, , , fourth] = await visit.titles();
  await visit.focused(fourth ?? "no title");
});

test("a press on a job leads to it on the board", async ({ visit, host }) => {
  await visit.show('company="acme"');
  await visit.press("a", "Support Lead 4");
  await visit.leadsTo(`${host.board}jobs/support-lead-4-acme/`);
});

test("events come in order, tell what happened, and leave shadow roots", async ({ visit }) => {
  await visit.open({ body: "<main><host-part></host-part></main>", scripts: WASM });
  await visit.run(() => {
    const root = document.querySelector("host-part")?.attachShadow({ mode: "open" });
    const widget = document.createElement("open-roles");
    widget.setAttribute("company", "acme");
    root?.append(widget);
  });
  const nested = (selector: string, text: string) =>
    visit.run(
      (_inside, selector, text) => {
        const shadow = document.querySelector("host-part")?.shadowRoot?.querySelector("open-roles")?.shadowRoot;
        const all = [...(shadow?.querySelectorAll<HTMLElement>(selector) ?? [])];
        const one = all.find((one) => one.textContent?.startsWith(text));
        one?.click();
        return !!one;
      },
      selector,
      text,
    );
  await expect.poll(() => nested("button", "Department")).toBe(true);
  await expect.poll(() => nested("a", "Sales")).toBe(true);
  await visit.run(() => {
    const shadow = document.querySelector("host-part")?.shadowRoot?.querySelector("open-roles")?.shadowRoot;
    shadow?.querySelector("input")?.focus();
    document.addEventListener("open-roles:open", (event) => event.preventDefault());
  });
  await visit.page.type("executive");
  await expect.poll(() => visit.heardTypes()).toContain("open-roles:search");
  const address = await visit.run(() => location.href);
  await nested("a[part=link]", "Account Executive");
  const heard = await visit.heard();
  expect(heard.map(({ type, detail }) => [type, detail])).toEqual([
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
  for (const { from, bubbles, composed } of heard) {
    expect({ from, bubbles, composed }).toEqual({ from: "host-part", bubbles: true, composed: true });
  }
  // Canceling the last event keeps the visitor on the page.
  expect(await visit.run(() => location.href)).toBe(address);
});

test.describe("deep links", () => {
  test("the host's address keeps what is refined, and Back takes it back", async ({ visit }) => {
    await visit.show('company="acme" deep-link', { scripts: WASM }, "?tab=jobs");
    await visit.says("20 jobs");
    await visit.press("button", "Department");
    await visit.press("a", "Sales");
    await visit.says("5 of 20 jobs");
    expect(await visit.query()).toBe("?tab=jobs&open-roles-department=Sales");
    await visit.run(() => history.back());
    await visit.says("20 jobs");
    expect(await visit.query()).toBe("?tab=jobs");
    await visit.run(() => history.forward());
    await visit.says("5 of 20 jobs");
    await visit.search("executive 2");
    const query = "?tab=jobs&open-roles-department=Sales&open-roles-q=executive+2";
    await visit.shows(query, () => location.search);
    await visit.goTo(await visit.run(() => location.href));
    await visit.says("1 of 20 jobs");
    expect(await visit.run(({ shadow }) => shadow.querySelector("input")?.value)).toBe("executive 2");
  });

  test("no address points the widget at another company, or past what is locked", async ({ visit, front }) => {
    const said = "?open-roles-company=globex&open-roles-department=Design&company=globex&open-roles-limit=1";
    await visit.show('company="acme" department="Sales" deep-link', {}, said);
    await visit.says("5 jobs");
    await visit.counts(5);
    expect(front.paths.filter((path) => path.includes("globex"))).toEqual([]);
  });

  test("without the attribute the address is neither read nor written", async ({ visit }) => {
    await visit.show('company="acme"', {}, "?open-roles-department=Design");
    await visit.says("20 jobs");
    const entries = await visit.run(() => history.length);
    await visit.press("button", "Department");
    await visit.press("a", "Sales");
    await visit.says("5 of 20 jobs");
    expect(await visit.query()).toBe("?open-roles-department=Design");
    expect(await visit.run(() => history.length)).toBe(entries);
  });
});

test.describe("a job inside the widget", () => {
  test("can be read and applied for", async ({ visit }) => {
    await visit.show('company="acme" target="widget" deep-link');
    await visit.says("20 jobs");
    await visit.press("a", "Support Lead 4");
    await visit.shows(true, ({ seen }) => !!seen("[part=description]").length);
    await visit.focused("Support Lead 4");
    expect(await visit.run(({ seen }) => seen("[part=description]")[0]?.innerText)).toContain("heliotropes helps.");
    expect(await visit.query()).toBe("?open-roles-job=support-lead-4-acme");
    await visit.run(({ named }) => {
      const apply = named("a", "Apply") as HTMLAnchorElement;
      apply.addEventListener("click", (event) => event.preventDefault());
    });
    await visit.press("a", "Apply");
    const heard = (await visit.heard()).slice(-2);
    expect(heard.map(({ type, detail }) => [type, detail["slug"]])).toEqual([
      ["open-roles:open", "support-lead-4-acme"],
      ["open-roles:apply", "support-lead-4-acme"],
    ]);
    expect(heard[1]?.detail["url"]).toBe("https://example.com/apply");
    await visit.press("button", "All jobs");
    await visit.counts(20);
    await visit.run(() => history.back());
    await visit.shows(true, ({ named }) => !!named("h3", "Support Lead 4") && !named("[part=job]", ""));
    await visit.goTo(await visit.run(() => location.href));
    await visit.shows(true, ({ seen }) => !!seen("[part=description]").length);
  });

  test("is of no other company, whatever the host's address says", async ({ visit, front }) => {
    await visit.show('company="acme" target="widget" deep-link', {}, "?open-roles-job=rust-engineer-1-globex");
    await visit.says("20 jobs");
    expect(front.paths.filter((path) => path.includes("globex"))).toEqual([]);
  });

  test("is text, even where a feed means harm", async ({ visit }) => {
    await visit.show('company="harm" target="widget"');
    await visit.press("a", "Title");
    await visit.shows(true, ({ seen }) => !!seen("[part=description]").length);
    const found = await visit.run(({ shadow, named }) => ({
      images: shadow.querySelectorAll("img").length,
      apply: !!named("a", "Apply"),
      harmed: "harmed" in window,
    }));
    expect(found).toEqual({ images: 0, apply: false, harmed: false });
  });

  test.describe("that does not arrive", () => {
    test.use({ expectedComplaints: /Cross-Origin Request Blocked/ });

    test("is opened on the board", async ({ visit, host, front }) => {
      front.let("jobs/support-lead-4-acme/", breaksOffForScripts);
      await visit.show('company="acme" target="widget"');
      await visit.press("a", "Support Lead 4");
      await visit.leadsTo(`${host.board}jobs/support-lead-4-acme/`);
    });
  });
});
