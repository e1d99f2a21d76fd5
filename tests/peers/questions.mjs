// The questions for every engine, in an order that is shuffled but always the same.
//
// They are made from a corpus and a list of queries: keystrokes, clicks on filters with the right answers, and complete
// queries. A question is `{words, refined}`: the text typed so far, and the selected values of each facet.

const CLICKED = ["skill", "location", "company", "workplace", "type"];
const CLICKS = 40;
/** Text that is in the search field during every fourth click. */
const CLICK_WORD = "engineer";
const SEED = 20_240_229;

/** Queries in the form `{q, wants, isTypo}`. In `list`, a query may also be a plain string. */
export function readQueries(list) {
  if (!Array.isArray(list)) throw new Error('queries must be an array of strings or {"q": …, "wants": […]}');
  return list.map((entry) => {
    const { q, wants, typo } = typeof entry === "string" ? { q: entry } : entry;
    if (typeof q !== "string") throw new Error(`a query must be a string or have a "q": ${JSON.stringify(entry)}`);
    return { q, wants: wants?.map((word) => word.toLowerCase()), isTypo: typo === true };
  });
}

/**
 * Each query letter by letter. Queries may begin the same, but each beginning is asked only once. Otherwise, engines
 * that cache answers would have an advantage.
 */
export function keystrokes(queries) {
  const steps = new Map();
  for (const { q, isTypo } of queries) {
    for (let length = 1; length <= q.length; length++) {
      const words = q.slice(0, length);
      if (!steps.has(words)) steps.set(words, { words, refined: {}, isTypo });
    }
  }
  return shuffled([...steps.values()], random(SEED));
}

/** Clicks on one, two, or three facet values. A value is chosen as often as jobs have it. */
export function clicks({ facets, jobs, total = jobs.length }) {
  const next = random(SEED + 1);
  const clicked = CLICKED.filter((facet) => facets.includes(facet));
  return Array.from({ length: CLICKS }, (_, i) => {
    const refined = refinements(1 + (i % 3), clicked, jobs, next);
    const words = i % 4 === 3 ? CLICK_WORD : "";
    // If the corpus has only a part of the jobs, the right answers for all jobs are unknown.
    const isKnown = words === "" && jobs.length === total;
    return { words, refined, ...(isKnown && { truth: truth(refined, facets, jobs) }) };
  });
}

/**
 * The queries that define a good hit. They are shuffled, so an engine that is stopped early has been asked all kinds.
 */
export function judged(queries) {
  return shuffled(
    queries.filter(({ wants }) => wants),
    random(SEED + 3),
  );
}

/** Questions to warm up with: some of `steps`, in another order. */
export function warmUp(steps) {
  return shuffled([...steps], random(SEED + 2)).slice(0, 20);
}

/** Number of hits and sum of all disjunctive facet counts, computed from each job. */
function truth(refined, facets, jobs) {
  const fails = (job, facet) => !refined[facet].some((value) => job.facets[facet]?.includes(value));
  let hitCount = 0;
  let counted = 0;
  for (const job of jobs) {
    const failed = Object.keys(refined).filter((facet) => fails(job, facet));
    if (failed.length > 1) continue;
    if (failed.length === 0) hitCount++;
    for (const facet of failed.length === 0 ? facets : failed) counted += new Set(job.facets[facet]).size;
  }
  return { hitCount, counted };
}

function refinements(count, facets, jobs, next) {
  const refined = {};
  // Random value of a random job, so that common values are chosen more often.
  for (let tries = 0; count > 0 && tries < 1000; tries++) {
    const facet = facets[Math.floor(next() * facets.length)];
    const values = jobs[Math.floor(next() * jobs.length)].facets[facet] ?? [];
    const value = values[Math.floor(next() * values.length)];
    if (value === undefined || refined[facet]?.includes(value)) continue;
    (refined[facet] ??= []).push(value);
    count--;
  }
  return refined;
}

function shuffled(list, next) {
  for (let i = list.length - 1; i > 0; i--) {
    const other = Math.floor(next() * (i + 1));
    [list[i], list[other]] = [list[other], list[i]];
  }
  return list;
}

/** Generator of numbers from 0 to below 1, which are the same on every machine (32-bit xorshift). */
function random(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
