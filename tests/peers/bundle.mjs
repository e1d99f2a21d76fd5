// Bundles the code that runs in the browser: the part of the benchmark that runs in the page, and the adapter of one
// engine together with the engine.

import { build } from "esbuild";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const PAGE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>peers</title><script type="module" src="page.js"></script>';

/**
 * Writes index.html, page.js, and adapter.js to `folder`. The adapter contains nothing that is only needed to build
 * files.
 */
export async function bundle(engine, folder) {
  writeFileSync(join(folder, "index.html"), PAGE);
  await bundled({ entryPoints: [join(HERE, "page.mjs")], outfile: join(folder, "page.js") });
  const contents = `export { open } from "./engines/${engine}.mjs";`;
  await bundled({ stdin: { contents, resolveDir: HERE }, outfile: join(folder, "adapter.js") });
}

function bundled(options) {
  return build({
    ...options,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    platform: "browser",
    external: ["pagefind"],
    logLevel: "silent",
  });
}
