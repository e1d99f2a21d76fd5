// The page where an operator checks feeds.

import { expect, type Locator, type Page } from "@playwright/test";

/** File to choose. */
export interface Feed {
  name: string;
  bytes: string | Buffer;
}

export class DoctorPage {
  readonly files: Locator;
  readonly company: Locator;
  readonly status: Locator;
  readonly problems: Locator;
  readonly report: Locator;
  readonly findings: Locator;
  readonly save: Locator;
  readonly startOver: Locator;
  readonly tryAgain: Locator;

  constructor(readonly page: Page) {
    this.files = page.getByLabel("Feed files");
    this.company = page.getByLabel("Company, for feeds that don't name it");
    this.status = page.getByRole("status");
    this.report = page.getByRole("region", { name: "Report" });
    this.problems = this.report.getByRole("listitem");
    // Each finding is a section with a heading; the table of feeds is a region, too.
    this.findings = this.report.locator("section").getByRole("heading", { level: 2 });
    this.save = page.getByRole("link", { name: "Save the report" });
    this.startOver = page.getByRole("button", { name: "Start over" });
    this.tryAgain = page.getByRole("button", { name: "Try again" });
  }

  async open(): Promise<void> {
    await this.page.goto("doctor/");
    await expect(this.status).toHaveText("Nothing has been checked yet.");
  }

  async choose(...feeds: Feed[]): Promise<void> {
    const files = feeds.map(({ name, bytes }) => ({ name, mimeType: "", buffer: Buffer.from(bytes) }));
    await this.files.setInputFiles(files);
  }

  /** Drops files onto the page's heading. */
  async drop(...feeds: Feed[]): Promise<void> {
    const data = await this.page.evaluateHandle((feeds) => {
      const data = new DataTransfer();
      for (const { name, text } of feeds) data.items.add(new File([text], name));
      return data;
    }, feeds.map(({ name, bytes }) => ({ name, text: bytes.toString() })));
    for (const type of ["dragover", "drop"]) {
      await this.page.getByRole("heading", { level: 1 }).dispatchEvent(type, { dataTransfer: data });
    }
  }

  async paste(text: string): Promise<void> {
    await this.page.getByText("Paste a feed instead").click();
    await this.page.getByLabel("Text of the feed").fill(text);
    await this.page.getByRole("button", { name: "Check the text" }).click();
  }

  /** Waits for a report with this status. */
  async reports(words: string | RegExp): Promise<void> {
    await expect(this.status).toHaveText(words);
    await expect(this.save).toBeVisible();
  }
}
