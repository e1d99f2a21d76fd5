// A proxy in front of `openroles serve`. It records every request, and can delay, replace, or drop the response for a
// file. Otherwise, responses pass through with all headers but one.
//
// Browsers can't cache anything, so repeated requests are all recorded.

import { Agent, type IncomingMessage, type ServerResponse, request as ask } from "node:http";

import { listening } from "./loopback";

/** Responds to a request, or calls `pass` to forward it to the board. */
export type Responder = (response: ServerResponse, pass: () => void) => void;

/** Request to the board. */
export interface Asked {
  /** Path relative to the board's address, with the query. */
  path: string;
  /** Whether the client closed the connection before the response. */
  isGivenUp: boolean;
}

export const breaksOff: Responder = (response) => response.socket?.destroy();

/** Breaks off what scripts of another site request, and lets visitors open the page. */
export const breaksOffForScripts: Responder = (response, pass) =>
  response.req.headers.origin ? breaksOff(response, pass) : pass();

/** Responds with this body instead. */
export function answers(body: string): Responder {
  return (response) => {
    response.writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/html" }).end(body);
  };
}

/** Holds requests until the second function is called. */
export function held(): [Responder, () => void] {
  const waiting: (() => void)[] = [];
  let isOver = false;
  const responder: Responder = (_response, pass) => (isOver ? pass() : void waiting.push(pass));
  const release = () => {
    isOver = true;
    waiting.splice(0).forEach((pass) => pass());
  };
  return [responder, release];
}

export class Front {
  readonly asked: Asked[] = [];
  readonly #responders = new Map<string, Responder>();
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(
    readonly board: string,
    readonly address: string,
    readonly stopListening: () => Promise<void>,
  ) {}

  /** Starts a proxy for the board at this address. */
  static async open(board: string): Promise<Front> {
    const { address, stop } = await listening((request, response) => front.#answer(request, response));
    const front: Front = new Front(board, address, stop);
    return front;
  }

  async stop(): Promise<void> {
    await this.stopListening();
    this.#agent.destroy();
  }

  /** Requested paths, in order. */
  get paths(): string[] {
    return this.asked.map(({ path }) => path);
  }

  /** Sets what happens to files whose paths contain `path`; null restores the default. */
  let(path: string, responder: Responder | null): void {
    if (responder) {
      this.#responders.set(path, responder);
    } else {
      this.#responders.delete(path);
    }
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const path = (request.url ?? "/").slice(1);
    const asked = { path, isGivenUp: false };
    if (path != "favicon.ico") {
      this.asked.push(asked);
    }
    response.on("close", () => (asked.isGivenUp = !response.writableFinished));
    const responder = [...this.#responders].find(([text]) => path.includes(text))?.[1];
    const pass = () => this.#pass(request, response);
    (responder ?? ((_response, pass) => pass()))(response, pass);
  }

  #pass({ method, url, headers }: IncomingMessage, response: ServerResponse): void {
    if (response.destroyed) {
      return;
    }
    const host = new URL(this.board).host;
    const options = { agent: this.#agent, method, headers: { ...headers, host } };
    const passed = ask(new URL(url ?? "/", this.board), options, (answer) => {
      response.writeHead(answer.statusCode ?? 502, { ...answer.headers, "cache-control": "no-store" });
      answer.pipe(response);
    });
    passed.on("error", () => response.destroy()).end();
  }
}
