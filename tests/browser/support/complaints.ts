// What a page complains of: errors on the console, uncaught exceptions, violations of the content security policy, and
// requests to origins that are none of its business.

import type { BrowserContext } from "@playwright/test";

/** Adds to `complaints` whatever pages of the context complain of; they may talk to these origins alone. */
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
