// ItemsJS: full text by lunr 1 and facets of its own on bit sets.

import itemsjs from "itemsjs";

export const given =
  "title (×10, as it does with a field called name), skills, company, places and description as searchable fields; every facet as a disjunctive aggregation of unlimited size; items and lunr's index as a prebuilt snapshot; stop words kept";
export const cannot = ["no typo tolerance", "C++, C# and .NET are C, C and NET", "no boosts of our choice"];

/** Searchable fields beside `name`, which ItemsJS itself always searches and boosts ten times. */
const FIELDS = ["words_skills", "words_company", "words_places", "words_text"];

export function build(jobs, facets) {
  const items = jobs.map((job, number) => item(job, number, facets));
  const { index } = itemsjs(items, configuration(facets)).serializeFulltext();
  const json = (value) => new TextEncoder().encode(JSON.stringify(value));
  return new Map([
    ["items.json", json(items)],
    ["fulltext.json", json(index)],
  ]);
}

export async function open(fetchFile, { facets }) {
  const [items, index] = await Promise.all(
    ["items.json", "fulltext.json"].map(async (name) => parsed(await fetchFile(name))),
  );
  const fulltextSnapshot = { index, store: items.map((entry) => [entry._id, entry]) };
  const search = itemsjs(items, { ...configuration(facets), fulltextSnapshot });
  return { answer: ({ words, refined }) => answer(search, words.trim(), refined) };
}

function answer(search, query, filters) {
  const { pagination, data } = search.search({ ...(query && { query }), filters, per_page: 20 });
  const counts = new Map();
  for (const [facet, { buckets }] of Object.entries(data.aggregations)) {
    counts.set(facet, new Map(buckets.map((bucket) => [bucket.key, bucket.doc_count])));
  }
  return { hitCount: pagination.total, top: data.items.map((hit) => hit._id - 1), counts };
}

function configuration(facets) {
  const aggregation = { size: 1_000_000, conjunction: false, hide_zero_doc_count: true };
  return {
    searchableFields: FIELDS,
    removeStopWordFilter: true,
    aggregations: Object.fromEntries(facets.map((facet) => [facet, aggregation])),
  };
}

function item({ title, skills, company, places, text, facets: values }, number, facets) {
  return {
    _id: number + 1,
    name: title,
    words_skills: skills.join(" "),
    words_company: company,
    words_places: places.join(" "),
    ...(text && { words_text: text }),
    ...Object.fromEntries(facets.filter((facet) => values[facet]).map((facet) => [facet, values[facet]])),
  };
}

function parsed(bytes) {
  return JSON.parse(new TextDecoder().decode(bytes));
}
