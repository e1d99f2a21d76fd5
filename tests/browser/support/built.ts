// What was built before the tests: the command line tool, the sample site, and the browser app. Environment variables
// can set the path of each.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The release build of the command line tool. */
export const tool = resolve(process.env.OPENROLES ?? "../target/release/openroles");

/** The site of the sample board. */
export const site = resolve(process.env.OPENROLES_SITE ?? "../target/site");

/** The browser app's folder, for `openroles build --app`. */
export const app = resolve(process.env.OPENROLES_APP ?? "../dist");

/** The date `days` days before the sample site was built, as pages show it: `20 Nov 2026`. */
export function daysBeforeBuild(days: number): string {
  const manifest = JSON.parse(readFileSync(resolve(site, "data/manifest.json"), "utf8")) as { now: number };
  const date = new Date((manifest.now - days) * MILLISECONDS_PER_DAY);
  const month = date.toLocaleString("en-US", { month: "short", timeZone: "UTC" });
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

const MILLISECONDS_PER_DAY = 86_400_000;
