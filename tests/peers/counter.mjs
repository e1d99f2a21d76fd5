// Facet columns, and a hand-written counter for the engines that can't count facets.
//
// In Node, `writeColumns` turns jobs into a compact file. In the browser, `Counter` reads that file. For the jobs that
// an engine matched, it returns the number of hits, the first page of them, and the counts of every facet. It knows
// nothing about text.

/** Hits on a page of results. */
export const PAGE = 20;

/**
 * Writes the facet values of all jobs: a header in JSON, and then for each facet the number of values of each job and
 * the ordinals of the values, smallest for the most common value.
 */
export function writeColumns(jobs, facets) {
  const columns = facets.map((facet) => column(facet, jobs));
  const header = columns.map(({ facet, values, ordinals }) => ({ facet, values, entries: ordinals.length }));
  const text = new TextEncoder().encode(JSON.stringify({ jobs: jobs.length, facets: header }));
  const length = new Uint8Array(new Uint32Array([text.length]).buffer);
  return joined([length, text, ...columns.flatMap(({ lengths, ordinals }) => [lengths, ...planes(ordinals)])]);
}

/**
 * Reads what `writeColumns` wrote. Each facet gets its values, the ordinals of all jobs, and the offset of each job's
 * first ordinal.
 */
export function readColumns(bytes) {
  const headerEnd = 4 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, headerEnd)));
  let at = headerEnd;
  const take = (count) => bytes.subarray(at, (at += count));
  const columns = new Map();
  for (const { facet, values, entries } of header.facets) {
    const offsets = runningSum(take(header.jobs));
    const low = take(entries);
    const high = take(entries);
    columns.set(facet, { values, offsets, ordinals: Uint16Array.from(low, (byte, i) => byte | (high[i] << 8)) });
  }
  return { jobs: header.jobs, columns };
}

/** Values of the job with number `job` in a column. */
export function valuesOf({ values, offsets, ordinals }, job) {
  return Array.from(ordinals.subarray(offsets[job], offsets[job + 1]), (ordinal) => values[ordinal]);
}

/**
 * Counts facets like the board: OR within a facet, and AND between facets. The refinements of a facet don't narrow its
 * own counts.
 */
export class Counter {
  #everyone;
  #columns;

  constructor({ jobs, columns }) {
    this.#everyone = Uint32Array.from({ length: jobs }, (_, job) => job);
    this.#columns = columns;
  }

  /**
   * Number of hits, first hits, and counts. `matched` contains the jobs that match, best first; `null` means every job.
   */
  answer(matched, refined) {
    const jobs = matched ?? this.#everyone;
    const { passing, failingOnly } = this.#partition(jobs, refined);
    const counts = new Map();
    for (const [facet, column] of this.#columns) {
      const facetCounts = new Uint32Array(column.values.length);
      addCounts(column, passing, facetCounts);
      addCounts(column, failingOnly.get(facet) ?? [], facetCounts);
      counts.set(facet, facetCounts);
    }
    return { hitCount: passing.length, top: Array.from(passing.slice(0, PAGE)), counts };
  }

  /**
   * Jobs that pass all refined facets, and for each refined facet the jobs that fail only this one. Other jobs don't
   * count anywhere.
   */
  #partition(jobs, refined) {
    const facets = Object.keys(refined);
    if (facets.length === 0) return { passing: jobs, failingOnly: new Map() };
    const failures = new Uint16Array(jobs.length);
    facets.forEach((facet, at) =>
      markFailures(this.#columns.get(facet), jobs, new Set(refined[facet]), 1 << at, failures),
    );
    const failingOnly = new Map(facets.map((facet, at) => [facet, jobsWith(jobs, failures, 1 << at)]));
    return { passing: jobsWith(jobs, failures, 0), failingOnly };
  }
}

function markFailures({ values, offsets, ordinals }, jobs, chosen, bit, failures) {
  const wanted = Uint8Array.from(values, (value) => (chosen.has(value) ? 1 : 0));
  for (let i = 0; i < jobs.length; i++) {
    const end = offsets[jobs[i] + 1];
    let at = offsets[jobs[i]];
    while (at < end && wanted[ordinals[at]] === 0) at++;
    if (at === end) failures[i] |= bit;
  }
}

function jobsWith(jobs, failures, wanted) {
  const found = new Uint32Array(jobs.length);
  let length = 0;
  for (let i = 0; i < jobs.length; i++) {
    if (failures[i] === wanted) found[length++] = jobs[i];
  }
  return found.subarray(0, length);
}

function addCounts({ offsets, ordinals }, jobs, counts) {
  for (let i = 0; i < jobs.length; i++) {
    const end = offsets[jobs[i] + 1];
    for (let at = offsets[jobs[i]]; at < end; at++) counts[ordinals[at]]++;
  }
}

function column(facet, jobs) {
  const lists = jobs.map((job) => [...new Set(job.facets[facet] ?? [])]);
  const frequencies = new Map();
  for (const value of lists.flat()) frequencies.set(value, (frequencies.get(value) ?? 0) + 1);
  const values = [...frequencies].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  const places = new Map(values.map((value, ordinal) => [value, ordinal]));
  if (values.length > 65_536 || lists.some((list) => list.length > 255)) {
    throw new Error(`facet ${facet} has over 65,536 values, or over 255 for one job: widen the columns`);
  }
  return {
    facet,
    values,
    lengths: Uint8Array.from(lists, (list) => list.length),
    ordinals: lists.flatMap((list) => list.map((value) => places.get(value)).sort((a, b) => a - b)),
  };
}

/** Separates low bytes from high bytes, because Brotli compresses them better this way. */
function planes(ordinals) {
  return [Uint8Array.from(ordinals, (ordinal) => ordinal & 255), Uint8Array.from(ordinals, (ordinal) => ordinal >> 8)];
}

function runningSum(lengths) {
  const offsets = new Uint32Array(lengths.length + 1);
  for (let i = 0; i < lengths.length; i++) offsets[i + 1] = offsets[i] + lengths[i];
  return offsets;
}

function joined(parts) {
  const bytes = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
