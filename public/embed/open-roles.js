// <open-roles>: a company's jobs on its own page.
//
// This is the element: its attributes, lifecycle, and events. Another module (view.js) draws its contents from the
// short list that `openroles build` wrote for the company; both are fetched when the element comes near the viewport.
// Until then, and if loading fails, the tag's children are shown as the fallback. A third module (search.js) searches
// the board's whole index. The board is the site that this script was loaded from; nothing on the host's page can
// change that.
//
// The host's page may have added properties to the prototype of all objects. So objects used as maps, and options
// that a browser reads, have no prototype.

const BOARD = new URL("..", import.meta.url);
const VIEW = "@view@";
const SEARCH = "@search@";
const JOB = "@job@";
const KEY = "open-roles-";

/** The facets that an attribute can lock, from the table in crates/model/src/facets.rs. */
const FACETS = "@facets@".split(" ");
const LOCKS = [...FACETS, "q"];
const ATTRIBUTES = [...LOCKS, "limit", "sort", "columns", "theme", "locale", "target", "heading"];

/** How many jobs "Show more" adds, and how many are shown at first without a limit. */
const STEP = 20;
const TYPING_PAUSE = 500;
/** If a search takes longer than this, in milliseconds, the results from the list are shown. */
const MOMENT = 200;
const TIME_LIMIT = 30_000;

/** Number of failed imports by path. Browsers may cache a failed import, so a retry uses another address. */
const failures = { __proto__: null };
function need(path) {
  const again = failures[path] ? `?${failures[path]}` : "";
  return import(new URL(path + again, BOARD)).catch((problem) => {
    failures[path] = (failures[path] ?? 0) + 1;
    throw problem;
  });
}

/** Lists by address, each with the number of widgets that wait for it, so that a file is fetched once for all. */
const files = new Map();

function load(url, signal) {
  let file = files.get(url);
  if (!file) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIME_LIMIT);
    file = { waiting: 0, text: read(url, stop.signal).finally(() => clearTimeout(timer)) };
    file.text.then(
      () => (file.waiting = NaN),
      () => files.delete(url),
    );
    file.leave = () => --file.waiting == 0 && (files.delete(url), stop.abort());
    files.set(url, file);
  }
  file.waiting++;
  signal.addEventListener("abort", file.leave);
  return file.text;
}

/** Fetches a file as text; null if the board doesn't have it. */
async function read(url, signal) {
  const response = await fetch(url, { __proto__: null, signal, credentials: "omit" });
  if (!response.ok && response.status != 404) throw Error(`${url} answered with status ${response.status}`);
  return response.ok ? response.text() : null;
}

/** Writes a search as the board's query string, or into the host's, where each name starts with `key`. */
function ask({ refined, words, isExact }, query = new URLSearchParams(), key = "") {
  for (const name of FACETS) {
    query.delete(key + name);
    for (const value of refined[name] ?? []) query.append(key + name, value);
  }
  query.delete(key + "q");
  if (words) query.set(key + "q", words);
  query.delete(key + "exact");
  if (words && isExact) query.set(key + "exact", 1);
  return query;
}

/** The board has no company with this name. */
class Unknown extends Error {}

/** Widgets load only when they come near the viewport. Until then, the page fetches nothing but this script. */
const near = new IntersectionObserver(
  (entries) => entries.forEach(({ isIntersecting, target }) => isIntersecting && target.reload(true)),
  { __proto__: null, rootMargin: "400px" },
);

/** The `<open-roles>` element. */
export class OpenRoles extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, "deep-link"];

  /** Texts that replace the board's own: see `WIDGET` in crates/model/src/words/files.rs. */
  static words = {};

  #root = this.attachShadow({ __proto__: null, mode: "open" });
  #fallback = document.createElement("slot");
  #note = document.createElement("p");
  #refined = { __proto__: null };
  #typed = "";
  #isExact = false;
  #extra = 0;
  #life;
  #url;
  #list;
  #view;
  #load;
  #answer;
  #turn;
  #total;
  #job;
  #isAsked;
  #isNear;
  #isDue;
  #timer;

  constructor() {
    super();
    this.#note.part = "note";
    this.#note.role = "status";
    this.#note.style =
      "all: initial; display: block; margin-block: 1em; color: inherit; font-family: inherit; font-size: inherit";
    this.#root.append(this.#fallback);
  }

  connectedCallback() {
    // Properties that were set before the class was defined.
    for (const name of Object.keys(this)) {
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (!this.#life) {
      this.#life = new AbortController();
      addEventListener("popstate", () => this.#read(), { __proto__: null, signal: this.#life.signal });
      this.#read();
    }
    this.#isNear ? this.#change() : near.observe(this);
  }

  disconnectedCallback() {
    near.unobserve(this);
    // Moving an element removes it and adds it again.
    queueMicrotask(() => {
      if (this.isConnected) return;
      clearTimeout(this.#timer);
      this.#life?.abort();
      // A list that was still loading counts as never requested.
      if (this.#load) this.#url = null;
      this.#life = this.#turn = this.#load = null;
    });
  }

  attributeChangedCallback(name) {
    this.#extra = 0;
    if (name == "q") this.#isExact = false;
    if (name == "deep-link") this.#read();
    this.#change();
  }

  /** Fetches the list again; with `true`, only if it isn't loaded yet. */
  reload(isEnough) {
    near.unobserve(this);
    this.#isNear = true;
    if (isEnough !== true) {
      files.delete(this.#url);
      this.#url = null;
    }
    this.#change();
  }

  /** Refines by values of `department`, `location`, … or by words (`q`); false if `name` is locked or unknown. */
  refine(name, values) {
    if (!LOCKS.includes(name) || this.getAttribute(name)) return false;
    values = [values ?? []].flat().map(String);
    if (name == "q") this.#type(values.join(" "));
    else this.#refined[name] = values;
    this.#refresh(name, values);
    return true;
  }

  /** Clears all refinements and typed words. */
  reset() {
    this.#refined = { __proto__: null };
    this.#type("");
    this.#refresh(null, []);
  }

  #type(words, isExact = false) {
    this.#typed = words;
    this.#isExact = isExact;
  }

  #refresh(name, values) {
    this.#extra = 0;
    this.#write("pushState");
    this.#emit("open-roles:refine", { name, values });
    this.#change();
  }

  #emit(type, detail = {}) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** Actions that the view calls. */
  #actions = {
    refine: (name, values) => this.refine(name, values),
    reset: () => this.reset(),
    change: () => this.#change(),
    prepare: () =>
      SEARCH &&
      need(SEARCH)
        .then((search) => search.open(BOARD, this.#view.parse))
        .catch(() => {}),
    more: () => {
      this.#extra += STEP;
      this.#change();
    },
    /** Searches for the words as typed, without corrections. */
    exact: () => {
      this.#type(this.#typed, true);
      this.#extra = 0;
      this.#write("pushState");
      this.#change();
    },
    type: (words) => {
      this.#type(words);
      this.#extra = 0;
      this.#change();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#write("replaceState");
        this.#emit("open-roles:search", { text: words, total: this.#total });
      }, TYPING_PAUSE);
    },
    /** Returns whether the browser should follow the link. */
    open: ({ slug, title }, url, isPlain) => {
      if (!this.#emit("open-roles:open", { slug, title, url })) return false;
      if (this.target != "widget" || !isPlain) return true;
      this.#turnTo(slug);
      return false;
    },
    close: () => this.#turnTo(null),
    apply: (detail) => this.#emit("open-roles:apply", detail),
  };

  /** Shows a job inside the widget; without a slug, the list. */
  #turnTo(slug) {
    this.#job = slug;
    this.#isAsked = true;
    this.#write("pushState");
    this.#change();
  }

  /** Reads the state from the host's URL if `deep-link` is set. */
  #read() {
    if (!this.deepLink) return;
    const said = new URLSearchParams(location.search);
    for (const name of FACETS) this.#refined[name] = said.getAll(KEY + name);
    this.#type(said.get(KEY + "q") ?? "", said.has(KEY + "exact"));
    this.#job = said.get(KEY + "job");
    this.#change();
  }

  #write(how) {
    if (!this.deepLink) return;
    const url = new URL(location);
    ask({ refined: this.#refined, words: this.#typed, isExact: this.#isExact }, url.searchParams, KEY);
    url.searchParams.delete(KEY + "job");
    if (this.#job) url.searchParams.set(KEY + "job", this.#job);
    if (url.href != location.href) history[how](history.state, "", url);
  }

  /** Schedules one update for all changes made in the same turn. */
  #change() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#isNear && this.#life) this.#update();
    });
  }

  async #update() {
    const url = new URL(`embed/${encodeURIComponent(this.company.trim().toLowerCase() || "all.jobs")}.json`, BOARD)
      .href;
    if (url == this.#url) return this.#list && this.#render();
    this.#url = url;
    this.#emit("loadstart");
    const turn = (this.#load = {});
    let end;
    try {
      const [{ View, answer, parseList }, text] = await Promise.all([need(VIEW), load(url, this.#life.signal)]);
      if (turn != this.#load) return;
      if (text == null) throw new Unknown(`The board ${BOARD} has no jobs of a company "${this.company}"`);
      this.#list = parseList(text);
      this.#answer = answer;
      this.#view ??= new View(this.#actions, BOARD, OpenRoles.words);
      this.#root.adoptedStyleSheets = [View.sheet];
      await this.#render();
      if (turn != this.#load) return;
      end = ["load", { total: this.#total }];
    } catch (problem) {
      if (turn != this.#load) return;
      this.#list = null;
      this.#fail(problem);
      end = ["error", { message: problem.message }];
    }
    this.#load = null;
    this.#emit(...end);
    this.#emit("loadend");
  }

  /** Shows the tag's children. Adds Retry, or if the board doesn't know the company, a message in the console. */
  #fail(problem) {
    const retry = document.createElement("button");
    const words = { __proto__: null, failed: "@failed@", retry: "@retry@", ...OpenRoles.words };
    retry.textContent = words.retry;
    retry.part = "button";
    retry.onclick = () => {
      this.#isAsked = true;
      this.reload();
    };
    this.#turn = null;
    this.#root.replaceChildren(this.#fallback);
    if (problem instanceof Unknown) return console.error(`<${this.localName}>: ${problem.message}`, this);
    this.#root.append(this.#note);
    this.#note.replaceChildren(words.failed, " ", retry);
    if (this.#isAsked) retry.focus();
  }

  /** Draws the results from the list. Words, and what the list lacks, are searched for in the whole index. */
  #render() {
    const locks = { __proto__: null };
    const refined = { __proto__: null };
    for (const name of LOCKS) if (this[name]) locks[name] = name == "q" ? [this.q] : this[name].split("|");
    for (const name of FACETS) if (!locks[name] && this.#refined[name]?.length) refined[name] = this.#refined[name];
    const typed = this.q ? "" : this.#typed;
    const words = (this.q || typed).trim();
    const isExact = this.#isExact;
    const isNarrowed = !!words || Object.keys({ ...refined, ...locks }).some((name) => name != "company");
    const query = ask({ refined: { __proto__: null, ...refined, ...locks }, words, isExact });
    const locked = ask({ refined: locks, words: this.q.trim(), isExact });
    const count = Math.max(1, parseInt(this.limit) || STEP) + this.#extra;
    const asked = { list: this.#list, locks, refined, typed, words, isNarrowed, query, count, host: this };
    const known = this.#answer({ __proto__: null, ...asked });
    const turn = (this.#turn = {});
    const draw = (found) => {
      if (turn != this.#turn) return;
      const view = { __proto__: null, ...asked, ...known, ...found };
      this.#total = view.total + (isNarrowed ? 0 : view.further);
      this.#view.draw(view);
      // The URL can only open jobs within the locked refinements.
      const open = () => this.#answer({ __proto__: null, ...asked, refined: { __proto__: null }, words: this.q }).jobs;
      const job =
        this.#job && this.target == "widget" && [...view.jobs, ...open()].find(({ slug }) => slug == this.#job);
      if (job) this.#open(job, turn);
      else this.#present(this.#view.body);
    };
    const isShallow = !!words;
    if (!SEARCH || !(words || (known.further && (isNarrowed || this.#view.open)))) return draw({ isShallow });
    // Typed words are first looked up in the list. For the host's own words, the fallback stays until the search
    // answers.
    const isShown = this.#view.body.isConnected;
    const pause = isShown && !(typed && known.jobs.length) ? MOMENT : 0;
    const preview = { isPending: true, isPreview: !!words };
    const timer = isShown || !this.q ? setTimeout(draw, pause, preview) : 0;
    const { parse } = this.#view;
    return need(SEARCH)
      .then((search) => search.answer({ board: BOARD, query, locked, sort: this.sort, count, parse }))
      .catch(() => ({ isShallow }))
      .then((found) => {
        clearTimeout(timer);
        draw(found);
      });
  }

  #open(job, turn) {
    need(JOB)
      .then(({ draw }) => draw(job, this.#view))
      .then(
        (page) => turn == this.#turn && this.#present(page),
        // If the job can't be shown here, the visitor goes to the board.
        () =>
          turn == this.#turn &&
          (this.#isAsked
            ? location.assign(new URL(`jobs/${encodeURIComponent(job.slug)}/`, BOARD))
            : this.#present(this.#view.body)),
      );
  }

  /** Inserts an element, and moves the focus into it if the visitor asked for it. */
  #present(element) {
    if (!element.isConnected) this.#root.replaceChildren(element);
    if (this.#isAsked) element.querySelector("[tabindex]")?.focus();
    this.#isAsked = false;
  }
}

for (const name of ATTRIBUTES)
  Object.defineProperty(OpenRoles.prototype, name, {
    __proto__: null,
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      value == null ? this.removeAttribute(name) : this.setAttribute(name, value);
    },
  });
Object.defineProperty(OpenRoles.prototype, "deepLink", {
  __proto__: null,
  get() {
    return this.hasAttribute("deep-link");
  },
  set(value) {
    this.toggleAttribute("deep-link", value);
  },
});

// `open-roles.js?as=acme-jobs` registers the class under that name; `?as=` doesn't register it.
const name = new URL(import.meta.url).searchParams.get("as") ?? "open-roles";
if (name && !customElements.get(name)) customElements.define(name, OpenRoles);
