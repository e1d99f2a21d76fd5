// Builds one engine's files, in a process of its own so that running out of memory costs that engine only.
//
// `node build.mjs ENGINE CORPUS FOLDER`: the corpus goes in, the files a browser would download come out in FOLDER,
// and the seconds it took, as JSON, on stdout.

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
