// Each job as a line of searchable text, for engines that read the text itself instead of an index.
//
// In Node, jobs become files to download: titles and descriptions as lines, and the repetitive values of skills,
// companies, and places as columns. In the browser, those files and the facet columns become lines again.

import { readColumns, valuesOf, writeColumns } from "./counter.mjs";

/** Fields of a job with few distinct values, each with a facet that may contain the same values. */
const FIELDS = { skills: "skill", company: "company", places: "location" };

/** Writes the titles in the order of the jobs, one per line. */
export function writeTitles(jobs) {
  return lines(jobs.map((job) => job.title));
}

/**
 * Writes the files from which `readRows` restores every line. A field is left out if a facet column contains its
 * values.
 */
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

/** Reads one line for each job, with title, skills, company, places, and description. */
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
