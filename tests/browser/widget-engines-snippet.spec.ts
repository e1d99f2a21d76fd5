// The page that makes the code to paste, in other engines.
//
// Drop-down lists open in native windows, which drivers can't reach, so scripts make the choices.

import { expect, test } from "./support/engine-fixtures";
import type { Visit } from "./support/pages/visit";

test("what is chosen is seen at once, and the code works as it stands", async ({ visit, host }) => {
  await visit.goTo(`${host.board}embed/`);
  await choose(visit, "company", "acme");
  await visit.says("20 jobs");
  await visit.shows(true, () => document.querySelectorAll("[name=department] option").length > 1);
  await choose(visit, "department", "Design");
  await choose(visit, "limit", "2");
  await visit.says("5 jobs");
  await visit.counts(2);
  const code = () => visit.run(() => document.querySelector("#code")?.textContent ?? "");
  await expect.poll(code).toContain('<open-roles company="acme" department="Design" limit="2">');
  const snippet = await code();
  expect(snippet).not.toContain("integrity");
  expect(snippet.match(/<li>/g)).toHaveLength(20);
  await visit.open({ body: snippet, widget: null });
  await visit.says("5 jobs");
});

test("a pinned script runs with the hash that the page computed", async ({ visit, host }) => {
  await visit.goTo(`${host.board}embed/`);
  await choose(visit, "company", "acme");
  await visit.run(() => document.querySelector<HTMLElement>("[name=pinned]")?.click());
  const code = () => visit.run(() => document.querySelector("#code")?.textContent ?? "");
  await expect.poll(code).toMatch(/integrity="sha384-[A-Za-z0-9+/]{64}" crossorigin><\/script>/);
  await visit.open({ body: await code(), widget: null });
  await visit.says("20 jobs");
});

test("the code can be copied, or is selected for copying, by keyboard", async ({ visit, host }) => {
  await visit.goTo(`${host.board}embed/`);
  await visit.shows(true, () => !!document.querySelector("#code")?.textContent?.includes('company="acme"'));
  await visit.run(() => document.querySelector<HTMLElement>("#copy")?.focus());
  await visit.key("Enter");
  await visit.shows(true, () => /^(Copied\.|Selected)/.test(document.querySelector("#copied")?.textContent ?? ""));
});

async function choose(visit: Visit, name: string, value: string): Promise<void> {
  await visit.run(
    (_inside, name, value) => {
      const field = document.querySelector(`[name=${name}]`) as HTMLInputElement;
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
    name,
    value,
  );
}
