// Servers of the tests, on free ports of this machine.

import { once } from "node:events";
import { type RequestListener, createServer } from "node:http";
import type { AddressInfo } from "node:net";

import type { Served } from "./tool";

/** Starts a server that answers requests until it is stopped. */
export async function listening(answer: RequestListener): Promise<Served> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { address: `http://127.0.0.1:${port}/`, stop };
}

/** A port that isn't in use. */
export async function freePort(): Promise<number> {
  const { address, stop } = await listening(() => {});
  await stop();
  return Number(new URL(address).port);
}
