// Marks new jobs, and starts the app: at once on pages that need it, elsewhere when the visitor is about to use a link or a
// control.
// Nothing that it needs competes with the text. The script element names the app's files, so this file never changes.
const { start: when, board, script, wasm, readerScript, readerWasm, ahead, words, closing } =
  document.querySelector("script[data-script]").dataset;
const root = document.documentElement;
const isSaving = navigator.connection?.saveData;

// The day that was `before` days ago, in UTC.
const day = (before) => new Date(Date.now() - before * 864e5).toISOString().slice(0, 10);

// Jobs are new for three days by the visitor's clock, also on cards that the app draws.
const markNew = () => {
  for (const mark of document.querySelectorAll("[data-added]")) mark.hidden = mark.dataset.added < day(3);
};
markNew();
new MutationObserver(markNew).observe(root, { childList: true, subtree: true });

// A page opened for a search shows its own default list until the app answers: dim it meanwhile.
if (location.search.length > 1) root.dataset.waiting = "";

const load = async (script, wasm) => {
  const module = fetch(wasm);
  // Where the script can't be loaded, that is the failure to report.
  module.catch(() => {});
  const program = await import(script);
  await program.default({ module_or_path: module });
  return program;
};

// If the board shows a live feed, the app asks for the reader. A reader that failed can't be used again, so each call loads
// the module again, under another address.
let readers = 0;
globalThis.openrolesReader = () => load(readers++ ? `${readerScript}?${readers}` : readerScript, readerWasm);

const untilLive = new AbortController();
const listen = (name, act) => addEventListener(name, act, { signal: untilLive.signal, passive: true });

// After a reload, Back and Forward may lead to entries that the app added before. Without the app, they change only the
// address, and the host has the page.
const { pathname } = location;
listen("popstate", () => location.pathname !== pathname && location.reload());

// Files that this page needs are fetched together with the app, not after it. The app takes each response when it needs it.
const fetched = new Map();
const absolute = (url) => new URL(url, location).href;
globalThis.openrolesTake = (url) => {
  const response = fetched.get(absolute(url));
  fetched.delete(absolute(url));
  return response;
};
const fetchAhead = (url) => {
  // A file whose name has a hash never changes, so a copy in the cache is as good.
  const cache = /\.[0-9a-f]{16}[./]/.test(url) ? "default" : "no-cache";
  const response = fetch(url, { cache, signal: AbortSignal.timeout(30_000) });
  // The failure is reported where the response is taken.
  response.catch(() => {});
  fetched.set(absolute(url), response);
};
const listed = (urls) => urls?.split(" ") ?? [];

// The app says that it has taken over or drawn the page, or that the page stays as it is.
const isLive = new Promise((tell) => (globalThis.openrolesStarted = tell));

let started;
const start = () => (started ??= run());
const run = async () => {
  [...listed(board), ...listed(ahead)].forEach(fetchAhead);
  if (/[?&]q=/.test(location.search)) listed(words).forEach(fetchAhead);
  try {
    await load(script, wasm);
    if (await isLive) untilLive.abort();
  } finally {
    // Also if the app fails to load: the list is readable, and its links work.
    delete root.dataset.waiting;
  }
};

// The link or control of this board that an event is about.
const subject = ({ target }) => {
  const found = target.closest?.("a[href], button, input, select, textarea, summary, label");
  const isOurs = (found?.origin ?? location.origin) === location.origin && !/\bexternal\b/.test(found?.rel);
  return isOurs ? found : null;
};

// Until the app is live, links are followed by the browser, which then has the page already.
const prefetched = new Set([pathname]);
const prefetch = ({ pathname: path, search }) => {
  if (isSaving || search || !path?.endsWith("/") || prefetched.has(path)) return;
  prefetched.add(path);
  document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: path }));
};

const expect = (found) => {
  if (!found) return;
  prefetch(found);
  start();
};

// A pointer that only crosses a link has left it by then, and so has a finger that begins to scroll.
const RESTING_MS = 65;
// By then, the browser has reported the links that scrolling moved under the pointer.
const SCROLLING_MS = 200;
const startOnIntent = () => {
  let resting;
  let scrolled = -SCROLLING_MS;
  const leave = () => clearTimeout(resting);
  listen("scroll", ({ timeStamp }) => (leave(), (scrolled = timeStamp)));
  listen("pointerover", (event) => {
    const found = subject(event);
    leave();
    if (event.timeStamp - scrolled > SCROLLING_MS) resting = setTimeout(() => expect(found), RESTING_MS);
  });
  listen("pointerout", leave);
  listen("focusin", (event) => expect(subject(event)));
  listen("keydown", start);
  // The app was running on this history entry before: it knows how far the visitor had scrolled, and is in the browser's
  // cache.
  if (history.scrollRestoration === "manual" || document.activeElement !== document.body) start();
};

// Waits for intent, unless the page waits for an answer, has nothing to read, or shows a job that may have closed since the
// page was made.
const isReadable = document.getElementById("page-data") && location.search.length <= 1 && !(closing < day(0));
if (isReadable && (when === "on-intent" || isSaving)) startOnIntent();
else requestAnimationFrame(() => setTimeout(start));
