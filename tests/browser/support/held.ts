// Requests that take as long as a test wants.

import type { Page } from "@playwright/test";

/** Holds requests back until the function that comes back is called. */
export async function held(page: Page, pattern: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(pattern, async (route) => {
    await released;
    await route.continue();
  });
  return release;
}
