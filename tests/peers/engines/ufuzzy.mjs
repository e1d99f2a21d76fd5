// uFuzzy: one regular expression run over every job's line of text; facets by the hand-written counter.

import uFuzzy from "@leeoniya/ufuzzy";

import { Counter, readColumns, writeColumns } from "../counter.mjs";
import { readRows, writeRows } from "../rows.mjs";
import { words } from "./words.mjs";

export const given =
  "title, skills, company, places and description as one line per job; one error per word (insertion, deletion, substitution, swap), words in any order, terms with symbols quoted; facet columns";
export const cannot = [
  "no second error in long words, none in a word's first or last letter",
  "no word boundaries or ranking above 1,000 matches: newest first",
  "no facet counts of its own: counted by our hand-written typed-array counter",
];

/** Above this many matches uFuzzy leaves out ranking; its own default. */
const RANKED = 1000;
/** Up to this many words are tried in every order; more would take 120 searches and above. */
const PERMUTED = 4;

export function build(jobs, facets) {
  return new Map([...writeRows(jobs), ["columns.bin", writeColumns(jobs, facets)]]);
}

export async function open(fetchFile, { hasTexts }) {
  const columns = readColumns(await fetchFile("columns.bin"));
  const counter = new Counter(columns);
  const rows = uFuzzy.latinize(await readRows(fetchFile, columns.columns, hasTexts));
  const search = new uFuzzy({ intraMode: 1, intraIns: 1, intraSub: 1, intraTrn: 1, intraDel: 1 });
  return { answer: ({ words: typed, refined }) => counter.answer(matching(search, rows, words(typed)), refined) };
}

function matching(search, rows, typed) {
  if (typed.length === 0) return null;
  const needle = typed.map((word) => (/[+#.]/.test(word) ? `"${word}"` : word)).join(" ");
  const [found, info, order] = search.search(rows, needle, PERMUTED, RANKED);
  return order ? order.map((at) => info.idx[at]) : (found ?? []);
}
