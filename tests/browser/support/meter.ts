// What a page fetches, step by step: requests and bytes as a host that compresses with brotli sends them.

import { brotliCompressSync, constants } from "node:zlib";
import { expect, type Page, type Request } from "@playwright/test";

/** The app fetches the cards of the next page a second after those of this one. */
const LONGEST_PAUSE = 1_500;

/** What was fetched in one step. */
export interface Reading {
  requests: number;
  bytes: number;
  /** Each file without its hash, with its bytes. */
  files: string[];
}

/** A step of somebody's visit, with what it fetched. */
export interface Step extends Reading {
  step: string;
}

/** The steps as lines of a table, and below it every file. */
export function table(steps: Step[]): string {
  const line = (...cells: (string | number)[]) =>
    cells.map((cell, at) => (at ? `${cell}`.padStart(10) : `${cell}`.padEnd(40))).join("");
  const rows = steps.map(({ step, requests, bytes }) => line(step, requests, bytes));
  const files = steps.flatMap(({ step, files }) => files.map((file) => `  ${step}: ${file}`));
  return [line("step", "requests", "bytes"), ...rows, ...files].join("\n");
}

/** What has been fetched since the last look, in the sizes of a host that compresses with brotli; nothing for what the
 * browser had. */
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
        // Whoever reads it hears of a failure; one that nobody reads may be cut off by the end of its test.
        seen.catch(() => undefined);
        this.#seen.push(seen);
      }
    });
  }

  /** Waits until the page has asked for nothing for longer than it ever pauses before it does. */
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

/** Bytes on their way: none for a file that the host says is still the same, less than none for one it was not asked
 * for. */
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
