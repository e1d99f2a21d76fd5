// What was built before the tests: the command line tool, the sample site, the browser app. Each can be named in
// the environment.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The command line tool as released. */
export const tool = resolve(process.env.OPENROLES ?? "../target/release/openroles");

/** The sample board as a site. */
export const site = resolve(process.env.OPENROLES_SITE ?? "../target/site");

/** The browser app's files, as `openroles build --app` takes them. */
export const app = resolve(process.env.OPENROLES_APP ?? "../dist");

/** The day so many days before the sample site was built, as pages write it: `20 Nov 2026`. */
export function daysBeforeBuild(days: number): string {
  const manifest = JSON.parse(readFileSync(resolve(site, "data/manifest.json"), "utf8")) as { now: number };
  const date = new Date((manifest.now - days) * MILLISECONDS_PER_DAY);
  const month = date.toLocaleString("en-US", { month: "short", timeZone: "UTC" });
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`;
}

const MILLISECONDS_PER_DAY = 86_400_000;
