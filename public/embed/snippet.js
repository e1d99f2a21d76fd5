// The page where an operator makes a snippet: turns the choices into a preview and the code to paste.

const BOARD = new URL("..", import.meta.url);
const SCRIPT = new URL("embed/open-roles.js", BOARD).href;
const ATTRIBUTES = ["company", "department", "location", "limit", "sort", "columns", "theme", "target"];

/** The texts of this script, from the table in crates/model/src/words/files.rs. */
const WORDS = "@words@";

const form = document.querySelector("#options");
const code = document.querySelector("#code");
const preview = document.querySelector("#preview");
const copied = document.querySelector("#copied");

const integrity = digest(SCRIPT);

/** The jobs of the chosen company, which are being read. */
let list = Promise.resolve({});

/** The latest request for code. If two wait for files, the later one wins. */
let turn;

form.addEventListener("input", (event) => show(event.target.name));
form.addEventListener("submit", (event) => event.preventDefault());
document.querySelector("#copy").addEventListener("click", copy);
for (const origin of document.querySelectorAll(".origin")) origin.textContent = BOARD.origin;
if (!form.company.value && form.company.options.length > 1) form.company.selectedIndex = 1;
show("company");

/** The hash with which a browser verifies the script; null if the page isn't in a secure context. */
async function digest(url) {
  if (!crypto.subtle) return null;
  const response = await fetch(url);
  const hash = await crypto.subtle.digest("SHA-384", await response.arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(hash)))}`;
}

async function show(changed) {
  copied.textContent = "";
  if (changed == "company") await offer(form.company.value);
  const mine = (turn = {});
  const widget = element();
  if (changed) preview.replaceChildren(widget);
  const hash = form.pinned.checked && (await integrity);
  const pin = hash ? `\n  integrity="${hash}" crossorigin` : "";
  const fallback = await links();
  if (mine != turn) return;
  const shown = element();
  shown.append("\n", ...fallback, "\n");
  code.textContent = `<script type="module" src="${SCRIPT}"${pin}></script>\n${shown.outerHTML.replaceAll('=""', "")}`;
}

/** The element with the chosen attributes, without children. */
function element() {
  const widget = document.createElement("open-roles");
  for (const name of ATTRIBUTES) if (form[name].value) widget.setAttribute(name, form[name].value);
  if (form["deep-link"].checked) widget.setAttribute("deep-link", "");
  form.accent.disabled = form.plain.checked;
  if (!form.plain.checked) widget.style.setProperty("--open-roles-accent", form.accent.value);
  return widget;
}

/** The fallback without JavaScript: links to the company's jobs and to its page on the board. */
async function links() {
  const company = form.company.selectedOptions[0];
  if (!company.value) return [link("jobs/", WORDS.all)];
  const { jobs = [] } = await list;
  const items = jobs.flatMap(({ slug, title, place }) => {
    const item = document.createElement("li");
    item.append(link(`jobs/${slug}/`, title), place ? `, ${place}` : "");
    return ["  ", item, "\n"];
  });
  const all = document.createElement("ul");
  all.append("\n", ...items);
  const end = document.createElement("p");
  end.append(link(`companies/${company.value}/`, WORDS.jobs_at.replace("@company@", () => company.text)));
  return items.length ? [all, "\n", end] : [end];
}

function link(path, text) {
  const link = document.createElement("a");
  link.href = new URL(path, BOARD).href;
  link.textContent = text;
  return link;
}

/** Fills in the departments and places of the company's jobs, and keeps what is already selected. */
async function offer(company) {
  list = read(company);
  const { facets = {} } = await list;
  if (company != form.company.value) return;
  for (const name of ["department", "location"]) {
    const choice = form[name];
    const chosen = choice.value;
    const options = (facets[name] ?? []).map(([value, label]) => new Option(label, value, false, value == chosen));
    choice.replaceChildren(choice.options[0], ...options.sort((a, b) => a.text.localeCompare(b.text)));
    choice.disabled = !options.length;
  }
}

/** The newest jobs of a company or, without one, of the board; without jobs if they can't be read. */
async function read(company) {
  const file = new URL(`embed/${company || "all.jobs"}.json`, BOARD);
  const response = await fetch(file).catch(() => null);
  return response?.ok ? response.json().catch(() => ({})) : {};
}

async function copy() {
  try {
    await navigator.clipboard.writeText(code.textContent);
    copied.textContent = WORDS.copied;
  } catch {
    getSelection().selectAllChildren(code);
    copied.textContent = WORDS.selected;
  }
}
