// Measures what a page fetches, step by step: requests, and bytes as sent by a host that compresses with brotli.

import { brotliCompressSync, constants } from "node:zlib";
import { expect, type Page, type Request } from "@playwright/test";

/**
 * Longest pause before the page's next request, in milliseconds: the app fetches the next page's cards a second after
 * the current ones.
 */
const LONGEST_PAUSE = 1_500;

/** What was fetched in one step. */
export interface Reading {
  requests: number;
  bytes: number;
  /** Names of the files without their hashes, with their sizes. */
  files: string[];
}

/** Step of a visit, with what it fetched. */
export interface Step extends Reading {
  step: string;
}

/** Formats the steps as a table, followed by all files. */
export function table(steps: Step[]): string {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, at) => (at ? `${cell}`.padStart(10) : `${cell}`.padEnd(40))).join("");
  const rows = steps.map(({ step, requests, bytes }) => line(step, requests, bytes));
  const files = steps.flatMap(({ step, files }) => files.map((file) => `  ${step}: ${file}`));
  return [line("step", "requests", "bytes"), ...rows, ...files].join("\n");
}

/** Records what was fetched since the last reading, with sizes as compressed by brotli. Cached files don't count. */
export class Meter {
  readonly #seen: Promise<[path: string, bytes: number]>[] = [];
  #underWay = 0;
  #lastChange = Date.now();

  constructor(page: Page, board: string) {
    page.on("request", () => this.#change(1));
    page.on("requestfailed", () => this.#change(-1));
    page.on("requestfinished", () => this.#change(-1));
    page.on("requestfinished", (request) => {
      if (request.url().startsWith(board)) {
        const seen = measured(request, request.url().slice(board.length));
        // The reader receives a failure. Without a reader, the end of the test may abort the request.
        seen.catch(() => undefined);
        this.#seen.push(seen);
      }
    });
  }

  /** Waits until the page has requested nothing for longer than its longest pause. */
  async quiet(): Promise<void> {
    const isQuiet = () => this.#underWay <= 0 && Date.now() - this.#lastChange > LONGEST_PAUSE;
    await expect.poll(isQuiet, { timeout: 20_000 }).toBe(true);
  }

  #change(by: number): void {
    this.#underWay += by;
    this.#lastChange = Date.now();
  }

  async read(): Promise<Reading> {
    const seen = (await Promise.all(this.#seen.splice(0))).filter(([, bytes]) => bytes >= 0);
    const files = seen.map(([path, bytes]) => `${path.replace(/\.[0-9a-f]{16}/, "")} ${bytes}`);
    return { requests: seen.length, bytes: seen.reduce((sum, [, bytes]) => sum + bytes, 0), files };
  }
}

/**
 * Number of bytes sent: 0 for a file that the host reports as unchanged, and less than 0 for one that came from the
 * browser's cache.
 */
async function measured(request: Request, path: string): Promise<[string, number]> {
  const response = await request.response();
  const { responseBodySize, responseHeadersSize } = await request.sizes();
  if (responseBodySize <= 0) {
    return [path, responseHeadersSize > 0 ? 0 : -1];
  }
  const body = (await response?.body()) ?? Buffer.alloc(0);
  return [path, path.endsWith(".bin") ? body.length : brotli(body)];
}

function brotli(bytes: Buffer): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}
