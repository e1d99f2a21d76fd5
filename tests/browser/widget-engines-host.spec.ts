// On a host's page in other engines: the host can't break the widget, and the widget can't break the host. Every page
// has the strict policy of support/host.ts, and fails its test if anything violates it.

import { expect, test } from "./support/engine-fixtures";
import { HOSTILE_VALUES, hostilePrototypes } from "./support/hostile-prototypes";
import { HOSTILE, framed, insides } from "./support/hostile-styles";
import { WASM } from "./support/pages/visit";

test.describe("inside, nothing changes where the host", () => {
  for (const [name, style] of Object.entries(HOSTILE)) {
    test(name, async ({ visit }) => {
      const looks = async (style: string) => {
        await visit.open(framed(style));
        await visit.says("20 jobs");
        await visit.run(({ named }) => named("button", "Department")?.click());
        await visit.shows(4, ({ seen }) => seen("[part=value]").length);
        return visit.run(insides);
      };
      const calm = await looks("");
      expect(await looks(style)).toEqual(calm);
    });
  }

  test("writes from right to left, but for the side things are on", async ({ visit }) => {
    const looks = async (html: string) => {
      await visit.open({ ...framed(""), html });
      await visit.says("20 jobs");
      const sides = await visit.run(({ named, shadow }) => ({
        facets: ["Department", "Location"].map((text) => named("button", text)?.getBoundingClientRect().x ?? NaN),
        status: getComputedStyle(shadow.querySelector("[role=status]") as Element).textAlign,
      }));
      const [department = NaN, location = NaN] = sides.facets;
      return { all: await visit.run(insides), isInOrder: department < location, status: sides.status };
    };
    const calm = await looks('lang="en"');
    const turned = await looks('lang="ar" dir="rtl"');
    expect(turned.all).toEqual(calm.all);
    expect([calm.isInOrder, turned.isInOrder]).toEqual([true, false]);
    expect(turned.status).toBe("right");
  });
});

for (const [name, value] of Object.entries(HOSTILE_VALUES)) {
  test(`a search works where all objects and lists have ${name} by every name the widget uses`, async ({
    visit,
    host,
  }) => {
    // Drivers run their own scripts in the page, which these properties would break, so the page controls itself.
    const end = host.page({ body: "", widget: null });
    const ear = `${await hostilePrototypes(host.board, value)};(${drive})(${JSON.stringify(STEPS)}, "${end}")`;
    await visit.open({ body: '<open-roles company="acme"></open-roles>', ear, scripts: WASM });
    await visit.leadsTo(end);
  });
}

/** Status to wait for, then the facet and value to refine by. */
const STEPS = [
  ["20 jobs", "department", "Sales"],
  ["5 of 20 jobs", "department", []],
  ["20 jobs", "q", "exceutive"],
  ["4 of 20 jobs", "q", "heliotropes"],
  ["1 of 20 jobs", "type", "PART_TIME"],
] as const;

/** Runs in the page: refines the widget whenever it shows the expected status, and navigates away at the end. */
function drive(steps: string[][], end: string): void {
  const next = () => {
    const widget = document.querySelector("open-roles");
    const said = widget?.shadowRoot?.querySelector("[role=status]")?.textContent;
    if (said === steps[0]?.[0]) {
      const [, name, value] = steps.shift() ?? [];
      (widget as unknown as { refine(name?: string, value?: string): void }).refine(name, value);
    }
    setTimeout(steps.length ? next : () => location.assign(end), 50);
  };
  next();
}

test("the host looks the same with the widget and without it, and finds nothing stored", async ({ visit }) => {
  const around = `<main><h1>Careers</h1><p class="job">Text</p><ul class="values"><li>One</li></ul><input class="search"><button class="more">Press</button>`;
  const looks = () =>
    visit.run(() =>
      [...document.querySelectorAll("main > :not(open-roles), body, html")].map((element) => {
        const style = getComputedStyle(element);
        return [...style]
          .filter((name) => !/block-size|height|perspective-origin|transform-origin/.test(name))
          .map((name) => style.getPropertyValue(name))
          .join();
      }),
    );
  // One job, so that the page fits the window: a scrollbar would make the page narrower.
  await visit.open({ body: `${around}</main>`, widget: null });
  const before = await looks();
  await visit.open({ body: `${around}<open-roles company="acme" limit="1" deep-link></open-roles></main>` });
  await visit.says("20 jobs");
  await visit.press("button", "Department");
  await visit.press("a", "Sales");
  await visit.says("5 of 20 jobs");
  expect(await looks()).toEqual(before);
  const kept = await visit.run(async () => ({
    sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
    stored: [document.cookie, localStorage.length, sessionStorage.length],
    databases: (await indexedDB.databases()).length,
  }));
  expect(kept).toEqual({ sheets: 0, stored: ["", 0, 0], databases: 0 });
});

test("the font, the color, its scheme and the direction are the host's", async ({ visit }) => {
  const style = "main { font: 20px serif; color: rgb(1, 2, 3); color-scheme: dark }";
  await visit.show('company="acme"', { html: 'lang="ar" dir="rtl"', style });
  await visit.says("20 jobs");
  const field = await visit.run(({ shadow }) => {
    const style = getComputedStyle(shadow.querySelector("input") as Element);
    return [style.fontFamily, style.fontSize, style.color, style.colorScheme, style.direction];
  });
  expect(field).toEqual(["serif", "20px", "rgb(1, 2, 3)", "dark", "rtl"]);
});

test("custom properties and parts dress it", async ({ visit }) => {
  const style = `
    open-roles { --open-roles-accent: rgb(200, 0, 0); --open-roles-radius: 0; --open-roles-font-size: 18px;
      --open-roles-background: rgb(9, 9, 9); --open-roles-text: rgb(250, 250, 250); --open-roles-font: monospace }
    open-roles::part(job) { border-color: rgb(0, 0, 200) } open-roles::part(search) { display: none }`;
  await visit.show('company="acme" theme="dark"', { style });
  await visit.says("20 jobs");
  const dressed = await visit.run(({ shadow, seen }) => {
    const style = (part: string) => getComputedStyle(shadow.querySelector(`[part=${part}]`) as Element);
    return {
      link: style("link").color,
      border: [style("job").borderTopColor, style("job").borderTopLeftRadius],
      facts: style("facts").fontSize,
      widget: [style("widget").backgroundColor, style("widget").color, style("widget").fontFamily],
      scheme: style("widget").colorScheme,
      fields: seen("input").length,
    };
  });
  expect(dressed).toEqual({
    link: "rgb(200, 0, 0)",
    border: ["rgb(0, 0, 200)", "0px"],
    facts: "16.92px",
    widget: ["rgb(9, 9, 9)", "rgb(250, 250, 250)", "monospace"],
    scheme: "dark",
    fields: 0,
  });
});

test("loading neither takes the focus nor scrolls nor adds history", async ({ visit }) => {
  const body = `<main><input id="own"><div class="high"></div><div id="place"></div><p class="high">After</p></main>`;
  await visit.open({ body, style: ".high { height: 500px }" });
  const where = () => visit.run(() => [document.activeElement?.id, scrollX, scrollY, history.length]);
  await visit.run(() => document.querySelector<HTMLElement>("#own")?.focus());
  const before = await where();
  await visit.run(() => {
    const widget = document.createElement("open-roles");
    widget.setAttribute("company", "acme");
    widget.setAttribute("deep-link", "");
    document.querySelector("#place")?.append(widget);
  });
  await visit.says("20 jobs");
  expect(await where()).toEqual(before);
});

test("its height is its content's", async ({ visit }) => {
  await visit.show('company="acme" limit="3"');
  await visit.says("20 jobs");
  const heights = () =>
    visit.run(({ element, shadow }) => [
      element.getBoundingClientRect().height,
      shadow.querySelector("[part=widget]")?.getBoundingClientRect().height,
    ]);
  const [small, inner] = await heights();
  expect(small).toBe(inner);
  await visit.press("button", "Show more");
  await visit.counts(20);
  const [high, innerNow] = await heights();
  expect(high).toBe(innerNow);
  expect(high).toBeGreaterThan(2 * (small ?? NaN));
});

test("nothing sticks out of a narrow column, and nothing scrolls by itself", async ({ visit }) => {
  // A box as narrow as a phone, because windows here can't be.
  await visit.show('company="acme" columns="3"', { style: "main { box-sizing: border-box; width: 320px }" });
  await visit.says("20 jobs");
  await visit.press("button", "Location");
  await visit.shows(true, ({ seen }) => seen("[part=value]").length > 1);
  const found = await visit.run(({ shadow, seen }) => {
    const main = document.querySelector("main") as HTMLElement;
    const { right } = main.getBoundingClientRect();
    return {
      wider: seen("*").filter((one) => shadow.contains(one) && one.getBoundingClientRect().right > right + 0.5).length,
      width: main.scrollWidth,
      scrolling: [...shadow.querySelectorAll("*")].filter(
        (one) =>
          one.scrollHeight > one.clientHeight + 1 &&
          getComputedStyle(one).overflowY != "visible" &&
          one.localName != "input",
      ).length,
    };
  });
  expect(found).toEqual({ wider: 0, width: 320, scrolling: 0 });
});

test("what changes is told by one live region that stays", async ({ visit }) => {
  await visit.show('company="acme"');
  await visit.says("20 jobs");
  await visit.run(({ shadow }) => void Object.assign(window, { region: shadow.querySelector("[role=status]") }));
  await visit.press("button", "Department");
  await visit.press("a", "Sales");
  await visit.says("5 of 20 jobs");
  const isSame = await visit.run(
    ({ shadow }) => (window as unknown as { region: Element }).region === shadow.querySelector("[role=status]"),
  );
  expect(isSame).toBe(true);
});
