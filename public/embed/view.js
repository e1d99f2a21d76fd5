// What the widget shows: job cards, refinements with counts, the search field, and links to the board.
//
// Takes the search and its results, from the list or from the full search, and draws elements. All values in a list
// are untrusted: they become text, never markup, and every link leads to the board.
//
// The view has no search of its own; the engine searches for words. Until it answers, the typed words are compared
// with keys in the list, which the board's own analyzer wrote (`PreviewKey` in crates/model/src/text/preview.rs).
//
// The host's page may have added properties to the prototype of all objects, so objects used as maps have none.

const DAY = 86_400_000;

/** The facets that visitors can refine by, and all that the widget knows, from the table in crates/model/src/facets.rs. */
const OFFERED = "@offered@".split(" ");
const FACETS = "@facets@".split(" ");

/** How many values of a facet are shown; visitors find the others by typing. */
const VALUES_SHOWN = 8;

const FORMAT = 2;

/** All texts of the widget, from the table in crates/model/src/words/files.rs; `#` is replaced with a number or a name. */
const WORDS = "@words@";

const sheet = new CSSStyleSheet();
sheet.replaceSync("@style@");

/** Text in the form that keys and names have: `normalized` in crates/model/src/text/preview.rs. */
const plain = (text) => `${text ?? ""}`.normalize("NFKC").toLowerCase().trim();
const today = () => Math.floor(Date.now() / DAY);

/** Parses the board's JSON, without anything that the host's page may have added to all objects. */
export const parse = (text) =>
  JSON.parse(text, (_, value) =>
    value && typeof value == "object" && !Array.isArray(value) ? Object.setPrototypeOf(value, null) : value,
  );

/** Parses a list that the board wrote; throws if it is something else. */
export function parseList(text) {
  const list = parse(text);
  if (list?.format != FORMAT) throw Error("the list is of another format");
  return list;
}

/** Whether a value has this name: as in URLs, as displayed, without accents, or as an alias. */
const isNamed = (names, value) => names.some((name) => plain(name) == plain(value));

/** Whether a job has any of the values. */
const has = (list, job, name, values) =>
  (job.in[name] ?? []).some((at) => values.some((value) => isNamed(list.facets[name][at], value)));

/** Whether every word begins a word of the job, or is part of a text without spaces between words. */
const previews = ({ key, runs }, words) =>
  plain(words)
    .split(/\s+/)
    .every((word) => ` ${key}`.includes(` ${word}`) || runs?.includes(word));

/** Listed jobs that match, with counts for all values; exact if the list is complete and nothing is typed. */
export function answer({ list, locks, refined, words, host }) {
  const open = list.jobs.filter((job) => !(job.until < today()));
  const isLocked = (job) => FACETS.every((name) => !locks[name] || has(list, job, name, locks[name]));
  const locked = open.filter((job) => isLocked(job) && (!locks.q || previews(job, words)));
  const jobs = [];
  const counts = FACETS.map(() => new Map());
  for (const job of locked.filter((job) => previews(job, words))) {
    const failed = FACETS.filter((name) => refined[name]?.length && !has(list, job, name, refined[name]));
    if (!failed.length) jobs.push(job);
    FACETS.forEach((name, facet) => {
      if (!failed.length || (failed.length == 1 && failed[0] == name))
        for (const at of job.in[name] ?? []) counts[facet].set(at, (counts[facet].get(at) ?? 0) + 1);
    });
  }
  const facets = { __proto__: null };
  FACETS.forEach((name, facet) => {
    const values = [...counts[facet]].sort(([at, count], [other, most]) => most - count || at - other);
    facets[name] = values.map(([at, count]) => [list.facets[name][at], count]);
  });
  if (host.sort == "salary") jobs.sort((a, b) => (b.pay ?? -1) - (a.pay ?? -1));
  const closed = (list.rest ?? []).reduce((sum, [day, count]) => sum + (day < today() && count), 0);
  const further = Math.max(0, list.total - list.jobs.length - closed);
  return { __proto__: null, jobs, facets, total: jobs.length, all: locked.length, further };
}

/** A language tag that the browser can format numbers in; undefined if it isn't one. */
function language(tag) {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** Makes an element with attributes and children; strings become text. */
function make(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children.filter((child) => child));
  return element;
}

/** Elements of one widget; `actions` are called when the visitor uses them. */
export class View {
  static sheet = sheet;
  make = make;
  parse = parse;
  #parts = { __proto__: null };
  #jobs = [];
  /** Facet whose values are shown. */
  open = null;
  locale = undefined;
  level = 0;
  /** Refinement that each value's link leads to. */
  #next = new WeakMap();

  constructor(actions, board, words) {
    this.actions = actions;
    this.board = board;
    this.words = { __proto__: null, ...WORDS, ...words };
    const { search, clear, more, lang } = this.words;
    const part = (name, tag, attributes, ...children) =>
      (this.#parts[name] = make(tag, { part: name, class: name, ...attributes }, ...children));
    const field = part("search", "input", { type: "search", "aria-label": search, placeholder: search });
    const facets = OFFERED.flatMap((name) => {
      const label = this.#say(this.words.find, this.words[name]);
      const asked = { type: "search", part: "find", class: "find", "aria-label": label, placeholder: label };
      const find = part(`${name}-find`, "input", asked);
      find.addEventListener("input", actions.change);
      const values = part(`${name}-values`, "ul", { part: "values", class: "values" });
      const unfold = { part: "facet", "data-do": "unfold", "data-name": name, "aria-controls": name };
      return [
        part(name, "button", { ...unfold, class: "facet" }),
        part(`${name}-offer`, "div", { part: "offer", class: "offer", id: name }, find, values),
      ];
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
    const typed = part("typed", "a", { part: "as-typed", "data-do": "exact" });
    const note = part("note", "p", { "aria-live": "polite" }, part("told", "span", { part: null }), " ", typed);
    this.body = make("div", { part: "widget", class: "widget", lang }, bar, status, note, part("jobs", "ul"), end);
    this.body.addEventListener("click", (event) => this.#click(event));
    field.addEventListener("focus", actions.prepare);
    field.addEventListener("input", () => actions.type(field.value));
  }

  /** Shows the values of one facet, or hides them. */
  #unfold(name) {
    this.open = this.open == name ? null : name;
    for (const one of OFFERED) this.#parts[`${one}-find`].value = "";
    this.actions.change();
  }

  /** Shows results together with the search they answer. */
  draw(view) {
    const { words, body } = this;
    const { bar, search, clear, status, jobs, more, board } = this.#parts;
    const { list, locks, refined, typed, total, all, further, isNarrowed, isPreview, count, query, host } = view;
    const had = body.isConnected && body.getRootNode().activeElement;
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
    // The list isn't complete, so its count may change when the search answers.
    if (isPreview || (view.isPending && (!held || (isNarrowed && further)))) said = words.searching;
    if (status.textContent != said) status.textContent = said;
    this.#note(view);
    for (const name of OFFERED) this.#offer(name, view);
    jobs.replaceChildren(...this.#jobs.map((job) => this.#card(job, view)));
    more.hidden = total <= count;
    board.textContent = this.#say(held ? words.these : words.all, list.board ?? this.board.host);
    board.href = new URL(held ? `jobs/?${query}` : "jobs/", this.board);
    if (!had || (had.isConnected && !had.hidden)) return;
    // The focused element was drawn again, or is gone.
    const links = [...body.querySelectorAll("a[data-key]")];
    const key = had.getAttribute("data-key");
    const again =
      had == more
        ? jobs.children[before]?.querySelector("a")
        : links.find((link) => link.getAttribute("data-key") == key);
    (again ?? status).focus({ __proto__: null, preventScroll: true });
  }

  /** Says how the search differs from what was asked for. */
  #note({ corrections, isPreview, isShallow, query }) {
    const { note, told, typed } = this.#parts;
    const those = (name) => corrections.map((correction) => correction[name]).join(", ");
    let [said, instead] = [isShallow && !isPreview ? this.words.titles : "", ""];
    if (corrections?.length) {
      said = this.#say(this.words.corrected, those("used"));
      instead = this.#say(this.words.typed, those("typed"));
    }
    note.hidden = !said;
    if (told.textContent != said) told.textContent = said;
    typed.hidden = !instead;
    typed.textContent = instead;
    typed.href = new URL(`jobs/?${query}&exact=1`, this.board);
  }

  /** Fills in a text; numbers are formatted for the reader. */
  #say(pattern, ...values) {
    return values.reduce((said, value) => said.replace("#", () => value.toLocaleString(this.locale)), pattern);
  }

  /** Shows the first values of a facet, or those that match, as links that add or remove a refinement. */
  #offer(name, { list: { facets: listed }, facets, locks, refined, further, isPreview, query }) {
    const chosen = refined[name] ?? [];
    // The list knows more spellings of a value than an answer does.
    const known = new Map((listed[name] ?? []).map((names) => [names[0], names]));
    const values = (facets[name] ?? []).map(([names, count]) => [known.get(names[0]) ?? names, count]);
    for (const value of chosen) if (!values.some(([names]) => isNamed(names, value))) values.push([[value, value], 0]);
    const isChosen = ([names]) => chosen.some((value) => isNamed(names, value));
    const labels = values.filter(isChosen).map(([[, label]]) => label);
    const { [name]: button, [`${name}-offer`]: offer, [`${name}-find`]: find, [`${name}-values`]: list } = this.#parts;
    button.hidden = !!locks[name] || (values.length < 2 && !chosen.length);
    button.textContent = this.words[name] + (labels.length ? `: ${labels.join(", ")}` : "");
    button.setAttribute("aria-expanded", this.open == name);
    offer.hidden = button.hidden || this.open != name;
    if (offer.hidden) return list.replaceChildren();
    find.hidden = values.length <= VALUES_SHOWN;
    const sought = find.hidden ? "" : plain(find.value);
    const found = values.filter(([names]) => names.some((one) => plain(one).includes(sought)));
    const shown = found.filter((value, at) => at < VALUES_SHOWN || isChosen(value));
    const items = shown.map(([names, count]) => {
      const isOn = isChosen([names]);
      const others = chosen.filter((value) => !isNamed(names, value));
      const next = isOn ? others : [...chosen, names[0]];
      const there = new URLSearchParams(query);
      there.delete(name);
      for (const value of next) there.append(name, value);
      const href = new URL(`jobs/?${there}`, this.board);
      const key = `${name}=${names[0]}`;
      const asked = { part: "value", href, "aria-current": isOn || null, "data-do": "refine", "data-key": key };
      const link = make("a", { ...asked, "data-name": name }, `${names[1]}`);
      const counted = make("span", { part: "count", class: "quiet" }, this.#say("#", count));
      if (!further && !isPreview) link.append(" ", counted);
      this.#next.set(link, next);
      return make("li", {}, link);
    });
    const rest = found.length - shown.length;
    const said = rest ? this.#say(this.words.further, rest) : !shown.length && this.words.unfound;
    list.replaceChildren(...items, ...(said ? [make("li", { part: "rest", class: "quiet" }, said)] : []));
  }

  #card(job, { locks, host }) {
    const url = new URL(`jobs/${encodeURIComponent(job.slug)}/`, this.board);
    const target = host.target == "widget" ? null : host.target || null;
    const link = make(
      "a",
      { part: "link", href: url, target, "data-do": "open", "data-key": job.slug },
      `${job.title}`,
    );
    const names = [...(locks.company ? [] : ["company"]), "place", "type", "salary", "department"];
    return make(
      "li",
      { part: "job", class: "job" },
      make(`h${this.level}`, { part: "title", class: "title" }, link),
      this.facts(job, names),
    );
  }

  /** Stated facts of a job: those called `names`, and the day it was posted. */
  facts(job, names) {
    const facts = names.filter((name) => job[name]).map((name) => make("li", { part: name }, `${job[name]}`));
    if (Number.isInteger(job.posted)) {
      const day = new Date(job.posted * DAY);
      const date = day.toLocaleDateString(this.locale, { __proto__: null, dateStyle: "medium", timeZone: "UTC" });
      facts.push(make("li", { part: "posted" }, this.#say(this.words.posted, date)));
    }
    return make("ul", { part: "facts", class: "facts" }, ...facts);
  }

  #click(event) {
    const at = event.target.closest("[data-do]");
    const [what, key, name] = ["do", "key", "name"].map((one) => at?.getAttribute(`data-${one}`));
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (what == "open") {
      const job = this.#jobs.find(({ slug }) => slug == key);
      if (!this.actions.open(job, at.href, isPlain)) event.preventDefault();
    } else if (what == "unfold") {
      this.#unfold(name);
    } else if (what && isPlain) {
      event.preventDefault();
      this.actions[what](name, this.#next.get(at));
    }
  }
}
