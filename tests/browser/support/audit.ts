// Audits of a page by axe, an accessibility checker.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** Sets of rules to check. */
export const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line per finding: the rule, and the first element that breaks it. */
export async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0]?.html} ${nodes[0]?.any[0]?.message ?? ""}`,
  );
}
