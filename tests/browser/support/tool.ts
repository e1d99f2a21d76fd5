// The command line tool, as tests use it to search, and to build and serve small sites.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

import { app, tool } from "./built";

/** Output of `openroles search --json`, as far as tests use it. */
export interface SearchAnswer {
  hit_count: number;
  hits: { title: string; slug: string }[];
  facets: Record<string, { value: string; label: string; count: number; refined: unknown }[]>;
}

/** A folder that is being served. */
export interface Served {
  /** Address, such as `http://127.0.0.1:43127/`. */
  address: string;
  stop(): Promise<void>;
}

/** Runs the tool and returns its output. */
export async function run(...words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(tool, words, { maxBuffer: 64 << 20 });
  return stdout;
}

/** Builds a site that includes the app from a feed. */
export async function build(feed: string, out: string, ...options: string[]): Promise<void> {
  await run("build", "--feed", feed, "--app", app, "--out", out, "--quiet", ...options);
}

/** Serves a built site on a free port. */
export async function serve(folder: string): Promise<Served> {
  const server = spawn(tool, ["serve", folder, "--port", "0", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
  const [address] = (await once(createInterface(server.stdout), "line")) as [string];
  const stop = async () => {
    const ended = once(server, "exit");
    server.kill();
    await ended;
  };
  return { address, stop };
}

/** Results of the tool for the query string of a search page. */
export async function search(folder: string, queryString: string): Promise<SearchAnswer> {
  const options: string[] = [];
  let text = "";
  for (const [key, value] of new URLSearchParams(queryString)) {
    if (key === "q") {
      text = value;
    } else if (key === "sort" || key === "page") {
      options.push(`--${key}`, value);
    } else {
      options.push("--facet", `${key}=${value}`);
    }
  }
  const now = new Date().toISOString().slice(0, 10);
  return JSON.parse(await run("search", "--json", "--now", now, ...options, folder, "--", text)) as SearchAnswer;
}
