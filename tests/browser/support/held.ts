// Requests that wait until a test releases them.

import type { Page } from "@playwright/test";

/** Holds requests that match `pattern` until the returned function is called. */
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
