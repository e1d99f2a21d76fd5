// FlexSearch: prefixes indexed ahead, scored by position in the text; facets by the hand-written counter.

import { Index } from "flexsearch";

import { Counter, readColumns, writeColumns } from "../counter.mjs";
import { writeTitles } from "../rows.mjs";
import { words } from "./words.mjs";

export const given =
  "title, skills, company, places and description in that order as one text (its score prefers what comes first), with its fastest settings; every word also as a prefix, all words (AND); our tokenizer, so that C++, C# and .NET stay apart; facet columns and titles beside the index";
export const cannot = [
  "no typo tolerance with these settings: flexsearch-tolerant has it",
  "no facet counts of its own: counted by our hand-written typed-array counter",
];

export const { build, open } = adapter(() => ({ tokenize: "forward", encode: words }));

/** `build` and `open` for FlexSearch with the settings that `options` gives. */
export function adapter(options) {
  return {
    build: (jobs, facets) => written(new Index(options()), jobs, facets),
    open: (fetchFile) => opened(new Index(options()), fetchFile),
  };
}

async function written(index, jobs, facets) {
  jobs.forEach((job, number) => index.add(number, line(job)));
  const parts = {};
  await index.export((name, data) => void (parts[name] = data));
  return new Map([
    ["index.json", new TextEncoder().encode(JSON.stringify(parts))],
    ["columns.bin", writeColumns(jobs, facets)],
    ["titles.txt", writeTitles(jobs)],
  ]);
}

async function opened(index, fetchFile) {
  const [parts, bytes] = await Promise.all(["index.json", "columns.bin", "titles.txt"].map(fetchFile));
  for (const [name, data] of Object.entries(JSON.parse(new TextDecoder().decode(parts)))) index.import(name, data);
  const columns = readColumns(bytes);
  const counter = new Counter(columns);
  return { answer: ({ words: typed, refined }) => counter.answer(matching(index, typed, columns.jobs), refined) };
}

function matching(index, typed, limit) {
  return typed.trim() === "" ? null : index.search(typed, { limit });
}

function line({ title, skills, company, places, text }) {
  return [title, ...skills, company, ...places, text ?? ""].join(" ");
}
