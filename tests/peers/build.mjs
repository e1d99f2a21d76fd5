// Builds the files of one engine. It runs as a separate process, so that running out of memory affects only this
// engine.
//
// `node build.mjs ENGINE CORPUS FOLDER` reads the corpus and writes the files that a browser would download to FOLDER.
// It prints the time it took in seconds, as JSON.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

const [engine, corpus, folder] = process.argv.slice(2);
const { jobs, facets } = JSON.parse(readFileSync(corpus, "utf8"));
const { build } = await import(`./engines/${engine}.mjs`);

const began = performance.now();
const files = await build(jobs, facets);
const seconds = (performance.now() - began) / 1000;

for (const [name, bytes] of files) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), bytes);
}
console.log(JSON.stringify({ seconds }));
