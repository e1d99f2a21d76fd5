// The page where an operator examines feeds: files and text go to the doctor, which works beside the page, and its
// report is shown. Nothing but the doctor itself is ever fetched.

const BOARD = new URL("..", import.meta.url);
const DOCTOR = new URL("@worker@", BOARD);
const UNFINISHED = "the program could not be loaded, or broke off: check the connection and try again; large feeds are examined by the command line tool, `openroles doctor`";

const form = document.querySelector("#feeds");
const files = document.querySelector("#files");
const status = document.querySelector("#status");
const problems = document.querySelector("#problems");
const report = document.querySelector("#report");
const again = document.querySelector("#again");
const save = document.querySelector("#save");
const over = document.querySelector("#over");

// What is being examined, or was.
let feeds = [];
let doctor = onDuty();

// A file that was chosen before may have changed since, and is chosen anew.
files.addEventListener("click", () => (files.value = ""));
files.addEventListener("change", () => files.files.length && examine([...files.files]));
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#paste").addEventListener("click", () => {
  if (!form.text.value.trim()) return form.text.focus();
  files.value = "";
  examine([new File([form.text.value], "pasted text")]);
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

/** A doctor that is being fetched and started; what it says is shown. */
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
  show("working", `Reading ${chosen[0].name}…`);
  doctor.postMessage({ feeds, company: form.company.value.trim() });
}

function hear({ reading, at, count, broken, problems, summary, fragment, page }) {
  if (reading) {
    show("working", count > 1 ? `Examining ${reading} (${at + 1} of ${count})…` : `Examining ${reading}…`);
  } else if (broken) {
    dismiss();
    // As long as nobody has asked for anything, the next attempt may do better.
    if (feeds.length) fail([["The doctor", UNFINISHED]]);
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
  show("failed", reasons.length > 1 ? "None of them could be examined." : "It could not be examined.");
}

function succeed(summary, fragment, page) {
  // Parsed apart from the page, nothing in it could run even if it were there.
  report.replaceChildren(...new DOMParser().parseFromString(fragment, "text/html").body.childNodes);
  URL.revokeObjectURL(save.href);
  save.href = URL.createObjectURL(new Blob([page], { type: "text/html" }));
  show("ready", `${summary}.`);
}

function show(face, words) {
  document.body.dataset.face = face;
  status.textContent = words;
  problems.hidden = again.hidden = face != "failed";
  report.hidden = save.hidden = face != "ready";
  over.hidden = face == "empty";
  over.textContent = face == "working" ? "Stop" : "Start over";
}

function startOver() {
  if (document.body.dataset.face == "working") dismiss();
  feeds = [];
  form.reset();
  report.replaceChildren();
  show("empty", "Nothing has been examined yet.");
  files.focus();
}

/** One at work can only be stopped for good. */
function dismiss() {
  doctor?.terminate();
  doctor = null;
}

function drag(event, isOver) {
  if (!event.dataTransfer.types.includes("Files")) return;
  event.preventDefault();
  document.body.toggleAttribute("data-dragging", isOver);
}
