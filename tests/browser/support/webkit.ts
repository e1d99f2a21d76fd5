// WebKit, for what must hold in a third engine too: WebKitGTK over WebDriver where the system has it, or the test
// runner's own WebKit.

import { webkit } from "@playwright/test";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

import { type Engine, type EnginePage, type Key, type Preferences, WINDOW, callOf } from "./engine";
import { freePort } from "./loopback";
import { engineOf } from "./runner";
import type { Served } from "./tool";

/** Where Debian keeps WebKitGTK's own small browser, by architecture and version. */
const LIBRARIES = "/usr/lib";

/** Keys as WebDriver writes them. */
const KEYS: Record<Key, string> = { Tab: "\uE004", Enter: "\uE007", Escape: "\uE00C" };

/** A desktop theme's dark variant is what tells WebKitGTK that visitors prefer the dark. */
const THEMES = { light: "Adwaita", dark: "Adwaita:dark" };

/** How often the driver is asked whether it is there, and after how many milliseconds again. */
const TRIES = 200;
const PAUSE = 50;

/** How often WebKit is started until it is there, and how many milliseconds each may take. */
const STARTS = 3;
const START_LIMIT = 20_000;

/** Starts WebKit. */
export function launchWebKit(preferences: Preferences): Promise<Engine> {
  const driver = onPath("WebKitWebDriver");
  return driver ? launchDriver(driver, preferences) : launchRunner(preferences);
}

async function launchRunner(preferences: Preferences): Promise<Engine> {
  return engineOf(await webkit.launch(), preferences);
}

/** Now and then a browser does not find the way back to the driver that has started it: then both are started anew. */
async function launchDriver(driver: string, preferences: Preferences): Promise<Engine> {
  for (let tries = STARTS; ; tries -= 1) {
    const { address, stop } = await startDriver(driver, preferences);
    try {
      const session = await begun(address);
      const end = () => send(session, { method: "DELETE" });
      return { page: () => opened(session), stop: () => end().then(stop, stop) };
    } catch (problem) {
      await stop();
      if (tries === 1) {
        throw problem;
      }
    }
  }
}

async function startDriver(driver: string, { colorScheme }: Preferences): Promise<Served> {
  const size = `${WINDOW.width}x${WINDOW.height}x24`;
  const screen = spawn("Xvfb", ["-displayfd", "3", "-screen", "0", size, "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
  });
  const [display] = (await once(screen.stdio[3] as NodeJS.ReadableStream, "data")) as [Buffer];
  const port = await freePort();
  const env = { ...process.env, DISPLAY: `:${display.toString().trim()}`, GTK_THEME: THEMES[colorScheme] };
  const server = spawn(driver, [`--port=${port}`], { env, stdio: "ignore" });
  const stop = async () => void (await Promise.all([stopped(server), stopped(screen)]));
  return { address: `http://127.0.0.1:${port}`, stop };
}

/** The address of a session, with a browser in it. */
async function begun(address: string): Promise<string> {
  await isThere(address);
  const browser = { binary: miniBrowser(), args: ["--automation"] };
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": browser } };
  const signal = AbortSignal.timeout(START_LIMIT);
  const request = { method: "POST", body: { capabilities }, signal };
  const { sessionId } = (await send(`${address}/session`, request)) as { sessionId: string };
  return `${address}/session/${sessionId}`;
}

/** A page is a window with a history of its own; a tab would not be drawn. Each command goes to the page's own window. */
async function opened(session: string): Promise<EnginePage> {
  const post = (command: string, body: object) => send(`${session}/${command}`, { method: "POST", body });
  const home = await send(`${session}/window`, { method: "GET" });
  const { handle } = (await post("window/new", { type: "window" })) as { handle: string };
  const here = async (command: string, body: object) => {
    await post("window", { handle });
    return post(command, body);
  };
  const address = async () => {
    await post("window", { handle });
    return (await send(`${session}/url`, { method: "GET" })) as string;
  };
  const act = async (action: object) => void (await here("actions", { actions: [action] }));
  const resize = async (width: number) => void (await here("window/rect", { ...WINDOW, width }));
  await resize(WINDOW.width);
  return {
    open: async (url) => void (await here("url", { url })),
    address,
    call: async (source, words) => called(await here("execute/async", { script: script(source, words), args: [] })),
    click: (x, y) => act(click(x, y)),
    press: (key) => act(keys([KEYS[key]])),
    type: (text) => act(keys([...text])),
    resize,
    complaints: [],
    close: async () => {
      await post("window", { handle });
      await send(`${session}/window`, { method: "DELETE" });
      await post("window", { handle: home });
    },
  };
}

/** A script that tells when it has finished, and how. */
function script(source: string, words: unknown[]): string {
  return `const done = arguments[0];
    try { ${callOf(source, words)}.then((value) => done({ value }), (problem) => done({ problem: String(problem) })) }
    catch (problem) { done({ problem: String(problem) }) }`;
}

function called(answer: unknown): unknown {
  const { value, problem } = answer as { value: string; problem?: string };
  if (problem) {
    throw new Error(problem);
  }
  return JSON.parse(value);
}

function click(x: number, y: number): object {
  const actions = [
    { type: "pointerMove", x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: "pointerDown", button: 0 },
    { type: "pointerUp", button: 0 },
  ];
  return { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions };
}

function keys(values: string[]): object {
  const actions = values.flatMap((value) => [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ]);
  return { type: "key", id: "keyboard", actions };
}

async function send(url: string, { body, ...how }: { method: string; body?: object; signal?: AbortSignal }) {
  const response = await fetch(url, { ...how, ...(body && { body: JSON.stringify(body) }) });
  const { value } = (await response.json()) as { value: unknown };
  if (!response.ok) {
    throw new Error(`${url}: ${(value as { message?: string } | null)?.message}`);
  }
  return value;
}

async function isThere(address: string): Promise<void> {
  for (let tries = TRIES; ; tries -= 1) {
    try {
      await send(`${address}/status`, { method: "GET" });
      return;
    } catch (problem) {
      if (tries === 0) {
        throw problem;
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
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
