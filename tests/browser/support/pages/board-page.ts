// What every page of a board has: a title, the ways into the site, announcements, and the moment the app takes over.

import type { Locator, Page } from "@playwright/test";

/** Any page of a board. */
export class BoardPage {
  constructor(readonly page: Page) {}

  /** The page's title as it stands on the page. */
  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** Opens a path below the board's address, and waits until the app lives. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`./${path}`);
    await this.takenOver();
  }

  /** Waits until the app has taken the page over: it marks the history entry once everything else is in place. */
  async takenOver(): Promise<void> {
    await this.page.waitForFunction(() => history.state !== null);
    await this.frames(2);
  }

  /** Lets the browser paint so many frames. */
  async frames(count: number): Promise<void> {
    await this.page.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        await new Promise((painted) => requestAnimationFrame(painted));
      }
    }, count);
  }

  /** Follows a link of the header. */
  async goTo(name: "Jobs" | "Companies"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  }

  /** How much wider the page is than the window. */
  async overhang(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** How far the page is scrolled. */
  async scrolled(): Promise<number> {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** Presses Tab until the focus is there; fails when it never arrives. */
  async tabTo(target: Locator): Promise<void> {
    for (let presses = 0; presses < 150; presses += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) {
        return;
      }
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`the Tab key never reaches ${target}`);
  }
}
