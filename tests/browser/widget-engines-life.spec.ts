// Adding and removing the widget in other engines: what is fetched, when and how often, and what remains of a removed
// widget.
//
// Only Chromium reports the number of live nodes, listeners, and bytes (widget-life.spec.ts). Here, a page counts
// what it can: listeners on its window, and requests.

import { expect, test } from "./support/engine-fixtures";
import { FRAMEWORKS, bundled } from "./support/frameworks";
import { held } from "./support/front";
import { LAST, nearnessIsTold } from "./support/nearness";
import { WASM } from "./support/pages/visit";

test("nothing but the script is fetched until the widget is near the viewport", async ({ visit, front }) => {
  const body = `<div class="far"></div><open-roles company="acme">Jobs</open-roles>`;
  await visit.open({ body, style: ".far { height: 4000px }" });
  await visit.shows(true, () => !!customElements.get("open-roles"));
  await visit.run(nearnessIsTold);
  expect(front.paths).toEqual(["embed/open-roles.js", LAST]);
  await visit.run(() => scrollTo(0, 2000));
  await visit.run(nearnessIsTold);
  expect(front.paths.filter((path) => path.endsWith(".json"))).toEqual([]);
  await visit.run(() => scrollTo(0, 3200));
  await visit.says("20 jobs");
});

test("several widgets share what they fetch", async ({ visit, front }) => {
  const one = '<open-roles company="acme" limit="2"></open-roles>';
  await visit.open({ body: one.repeat(3) + '<open-roles company="globex" limit="2"></open-roles>' });
  for (const [nth, words] of ["20 jobs", "20 jobs", "20 jobs", "130 jobs"].entries()) {
    visit.nth = nth;
    await visit.says(words);
  }
  await visit.run(() => {
    const late = document.createElement("open-roles");
    late.setAttribute("company", "acme");
    document.body.append(late);
    late.scrollIntoView();
  });
  visit.nth = 4;
  await visit.says("20 jobs");
  expect(front.paths.map((path) => path.replace(/\.[0-9a-f]{16}/, "")).sort()).toEqual([
    "assets/widget-view.js",
    "embed/acme.json",
    "embed/globex.json",
    "embed/open-roles.js",
  ]);
});

for (const [name, source] of Object.entries(FRAMEWORKS)) {
  test(`inside a route of ${name} it comes and goes`, async ({ visit, front }) => {
    await visit.open({ body: '<div id="app"></div>', script: await bundled(source) });
    for (let round = 1; round <= 3; round++) {
      await visit.says("20 jobs");
      await visit.counts(3);
      await visit.press("button", "Department");
      await visit.press("a", "Sales");
      await visit.says("5 of 20 jobs");
      await visit.shows(`${round}`, () => document.querySelector("output")?.textContent);
      await visit.press("button", "Go");
      await visit.shows([true, 0], ({ named }) => [
        !!named("p", "About us"),
        document.querySelectorAll("open-roles").length,
      ]);
      await visit.press("button", "Go");
    }
    expect(front.paths.filter((path) => path.endsWith(".json"))).toEqual(["embed/acme.json"]);
  });
}

test("properties set before the script arrives count", async ({ visit, host }) => {
  await visit.open({ body: "<open-roles></open-roles>", widget: null });
  await visit.run(({ element }, url) => {
    Object.assign(element, { company: "acme", limit: 2, deepLink: true });
    const script = Object.assign(document.createElement("script"), { type: "module", src: url });
    document.head.append(script);
  }, `${host.board}embed/open-roles.js`);
  await visit.says("20 jobs");
  await visit.counts(2);
  expect(await visit.run(({ element }) => element.outerHTML)).toBe(
    '<open-roles company="acme" limit="2" deep-link=""></open-roles>',
  );
});

test("moving it keeps what was refined and fetches nothing", async ({ visit, front }) => {
  await visit.open({ body: '<div id="a"><open-roles company="acme"></open-roles></div><div id="b"></div>' });
  await visit.press("button", "Department");
  await visit.press("a", "Sales");
  await visit.says("5 of 20 jobs");
  const before = front.paths.length;
  await visit.run(({ element }) => document.querySelector("#b")?.append(element));
  await visit.run(nearnessIsTold);
  await visit.says("5 of 20 jobs");
  expect(front.paths.slice(before)).toEqual([LAST]);
});

test("taking the last widget out stops its request, and putting it in again asks anew", async ({ visit, front }) => {
  const [responder, release] = held();
  front.let("embed/acme.json", responder);
  await visit.show('company="acme"');
  await visit.asks((paths) => paths.includes("embed/acme.json"));
  await visit.run(({ element }) => {
    Object.assign(window, { out: element });
    element.remove();
  });
  await expect.poll(() => front.asked.find(({ path }) => path == "embed/acme.json")?.isGivenUp).toBe(true);
  release();
  await visit.run(() => document.querySelector("main")?.append((window as unknown as { out: Element }).out));
  await visit.says("20 jobs");
  expect(await visit.heardTypes()).toEqual(["loadstart", "loadstart", "load", "loadend"]);
});

test("ten widgets put in, moved and taken out twenty times leave no listener and ask for nothing more", async ({
  visit,
  front,
}) => {
  await visit.open({ body: "<main></main>", scripts: WASM });
  await visit.run(countListeners);
  const cycle = (times: number) => visit.run(comeAndGo, times);
  await cycle(1);
  const before = front.paths.length;
  await cycle(20);
  // By then, the page has processed the removal of the last widget.
  await visit.run(nearnessIsTold);
  expect(front.paths.slice(before)).toEqual([LAST]);
  const { added, left } = await visit.run(() => (window as unknown as Counted).listeners());
  expect(added).toBeGreaterThanOrEqual(210);
  expect(left).toBe(0);
});

interface Counted {
  listeners(): { added: number; left: number };
}

/** Runs in the page: from now on, counts listeners on the window until their signals abort. */
function countListeners(): void {
  const signals: AbortSignal[] = [];
  const add = window.addEventListener;
  window.addEventListener = ((type: string, listener: EventListener, options: AddEventListenerOptions) => {
    signals.push(options?.signal ?? new AbortController().signal);
    add.call(window, type, listener, options);
  }) as typeof window.addEventListener;
  const listeners = () => ({ added: signals.length, left: signals.filter(({ aborted }) => !aborted).length });
  Object.assign(window, { listeners });
}

/** Runs in the page: adds ten widgets, waits for their jobs, moves and removes them; repeated `times` times. */
async function comeAndGo(_inside: unknown, times: number): Promise<void> {
  const main = document.querySelector("main") as HTMLElement;
  for (let time = 0; time < times; time++) {
    const all = Array.from({ length: 10 }, (_, at) => {
      const widget = document.createElement("open-roles");
      widget.setAttribute("company", at % 2 ? "acme" : "globex");
      widget.setAttribute("limit", "3");
      return widget;
    });
    const loaded = all.map((widget) => new Promise((resolve) => widget.addEventListener("load", resolve)));
    main.append(...all);
    main.append(...all.reverse());
    for (const widget of all) {
      (widget as unknown as { reload(isEnough: boolean): void }).reload(true);
    }
    await Promise.all(loaded);
    main.replaceChildren();
    await new Promise((resolve) => setTimeout(resolve));
  }
}
