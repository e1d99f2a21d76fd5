// A page in WebKit, for what must hold in a third engine too: WebKitGTK over WebDriver where the system has it, or the
// test runner's own WebKit.

import { webkit } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { delimiter, join } from "node:path";

/** What a visit can do. */
export interface WebKitPage {
  /** Runs the body of a function in the page, where `words` are its arguments, and gives what it returns. */
  run(body: string, ...words: string[]): Promise<unknown>;
  /** Types into what has the focus. */
  type(text: string): Promise<void>;
}

/** Where Debian keeps WebKitGTK's own small browser, by architecture and version. */
const LIBRARIES = "/usr/lib";
const WINDOW = "1280x800x24";

/** Opens an address in a fresh WebKit and lets `visit` look at it. */
export async function visitInWebKit(url: string, visit: (page: WebKitPage) => Promise<void>): Promise<void> {
  const driver = onPath("WebKitWebDriver");
  await (driver ? visitByDriver(driver, url, visit) : visitByRunner(url, visit));
}

/** Waits until the body of a function returns something true. */
export async function until(page: WebKitPage, body: string, ...words: string[]): Promise<void> {
  const start = Date.now();
  while (!(await page.run(body, ...words))) {
    if (Date.now() - start > 20_000) {
      throw new Error(`not so after 20 seconds: ${body} (${words.join(", ")})`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function visitByRunner(url: string, visit: (page: WebKitPage) => Promise<void>): Promise<void> {
  const browser = await webkit.launch();
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await visit({
      run: (body, ...words) => page.evaluate(([body, words]) => new Function(body).apply(null, words), [body, words] as const),
      type: (text) => page.keyboard.type(text),
    });
  } finally {
    await browser.close();
  }
}

async function visitByDriver(driver: string, url: string, visit: (page: WebKitPage) => Promise<void>): Promise<void> {
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", WINDOW, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [display] = (await once(screen.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${display.toString().trim()}` };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  try {
    const session = await begun(`http://127.0.0.1:${port}`);
    try {
      await session.post("url", { url });
      await visit({
        run: (body, ...words) => session.post("execute/sync", { script: body, args: words }),
        type: async (text) => void (await session.post("actions", { actions: [keys(text)] })),
      });
    } finally {
      await session.end();
    }
  } finally {
    await Promise.all([stopped(server), stopped(screen)]);
  }
}

/** A session of the driver, once it answers. */
async function begun(address: string) {
  const browser = { binary: miniBrowser(), args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browser } };
  const send = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${address}${path}`, { method, ...(body && { body: JSON.stringify(body) }) });
    const { value } = (await response.json()) as { value: { message?: string } | null };
    if (!response.ok) {
      throw new Error(`${path}: ${value?.message}`);
    }
    return value;
  };
  for (let tries = 50; ; tries -= 1) {
    try {
      await send("GET", "/status");
      break;
    } catch (problem) {
      if (tries === 0) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  const { sessionId } = (await send("POST", "/session", { capabilities })) as { sessionId: string };
  return {
    post: (command: string, body: object) => send("POST", `/session/${sessionId}/${command}`, body),
    end: () => send("DELETE", `/session/${sessionId}`),
  };
}

function keys(text: string) {
  const actions = [...text].flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return { type: "key", id: "keyboard", actions };
}

function miniBrowser(): string {
  const folders = readdirSync(LIBRARIES).flatMap((machine) =>
    ["4.1", "6.0", "4.0"].map((version) => join(LIBRARIES, machine, `webkit2gtk-${version}`, "MiniBrowser")),
  );
  const found = folders.find((path) => existsSync(path));
  if (!found) {
    throw new Error("WebKitWebDriver is there, but not the MiniBrowser that comes with it");
  }
  return found;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

async function stopped(program: ChildProcess): Promise<void> {
  if (program.exitCode === null && program.signalCode === null) {
    program.kill();
    await once(program, "exit");
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
