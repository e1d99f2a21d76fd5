// Compares what the page shows for a search with what the command line tool prints.

import { expect, type Page } from "@playwright/test";

import { type CountedValue, SearchPage, jobs } from "./pages/search-page";
import { search as searchNatively } from "./tool";

/** Facets shown as lists, by their names in URLs. */
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

/**
 * Opens a search on the board, which was built into `folder`, and expects the same count, the same jobs in the same
 * order, and the same number for every value as from the tool.
 */
export async function expectAgreement(page: Page, folder: string, queryString: string): Promise<void> {
  const search = new SearchPage(page);
  const [answer] = await Promise.all([
    searchNatively(folder, queryString),
    search.open(queryString && `?${queryString}`),
  ]);
  await expect(search.summary).toHaveText(jobs(answer.hit_count));
  await expect(search.titles).toHaveText(answer.hits.map((hit) => hit.title));
  for (const [key, name] of Object.entries(FACETS)) {
    const native = (answer.facets[key] ?? []).map(({ label, count }): CountedValue => ({ label, count }));
    const shown = await search.values(name);
    expect(native, name).toEqual(expect.arrayContaining(shown));
    expect(shown.length, name).toBeGreaterThanOrEqual(Math.min(native.length, 4));
  }
}
