// Starts the app once the page has been painted: nothing it needs competes with the text.
// The script element names the app's files, so this file never changes.
const { script, wasm } = document.querySelector("script[data-script]").dataset;

// A page opened for a search shows its own default list until the app answers: dim it meanwhile.
if (location.search.length > 1) document.documentElement.dataset.waiting = "";

const start = async () => {
  try {
    const app = await import(script);
    await app.default({ module_or_path: wasm });
  } finally {
    // Also when the app cannot come: the list below it reads well, and its links work.
    delete document.documentElement.dataset.waiting;
  }
};

requestAnimationFrame(() => setTimeout(start));
