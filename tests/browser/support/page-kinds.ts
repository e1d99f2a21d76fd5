// One address of every kind of page, for claims that hold on all pages.

/** Names and addresses. They belong to bundled and generated postings that every sample board has. */
export const PAGE_KINDS = [
  { name: "the home page", path: "" },
  { name: "the list of jobs", path: "jobs/" },
  { name: "the second page of the list", path: "jobs/page/2/" },
  { name: "a job", path: "jobs/net-cloud-altimetrik/" },
  { name: "the similar jobs", path: "similar/?job=net-cloud-altimetrik" },
  { name: "the companies", path: "companies/" },
  { name: "a company", path: "companies/altimetrik/" },
  { name: "a skill in a city", path: "react-jobs-in-bengaluru/" },
] as const;

/** Kinds of pages whose contents are in their files; the app fills the others. */
export const PRERENDERED_KINDS = PAGE_KINDS.filter(({ path }) => !path.startsWith("similar/"));

/** Kinds of pages that are complete without the app. */
export const CONTENT_KINDS = PRERENDERED_KINDS.filter(({ path }) => path != "jobs/");

/** What the browser logs about a page that doesn't exist. */
export const NOT_FOUND_COMPLAINT = /status of 404/;
