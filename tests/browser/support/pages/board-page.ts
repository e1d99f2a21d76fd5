// What all pages of a board have in common: a title, navigation, announcements, and the takeover by the app.

import type { Locator, Page } from "@playwright/test";

import { showIntent } from "../intent";

/** Any page of a board. */
export class BoardPage {
  constructor(readonly page: Page) {}

  /** The page's visible title. */
  get title(): Locator {
    return this.page.getByRole("heading", { level: 1 });
  }

  /** Opens a path relative to the board's address, and waits until the app has taken over. */
  async visit(path: string): Promise<void> {
    await this.page.goto(`./${path}`);
    await this.takenOver();
  }

  /** Starts the app if it isn't, and waits until it has taken over: as its last step, it marks the history entry. */
  async takenOver(): Promise<void> {
    await this.page.evaluate(showIntent);
    await this.page.waitForFunction(() => history.state !== null);
    await this.frames(2);
  }

  /** Waits until the browser has painted `count` frames. */
  async frames(count: number): Promise<void> {
    await this.page.evaluate(async (frames) => {
      for (let frame = 0; frame < frames; frame += 1) {
        await new Promise((painted) => requestAnimationFrame(painted));
      }
    }, count);
  }

  /** Follows a link in the header. */
  async goTo(name: "Jobs" | "Companies"): Promise<void> {
    await this.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  }

  /** How much wider the page is than the window, in pixels. */
  async overhang(): Promise<number> {
    return this.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** Vertical scroll position in pixels. */
  async scrolled(): Promise<number> {
    return this.page.evaluate(() => Math.round(scrollY));
  }

  /** Presses Tab until the target has the focus; fails if it never does. */
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
