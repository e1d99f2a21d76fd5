// Static host for the app's folder: serves files by name and the start page for all other addresses, with a Content
// Security Policy as strict as that of `openroles serve`.

import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

import { listening } from "./loopback";
import type { Served } from "./tool";

const TYPES: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
};

const POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; base-uri 'none'; object-src 'none'";

/** Text of a file, or pieces of it that are sent with a pause before each but the first. */
export type Body = string | string[];

/** Long enough for a browser to paint what has arrived, in milliseconds. */
const PAUSE = 150;

/** Serves a folder on a free port. Files in `extra`, by path, take precedence. */
export async function serveFolder(folder: string, extra: Record<string, Body>): Promise<Served> {
  return listening((request, response) => void answer(folder, extra, request, response));
}

async function answer(
  folder: string,
  extra: Record<string, Body>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = normalize(new URL(request.url ?? "/", "http://host").pathname);
  const file = extname(path) === "" ? "/index.html" : path;
  try {
    const body = extra[file] ?? (await readFile(join(folder, file)));
    response.writeHead(200, {
      "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
      "Content-Security-Policy": POLICY,
    });
    const pieces = Array.isArray(body) ? body : [body];
    for (const piece of pieces.slice(0, -1)) {
      response.write(piece);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    response.end(pieces.at(-1));
  } catch {
    response.writeHead(404).end();
  }
}
