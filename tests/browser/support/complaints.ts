// Complaints of a page: errors on the console, uncaught exceptions, violations of the Content Security Policy, and
// requests to other origins.

import type { BrowserContext } from "@playwright/test";

/** Adds the complaints of a context's pages to `complaints`. Requests to `origins` are allowed. */
export async function listen(context: BrowserContext, origins: string[], complaints: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (problem) => complaints.push(`exception: ${problem.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && !origins.includes(url.origin)) {
      complaints.push(`request to another origin: ${url.href}`);
    }
  });
  await context.exposeBinding("reportPolicyViolation", (_source, text: string) => complaints.push(text));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (window as unknown as { reportPolicyViolation(text: string): void }).reportPolicyViolation;
      report(`policy: ${event.effectiveDirective} forbids ${event.blockedURI} in ${event.sourceFile}`);
    });
  });
}
