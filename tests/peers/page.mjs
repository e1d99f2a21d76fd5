// The part of the benchmark that runs in the page. It opens an engine, asks it questions, and measures the time.
//
// Node calls the functions in `window.bench`. Each answer must have the first page of hits and all facet counts, so
// that no engine saves time by leaving something out.

const NOTHING = { words: "", refined: {} };
/** Number of hits of a complete query that are judged. */
const JUDGED = 5;

let engine;
let openEngine;
/** Memories of WebAssembly in this page, which the browser's own measurement leaves out. */
const memories = new Set();

for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => remembered(await original(...given));
}

window.bench = { start, reopen, ask, finish, prepared, memory };

/** Loads the adapter, opens the engine, and asks it the empty query, which is what the board shows first. */
async function start(adapterUrl, options) {
  const adapter = await import(adapterUrl);
  openEngine = () => adapter.open((name) => fetchFile(options.filesUrl + name), options);
  const ready_ms = await reopen();
  const { ms, hitCount } = await timed(NOTHING);
  return { ready_ms, first_answer_ms: ms, hitCount };
}

/** Opens the engine again, with only what the empty query needs. Returns the time it took in milliseconds. */
async function reopen() {
  await engine?.close?.();
  const began = performance.now();
  engine = await openEngine();
  await engine.prepare?.(NOTHING);
  return performance.now() - began;
}

/**
 * Asks `questions` in order until `seconds` have passed. Returns the time, number of hits, and sum of counts for each.
 */
async function ask(questions, seconds) {
  const until = performance.now() + seconds * 1000;
  const asked = [];
  for (const question of questions) {
    if (performance.now() > until) break;
    await engine.prepare?.(question);
    asked.push(await timed(question));
    await breath();
  }
  return asked;
}

/**
 * Asks complete queries until `seconds` have passed. Returns the first hits of each, as job numbers. Engines with other
 * numbers return searchable texts instead.
 */
async function finish(questions, seconds = Infinity) {
  const until = performance.now() + seconds * 1000;
  const finished = [];
  for (const question of questions) {
    if (performance.now() > until) break;
    await engine.prepare?.(question);
    const { hitCount, top } = await engine.answer(question);
    const first = top.slice(0, JUDGED);
    finished.push({ hitCount, first: engine.identify ? await engine.identify(first) : first });
    await breath();
  }
  return finished;
}

/**
 * Loads what `question` needs. Returns the time it took in milliseconds, or `null` if the engine loads everything when
 * it is opened.
 */
async function prepared(question) {
  if (!engine.prepare) return null;
  const began = performance.now();
  await engine.prepare(question);
  return performance.now() - began;
}

/**
 * Bytes used by the page after garbage collection, and by its WebAssembly. `page` is `null` if the browser can't
 * measure it.
 */
async function memory() {
  const measured = await performance.measureUserAgentSpecificMemory?.();
  const wasm = [...memories].reduce((total, { buffer }) => total + buffer.byteLength, 0);
  return { page: measured?.bytes ?? null, wasm };
}

function remembered(result) {
  const { exports } = result.instance ?? result;
  for (const part of Object.values(exports ?? {})) {
    if (part instanceof WebAssembly.Memory) memories.add(part);
  }
  return result;
}

async function timed(question) {
  const began = performance.now();
  let answer = engine.answer(question);
  // Synchronous engines don't have to wait for a microtask.
  if (answer instanceof Promise) answer = await answer;
  const ms = performance.now() - began;
  const { hitCount } = checked(answer, question);
  return { ms, hitCount, counted: sum(answer) };
}

function checked(answer, question) {
  const asked = JSON.stringify(question);
  if (!Number.isInteger(answer.hitCount)) throw new Error(`no hit count for ${asked}`);
  if (answer.top.length < Math.min(20, answer.hitCount))
    throw new Error(`top ${answer.top.length} of ${answer.hitCount} hits for ${asked}`);
  if (answer.hitCount > 0 && sum(answer) === 0) throw new Error(`hits without facet counts for ${asked}`);
  return answer;
}

/** Sum of all facet counts. It shows that they were computed, and where the truth is known, that they are right. */
function sum({ counted, counts }) {
  if (counted !== undefined) return counted;
  let total = 0;
  for (const values of counts.values()) {
    for (const count of values instanceof Map || ArrayBuffer.isView(values) ? values.values() : Object.values(values))
      total += count;
  }
  return total;
}

async function fetchFile(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Lets the page run other tasks between two questions, as it can between two keystrokes. */
function breath() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
