// A job's page.

import type { Locator } from "@playwright/test";

import { BoardPage } from "./board-page";

/** The page at `jobs/<slug>/`. */
export class JobPage extends BoardPage {
  /** The posting, without the sections after it. */
  readonly posting = this.page.getByRole("article").first();
  readonly apply = this.page.getByRole("link", { name: /^Apply (now|by e-mail) for / });
  readonly description = this.section("Job description");
  /** Expands a long description; its label is “Read more” or “Read less”. */
  readonly readMore = this.description.getByRole("checkbox", { name: /^Read (more|less)$/ });
  readonly similar = this.section("Similar jobs").getByRole("article");

  async open(slug: string): Promise<void> {
    await this.visit(`jobs/${slug}/`);
  }

  /** A section, by its heading. */
  section(name: string): Locator {
    return this.page.getByRole("region", { name, exact: true });
  }

  /** A fact, by its label: “Experience”, “Salary”. */
  fact(label: string): Locator {
    return this.posting
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^\\s*${label}:`) })
      .first();
  }

  async seeMoreSimilar(): Promise<void> {
    await this.page.getByRole("link", { name: "More similar jobs" }).click();
  }
}
