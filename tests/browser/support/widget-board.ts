// A board for tests of the widget. It has a company with twenty jobs, a large one, a malicious one, one with jobs
// that close, one with more departments than fit, and one with titles in several scripts.

import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { build } from "./tool";

export const HARM = "window.harmed=true";

const MILLISECONDS_PER_DAY = 86_400_000;
const CITIES = ["Pune", "Bengaluru", "Chennai"];
const DEPARTMENTS = ["Engineering", "Sales", "Design", "Support"];
const TITLES = [
  "Rust Engineer",
  "Account Executive",
  "Product Designer",
  "Support Lead",
  "Senior Engineer for Distributed Systems, Payments and the Many Other Things a Long Title Can Hold",
];

/** The date `offset` days after today, as in feeds. */
function day(offset: number): string {
  return new Date(Date.now() + offset * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

function posting(company: string, at: number, more: object = {}): object {
  const remote = at % 5 == 0 ? { jobLocationType: "TELECOMMUTE" } : {};
  return {
    identifier: `${company}-${at}`,
    title: `${TITLES[at % TITLES.length]} ${at + 1}`,
    hiringOrganization: { name: company },
    description: `<p>Work on <b>things</b> with others. ${at == 3 ? "Knowing about heliotropes helps." : ""}</p><ul><li>One</li></ul>`,
    department: DEPARTMENTS[at % DEPARTMENTS.length],
    employmentType: at % 7 == 0 ? "PART_TIME" : "FULL_TIME",
    skills: at % 2 == 0 ? ["Rust"] : ["Excel"],
    jobLocation: { address: { addressLocality: CITIES[at % CITIES.length], addressCountry: "IN" } },
    baseSalary:
      at % 3 == 0
        ? {
            currency: "INR",
            value: { minValue: 900_000 + at * 10_000, maxValue: 1_500_000 + at * 10_000, unitText: "YEAR" },
          }
        : undefined,
    datePosted: day(-at),
    howToApply: "https://example.com/apply",
    ...remote,
    ...more,
  };
}

/** Titles with letters that a careless normalization would confuse or drop. */
export const SCRIPTS = ["हिन्दी शिक्षक", "हनद", "ガイド", "カイト", "東京ガイド募集", "Café manager"] as const;

const MARKUP = `</a><img src=x onerror="${HARM}">`;

const POSTINGS = [
  ...Array.from({ length: 20 }, (_, at) => posting("Acme", at)),
  ...Array.from({ length: 130 }, (_, at) => posting("Globex", at)),
  // Tomorrow, so that it is still open when the tests run past midnight.
  posting("Initech", 0, { validThrough: day(1) }),
  posting("Harm", 1, {
    title: `Title ${MARKUP}`,
    hiringOrganization: { name: `Harm` },
    department: `Department ${MARKUP}`,
    howToApply: `javascript:${HARM}`,
  }),
  ...Array.from({ length: 40 }, (_, at) => posting("Sprawl", at, { department: `Department ${at + 1}` })),
  ...SCRIPTS.map((title, at) => posting("Babel", at, { title })),
];

/** Builds the board and returns its folder. */
export async function buildWidgetBoard(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "openroles-widget-"));
  await writeFile(join(folder, "feed.json"), JSON.stringify({ jobs: POSTINGS }));
  await writeFile(join(folder, "board.toml"), 'name = "Test Board"\ncurrency = "INR"\n');
  await build(
    join(folder, "feed.json"),
    join(folder, "site"),
    "--config",
    join(folder, "board.toml"),
    "--pages",
    "all",
  );
  return folder;
}
