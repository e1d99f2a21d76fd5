// A loopback server from which the browser downloads an engine, and which records the downloads.
//
// It serves folders with the headers that isolate a page from other origins, because exact clocks and memory
// measurements require that. Files are compressed in advance by `compress`, so that compression isn't included in
// measured times.

import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants } from "node:zlib";

/**
 * Files up to this size in bytes get the best Brotli quality, which takes minutes. Larger ones get a lower quality that
 * hosts can afford.
 */
const SMALL = 4 * 1024 * 1024;
const GZIP = [0x1f, 0x8b];
const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const HEADERS = {
  "cache-control": "no-store",
  "cross-origin-embedder-policy": "require-corp",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/**
 * Serves each folder of `mounts`, which maps address prefixes to folders. `sent()` returns the files sent since the
 * last call.
 */
export async function serve(mounts) {
  let record = [];
  const server = createServer((request, response) => {
    const file = located(decodeURIComponent(new URL(request.url, "http://localhost").pathname), mounts);
    if (!file) return void response.writeHead(404, HEADERS).end();
    const isCompressed = existsSync(`${file}.br`);
    const bytes = readFileSync(isCompressed ? `${file}.br` : file);
    record.push({ path: request.url, bytes: bytes.length, raw: statSync(file).size });
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const encoding = isCompressed ? { "content-encoding": "br" } : {};
    response.writeHead(200, { ...HEADERS, ...encoding, "content-type": type, "content-length": bytes.length });
    response.end(bytes);
  });
  await new Promise((resolve, reject) => server.on("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    sent: () => record.splice(0),
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

/** Writes `FILE.br` for every file in `folder` that isn't compressed yet. */
export async function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath ?? entry.path, entry.name);
    if (entry.isFile() && !file.endsWith(".br") && !isGzip(file))
      writeFileSync(`${file}.br`, await brotli(readFileSync(file)));
  }
}

/** Compresses `bytes` like a host that compresses in advance. */
export function brotli(bytes) {
  const quality = bytes.length <= SMALL ? constants.BROTLI_MAX_QUALITY : 9;
  return promisify(brotliCompress)(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  });
}

function located(path, mounts) {
  const prefix = Object.keys(mounts).find((candidate) => path.startsWith(candidate));
  const rest = prefix && normalize(path.slice(prefix.length));
  if (!prefix || rest.startsWith("..")) return undefined;
  const file = join(mounts[prefix], rest);
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

function isGzip(file) {
  const start = Buffer.alloc(2);
  const opened = openSync(file, "r");
  readSync(opened, start);
  closeSync(opened);
  return start[0] === GZIP[0] && start[1] === GZIP[1];
}
