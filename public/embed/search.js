// The widget's full search: the board's own engine in WebAssembly over the board's whole index.
//
// It is imported when somebody asks for what the small list cannot answer. All widgets of a page share one engine and
// every file of the index; files are fetched as searches need them.

import init, { Engine } from "../@engine@";

const DAY = 86_400_000;
const TIME_LIMIT = 30_000;
const MANIFEST = "manifest.json";

/** The engine, once it can be asked; nothing while nobody has. */
let started;
/** What is on its way or there: files by their names. */
let files = new Map();

function start() {
  started ??= init({ module_or_path: new URL("../@wasm@", import.meta.url) }).then(
    () => new Engine(Math.floor(Date.now() / DAY)),
  );
  started.catch(() => (started = null));
  return started;
}

/** Loads what every search needs: somebody is about to type. */
export async function open(board) {
  await answer({ board, query: "", locked: "", count: 0 });
}

/** The first `count` jobs that match a query of the board's own, with all counts. */
export async function answer({ board, query, locked, sort, count }) {
  const words = new URLSearchParams(query);
  if (sort) words.set("sort", sort);
  try {
    return await ask(board, `${words}`, `${locked}`, count);
  } catch {
    // After a deploy the files of the old index are gone: once more, with the new one.
    started = started?.then(() => new Engine(Math.floor(Date.now() / DAY)));
    files = new Map();
    return ask(board, `${words}`, `${locked}`, count);
  }
}

async function ask(board, query, locked, count) {
  const engine = await start();
  for (;;) {
    const found = JSON.parse(engine.widget_answer(query, locked, count));
    if (!found.needs) return { ...found, further: 0 };
    await Promise.all(found.needs.map((file) => load(engine, board, file)));
  }
}

function load(engine, board, file) {
  let loaded = files.get(file);
  if (!loaded) {
    loaded = read(new URL(`data/${file}`, board), file == MANIFEST).then((bytes) => engine.load(file, bytes));
    files.set(file, loaded);
    loaded.catch(() => files.delete(file));
  }
  return loaded;
}

/** The bytes of a file; most hosts do not compress these, so they are gzipped already. */
async function read(url, isNew) {
  const cache = isNew ? "no-cache" : "default";
  const response = await fetch(url, { cache, credentials: "omit", signal: AbortSignal.timeout(TIME_LIMIT) });
  if (!response.ok) throw Error(`${url} answered with status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] != 0x1f || bytes[1] != 0x8b) return bytes;
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
