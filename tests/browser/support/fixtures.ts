// The `test` of all browser tests: it fails if the page has a complaint, whatever else the test checks.
//
// A complaint is an error on the console, an uncaught exception, a violation of the Content Security Policy, or a
// request to another origin: a board that needs no server also contacts no other.

import { test as base, expect } from "@playwright/test";

import { listen } from "./complaints";

interface Options {
  /** Complaints this test provokes on purpose; any other fails it. */
  expectedComplaints: RegExp;
}

interface Fixtures {
  /** Complaints so far, for tests that check them. */
  complaints: string[];
}

/** Matches no text. */
const NONE = /(?!)/;

export const test = base.extend<Options & Fixtures>({
  expectedComplaints: [NONE, { option: true }],

  complaints: [
    async ({ context, baseURL, expectedComplaints }, use) => {
      const complaints: string[] = [];
      await listen(context, [new URL(baseURL ?? "http://127.0.0.1/").origin], complaints);
      await use(complaints);
      // A request that is still being answered when a test ends isn't a failure of the test.
      await Promise.all(context.pages().map((page) => page.unrouteAll({ behavior: "ignoreErrors" })));
      const unexpected = complaints.filter((text) => !expectedComplaints.test(text));
      expect(unexpected, "complaints of the page").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
