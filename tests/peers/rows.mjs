// Each job as a line of searchable text, for engines that read the text itself rather than an index.
//
// In Node, jobs go in and the files of a download come out: titles and descriptions as lines, the repeated values of
// skills, companies and places as columns. In the browser, those files and the facet columns go in, lines come out.

import { readColumns, valuesOf, writeColumns } from "./counter.mjs";

/** Fields of a job that hold few distinct values, with the facet that may hold the same. */
const FIELDS = { skills: "skill", company: "company", places: "location" };

/** Titles, one per line, in the order of the jobs. */
export function writeTitles(jobs) {
  return lines(jobs.map((job) => job.title));
}

/** The files from which `readRows` rebuilds every line. A field whose values a facet column holds is not sent again. */
export function writeRows(jobs) {
  const listed = jobs.map(({ skills, company, places }) => ({ facets: { skills, company: [company], places } }));
  const own = Object.keys(FIELDS).filter((field) => !isHeldByFacet(field, listed, jobs));
  const files = new Map([
    ["titles.txt", writeTitles(jobs)],
    ["fields.bin", writeColumns(listed, own)],
  ]);
  if (jobs.some((job) => job.text)) files.set("texts.txt", lines(jobs.map((job) => job.text ?? "")));
  return files;
}

/** Title, skills, company, places and description of each job in one line. */
export async function readRows(fetchFile, facetColumns, hasTexts) {
  const names = ["titles.txt", "fields.bin", ...(hasTexts ? ["texts.txt"] : [])];
  const [titles, fields, texts] = await Promise.all(names.map(fetchFile));
  const own = readColumns(fields).columns;
  const columns = Object.entries(FIELDS).map(([field, facet]) => own.get(field) ?? facetColumns.get(facet));
  const descriptions = texts ? unlined(texts) : [];
  return unlined(titles).map((title, job) =>
    [title, ...columns.flatMap((column) => valuesOf(column, job)), descriptions[job] ?? ""].join(" "),
  );
}

function isHeldByFacet(field, listed, jobs) {
  const sorted = (values = []) => JSON.stringify([...values].sort());
  return jobs.every((job, i) => sorted(listed[i].facets[field]) === sorted(job.facets[FIELDS[field]]));
}

function lines(texts) {
  return new TextEncoder().encode(texts.map((text) => text.replace(/\s+/g, " ")).join("\n"));
}

function unlined(bytes) {
  return new TextDecoder().decode(bytes).split("\n");
}
