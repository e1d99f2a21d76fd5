// The tokenizer given to every peer that accepts one: text in, lowercase words without accents out.
//
// Keeps C++, C# and .NET apart, which the peers' own tokenizers do not; anything else is split as they would.

const WORD = /\.net\b|[\p{L}\p{N}]+[+#]*/gu;
const ACCENT = /\p{M}/gu;

export function words(text) {
  return text.normalize("NFD").replace(ACCENT, "").toLowerCase().match(WORD) ?? [];
}
