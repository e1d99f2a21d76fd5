// Shows the results of all engines as an aligned table, and describes in words what each engine was given and what it
// can't do.

const MIB = 1024 * 1024;

/** Columns about what an engine costs before the first query. */
const START = {
  engine: ({ name, version }) => `${name} ${version}`,
  "build s": ({ build_seconds }) => number(build_seconds, 1),
  "code KB": ({ code_bytes }) => number(code_bytes / 1000, 0),
  "files KB": ({ first_bytes }) => number(first_bytes.brotli / 1000, 0),
  "B/job": ({ bytes_per_job }) => number(bytes_per_job, 1),
  "KB/query": ({ query_bytes }) =>
    query_bytes ? `${number(query_bytes.median / 1000, 0)} (≤ ${number(query_bytes.max / 1000, 0)})` : "–",
  "ready ms": ({ ready_ms }) => number(ready_ms, 0),
  "first answer ms": ({ first_answer_ms }) => number(first_answer_ms, 1),
  "memory MiB": ({ heap_bytes }) => number(heap_bytes / MIB, 1),
};

/** Columns about its answers. */
const ANSWERS = {
  engine: START.engine,
  "key p50": ({ keystroke }) => number(keystroke.p50, 2),
  p95: ({ keystroke }) => number(keystroke.p95, 2),
  max: ({ keystroke }) => number(keystroke.max, 1),
  keys: ({ keystroke }) => `${keystroke.steps}/${keystroke.of}`,
  "with hits": ({ keystroke }) => share(keystroke.with_hits),
  "click p50": ({ click }) => number(click.p50, 2),
  "p95 ": ({ click }) => number(click.p95, 2),
  "max ": ({ click }) => number(click.max, 1),
  clicks: ({ click }) => `${click.steps}/${click.of}`,
  "hits right": ({ click }) => share(click.agreement),
  "counts right": ({ click }) => share(click.counts_agreement),
  typos: ({ typos }) => `${typos.answered}/${typos.asked}`,
  wants: ({ wants }) => `${wants.answered}/${wants.asked}`,
};

/** The whole report as text. */
export function report({ corpus, jobs, queries, machine, engines }) {
  const done = engines.filter((engine) => !engine.failed);
  const machineLine = Object.entries(machine)
    .map(([name, value]) => `${name} ${value}`)
    .join(" · ");
  return [
    `${corpus}: ${jobs} jobs, ${queries} queries · ${machineLine}`,
    "Times in milliseconds; a key or a click ends with the top 20 and every facet count. Bytes as sent, Brotli or gzip.",
    "",
    ...table(START, done),
    "",
    ...table(ANSWERS, done),
    "",
    ...engines.filter((engine) => engine.failed).map(({ name, failed }) => `${name} FAILED: ${failed}`),
    ...engines.flatMap(words),
  ].join("\n");
}

function table(columns, engines) {
  const rows = [Object.keys(columns), ...engines.map((engine) => Object.values(columns).map((cell) => cell(engine)))];
  const widths = rows[0].map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  return rows.map((row) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]))).join("  "),
  );
}

function words({ name, given, cannot }) {
  return [`${name} was given: ${given}`, ...cannot.map((lack) => `  ${name}: ${lack}`)];
}

function number(value, digits) {
  return Number.isFinite(value) ? value.toFixed(digits) : "–";
}

function share(value) {
  return value === null ? "–" : `${Math.round(value * 100)} %`;
}
