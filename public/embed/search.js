// The widget's full search: the board's own engine in WebAssembly, with the board's whole index.
//
// It is imported when the short list can't answer a search. All widgets on a page share one engine and all files of
// the index, which are fetched when a search needs them.

import init, { Engine } from "../@engine@";

const DAY = 86_400_000;
const TIME_LIMIT = 30_000;
const MANIFEST = "manifest.json";

/** Most rounds of fetching for one search: dictionary, then terms, then cards. */
const MOST_ROUNDS = 20;

/** The engine, with the index files that are loaded or loading, by name; unset until the first search. */
let session;

/** Why the host's page can't run the engine: its policy, which won't change. */
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

/** Loads what every search needs, for a visitor who is about to type. */
export function open(board, parse) {
  return answer({ board, query: "", locked: "", sort: "", count: 0, parse });
}

/** Returns the first `count` jobs that match a board query, with all counts; `parse` parses the engine's JSON. */
export async function answer({ board, query, locked, sort, count, parse }) {
  const words = new URLSearchParams(query);
  if (sort) words.set("sort", sort);
  const ask = async (used) => find(await used, board, parse, [`${words}`, `${locked}`, count]);
  const used = start();
  try {
    return await ask(used);
  } catch {
    // After a deploy, the old index's files are gone, so the search is repeated with the new index.
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

/** Fetches a file and unpacks it. The files are gzipped because most hosts don't compress them. */
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
