// Orama: full text in radix trees with BM25, and facets of its own.

import { create, insertMultiple, load, save, search } from "@orama/orama";

import { PAGE } from "../counter.mjs";
import { words } from "./words.mjs";

export const given =
  "title (×3) and one field of title, skills, company, places and description (its AND holds within a field only); threshold 0 (AND), every word also as a prefix, tolerance 1 from 5 letters; our tokenizer, so that C++, C# and .NET stay apart; facets as enums, their counts its own";
export const cannot = [
  "drops a hit in which one typed word matches two of the field's words, as its AND counts matches",
  "its facet counts are those of the hits: one more search per refined facet makes them disjunctive",
];

export const { build, open } = adapter((longest) => (longest >= 5 ? 1 : 0));

/** `build` and `open` for Orama with the tolerance that `tolerance` gives for the longest word typed. */
export function adapter(tolerance) {
  return { build: written, open: (fetchFile, options) => opened(fetchFile, options, tolerance) };
}

async function written(jobs, facets) {
  const board = empty(facets);
  await insertMultiple(
    board,
    jobs.map((job, number) => record(job, number, facets)),
    1000,
  );
  return new Map([["index.json", new TextEncoder().encode(JSON.stringify(save(board)))]]);
}

async function opened(fetchFile, { facets }, tolerance) {
  const board = empty(facets);
  load(board, JSON.parse(new TextDecoder().decode(await fetchFile("index.json"))));
  return {
    answer: ({ words: text, refined }) => {
      const typed = words(text);
      const longest = typed.reduce((most, word) => Math.max(most, word.length), 0);
      return answer(board, facets, { typed, tolerance: tolerance(longest) }, refined);
    },
  };
}

/** One search for the hits; for each refined facet one more without its refinements, as disjunctive counts ask. */
async function answer(board, facets, text, refined) {
  const found = await search(board, question(text, refined, facets, PAGE));
  const counts = new Map(facets.map((facet) => [facet, found.facets[property(facet)].values]));
  for (const facet of Object.keys(refined)) {
    const { [facet]: _own, ...others } = refined;
    const wider = await search(board, question(text, others, [facet], 0));
    counts.set(facet, wider.facets[property(facet)].values);
  }
  return { hitCount: found.count, top: found.hits.map((hit) => Number(hit.id)), counts };
}

function question({ typed, tolerance }, refined, counted, limit) {
  const where = Object.entries(refined).map(([facet, chosen]) => [property(facet), { containsAny: chosen }]);
  return {
    ...(typed.length > 0 && { term: typed.join(" "), properties: ["title", "all"], boost: { title: 3 } }),
    threshold: 0,
    tolerance,
    ...(where.length > 0 && { where: Object.fromEntries(where) }),
    facets: Object.fromEntries(counted.map((facet) => [property(facet), {}])),
    limit,
  };
}

function empty(facets) {
  return create({
    schema: {
      title: "string",
      all: "string",
      ...Object.fromEntries(facets.map((facet) => [property(facet), "enum[]"])),
    },
    components: { tokenizer: { language: "english", normalizationCache: new Map(), tokenize: words } },
    sort: { enabled: false },
  });
}

function record({ title, skills, company, places, text, facets: values }, number, facets) {
  const all = [title, ...skills, company, ...places, text ?? ""].join(" ");
  return {
    id: String(number),
    title,
    all,
    ...Object.fromEntries(facets.map((facet) => [property(facet), values[facet] ?? []])),
  };
}

function property(facet) {
  return `facet_${facet}`;
}
