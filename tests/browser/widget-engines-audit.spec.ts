// Audits by axe, an accessibility checker, of every state of the widget in other engines, and its colors if the
// visitor, the host, or an attribute asks for a dark scheme.
//
// WebKit's window can't be narrower than its toolbar, about 450 pixels.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";

import { RULES } from "./support/audit";
import { expect, test } from "./support/engine-fixtures";
import { breaksOff, held } from "./support/front";
import type { Visit } from "./support/pages/visit";
import { FALLBACK } from "./support/pages/widget-page";

/** Source of the checker, whose types are included in the package. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** Style of a host that follows the visitor's color scheme. */
const FOLLOWS = ":root { color-scheme: light dark } body { background: Canvas; color: CanvasText }";
const WIDTHS = { narrow: 360, wide: 1280 };

/** One line per finding: the rule, and the first element that breaks it. */
async function findings(visit: Visit): Promise<string[]> {
  await visit.page.call(`() => { ${AXE} }`, []);
  return visit.run(async (_inside, values) => {
    const axe = (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe;
    const { violations, passes } = await axe.run({ runOnly: { type: "tag", values } });
    const isLookedInto = passes.some(({ nodes }) => nodes.some(({ target }) => `${target}`.includes("open-roles")));
    return violations
      .map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ""}`)
      .concat(isLookedInto ? [] : "the widget was not looked into");
  }, RULES);
}

for (const scheme of ["light", "dark"]) {
  for (const [name, width] of Object.entries(WIDTHS)) {
    test(`an audit finds nothing in any face on a ${scheme}, ${name} page`, async ({ visit, front }) => {
      const page = { style: FOLLOWS.replace("light dark", scheme) };
      const [responder, release] = held();
      front.let("embed/acme.json", responder);
      await visit.page.resize(width);
      await visit.show('company="acme" limit="5" target="widget"', page);
      await visit.asks((paths) => paths.includes("embed/acme.json"));
      expect(await findings(visit), "pending").toEqual([]);
      release();
      await visit.press("button", "Department");
      await visit.press("a", "Sales");
      await visit.says("5 of 20 jobs");
      expect(await findings(visit), "ready").toEqual([]);
      await visit.press("a", "Account Executive");
      await visit.shows(true, ({ seen }) => !!seen("[part=description]").length);
      expect(await findings(visit), "a job").toEqual([]);
      await visit.show('company="acme" department="Legal"', page);
      await visit.says("No open jobs at the moment.");
      expect(await findings(visit), "empty").toEqual([]);
    });
  }

  test.describe("where the list does not arrive", () => {
    test.use({ expectedComplaints: /Cross-Origin Request Blocked/ });

    test(`an audit finds nothing beside a widget that is there, on a ${scheme} page`, async ({ visit, front }) => {
      front.let("embed/globex.json", breaksOff);
      const body = `<main><h1>Careers</h1><h2>Jobs</h2><open-roles company="acme" limit="2"></open-roles><h2>More jobs</h2><open-roles company="globex">${FALLBACK}</open-roles></main>`;
      await visit.open({ body, style: FOLLOWS.replace("light dark", scheme) });
      await visit.says("20 jobs");
      visit.nth = 1;
      await visit.says("The jobs could not be loaded. Retry");
      expect(await findings(visit)).toEqual([]);
    });
  });

  for (const theme of ["light", "dark"]) {
    test(`an audit finds nothing: ${theme} on a ${scheme} page`, async ({ visit }) => {
      await visit.show(`company="acme" theme="${theme}" limit="5"`, { style: FOLLOWS.replace("light dark", scheme) });
      await visit.press("button", "Department");
      await visit.press("a", "Sales");
      await visit.says("5 of 20 jobs");
      expect(await findings(visit)).toEqual([]);
    });
  }
}

test.describe("a visitor who prefers the dark", () => {
  test.use({ colorScheme: "dark" });

  test("sees bright text where the host follows that, and nowhere else", async ({ visit }) => {
    const seen = () =>
      visit.run(({ shadow }) => {
        const brightness = (element: Element) => Number(/\d+/.exec(getComputedStyle(element).color)?.[0]);
        return {
          prefersDark: matchMedia("(prefers-color-scheme: dark)").matches,
          isBright: [document.body, shadow.querySelector("a") as Element].map((element) => brightness(element) > 200),
        };
      });
    await visit.show('company="acme" limit="5"', { style: FOLLOWS });
    await visit.says("20 jobs");
    expect(await seen()).toEqual({ prefersDark: true, isBright: [true, true] });
    expect(await findings(visit)).toEqual([]);
    await visit.show('company="acme" limit="5"', { style: "body { background: white; color: black }" });
    await visit.says("20 jobs");
    expect(await seen()).toEqual({ prefersDark: true, isBright: [false, false] });
    expect(await findings(visit)).toEqual([]);
  });
});
