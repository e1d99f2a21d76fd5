// Measures one engine in a new page of the browser, and returns its results.
//
// This code doesn't depend on the engine.

import { agreement, answered, spread } from "./score.mjs";
import { serve } from "./serve.mjs";

/** Time an engine gets in addition to its budget to finish a step, in seconds. An engine that exceeds it has failed. */
const GRACE_SECONDS = 300;

/** Measures everything about one engine. `mounts` contains its code as `/code/` and its files as `/files/`. */
export async function measure({ browser, mounts, program, corpus, questions, seconds }) {
  const server = await serve(mounts);
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const limited = (work, budget) => within(work, budget + GRACE_SECONDS, page);
    const first = await limited(opened(page, server, program, corpus), 0);
    const memory = await limited(heap(page, context), 0);
    await limited(
      page.evaluate(([list, budget]) => bench.ask(list, budget), [questions.warmUp, seconds / 6]),
      seconds,
    );
    return {
      ...first,
      ...memory,
      ...(await limited(typed(page, questions, seconds), seconds)),
      ...(await limited(clicked(page, questions, seconds / 2), seconds)),
      ...(await limited(finished(page, questions, corpus), seconds)),
      ...(await limited(cold(page, server, program, questions, seconds), seconds)),
    };
  } finally {
    await context.close();
    await server.close();
  }
}

async function opened(page, server, program, { jobs, total = jobs.length, facets, day }) {
  await page.goto(`${server.origin}/code/index.html`);
  await page.waitForFunction(() => window.bench);
  server.sent();
  const options = { filesUrl: "/files/", engineUrl: "/engine/", facets, hasTexts: jobs.some((job) => job.text), day };
  const { hitCount, ...times } = await page.evaluate((given) => bench.start("/code/adapter.js", given), options);
  if (hitCount !== total) console.error(`  answers the empty query with ${hitCount} of ${total} jobs`);
  const { code, files } = apart(server.sent(), program);
  const sum = (list, field) => list.reduce((total, file) => total + file[field], 0);
  return {
    code_bytes: sum(code, "bytes"),
    first_bytes: { raw: sum(files, "raw"), brotli: sum(files, "bytes"), files: byName(files) },
    bytes_per_job: sum(files, "bytes") / total,
    ...times,
  };
}

/** Separates the files that were sent into the engine's code and its data. */
function apart(sent, program) {
  const isCode = ({ path }) => !path.startsWith("/files/") || program?.test(path.slice("/files/".length));
  return { code: sent.filter(isCode), files: sent.filter((file) => !isCode(file)) };
}

function byName(files) {
  return Object.fromEntries(files.slice(0, 20).map(({ path, bytes }) => [path.slice("/files/".length), bytes]));
}

/** Memory in bytes of the page and of its WebAssembly, which the browser's own measurement leaves out. */
async function heap(page, context) {
  const { page: measured, wasm } = await page.evaluate(() => bench.memory());
  const script = measured ?? (await scriptHeap(page, context));
  return { heap_bytes: script + wasm, heap_parts: { script, wasm } };
}

async function scriptHeap(page, context) {
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable");
  const { metrics } = await session.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "JSHeapUsedSize").value;
}

async function typed(page, { keystrokes }, seconds) {
  const asked = await page.evaluate(([list, budget]) => bench.ask(list, budget), [keystrokes, seconds]);
  const times = (isWanted) => asked.filter((_, i) => isWanted(keystrokes[i])).map(({ ms }) => ms);
  return {
    keystroke: {
      ...spread(times(() => true)),
      of: keystrokes.length,
      with_hits: asked.filter(({ hitCount }) => hitCount > 0).length / asked.length,
      slowest: slowest(keystrokes, asked),
    },
    keystroke_without_typos: spread(times(({ isTypo }) => !isTypo)),
    keystroke_with_typos: spread(times(({ isTypo }) => isTypo)),
  };
}

function slowest(keystrokes, asked) {
  const ordered = asked.map(({ ms }, i) => ({ words: keystrokes[i].words, ms })).sort((a, b) => b.ms - a.ms);
  return ordered.slice(0, 5);
}

async function clicked(page, { clicks }, seconds) {
  const asked = await page.evaluate(([list, budget]) => bench.ask(list, budget), [clicks, seconds]);
  return { click: { ...spread(asked.map(({ ms }) => ms)), of: clicks.length, ...agreement(clicks, asked) } };
}

async function finished(page, { judged }, { jobs }) {
  const list = judged.map(({ q }) => ({ words: q, refined: {} }));
  const results = await page.evaluate(
    ([questions, budget]) => bench.finish(questions, budget),
    [list, GRACE_SECONDS / 2],
  );
  return answered(judged.slice(0, results.length), results, jobs);
}

/** For engines that load data on demand: the bytes that each complete query loads if it is the first one. */
async function cold(page, server, program, { queries }, seconds) {
  const until = Date.now() + seconds * 1000;
  const loads = [];
  for (const { q } of queries) {
    if (Date.now() > until) break;
    await page.evaluate(() => bench.reopen());
    server.sent();
    const wait = await page.evaluate((words) => bench.prepared({ words, refined: {} }), q);
    if (wait === null) return {};
    const { files } = apart(server.sent(), program);
    loads.push({ q, wait, fetches: files.length, bytes: files.reduce((total, { bytes }) => total + bytes, 0) });
  }
  const bytes = spread(loads.map((load) => load.bytes));
  const fetches = spread(loads.map((load) => load.fetches));
  return {
    query_bytes: { median: bytes.p50, max: bytes.max, queries: loads.length },
    fetches: { median: fetches.p50, max: fetches.max },
    query_wait_ms: spread(loads.map((load) => load.wait)),
  };
}

async function within(work, seconds, page) {
  let timer;
  const limit = new Promise((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new Error(
          `gave no answer for ${Math.round(seconds)} seconds; ask less of it with a smaller corpus or fewer queries`,
        ),
      );
      page.close().catch(() => {});
    }, seconds * 1000);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
