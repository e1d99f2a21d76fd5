// What every engine is asked, in an order that is shuffled but always the same.
//
// A corpus and a list of queries go in; keystrokes, filter clicks with their true answers, and finished queries come
// out. A question is `{words, refined}`: the text typed so far, and the chosen values of each facet.

const CLICKED = ["skill", "location", "company", "workplace", "type"];
const CLICKS = 40;
/** Every fourth click happens while this word is typed. */
const CLICK_WORD = "engineer";
const SEED = 20_240_229;

/** Queries as `{q, wants, typo}`, however briefly they were written. */
export function readQueries(list) {
  if (!Array.isArray(list)) throw new Error('queries must be an array of strings or {"q": …, "wants": […]}');
  return list.map((entry) => {
    const { q, wants, typo } = typeof entry === "string" ? { q: entry } : entry;
    if (typeof q !== "string") throw new Error(`a query must be a string or have a "q": ${JSON.stringify(entry)}`);
    return { q, wants: wants?.map((word) => word.toLowerCase()), isTypo: typo === true };
  });
}

/** Each query letter by letter. A beginning that several queries share is asked once: were it asked again, an engine
 * that remembers answers would be timed for remembering. */
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

/** Clicks on one, two or three facet values, chosen as often as jobs have them. */
export function clicks({ facets, jobs, total = jobs.length }) {
  const next = random(SEED + 1);
  const clicked = CLICKED.filter((facet) => facets.includes(facet));
  return Array.from({ length: CLICKS }, (_, i) => {
    const refined = refinements(1 + (i % 3), clicked, jobs, next);
    const words = i % 4 === 3 ? CLICK_WORD : "";
    // What is true of some of the jobs is not of all.
    const isKnown = words === "" && jobs.length === total;
    return { words, refined, ...(isKnown && { truth: truth(refined, facets, jobs) }) };
  });
}

/** The queries that say what a good hit holds, mixed so that an engine cut short was asked some of each kind. */
export function judged(queries) {
  return shuffled(
    queries.filter(({ wants }) => wants),
    random(SEED + 3),
  );
}

/** Questions to warm up with, drawn from `steps` but in another order. */
export function warmUp(steps) {
  return shuffled([...steps], random(SEED + 2)).slice(0, 20);
}

/** Hit count and sum of all disjunctive facet counts, by going through the jobs one by one. */
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
  // A random value of a random job: the commoner a value, the likelier it is chosen.
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

/** A small generator of numbers in [0, 1), the same on every machine (32-bit xorshift). */
function random(seed) {
  let state = seed | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
