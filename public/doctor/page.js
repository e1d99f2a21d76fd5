// The page where an operator checks feeds. It passes files and pasted text to a worker, and shows the worker's report.
// It fetches nothing but the doctor's program.

const BOARD = new URL("..", import.meta.url);
const DOCTOR = new URL("@worker@", BOARD);

/** The texts of this script, from the table in crates/model/src/words/files.rs. */
const WORDS = "@words@";

const form = document.querySelector("#feeds");
const files = document.querySelector("#files");
const status = document.querySelector("#status");
const problems = document.querySelector("#problems");
const report = document.querySelector("#report");
const again = document.querySelector("#again");
const save = document.querySelector("#save");
const over = document.querySelector("#over");

// The feeds that are being checked, or were last.
let feeds = [];
let doctor = onDuty();

// A file that was chosen before may have changed since, so choosing it again counts.
files.addEventListener("click", () => (files.value = ""));
files.addEventListener("change", () => files.files.length && examine([...files.files]));
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#paste").addEventListener("click", () => {
  if (!form.text.value.trim()) return form.text.focus();
  files.value = "";
  examine([new File([form.text.value], WORDS.pasted)]);
});
form.company.addEventListener("change", () => feeds.length && examine(feeds));
again.addEventListener("click", () => examine(feeds));
over.addEventListener("click", startOver);
addEventListener("dragover", (event) => drag(event, true));
addEventListener("dragleave", (event) => event.relatedTarget || drag(event, false));
addEventListener("drop", (event) => {
  drag(event, false);
  if (!event.dataTransfer.files.length) return;
  files.files = event.dataTransfer.files;
  examine([...files.files]);
});

/** Starts a worker, and shows what it reports. */
function onDuty() {
  const worker = new Worker(DOCTOR, { type: "module" });
  const listen = (words) => worker == doctor && hear(words);
  worker.addEventListener("message", ({ data }) => listen(data));
  worker.addEventListener("error", () => listen({ broken: true }));
  return worker;
}

function examine(chosen) {
  if (document.body.dataset.face == "working") dismiss();
  doctor ??= onDuty();
  feeds = chosen;
  show("working", say(WORDS.reading, chosen[0].name));
  doctor.postMessage({ feeds, company: form.company.value.trim() });
}

function hear({ reading, at, count, broken, problems, summary, fragment, page }) {
  if (reading) {
    show("working", count > 1 ? say(WORDS.checking_of, reading, at + 1, count) : say(WORDS.checking, reading));
  } else if (broken) {
    dismiss();
    // Nothing is shown until feeds were chosen; by then, another attempt may have succeeded.
    if (feeds.length) fail([[WORDS.program, WORDS.unfinished]]);
  } else if (problems) {
    fail(problems);
  } else {
    succeed(summary, fragment, page);
  }
}

function fail(reasons) {
  const lines = reasons.map(([name, problem]) => {
    const line = document.createElement("li");
    line.append(Object.assign(document.createElement("strong"), { textContent: name }), `: ${problem}`);
    return line;
  });
  problems.replaceChildren(...lines);
  show("failed", reasons.length > 1 ? WORDS.all_failed : WORDS.failed);
}

function succeed(summary, fragment, page) {
  // Scripts in a document from `DOMParser` don't run.
  report.replaceChildren(...new DOMParser().parseFromString(fragment, "text/html").body.childNodes);
  URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  show("ready", `${summary}.`);
}

/** A text with each `#` replaced with a number or a name. */
function say(text, ...values) {
  return text.split("#").reduce((said, rest, at) => said + values[at - 1] + rest);
}

function show(face, words) {
  document.body.dataset.face = face;
  status.textContent = words;
  problems.hidden = again.hidden = face != "failed";
  report.hidden = save.hidden = face != "ready";
  over.hidden = face == "empty";
  over.textContent = face == "working" ? WORDS.stop : WORDS.start_over;
}

function startOver() {
  if (document.body.dataset.face == "working") dismiss();
  feeds = [];
  form.reset();
  report.replaceChildren();
  show("empty", WORDS.empty);
  files.focus();
}

/** Ends the worker: a check can't be interrupted in another way. */
function dismiss() {
  doctor?.terminate();
  doctor = null;
}

function drag(event, isOver) {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.toggleAttribute("data-dragging", isOver);
}
