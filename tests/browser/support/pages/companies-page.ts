// The list of companies: one action or locator per thing a visitor does or sees.

import type { Locator } from "@playwright/test";

import { BoardPage } from "./board-page";

/** The page of all companies. */
export class CompaniesPage extends BoardPage {
  get field(): Locator {
    return this.page.getByRole("searchbox", { name: "Company" });
  }

  /** The companies listed, as links. */
  get companies(): Locator {
    return this.page.locator(".companies").getByRole("link");
  }

  /** How many there are, in words. */
  get count(): Locator {
    return this.page.getByText(/^\d+ compan(y|ies)$/);
  }

  get letters(): Locator {
    return this.page.getByRole("navigation", { name: "First letters" });
  }

  async open(query = ""): Promise<void> {
    await this.visit(`companies/${query}`);
  }

  async sortBy(order: "Name" | "Number of jobs"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Sort by" }).getByRole("link", { name: order }).click();
  }

  /** The number of jobs of each company listed. */
  async jobCounts(): Promise<number[]> {
    const words = await this.page.locator(".companies small").allInnerTexts();
    return words.map((text) => Number.parseInt(text, 10));
  }
}
