// The half of the benchmark that runs in the browser's page: opens one engine, asks it questions, takes the time.
//
// Node calls what this file puts on `window.bench`. Every answer is checked for being complete (top of the page and
// facet counts), so that no engine gains time by leaving work out.

const NOTHING = { words: "", refined: {} };
/** How many of a finished query's hits are judged. */
const JUDGED = 5;

let engine;
let openEngine;
/** The memories of WebAssembly in this page: the browser's own measurement leaves them out. */
const memories = new Set();

for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...given) => remembered(await original(...given));
}

window.bench = { start, reopen, ask, finish, prepared, memory };

/** Loads the adapter, then opens the engine and has it answer the empty query: the board as it first shows. */
async function start(adapterUrl, options) {
  const adapter = await import(adapterUrl);
  openEngine = () => adapter.open((name) => fetchFile(options.filesUrl + name), options);
  const ready_ms = await reopen();
  const { ms, hitCount } = await timed(NOTHING);
  return { ready_ms, first_answer_ms: ms, hitCount };
}

/** Opens the engine anew, with no more loaded than the empty query needs; how long that took. */
async function reopen() {
  await engine?.close?.();
  const began = performance.now();
  engine = await openEngine();
  await engine.prepare?.(NOTHING);
  return performance.now() - began;
}

/** Answers `questions` in their order until `seconds` have passed: the time, hit count and sum of counts of each. */
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

/** The first hits of each finished query, as far as `seconds` allow: job numbers, or searchable texts from engines that
 * number jobs otherwise. */
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

/** Loads what `question` needs; how long that took, or `null` from an engine that has everything at once. */
async function prepared(question) {
  if (!engine.prepare) return null;
  const began = performance.now();
  await engine.prepare(question);
  return performance.now() - began;
}

/** Bytes of the page after a collection of garbage, and of its WebAssembly; `page` is `null` where none can tell. */
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
  // Engines that answer at once are not made to wait for a microtask.
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

/** All facet counts together: a check that they were computed, and that they are right where the truth is known. */
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

/** Lets the page do what it must between two questions, as it could between two keystrokes. */
function breath() {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
