// The page and the command line tool are one engine: same count, same order, same numbers beside every choice.

import { site } from "./support/built";
import { expect, test } from "./support/fixtures";
import { type CountedValue, SearchPage, jobs } from "./support/pages/search-page";
import { search as searchNatively } from "./support/tool";

/** The facets shown as lists, by their names in the address. */
const FACETS = {
  skill: "Skill",
  location: "Location",
  workplace: "Workplace",
  type: "Employment type",
  posted: "Date posted",
  company: "Company",
  department: "Department",
  industry: "Industry",
  size: "Company size",
  company_type: "Company type",
  stage: "Company stage",
  source: "Posted by",
};

for (const queryString of [
  "",
  "q=java",
  "q=java&page=2",
  "q=jav",
  "q=r",
  "q=c%2B%2B",
  "q=c%23",
  "q=.net",
  "q=node.js",
  "q=engineers",
  "q=enginer",
  "q=enginer&exact=1",
  "q=kuberentes",
  "q=bangalore+java",
  "q=%22software+engineer%22",
  "q=java+-spring",
  "q=zzzzzz",
  "skill=Java&skill=Python",
  "skill=Java&skill=Python&skills=all",
  "location=karnataka&workplace=remote",
  "-source=agency&-workplace=on-site",
  "type=FULL_TIME&posted=7d",
  "experience=5",
  "experience=0&q=developer",
  "salary=1500000",
  "salary=1500000&undisclosed=hide",
  "sort=newest",
  "sort=salary&q=engineer",
  "q=altimetrik&skill=PHP",
]) {
  test(`the page and the tool agree on “${queryString}”`, async ({ page }) => {
    const search = new SearchPage(page);
    const [answer] = await Promise.all([searchNatively(site, queryString), search.open(queryString && `?${queryString}`)]);
    await expect(search.summary).toHaveText(jobs(answer.hit_count));
    await expect(search.titles).toHaveText(answer.hits.map((hit) => hit.title));
    for (const [key, name] of Object.entries(FACETS)) {
      const native = (answer.facets[key] ?? []).map(({ label, count }): CountedValue => ({ label, count }));
      const shown = await search.values(name);
      expect(native, name).toEqual(expect.arrayContaining(shown));
      expect(shown.length, name).toBeGreaterThanOrEqual(Math.min(native.length, 4));
    }
  });
}
