// Compares openroles with other search engines, on the same corpus and queries in one Chromium.
//
// `node run.mjs --corpus CORPUS.json --queries QUERIES.json --out RESULT.json`; see `--help`. It builds the files of
// every engine, serves them over loopback, and measures each engine in a separate page. Then it prints a table and
// writes all results. It requires Chromium, and `npm ci` in this folder (for the engines) and in the one above (for
// Playwright).

import { chromium } from "@playwright/test";
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

import { bundle } from "./bundle.mjs";
import { measure } from "./measure.mjs";
import { clicks, judged, keystrokes, readQueries, warmUp } from "./questions.mjs";
import { report } from "./report.mjs";
import { compress } from "./serve.mjs";

const HELP = `node run.mjs --corpus CORPUS.json --queries QUERIES.json --out RESULT.json
  --site DIR      a built site, whose data/ openroles searches; without it openroles is left out
  --engine DIR    openroles-engine.js and openroles-engine_bg.wasm
  --only A,B      only these engines
  --seconds N     time for the keystrokes of each engine (60)
  --chromium PATH the browser to run (CHROMIUM, or one on the search path)`;

/** Engines in the order of the table, each with the package whose version is shown. */
const ENGINES = {
  openroles: null,
  minisearch: "minisearch",
  orama: "@orama/orama",
  "orama-tolerant": "@orama/orama",
  flexsearch: "flexsearch",
  "flexsearch-tolerant": "flexsearch",
  itemsjs: "itemsjs",
  ufuzzy: "@leeoniya/ufuzzy",
  pagefind: "pagefind",
  scan: null,
};

const BUILD_MINUTES = 10;
const HERE = fileURLToPath(new URL(".", import.meta.url));
const BROWSER_ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  // Memory is measured immediately, without waiting for the next garbage collection.
  "--enable-blink-features=ForceEagerMeasureMemory",
];

await main().catch((error) => {
  console.error(`peers: ${error.message}`);
  process.exitCode = 2;
});

async function main() {
  const options = parsed();
  if (options.help) return console.log(HELP);
  const corpus = readCorpus(options.corpus);
  const queries = readQueries(readJson(options.queries, "--queries"));
  const steps = keystrokes(queries);
  const questions = {
    queries,
    judged: judged(queries),
    keystrokes: steps,
    warmUp: warmUp(steps),
    clicks: clicks(corpus),
  };
  const scratch = mkdtempSync(join(tmpdir(), "peers-"));
  // On Ctrl-C, Playwright closes the browser. The files must be removed here.
  process.on("exit", () => rmSync(scratch, { recursive: true, force: true }));
  process.on("SIGINT", () => process.exit(130));
  const browser = await launched(options.chromium);
  try {
    const engines = [];
    for (const name of chosen(options))
      engines.push(await engineFigures(name, { browser, scratch, corpus, questions, options }));
    finish(
      { corpus: corpus.name, jobs: corpus.total ?? corpus.jobs.length, queries: queries.length, machine: machine(browser), engines },
      options.out,
    );
  } finally {
    await browser.close();
  }
}

/** The results of one engine, or the reason why it failed. */
async function engineFigures(name, { browser, scratch, corpus, questions, options }) {
  const adapter = await import(`./engines/${name}.mjs`);
  const about = { name, version: version(name), given: adapter.given, cannot: adapter.cannot };
  try {
    console.error(`${name}: building`);
    const { build_seconds, mounts } = await prepared(name, scratch, options);
    console.error(`${name}: measuring`);
    const seconds = options.seconds;
    return {
      ...about,
      build_seconds,
      ...(await measure({ browser, mounts, program: adapter.program, corpus, questions, seconds })),
    };
  } catch (error) {
    const failed = error.message.split("\n")[0];
    console.error(`${name}: failed: ${failed}`);
    return { ...about, failed };
  }
}

/** Builds, bundles, and compresses the files of an engine. Returns the folders to serve. */
async function prepared(name, scratch, { corpus, site, engine }) {
  const [code, files] = ["code", "files"].map((part) => join(scratch, name, part));
  mkdirSync(code, { recursive: true });
  mkdirSync(files, { recursive: true });
  await bundle(name, code);
  await compress(code);
  const mounts = { "/code/": code, "/files/": files };
  const build_seconds = name === "openroles" ? null : await built(name, corpus, files);
  if (name === "openroles") {
    mounts["/engine/"] = join(scratch, name, "engine");
    cpSync(join(site, "data"), files, { recursive: true });
    cpSync(engine, mounts["/engine/"], { recursive: true });
    await compress(mounts["/engine/"]);
  }
  await compress(files);
  return { build_seconds, mounts };
}

function built(name, corpus, folder) {
  const builder = spawn(
    process.execPath,
    ["--max-old-space-size=8192", join(HERE, "build.mjs"), name, corpus, folder],
    {
      timeout: BUILD_MINUTES * 60_000,
      killSignal: "SIGKILL",
    },
  );
  let [output, complaints] = ["", ""];
  builder.stdout.on("data", (text) => (output += text));
  builder.stderr.on("data", (text) => (complaints = (complaints + text).slice(-4000)));
  const abandoned = () => builder.kill("SIGKILL");
  process.on("exit", abandoned);
  builder.on("close", () => process.off("exit", abandoned));
  return new Promise((resolve, reject) => {
    builder.on("error", reject);
    builder.on("close", (status, signal) => {
      if (status === 0) return resolve(JSON.parse(output.trim().split("\n").at(-1)).seconds);
      const reason = complaints.match(/\w*Error: .*|FATAL ERROR: .*/)?.[0];
      reject(
        new Error(
          reason ??
            (signal === "SIGKILL"
              ? `building was killed: it took over ${BUILD_MINUTES} minutes, or more memory than there is`
              : `building its index ended with ${signal ?? status}`),
        ),
      );
    });
  });
}

function parsed() {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string" },
      queries: { type: "string" },
      out: { type: "string" },
      site: { type: "string" },
      engine: { type: "string" },
      only: { type: "string" },
      seconds: { type: "string", default: "60" },
      chromium: { type: "string" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const missing = ["corpus", "queries", "out"].filter((name) => !values[name]);
  if (missing.length > 0 && !values.help) throw new Error(`--${missing.join(", --")} missing; see --help`);
  if (!(Number(values.seconds) > 0)) throw new Error("--seconds must be a number above 0");
  if (!values.site !== !values.engine)
    throw new Error("--site and --engine go together: give both, or neither to leave openroles out");
  return { ...values, seconds: Number(values.seconds) };
}

function chosen({ only, site }) {
  const available = Object.keys(ENGINES).filter((name) => name !== "openroles" || site);
  if (!only) return available;
  const names = only.split(",").map((name) => name.trim());
  const unknown = names.filter((name) => !available.includes(name));
  if (unknown.length > 0)
    throw new Error(
      `--only ${unknown.join(",")}: choose from ${available.join(", ")} (openroles needs --site and --engine)`,
    );
  return available.filter((name) => names.includes(name));
}

function readCorpus(path) {
  const corpus = readJson(path, "--corpus");
  const { jobs, facets } = corpus;
  if (!Array.isArray(jobs) || jobs.length === 0 || !Array.isArray(facets))
    throw new Error(`${path} has no "jobs" or no "facets"; write it with the bench's corpus export`);
  // Current day, in days since 1970-01-01. Jobs whose last day to apply is earlier aren't in any results.
  const today = Math.floor(Date.now() / 86_400_000);
  return { name: path, day: today, ...corpus };
}

function readJson(path, option) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw new Error(`${option} ${path}: ${error.message}`);
  }
}

async function launched(given) {
  const executablePath =
    given ?? process.env.CHROMIUM ?? onPath(["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]);
  try {
    return await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  } catch (error) {
    throw new Error(`no browser could be started (${error.message.split("\n")[0]}); name one with --chromium PATH`);
  }
}

function onPath(names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

function version(name) {
  if (!ENGINES[name]) return "";
  return JSON.parse(readFileSync(join(HERE, "node_modules", ENGINES[name], "package.json"), "utf8")).version;
}

function machine(browser) {
  return { Chromium: browser.version(), Node: process.versions.node, cores: cpus().length };
}

function finish(result, out) {
  writeFileSync(out, `${JSON.stringify(result, null, 2)}\n`);
  console.log(report(result));
}
