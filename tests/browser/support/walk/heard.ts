// What a page writes to its console. When something fails, the app logs the reason there.
//
// The page itself collects these lines, because WebKit's driver doesn't report them.

/** Property of `window` that collects the lines. */
interface Listening {
  consoleLines?: string[];
}

/** Runs in the page right after it loads. From then on, collects warnings and errors. */
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

/** Runs in the page. Returns the last ten lines. */
export function heard(): string[] {
  return (window as unknown as Listening).consoleLines?.slice(-10) ?? [];
}
