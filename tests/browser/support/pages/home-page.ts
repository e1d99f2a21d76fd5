// The front page.

import { BoardPage } from "./board-page";

/** The page at the board's address. */
export class HomePage extends BoardPage {
  readonly field = this.page.getByLabel("Title, skill, company or place");
  readonly firstJobs = this.page.getByRole("region", { name: "Jobs to start with" }).getByRole("article");

  async open(): Promise<void> {
    await this.visit("");
  }

  async searchFor(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press("Enter");
  }
}
