// On a host's page: the host can't break the widget, and the widget can't break the host.

import { findings } from "./support/audit";
import { HOSTILE_VALUES, hostilePrototypes } from "./support/hostile-prototypes";
import { HOSTILE, framed, insides } from "./support/hostile-styles";
import { FALLBACK } from "./support/pages/widget-page";
import { expect, test } from "./support/widget-fixtures";

test.describe("inside, nothing changes where the host", () => {
  for (const [name, style] of Object.entries(HOSTILE)) {
    test(name, async ({ widget, page }) => {
      const looks = async (style: string) => {
        await page.goto(widget.host.page(framed(style)));
        await expect(widget.status).toHaveText("20 jobs");
        await widget.facet("Department").click();
        const root = await widget.element.evaluateHandle((element) => ({ shadow: element.shadowRoot as ShadowRoot }));
        return root.evaluate(insides);
      };
      const calm = await looks("");
      expect(await looks(style)).toEqual(calm);
    });
  }
});

for (const [name, value] of Object.entries(HOSTILE_VALUES)) {
  test(`the main journey works where all objects and lists have ${name} by every name the widget uses`, async ({
    widget,
    page,
  }) => {
    const ear = await hostilePrototypes(widget.host.board, value);
    await widget.open('company="acme" target="widget" deep-link', { ear, scripts: "'wasm-unsafe-eval'" });
    await expect(widget.status).toHaveText("20 jobs");
    await expect(widget.titles).toHaveCount(20);
    await widget.facet("Department").click();
    await widget.value("Sales 5").click();
    await expect(widget.status).toHaveText("5 of 20 jobs");
    await expect(page).toHaveURL(/\?open-roles-department=Sales$/);
    await widget.element.getByRole("button", { name: "Clear" }).click();
    await expect(widget.status).toHaveText("20 jobs");
    await widget.field.fill("exceutive");
    await expect(widget.status).toHaveText("4 of 20 jobs");
    await expect(widget.note).toContainText("Showing results for executive.");
    await widget.field.fill("heliotropes");
    await expect(widget.status).toHaveText("1 of 20 jobs");
    await widget.titles.getByRole("link", { name: "Support Lead 4" }).click();
    await expect(widget.element.locator("[part=description]")).toContainText("Knowing about heliotropes helps.");
    await widget.element.getByRole("button", { name: "All jobs" }).click();
    await expect(widget.status).toHaveText("1 of 20 jobs");
  });
}

test("the host looks the same with the widget and without it", async ({ widget, page }) => {
  const around = `<main><h1>Careers</h1><p class="job">Text</p><ul class="values"><li>One</li></ul><input class="search"><button class="more">Press</button>`;
  const looks = () =>
    page.locator("main > :not(open-roles), body, html").evaluateAll((all) =>
      all.map((element) => {
        const style = getComputedStyle(element);
        return [...style]
          .filter((name) => !/block-size|height|perspective-origin|transform-origin/.test(name))
          .map((name) => style.getPropertyValue(name))
          .join();
      }),
    );
  await page.goto(widget.host.page({ body: `${around}</main>`, widget: null }));
  const before = await looks();
  await page.goto(widget.host.page({ body: `${around}<open-roles company="acme"></open-roles></main>` }));
  await expect(widget.status).toHaveText("20 jobs");
  expect(await looks()).toEqual(before);
  expect(await page.evaluate(() => document.styleSheets.length + document.adoptedStyleSheets.length)).toBe(0);
  expect(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length])).toEqual(["", 0, 0]);
  expect(await page.context().cookies()).toEqual([]);
});

test("the font, the color and the direction are the host's", async ({ widget }) => {
  await widget.open('company="acme"', {
    html: 'lang="ar" dir="rtl"',
    style: "main { font: 20px serif; color: rgb(1, 2, 3) }",
  });
  await expect(widget.status).toHaveText("20 jobs");
  const style = await widget.field.evaluate((field) => {
    const { fontFamily, fontSize, color, direction } = getComputedStyle(field);
    return { fontFamily, fontSize, color, direction };
  });
  expect(style).toEqual({ fontFamily: "serif", fontSize: "20px", color: "rgb(1, 2, 3)", direction: "rtl" });
  await expect(widget.status).toHaveCSS("text-align", "right");
  const [field, facet] = await Promise.all([widget.field.boundingBox(), widget.facet("Department").boundingBox()]);
  expect(field?.x).toBeGreaterThan(facet?.x ?? Infinity);
});

test("custom properties and parts dress it", async ({ widget }) => {
  const style = `
    open-roles { --open-roles-accent: rgb(200, 0, 0); --open-roles-radius: 0; --open-roles-font-size: 18px }
    open-roles::part(job) { border-color: rgb(0, 0, 200) } open-roles::part(search) { display: none }`;
  await widget.open('company="acme" theme="dark"', { style });
  await expect(widget.titles.first().getByRole("link")).toHaveCSS("color", "rgb(200, 0, 0)");
  await expect(widget.element.locator("[part=job]").first()).toHaveCSS("border-color", "rgb(0, 0, 200)");
  await expect(widget.element.locator("[part=job]").first()).toHaveCSS("border-radius", "0px");
  await expect(widget.element.locator("[part=facts]").first()).toHaveCSS("font-size", "16.92px");
  await expect(widget.field).toBeHidden();
  await expect(widget.element.locator("[part=widget]")).toHaveCSS("color-scheme", "dark");
});

test("loading neither takes the focus nor scrolls nor adds history", async ({ widget, page }) => {
  const body = `<main><input id="own"><open-roles company="acme"></open-roles><p>After</p></main>`;
  await page.goto(widget.host.page({ body }));
  const entries = await page.evaluate(() => history.length);
  await page.locator("#own").focus();
  await page.evaluate(() => document.querySelector("open-roles")?.remove());
  await page.evaluate(() => {
    const again = document.createElement("open-roles");
    again.setAttribute("company", "acme");
    document.querySelector("main")?.append(again);
  });
  await expect(widget.status).toHaveText("20 jobs");
  await expect(page.locator("#own")).toBeFocused();
  expect(await page.evaluate(() => [scrollX, scrollY, history.length])).toEqual([0, 0, entries]);
});

test("nothing sticks out, and nothing scrolls by itself", async ({ widget, page }) => {
  for (const width of [360, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await widget.open('company="acme" columns="3"');
    await expect(widget.status).toHaveText("20 jobs");
    await widget.facet("Location").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    const scrolling = await widget.element.evaluate(
      (element) =>
        [...(element.shadowRoot as ShadowRoot).querySelectorAll("*")].filter(
          (inner) =>
            inner.scrollHeight > inner.clientHeight + 1 &&
            getComputedStyle(inner).overflowY != "visible" &&
            inner.localName != "input",
        ).length,
    );
    expect(scrolling).toBe(0);
  }
});

for (const colorScheme of ["light", "dark"] as const) {
  for (const theme of ["auto", "light", "dark"]) {
    test(`an audit finds nothing: ${theme} on a ${colorScheme} page`, async ({ widget, page }) => {
      await page.emulateMedia({ colorScheme });
      const style = ":root { color-scheme: light dark } body { background: Canvas; color: CanvasText }";
      await widget.open(`company="acme" theme="${theme}" limit="5"`, { style });
      await widget.facet("Department").click();
      await widget.value("Sales 5").click();
      await expect(widget.status).toHaveText("5 of 20 jobs");
      expect(await findings(page)).toEqual([]);
    });
  }
}

test("two widgets on a page pass the audit, and so does a failed one", async ({ widget, page }) => {
  const body = `<main><h1>Careers</h1><h2>Jobs</h2><open-roles company="acme" limit="2"></open-roles><h2>More jobs</h2><open-roles company="globex" limit="2">${FALLBACK}</open-roles></main>`;
  await page.route("**/embed/globex.json", (route) =>
    route.fulfill({ body: "{}", headers: { "Access-Control-Allow-Origin": "*" } }),
  );
  await page.goto(widget.host.page({ body }));
  await expect(page.getByRole("button", { name: "Retry" })).toBeVisible();
  await expect(widget.status).toHaveText("20 jobs");
  expect(await findings(page)).toEqual([]);
});

test("what changes is told to screen readers", async ({ widget, page }) => {
  await widget.open('company="acme"');
  await expect(widget.status).toHaveText("20 jobs");
  await expect(widget.status).toHaveRole("status");
  const same = await widget.status.evaluateHandle((status) => status);
  await widget.facet("Department").click();
  await widget.value("Sales 5").click();
  await expect(widget.status).toHaveText("5 of 20 jobs");
  expect(await page.evaluate(([status]) => status?.isConnected, [same])).toBe(true);
});
