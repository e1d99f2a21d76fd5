// The widget's full search: the board's own engine in WebAssembly over the board's whole index.
//
// It is imported when somebody asks for what the small list cannot answer. All widgets of a page share one engine and
// every file of the index; files are fetched as searches need them.

import init, { Engine } from "../@engine@";

const DAY = 86_400_000;
const TIME_LIMIT = 30_000;
const MANIFEST = "manifest.json";

/** A search asks for words, then for what they lead to, then for cards: a few times, not endlessly. */
const MOST_ROUNDS = 20;

/** The engine with the files that are on their way to it or in it, by their names; nothing while nobody has asked. */
let session;

/** Why the host's page may not run it: a policy that stays as it is. */
let refusal;

function start() {
  const wasm = new URL("../@wasm@", import.meta.url);
  session ??= refusal ? Promise.reject(refusal) : init({ module_or_path: wasm }).then(begin, refuse);
  return session;
}

function begin() {
  return { engine: new Engine(Math.floor(Date.now() / DAY)), files: new Map() };
}

function refuse(problem) {
  if (problem instanceof WebAssembly.CompileError) refusal = problem;
  throw problem;
}

/** Loads what every search needs: somebody is about to type. */
export function open(board, parse) {
  return answer({ board, query: "", locked: "", sort: "", count: 0, parse });
}

/** The first `count` jobs that match a query of the board's own, with all counts; `parse` reads the engine's JSON. */
export async function answer({ board, query, locked, sort, count, parse }) {
  const words = new URLSearchParams(query);
  if (sort) words.set("sort", sort);
  const ask = async (used) => find(await used, board, parse, [`${words}`, `${locked}`, count]);
  const used = start();
  try {
    return await ask(used);
  } catch {
    // After a deploy the files of the old index are gone: once more, with the new one.
    if (session == used) session = null;
    return ask(start());
  }
}

async function find({ engine, files }, board, parse, asked) {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = parse(engine.widget_answer(...asked));
    if (!found.needs) return { ...found, further: 0 };
    await Promise.all(found.needs.map((file) => load(engine, files, board, file)));
  }
  throw Error("the index does not hold what it names");
}

function load(engine, files, board, file) {
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
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const response = await fetch(url, { __proto__: null, cache, credentials: "omit", signal });
  if (!response.ok) throw Error(`${url} answered with status ${response.status}`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (bytes[0] != 0x1f || bytes[1] != 0x8b) return bytes;
  const inflated = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}
