// The search page: words, refinements, and results.

import type { Locator } from "@playwright/test";

import { BoardPage } from "./board-page";

/** A facet's value with its count. */
export interface CountedValue {
  label: string;
  count: number;
}

/** The page at `jobs/`. */
export class SearchPage extends BoardPage {
  /** Search field. */
  readonly field = this.page.getByLabel("Title, skill, company or place");
  /** Suggestions below the field. */
  readonly suggestions = this.page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  /** Heading with the number of jobs. */
  readonly summary = this.page.getByRole("heading", { level: 2, name: /^([\d,]+ jobs?|Searching…|No jobs loaded)$/ });
  /** Titles of the jobs on this page of results. */
  readonly titles = this.page.getByRole("article").getByRole("heading", { level: 3 });
  /** Active refinements. */
  readonly chips = this.page.getByRole("list", { name: "Refinements" }).getByRole("link", { name: /^Remove / });
  /** Link above the filters, for keyboard users. */
  readonly skipToResults = this.page.getByRole("link", { name: "Skip to results" });
  readonly sortLinks = this.page.getByRole("navigation", { name: "Sort by" });
  readonly pages = this.page.getByRole("navigation", { name: "Pages of results" });
  readonly salary = this.page.getByRole("textbox", { name: /^At least/ });
  readonly experience = this.page.getByRole("textbox", { name: "Your years of experience" });
  /** How many jobs reach the chosen salary, and how many don't state theirs. */
  readonly salarySplit = this.page.getByText(/ reach(es)? /);
  /** Note that a word was corrected. */
  readonly correction = this.page.getByText(/^Showing results for/);
  /** Error message with Retry. */
  readonly failure = this.page.getByRole("alert");

  /** Opens a search, and waits for its results with all cards, or for a failure. */
  async open(queryString = ""): Promise<void> {
    await this.visit(`jobs/${queryString}`);
    await this.summary.filter({ hasNotText: "Searching…" }).waitFor();
    await this.page.locator("[aria-busy]").waitFor({ state: "detached" });
  }

  async type(text: string): Promise<void> {
    await this.field.fill(text);
  }

  async submit(): Promise<void> {
    await this.page.getByRole("button", { name: "Search", exact: true }).click();
  }

  facet(name: string): Locator {
    return this.page.getByRole("group", { name, exact: true });
  }

  /** Link that adds or removes a value. */
  value(facet: string, value: string): Locator {
    return this.facet(facet).getByRole("link", { name: new RegExp(`^${literally(value)}\\s*[\\d,]+ jobs?$`) });
  }

  async refine(facet: string, value: string): Promise<void> {
    await this.value(facet, value).click();
  }

  async exclude(facet: string, value: string): Promise<void> {
    await this.facet(facet)
      .getByRole("link", { name: `Exclude ${value}`, exact: true })
      .click();
  }

  async removeChip(name: string): Promise<void> {
    await this.page.getByRole("link", { name: `Remove ${name}`, exact: true }).click();
  }

  async clearAll(): Promise<void> {
    await this.page.getByRole("link", { name: "Clear all" }).click();
  }

  async sortBy(order: "Relevance" | "Newest" | "Recently added" | "Salary"): Promise<void> {
    await this.sortLinks.getByRole("link", { name: order }).click();
  }

  async nextPage(): Promise<void> {
    await this.pages.getByRole("link", { name: "Next" }).click();
  }

  async enterSalary(amount: string): Promise<void> {
    await this.salary.fill(amount);
    await this.salary.press("Enter");
  }

  async enterExperience(years: string): Promise<void> {
    await this.experience.fill(years);
    await this.experience.press("Enter");
  }

  async findInFacet(facet: string, letters: string): Promise<void> {
    await this.facet(facet)
      .getByRole("searchbox", { name: `Find in ${facet.toLowerCase()}` })
      .fill(letters);
  }

  async showAllOf(facet: string): Promise<void> {
    await this.facet(facet)
      .getByRole("button", { name: /^Show all/ })
      .click();
  }

  async openJob(title: Locator): Promise<void> {
    await title.getByRole("link").click();
  }

  async retry(): Promise<void> {
    await this.failure.getByRole("button", { name: "Retry" }).click();
  }

  /** Number of jobs that the page shows. */
  async count(): Promise<number> {
    return numberIn(await this.summary.innerText());
  }

  /** Count next to a value. */
  async promised(facet: string, value: string): Promise<number> {
    return numberIn((await this.value(facet, value).innerText()).slice(value.length));
  }

  /** All visible values of a facet, in order. */
  async values(facet: string): Promise<CountedValue[]> {
    const rows = await this.facet(facet)
      .getByRole("link", { name: /\d jobs?$/ })
      .allInnerTexts();
    return rows.filter((row) => !/^(Hide|Show) /.test(row)).map(countedValue);
  }
}

/** A count as the page shows it; the sample board groups digits in the Indian style. */
export function jobs(count: number): string {
  return count === 1 ? "1 job" : `${count.toLocaleString("en-IN")} jobs`;
}

/** The first number in a text. */
export function numberIn(text: string): number {
  const digits = /[\d,]+/.exec(text)?.[0];
  if (digits === undefined) {
    throw new Error(`no number in “${text}”`);
  }
  return Number(digits.replaceAll(",", ""));
}

/** Escapes a text for use in a regular expression. */
function literally(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function countedValue(row: string): CountedValue {
  const [, label, count] = /^([\s\S]*?)\s*([\d,]+)\s*jobs?\s*$/.exec(row) ?? [];
  if (label === undefined || count === undefined) {
    throw new Error(`“${row}” is no value with a count`);
  }
  return { label, count: numberIn(count) };
}
