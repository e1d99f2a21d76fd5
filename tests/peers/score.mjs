// Judges the answers of the engines: whether they found what a query wants, whether their counts are right, and how
// their times are distributed.

/** Median, 95th percentile, and maximum of times in milliseconds. */
export function spread(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
  return { p50: at(0.5), p95: at(0.95), max: at(1), steps: sorted.length };
}

/**
 * Share of clicks with the right number of hits, and share with the right sum of facet counts. Only clicks without
 * words count, because otherwise the right answer depends on what an engine considers a match.
 */
export function agreement(clicks, asked) {
  const known = asked.map((given, i) => ({ given, truth: clicks[i].truth })).filter(({ truth }) => truth);
  const share = (field) =>
    known.length === 0 ? null : known.filter(({ given, truth }) => given[field] === truth[field]).length / known.length;
  return { agreement: share("hitCount"), counts_agreement: share("counted") };
}

/**
 * How many queries were answered. A query is answered if one of the first five hits contains every wanted word in its
 * title, skills, company, or places. Each of `queries` must state the words it wants.
 */
export function answered(queries, finished, jobs) {
  const judged = queries.map(({ q, wants, isTypo }, i) => ({ q, isTypo, wants, ...finished[i] }));
  const judge = (list) => {
    const failed = list.filter(
      ({ hitCount, first, wants }) => hitCount === 0 || !first.some((hit) => holds(hit, wants, jobs)),
    );
    return { answered: list.length - failed.length, asked: list.length, unanswered: failed.map(({ q }) => q) };
  };
  return { typos: judge(judged.filter(({ isTypo }) => isTypo)), wants: judge(judged) };
}

function holds(hit, wants, jobs) {
  const text = (typeof hit === "string" ? hit : searchable(jobs[hit])).toLowerCase();
  return wants.every((word) => beginsAWord(text, word));
}

/** Whether a word begins with `word`: `java` is found in `Java` and `JavaScript`, but not in `MyJava`. */
function beginsAWord(text, word) {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1])) return true;
  }
  return false;
}

function searchable({ title, skills, company, places }) {
  return [title, ...skills, company, ...places].join(" ");
}
