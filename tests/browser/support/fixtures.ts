// The `test` of every browser test: it fails when the page complains, whatever else the test looks at.
//
// A complaint is an error on the console, an uncaught exception, a violation of the content security policy, or a
// request to any other origin: a board that needs no server talks to no other either.

import { test as base, expect, type BrowserContext } from "@playwright/test";

interface Options {
  /** Complaints this test provokes on purpose; anything else still fails it. */
  expectedComplaints: RegExp;
}

interface Fixtures {
  /** Complaints so far, for tests that look at them themselves. */
  complaints: string[];
}

/** Matches no text at all. */
const NONE = /(?!)/;

export const test = base.extend<Options & Fixtures>({
  expectedComplaints: [NONE, { option: true }],

  complaints: [
    async ({ context, baseURL, expectedComplaints }, use) => {
      const complaints: string[] = [];
      await listen(context, new URL(baseURL ?? "http://127.0.0.1/").origin, complaints);
      await use(complaints);
      const unexpected = complaints.filter((text) => !expectedComplaints.test(text));
      expect(unexpected, "complaints of the page").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

async function listen(context: BrowserContext, origin: string, complaints: string[]): Promise<void> {
  context.on("console", (message) => {
    if (message.type() === "error") {
      complaints.push(`console: ${message.text()} (${message.location().url})`);
    }
  });
  context.on("weberror", (problem) => complaints.push(`exception: ${problem.error().message}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith("http") && url.origin !== origin) {
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
