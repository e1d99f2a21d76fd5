// MiniSearch: an inverted index with BM25, prefixes and fuzzy matching; facets by the hand-written counter.

import MiniSearch from "minisearch";

import { Counter, readColumns, writeColumns } from "../counter.mjs";
import { writeTitles } from "../rows.mjs";
import { words } from "./words.mjs";

export const given =
  "title (×4), skills (×3), company (×2), places (×1.5) and description as fields; all words (AND), the last as a prefix, fuzzy 0.2 from 4 letters; our tokenizer, so that C++, C# and .NET stay apart; facet columns and titles beside the index";
export const cannot = ["no facet counts of its own: counted by our hand-written typed-array counter"];

export function build(jobs, facets) {
  const index = new MiniSearch(options());
  index.addAll(jobs.map((job, number) => fields(job, number)));
  return new Map([
    ["index.json", new TextEncoder().encode(JSON.stringify(index))],
    ["columns.bin", writeColumns(jobs, facets)],
    ["titles.txt", writeTitles(jobs)],
  ]);
}

export async function open(fetchFile) {
  const [index, columns] = await Promise.all(["index.json", "columns.bin", "titles.txt"].map(fetchFile));
  const search = MiniSearch.loadJSON(new TextDecoder().decode(index), options());
  const counter = new Counter(readColumns(columns));
  return { answer: ({ words: typed, refined }) => counter.answer(matching(search, typed), refined) };
}

function matching(search, typed) {
  if (typed.trim() === "") return null;
  return search.search(typed).map((hit) => hit.id);
}

function options() {
  return {
    fields: ["title", "skills", "company", "places", "text"],
    tokenize: words,
    searchOptions: {
      boost: { title: 4, skills: 3, company: 2, places: 1.5 },
      combineWith: "AND",
      prefix: (_term, at, terms) => at === terms.length - 1,
      fuzzy: (term) => (term.length >= 4 ? 0.2 : false),
    },
  };
}

function fields({ title, skills, company, places, text }, id) {
  return { id, title, skills: skills.join(" "), company, places: places.join(" "), text: text ?? "" };
}
