// What a screen reader announces: every text that appears in a status region.

import type { Page } from "@playwright/test";

/** Starts recording; call this before the page is opened. */
export async function listenToAnnouncements(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest("[role=status]");
        if (region?.textContent) {
          heard.push(region.textContent);
        }
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

/** All announcements so far, in order. */
export async function announcements(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { heard: string[] }).heard);
}
