// The list of companies, with one action or locator per thing that a visitor does or sees.

import type { Locator } from "@playwright/test";

import { BoardPage } from "./board-page";

/** The page of all companies. */
export class CompaniesPage extends BoardPage {
  get field(): Locator {
    return this.page.getByRole("searchbox", { name: "Company" });
  }

  /** Links to the listed companies. */
  get companies(): Locator {
    return this.page.locator(".companies").getByRole("link");
  }

  /** Text with the number of companies. */
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

  /** Number of jobs of each listed company. */
  async jobCounts(): Promise<number[]> {
    const words = await this.page.locator(".companies small").allInnerTexts();
    return words.map((text) => Number.parseInt(text, 10));
  }
}
