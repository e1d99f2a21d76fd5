// openroles itself: the engine of the board in WebAssembly, over the data files of a built site.
//
// Nothing is built here. Before each answer the engine names the files its query still needs; they are fetched,
// inflated and handed over until it needs no more.

export const given =
  "the data files of a built site and the engine as the board ships it, with the methods that this test calls, built for speed; queries as the board's own URL query; the chunks of a query are loaded before its time is taken";
export const cannot = [];

/** A query never needs this many rounds of files; one that asks for more is going in circles. */
const MOST_ROUNDS = 20;

export async function open(fetchFile, { engineUrl, day }) {
  const { default: init, Engine } = await import(`${engineUrl}openroles-engine.js`);
  await init({ module_or_path: `${engineUrl}openroles-engine_bg.wasm` });
  const engine = new Engine(day);
  return {
    prepare: (question) => load(engine, queryString(question), fetchFile),
    answer: (question) => answer(engine, queryString(question)),
    identify: (top) => top.map((number) => engine.title(number)),
    close: () => engine.free(),
  };
}

async function load(engine, query, fetchFile) {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const names = engine.needs(query);
    if (names.length === 0) return;
    const files = await Promise.all(names.map(async (name) => inflated(await fetchFile(name))));
    names.forEach((name, i) => engine.load(name, files[i]));
  }
  throw new Error(`the engine still needs ${engine.needs(query).join(", ")} for ${query} after ${MOST_ROUNDS} rounds`);
}

function answer(engine, query) {
  const hitCount = engine.answer(query);
  return { hitCount, top: Array.from(engine.top()), counted: engine.counted() };
}

function queryString({ words, refined }) {
  const query = new URLSearchParams();
  if (words.trim() !== "") query.append("q", words);
  for (const [facet, chosen] of Object.entries(refined)) {
    for (const value of chosen) query.append(facet, value);
  }
  return query.toString();
}

/** Data files are gzip on disk, since few hosts compress them; a host that did has had them inflated already. */
async function inflated(bytes) {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
