// What moves on a page without anybody having asked for it.

import type { Page } from "@playwright/test";

/** Records, on every page from here on, what moved and by how much. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    const describe = (node: Node | null) =>
      node instanceof Element ? `${node.tagName}.${node.className}` : (node?.nodeName ?? "?");
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        shifts.push(`${entry.value} by ${entry.sources.map(({ node }) => describe(node)).join(", ")}`);
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What has moved on the page. */
export function shiftsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { shifts: string[] }).shifts);
}
