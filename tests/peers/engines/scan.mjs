// The bar to clear: no index at all, a linear scan over the bytes of every job's text, with the hand-written counter.

import { Counter, readColumns, writeColumns } from "../counter.mjs";
import { readRows, writeRows } from "../rows.mjs";
import { words } from "./words.mjs";

export const given =
  "title, skills, company, places and description as one line per job in a byte array; whole words, the last as a prefix; facet columns";
export const cannot = [
  "no typo tolerance",
  "no ranking: newest first",
  "no facet counts of its own: counted by our hand-written typed-array counter",
];

const SPACE = 32;

export function build(jobs, facets) {
  return new Map([...writeRows(jobs), ["columns.bin", writeColumns(jobs, facets)]]);
}

export async function open(fetchFile, { hasTexts }) {
  const columns = readColumns(await fetchFile("columns.bin"));
  const counter = new Counter(columns);
  const text = haystack(await readRows(fetchFile, columns.columns, hasTexts));
  return { answer: ({ words: typed, refined }) => counter.answer(matching(text, words(typed)), refined) };
}

/** Every word with a space on both sides, so that a pattern can ask for a word's start and end. */
function haystack(rows) {
  const encoder = new TextEncoder();
  const starts = new Uint32Array(rows.length + 1);
  let bytes = new Uint8Array(1 << 20);
  rows.forEach((row, job) => {
    const line = encoder.encode(` ${words(row).join(" ")} `);
    if (starts[job] + line.length > bytes.length) bytes = grown(bytes, starts[job] + line.length);
    bytes.set(line, starts[job]);
    starts[job + 1] = starts[job] + line.length;
  });
  return { bytes, starts };
}

function grown(bytes, least) {
  const larger = new Uint8Array(Math.max(least, bytes.length * 2));
  larger.set(bytes);
  return larger;
}

function matching(text, typed) {
  if (typed.length === 0) return null;
  const patterns = typed.map((word, i) => new TextEncoder().encode(i + 1 < typed.length ? ` ${word} ` : ` ${word}`));
  // A long word is seldom found, so the words after it have few jobs left to look through.
  const [longest, ...others] = patterns.sort((a, b) => b.length - a.length);
  const jobs = everywhere(text, longest);
  return others.reduce(
    (left, pattern) => left.filter((job) => isFound(text.bytes, pattern, text.starts[job], text.starts[job + 1])),
    jobs,
  );
}

/** The jobs that hold `pattern`, in one run over all the bytes. */
function everywhere({ bytes, starts }, pattern) {
  const jobs = [];
  const first = pattern[1];
  const end = starts[starts.length - 1];
  for (let at = 1, job = 0; at < end; at++) {
    if (bytes[at] !== first || bytes[at - 1] !== SPACE) continue;
    while (starts[job + 1] < at) job++;
    if (!isAt(bytes, pattern, at - 1)) continue;
    jobs.push(job);
    at = starts[job + 1];
  }
  return jobs;
}

function isFound(bytes, pattern, from, to) {
  for (let at = from; at + pattern.length <= to; at++) {
    if (bytes[at + 1] === pattern[1] && isAt(bytes, pattern, at)) return true;
  }
  return false;
}

function isAt(bytes, pattern, at) {
  let length = 0;
  while (length < pattern.length && bytes[at + length] === pattern[length]) length++;
  return length === pattern.length;
}
