// The `test` of every browser test: it fails when the page complains, whatever else the test looks at.
//
// A complaint is an error on the console, an uncaught exception, a violation of the content security policy, or a
// request to any other origin: a board that needs no server talks to no other either.

import { test as base, expect } from "@playwright/test";

import { listen } from "./complaints";

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
      await listen(context, [new URL(baseURL ?? "http://127.0.0.1/").origin], complaints);
      await use(complaints);
      const unexpected = complaints.filter((text) => !expectedComplaints.test(text));
      expect(unexpected, "complaints of the page").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
