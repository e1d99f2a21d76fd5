// Starts the app once the page has been painted: nothing it needs competes with the text.
// The script element names the app's files, so this file never changes.
const { script, wasm, readerScript, readerWasm, closing } = document.querySelector("script[data-script]").dataset;

// A page opened for a search shows its own default list until the app answers: dim it meanwhile.
if (location.search.length > 1) document.documentElement.dataset.waiting = "";

const load = async (script, wasm) => {
  const program = await import(script);
  await program.default({ module_or_path: wasm });
  return program;
};

// The app asks for the reader of feeds where the board shows a live one. A reader that has failed can't be used again,
// so each is a new one: under another address, a module is loaded anew.
let readers = 0;
globalThis.openrolesReader = () => load(readers++ ? `${readerScript}?${readers}` : readerScript, readerWasm);

const start = async () => {
  try {
    await load(script, wasm);
  } finally {
    // Also when the app cannot come: the list below it reads well, and its links work.
    delete document.documentElement.dataset.waiting;
  }
};

// Whoever saves data reads without the app until they do something. Not where the page waits for an answer, has
// nothing to read, or shows a job that may have closed since it was made.
const today = new Date().toISOString().slice(0, 10);
const isReadable = document.getElementById("page-data") && location.search.length <= 1 && !(closing < today);
const isSaving = navigator.connection?.saveData && isReadable;
const INTENTS = ["pointerover", "pointerdown", "focusin", "keydown"];
const intent = () => new Promise((resolve) => INTENTS.forEach((name) => addEventListener(name, resolve, { once: true })));

requestAnimationFrame(() => setTimeout(() => (isSaving ? intent().then(start) : start())));
