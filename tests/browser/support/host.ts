// A host site on its own origin, with a policy that allows only the board's scripts and data.

import type { IncomingMessage, ServerResponse } from "node:http";

import { listening } from "./loopback";

/** Parts of a host's page. */
export interface HostPage {
  /** Contents of `<body>`. */
  body: string;
  /** Attributes of `<html>`. */
  html?: string;
  /** Style sheet. */
  style?: string;
  /** Module script of the host. */
  script?: string;
  /** Script of the test, run before all others; it is the only inline script that the policy allows. */
  ear?: string;
  /** Additional script sources that the policy allows; null forbids all scripts. */
  scripts?: string | null;
  /** Attributes of the widget's `<script>` in addition to its address; null leaves the script out. */
  widget?: string | null;
}

/** Running host. */
export class Host {
  readonly #pages = new Map<string, HostPage>();
  #count = 0;

  private constructor(
    readonly address: string,
    readonly board: string,
    readonly stop: () => Promise<void>,
  ) {}

  /** Starts a host that embeds the board at this address. */
  static async start(board: string): Promise<Host> {
    const { address, stop } = await listening((request, response) => host.#answer(request, response));
    const host: Host = new Host(address, board, stop);
    return host;
  }

  /** Serves a page and returns its address. */
  page(page: HostPage): string {
    const path = `page-${(this.#count += 1)}`;
    this.#pages.set(path, page);
    return `${this.address}${path}`;
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const [path = "", extension] = new URL(request.url ?? "/", this.address).pathname.slice(1).split(".");
    const page = this.#pages.get(path);
    if (!page) {
      response.writeHead(path == "favicon" ? 204 : 404).end();
    } else if (extension == "css") {
      response.writeHead(200, { "Content-Type": "text/css" }).end(page.style);
    } else if (extension == "js") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(page.script);
    } else if (extension == "ear") {
      response.writeHead(200, { "Content-Type": "text/javascript" }).end(page.ear);
    } else {
      const policy = this.#policy(path, page);
      const headers = { "Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": policy };
      response.writeHead(200, headers).end(this.#html(path, page));
    }
  }

  #policy(path: string, { scripts = "", script, ear }: HostPage): string {
    const board = this.board.replace(/\/$/, "");
    const own = script ? " 'self'" : "";
    const sources = `${board}${own}${ear ? ` ${this.address}${path}.ear` : ""} ${scripts}`;
    const allowed = scripts === null ? "'none'" : sources;
    return `default-src 'none'; script-src ${allowed}; connect-src ${board}; style-src 'self'; img-src 'self'; base-uri 'none'`;
  }

  #html(path: string, { body, html = 'lang="en"', style, script, ear, widget = "" }: HostPage): string {
    const parts = [
      "<!DOCTYPE html>",
      `<html ${html}><head><meta charset="utf-8"><title>Careers</title>`,
      '<meta name="viewport" content="width=device-width, initial-scale=1">',
      ear === undefined ? "" : `<script src="/${path}.ear"></script>`,
      style === undefined ? "" : `<link rel="stylesheet" href="/${path}.css">`,
      widget === null ? "" : `<script type="module" src="${this.board}embed/open-roles.js" ${widget}></script>`,
      script === undefined ? "" : `<script type="module" src="/${path}.js"></script>`,
      `</head><body>${body}</body></html>`,
    ];
    return parts.join("\n");
  }
}
