// Every kind of page is valid HTML according to the W3C's checker.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { expect, test } from "@playwright/test";

import { site, tool } from "./support/built";
import { objections } from "./support/checker";
import { PAGE_KINDS } from "./support/page-kinds";
import { build, run } from "./support/tool";

test("the checker objects to no kind of page", async () => {
  test.setTimeout(180_000);
  const pages = PAGE_KINDS.map(({ path }) => `${path.replace(/\?.*/, "")}index.html`);
  const files = [...pages, "404.html", "embed/index.html", "doctor/index.html"].map((file) => join(site, file));
  expect(await objections(files)).toEqual([]);
});

test("the checker finds what is wrong", async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), "openroles-markup-"));
  const page = (await readFile(join(site, "index.html"), "utf8")).replace("<main", "<!><main");
  await writeFile(join(folder, "page.html"), page);
  const found = await objections([join(folder, "page.html")]);
  await rm(folder, { recursive: true });
  expect(found).toEqual([expect.stringContaining("Bogus comment")]);
});

test("the checker objects to no page of odd postings, nor to what the doctor says of them", async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), "openroles-markup-"));
  const feed = join(folder, "jobs.json");
  const text = "<h2>Über uns</h2><p>Wir <b>backen</b> &lt;!&gt; <a href='https://example.com/?a=1&b=2'>mehr</a></p><ol><li>eins<ul><li>zwei</ul></ol>";
  await writeFile(
    feed,
    JSON.stringify([
      { id: "1", title: "Bäckerin <!> & Köchin", company: "Écru", description: text, inLanguage: "de", salary: "10 coins" },
      { id: "2", title: "\"Quoted\" --> baker", company: "株式会社", skills: ["C++", "C#"], validThrough: "2020-01-05" },
      { id: "3", title: "Baker", company: "3M", location: "Pune, India", url: "https://example.com/apply?a=1&b=2" },
      { id: "4", title: "Cook", description: "A stealth mode start-up hires." },
    ]),
  );
  await writeFile(join(folder, "board.toml"), 'name = "Jobs & \\"more\\""\nlanguages = ["de"]\n');
  // One record has no employer, so both exit with 1 but still write their output.
  const endsWithLoss = (problem: { code?: number }) => expect(problem.code).toBe(1);
  await build(feed, join(folder, "site"), "--config", join(folder, "board.toml")).catch(endsWithLoss);
  await run("doctor", feed, "--html", join(folder, "report.html")).catch(endsWithLoss);
  const pages = ["backerin-and-kochin-ecru", "baker-3m"].map((slug) => `jobs/${slug}/index.html`);
  const rest = ["index.html", "jobs/index.html", "companies/index.html", "companies/ecru/index.html", "embed/index.html"];
  const files = [...pages, ...rest].map((file) => join(folder, "site", file));
  const found = await objections([...files, join(folder, "report.html")]);
  await rm(folder, { recursive: true });
  expect(found, tool).toEqual([]);
});
