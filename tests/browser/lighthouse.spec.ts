// Lighthouse, as a phone on a slow network, on one page of each kind. Results that don't depend on the machine are
// asserted, and the others are printed.

import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";

import { expect, test } from "./support/fixtures";

const PAGES = {
  "the home page": "",
  "the list of jobs": "jobs/",
  "a job": "jobs/net-cloud-altimetrik/",
  "a company": "companies/altimetrik/",
  "a skill in a city": "react-jobs-in-bengaluru/",
};

const FIRST_PORT = 43_400;

// One at a time, because parallel runs would slow each other down.
test.describe.configure({ mode: "default", timeout: 120_000 });

for (const [name, path] of Object.entries(PAGES)) {
  test(`Lighthouse finds nothing to mend on ${name}`, async ({ baseURL }, { parallelIndex, project }) => {
    const port = FIRST_PORT + parallelIndex;
    const { executablePath, args } = project.use.launchOptions ?? {};
    const browser = await chromium.launch({ executablePath, args: [...(args ?? []), `--remote-debugging-port=${port}`] });
    const result = await lighthouse(`${baseURL}${path}`, { port, logLevel: "error" });
    await browser.close();
    if (!result) {
      throw new Error("Lighthouse gave no result");
    }
    const { categories, audits } = result.lhr;
    const { performance, ...others } = Object.fromEntries(
      Object.entries(categories).map(([key, { score }]) => [key, Math.round((score ?? 0) * 100)]),
    );
    const paint = audits["first-contentful-paint"]?.displayValue;
    console.log(`${name}: performance ${performance}, first contentful paint ${paint}`);
    const failed = Object.values(audits).filter(({ score }) => score !== null && score < 1);
    expect(others, `not perfect: ${failed.map(({ id }) => id).join(", ")}`).toEqual({ accessibility: 100, "best-practices": 100, seo: 100 });
    expect(audits["cumulative-layout-shift"]?.numericValue).toBe(0);
  });
}
