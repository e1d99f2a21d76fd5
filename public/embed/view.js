// What the widget shows: job cards, refinements with counts, words typed, and where all of it is on the board.
//
// In goes what was asked for and what was found, by the list or by the search; out come elements. Everything in a list
// is foreign: it becomes text, never markup, and every link leads to the board.

const DAY = 86_400_000;

/** What is offered for refinement, in this order. */
const OFFERED = ["company", "department", "location", "workplace", "type"];
const FACETS = [...OFFERED, "skill", "source"];

/** Everything the widget says; `#` stands for a number or a name. */
const WORDS = {
  lang: "en",
  company: "Company",
  department: "Department",
  location: "Location",
  workplace: "Workplace",
  type: "Employment type",
  search: "Search these jobs",
  clear: "Clear",
  one: "1 job",
  many: "# jobs",
  of: "# of # jobs",
  newest: "# of the newest # jobs",
  posted: "Posted #",
  none: "No open jobs at the moment.",
  unmatched: "No job matches.",
  searching: "Searching…",
  more: "Show more",
  these: "See these jobs on #",
  all: "See all jobs on #",
  back: "All jobs",
  apply: "Apply",
  there: "See this job on the board",
  closed: "This job is closed.",
};

const sheet = new CSSStyleSheet();
sheet.replaceSync("@style@");

const fold = (value) =>
  String(value ?? "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .trim()
    .toLowerCase();
const today = () => Math.floor(Date.now() / DAY);

/** Whether a job has one of the values, by what stands in addresses or what people read. */
const has = (list, job, name, values) =>
  values.some((value) =>
    (job.in[name] ?? []).some((at) => list.facets[name][at].some((one) => fold(one) == fold(value))),
  );

/** Whether every word begins a word of the job. */
function matches(list, job, words) {
  const skills = (job.in.skill ?? []).map((at) => list.facets.skill[at][1]);
  const said =
    " " + fold([job.title, job.company, job.place, job.department, skills].join(" ").replace(/[,·/()]/g, " "));
  return fold(words)
    .split(/\s+/)
    .every((word) => said.includes(" " + word));
}

/** The jobs of a list that are locked in and refined to, and the count beside every value: exact if the list is whole. */
export function answer({ list, locks, refined, words, host }) {
  const open = list.jobs.filter((job) => !(job.until < today()));
  const isLocked = (job) => FACETS.every((name) => !locks[name] || has(list, job, name, locks[name]));
  const locked = open.filter((job) => isLocked(job) && (!locks.q || matches(list, job, words)));
  const jobs = [];
  const facets = {};
  for (const job of locked.filter((job) => matches(list, job, words))) {
    const failed = FACETS.filter((name) => refined[name]?.length && !has(list, job, name, refined[name]));
    if (!failed.length) jobs.push(job);
    for (const name of FACETS)
      if (!failed.length || (failed.length == 1 && failed[0] == name))
        for (const at of job.in[name] ?? []) {
          facets[name] ??= [];
          facets[name][at] ??= [...list.facets[name][at], 0];
          facets[name][at][2]++;
        }
  }
  for (const name in facets) facets[name] = facets[name].filter(Boolean).sort((a, b) => b[2] - a[2]);
  if (host.sort == "salary") jobs.sort((a, b) => (b.pay ?? -1) - (a.pay ?? -1));
  const rest =
    list.total - list.jobs.length - (list.rest ?? []).reduce((sum, [day, count]) => sum + (day < today() && count), 0);
  return { jobs, facets, total: jobs.length, all: locked.length, further: Math.max(0, rest) };
}

/** A tag that browsers know how to write in; the browser's own where it is none. */
function language(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** An element with attributes and children; texts stay texts. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) if (attributes[name] != null) element.setAttribute(name, attributes[name]);
  element.append(...children.filter((child) => child));
  return element;
}

/** One widget's elements; `actions` are called when somebody uses them. */
export class View {
  static sheet = sheet;
  make = make;
  #parts = {};
  #jobs = [];

  constructor(actions, board, words) {
    this.actions = actions;
    this.board = board;
    this.words = { ...WORDS, ...words };
    const { search, clear, more, lang } = this.words;
    const part = (name, tag, attributes, ...children) =>
      (this.#parts[name] = make(tag, { part: name, class: name, ...attributes }, ...children));
    const field = part("search", "input", { type: "search", "aria-label": search, placeholder: search });
    const facets = OFFERED.flatMap((name) => {
      const values = part(`${name}-values`, "ul", { part: "values", class: "values", id: name });
      const unfold = { part: "facet", "data-do": "unfold", "data-name": name, "aria-controls": name };
      return [part(name, "button", { ...unfold, class: "facet" }), values];
    });
    const bar = part(
      "bar",
      "div",
      {},
      field,
      ...facets,
      part("clear", "button", { part: "button", "data-do": "reset" }, clear),
    );
    const button = part("more", "button", { part: "button", "data-do": "more" }, more);
    const end = part("end", "div", {}, button, part("board", "a"));
    const status = part("status", "p", { role: "status", tabindex: -1 });
    this.body = make("div", { part: "widget", class: "widget", lang }, bar, status, part("jobs", "ul"), end);
    this.body.addEventListener("click", (event) => this.#click(event));
    field.addEventListener("focus", actions.prepare);
    field.addEventListener("input", () => actions.type(field.value));
  }

  /** Shows the values of one facet, or of none. */
  #unfold(name) {
    this.open = this.open == name ? null : name;
    this.actions.change();
  }

  /** Shows what was found, with what was asked for. */
  draw(view) {
    const { words, body } = this;
    const { bar, search, clear, status, jobs, more, board } = this.#parts;
    const { list, locks, refined, typed, total, all, further, isNarrowed, count, query, host } = view;
    const had = body.getRootNode().activeElement;
    const before = jobs.children.length;
    const held = total + (isNarrowed ? 0 : further);
    this.locale = language(host.locale);
    this.level = Math.min(6, Math.max(1, parseInt(host.heading) || 3));
    this.#jobs = view.jobs.slice(0, count);
    body.className = `widget ${host.theme}`;
    body.style.setProperty("--columns", parseInt(host.columns) || 1);
    if (search.value != typed) search.value = typed;
    search.hidden = !!locks.q;
    clear.hidden = !typed && !Object.keys(refined).length;
    bar.hidden = !all && clear.hidden;
    let said = clear.hidden ? words.none : words.unmatched;
    if (held) said = held == 1 ? words.one : this.#say(words.many, held);
    if (held && held < all) said = this.#say(words.of, held, all);
    if (isNarrowed && further) said = this.#say(words.newest, total, all);
    // The list does not know everything: what it says of others may be refuted in a moment.
    if (view.isPending && (!held || (isNarrowed && further))) said = words.searching;
    if (status.textContent != said) status.textContent = said;
    for (const name of OFFERED) this.#offer(name, view);
    jobs.replaceChildren(...this.#jobs.map((job) => this.#card(job, view)));
    more.hidden = total <= count;
    board.textContent = this.#say(held ? words.these : words.all, list.board ?? this.board.host);
    board.href = new URL(held ? `jobs/?${query}` : "jobs/", this.board);
    if (!had || (had.isConnected && !had.hidden)) return;
    // What had the focus was drawn anew, or is gone.
    const links = [...body.querySelectorAll("a")];
    const again =
      had == more
        ? jobs.children[before]?.querySelector("a")
        : links.find((link) => link.dataset.key && link.dataset.key == had.dataset.key);
    (again ?? status).focus({ preventScroll: true });
  }

  /** A pattern with its signs replaced, numbers as the reader writes them. */
  #say(pattern, ...values) {
    return values.reduce((said, value) => said.replace("#", () => value.toLocaleString(this.locale)), pattern);
  }

  /** The values of a facet, as links that refine by them or stop that. */
  #offer(name, { facets, locks, refined, further, query }) {
    const chosen = refined[name] ?? [];
    const isOne = (one, value) => fold(one[0]) == fold(value) || fold(one[1]) == fold(value);
    const values = [...(facets[name] ?? [])];
    for (const value of chosen) if (!values.some((one) => isOne(one, value))) values.push([value, value, 0]);
    const isChosen = (one) => chosen.some((value) => isOne(one, value));
    const labels = values.filter(isChosen).map(([, label]) => label);
    const { [name]: button, [`${name}-values`]: list } = this.#parts;
    button.hidden = !!locks[name] || (values.length < 2 && !chosen.length);
    button.textContent = this.words[name] + (labels.length ? `: ${labels.join(", ")}` : "");
    button.setAttribute("aria-expanded", this.open == name);
    list.hidden = button.hidden || this.open != name;
    if (list.hidden) return list.replaceChildren();
    const items = values.map((one) => {
      const others = chosen.filter((value) => !isOne(one, value));
      const next = isChosen(one) ? others : [...chosen, one[0]];
      const there = new URLSearchParams(query);
      there.delete(name);
      for (const value of next) there.append(name, value);
      const link = make("a", { part: "value", href: new URL(`jobs/?${there}`, this.board) }, `${one[1]}`);
      if (isChosen(one)) link.setAttribute("aria-current", "true");
      if (!further) link.append(" ", make("span", { part: "count", class: "quiet" }, this.#say("#", one[2])));
      Object.assign(link.dataset, { do: "refine", key: `${name}=${one[0]}`, name, next: JSON.stringify(next) });
      return make("li", {}, link);
    });
    list.replaceChildren(...items);
  }

  #card(job, { locks, host }) {
    const url = new URL(`jobs/${encodeURIComponent(job.slug)}/`, this.board);
    const target = host.target == "widget" ? null : host.target || null;
    const link = make(
      "a",
      { part: "link", href: url, target, "data-do": "open", "data-key": job.slug },
      `${job.title}`,
    );
    const names = [!locks.company && "company", "place", "type", "salary", "department"];
    return make(
      "li",
      { part: "job", class: "job" },
      make(`h${this.level}`, { part: "title", class: "title" }, link),
      this.facts(job, names),
    );
  }

  /** What is stated of a job, by these names and the day it was posted. */
  facts(job, names) {
    const facts = names.filter((name) => job[name]).map((name) => make("li", { part: name }, `${job[name]}`));
    if (Number.isInteger(job.posted)) {
      const day = new Date(job.posted * DAY);
      const date = day.toLocaleDateString(this.locale, { dateStyle: "medium", timeZone: "UTC" });
      facts.push(make("li", { part: "posted" }, this.#say(this.words.posted, date)));
    }
    return make("ul", { part: "facts", class: "facts" }, ...facts);
  }

  #click(event) {
    const at = event.target.closest("[data-do]");
    const { do: what, key, name, next } = at?.dataset ?? {};
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (what == "open") {
      const job = this.#jobs.find(({ slug }) => slug == key);
      if (!this.actions.open(job, at.href, isPlain)) event.preventDefault();
    } else if (what == "unfold") {
      this.#unfold(name);
    } else if (what && isPlain) {
      event.preventDefault();
      this.actions[what](name, next && JSON.parse(next));
    }
  }
}
