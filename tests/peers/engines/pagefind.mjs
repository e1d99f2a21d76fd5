// Pagefind: a chunked index whose browser half fetches what each query needs; counts by its own filters.

export const given =
  "title, skills, company, places and description in that order as the content of one record per job, + and # kept as letters, every facet as a filter; without its worker, which makes no difference in time but hides memory; the chunks of a query are preloaded before its time is taken, and no fragment of a hit (its title and address) is loaded within that time";
export const cannot = [
  "C# and C++ are told apart, .NET is NET",
  "its filter counts are those of the hits: one more search per refined facet makes them disjunctive",
];

/** Files of the index that are program rather than data. */
export const program = /\.js$|^wasm\./;

/** Files of its ready-made search boxes, which nothing here asks for. */
const INTERFACE = /^pagefind-(?!entry|worker)/;

/** Records sent to its indexer at a time. */
const BATCH = 2000;

export async function build(jobs, facets) {
  const pagefind = await import("pagefind");
  const { index } = await pagefind.createIndex({ forceLanguage: "en", includeCharacters: "+#" });
  for (let from = 0; from < jobs.length; from += BATCH) {
    const records = jobs.slice(from, from + BATCH).map((job, i) => record(job, from + i, facets));
    await Promise.all(records.map((one) => added(index, one)));
  }
  const { files, errors } = await index.getFiles();
  await pagefind.close();
  if (errors.length > 0) throw new Error(errors.join("; "));
  return new Map(files.filter(({ path }) => !INTERFACE.test(path)).map(({ path, content }) => [path, content]));
}

export async function open(_fetchFile, { filesUrl }) {
  const { createInstance } = await import(`${filesUrl}pagefind.js`);
  const instance = createInstance({ basePath: filesUrl, baseUrl: "/", excerptLength: 1, noWorker: true });
  await instance.init();
  await instance.filters();
  return {
    prepare: ({ words, refined }) => preload(instance, words, refined),
    answer: ({ words, refined }) => answer(instance, words, refined),
    close: () => instance.destroy(),
    identify: (top) => Promise.all(top.map(async (hit) => Number((await hit.data()).raw_url.slice(1)))),
  };
}

async function preload(instance, words, refined) {
  if (words.trim() !== "") await instance.preload(words, { filters: filters(refined) });
}

/** One search for the hits; for each refined facet one more without its refinements, as disjunctive counts ask. */
async function answer(instance, words, refined) {
  const term = words.trim() === "" ? null : words;
  const found = await instance.search(term, { filters: filters(refined) });
  const counts = new Map(Object.entries(found.filters));
  for (const facet of Object.keys(refined)) {
    const { [facet]: _own, ...others } = refined;
    const wider = await instance.search(term, { filters: filters(others) });
    counts.set(facet, wider.filters[facet] ?? {});
  }
  return { hitCount: found.results.length, top: found.results.slice(0, 20), counts };
}

function filters(refined) {
  return Object.fromEntries(Object.entries(refined).map(([facet, chosen]) => [facet, { any: chosen }]));
}

async function added(index, one) {
  const { errors } = await index.addCustomRecord(one);
  if (errors.length > 0) throw new Error(`${one.url}: ${errors.join("; ")}`);
}

function record({ title, skills, company, places, text, facets: values }, number, facets) {
  return {
    url: `/${number}`,
    language: "en",
    content: [title, ...skills, company, ...places, text ?? ""].join(" "),
    meta: { title },
    filters: Object.fromEntries(facets.map((facet) => [facet, values[facet] ?? []])),
  };
}
