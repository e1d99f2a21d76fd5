// FlexSearch again, with the settings that find misspelled words: a larger index for it, and words by their sound.

import { Charset, Encoder } from "flexsearch";

import { adapter } from "./flexsearch.mjs";

export const given =
  "the same text, tokenized as tolerant (each word also with letters swapped or missing) and encoded by its LatinAdvanced sounds, + and # kept as letters";
export const cannot = [
  "no prefixes: a word finds nothing until it is almost whole, so most of its keystrokes are quick because they are empty",
  "no error in a word's first letter, no second error, no substitution but by similar sound",
  "no facet counts of its own: counted by our hand-written typed-array counter",
];

const LETTERS = { letter: true, number: true, char: ["+", "#"] };

export const { build, open } = adapter(() => ({
  tokenize: "tolerant",
  encoder: new Encoder({ ...Charset.LatinAdvanced, include: LETTERS }),
}));
