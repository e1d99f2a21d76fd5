// What a page writes to its console: when it shows that something failed, the app logs what.
//
// The page itself listens, because WebKit's driver hears nothing of a console.

/** Where the page keeps its lines. */
interface Listening {
  consoleLines?: string[];
}

/** Runs in the page, as soon as it is loaded: from now on, warnings and errors are kept. */
export function listenToConsole(): void {
  const lines: string[] = [];
  Object.assign(window, { consoleLines: lines } satisfies Listening);
  for (const level of ["warn", "error"] as const) {
    const write = console[level];
    console[level] = (...words: unknown[]) => {
      lines.push(`${level}: ${words.join(" ")}`);
      write.apply(console, words);
    };
  }
  addEventListener("error", ({ message }) => lines.push(`exception: ${message}`));
  addEventListener("unhandledrejection", ({ reason }) => lines.push(`rejection: ${reason}`));
}

/** Runs in the page: its last lines. */
export function heard(): string[] {
  return (window as unknown as Listening).consoleLines?.slice(-10) ?? [];
}
