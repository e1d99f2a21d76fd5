// Failures of a request between the host and the page.

import type { Route } from "@playwright/test";

/** Failure of a request. */
export type Fate = (route: Route) => Promise<void>;

/** All failures, named so that "the file …" makes a sentence. */
export const FATES = {
  "is gone": (route) => route.fulfill({ status: 404, body: "" }),
  "is cut short": (route) => changed(route, (bytes) => bytes.subarray(0, bytes.length / 2)),
  "has a byte flipped": (route) => changed(route, flipped),
  "is another page": (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<!doctype html>" }),
  "is out of reach": (route) => route.abort("internetdisconnected"),
} satisfies Record<string, Fate>;

async function changed(route: Route, change: (bytes: Buffer) => Buffer): Promise<void> {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
}

function flipped(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes);
  const middle = Math.floor(copy.length / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}
