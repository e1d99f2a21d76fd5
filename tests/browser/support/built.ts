// What was built before the tests: the command line tool, the sample site, the browser app. Each can be named in
// the environment.

import { resolve } from "node:path";

/** The command line tool as released. */
export const tool = resolve(process.env.OPENROLES ?? "../target/release/openroles");

/** The sample board as a site. */
export const site = resolve(process.env.OPENROLES_SITE ?? "../target/site");

/** The browser app's files, as `openroles build --app` takes them. */
export const app = resolve(process.env.OPENROLES_APP ?? "../dist");
