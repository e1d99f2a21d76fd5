// The search page: words, refinements, results.

import type { Locator } from "@playwright/test";

import { BoardPage } from "./board-page";

/** A facet's value with the count beside it. */
export interface CountedValue {
  label: string;
  count: number;
}

/** The page at `jobs/`. */
export class SearchPage extends BoardPage {
  /** Where the words are typed. */
  readonly field = this.page.getByLabel("Title, skill, company or place");
  /** What is offered below it while one types. */
  readonly suggestions = this.page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  /** The line that says how many jobs there are. */
  readonly summary = this.page.getByRole("heading", { level: 2, name: /^([\d,]+ jobs?|Searching…|No jobs loaded)$/ });
  /** The titles of the jobs on this page of results. */
  readonly titles = this.page.getByRole("article").getByRole("heading", { level: 3 });
  /** The refinements in force. */
  readonly chips = this.page.getByRole("list", { name: "Refinements" }).getByRole("link", { name: /^Remove / });
  /** The link over the filters, for those who come by keyboard. */
  readonly skipToResults = this.page.getByRole("link", { name: "Skip to results" });
  readonly sortLinks = this.page.getByRole("navigation", { name: "Sort by" });
  readonly pages = this.page.getByRole("navigation", { name: "Pages of results" });
  readonly salary = this.page.getByRole("textbox", { name: /^At least/ });
  readonly experience = this.page.getByRole("textbox", { name: "Your years of experience" });
  /** How many jobs reach the salary asked for, and how many do not say. */
  readonly salarySplit = this.page.getByText(/ reach(es)? /);
  /** What is said when a word was corrected. */
  readonly correction = this.page.getByText(/^Showing results for/);
  /** What is said when something went wrong, with Retry. */
  readonly failure = this.page.getByRole("alert");

  /** Opens a search, and waits for its answer with all cards, or for the news that there is none. */
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

  /** The link that adds or removes a value. */
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

  async sortBy(order: "Relevance" | "Newest" | "Salary"): Promise<void> {
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

  /** How many jobs the page says there are. */
  async count(): Promise<number> {
    return numberIn(await this.summary.innerText());
  }

  /** The number beside a value. */
  async promised(facet: string, value: string): Promise<number> {
    return numberIn((await this.value(facet, value).innerText()).slice(value.length));
  }

  /** All values on show in a facet, in order. */
  async values(facet: string): Promise<CountedValue[]> {
    const rows = await this.facet(facet)
      .getByRole("link", { name: /\d jobs?$/ })
      .allInnerTexts();
    return rows.filter((row) => !/^(Hide|Show) /.test(row)).map(countedValue);
  }
}

/** A count as the summary says it; the sample board groups digits the Indian way. */
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

/** A text as the pattern that matches it alone. */
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
