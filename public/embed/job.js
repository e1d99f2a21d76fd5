// A job inside the widget, for hosts that want to keep visitors on their page. It shows the same values as the
// board's own page.
//
// Takes the job's values from that page and returns an element. The values are untrusted: they become text, and links
// may only lead to web or mail addresses.

const DAY = 86_400_000;
const TIME_LIMIT = 30_000;

/** Returns the job's page as an element, made with the functions of the view. */
export async function draw(job, view) {
  const { make, words, actions, level } = view;
  const url = new URL(`jobs/${encodeURIComponent(job.slug)}/`, view.board);
  const signal = AbortSignal.timeout(TIME_LIMIT);
  const response = await fetch(url, { __proto__: null, credentials: "omit", signal });
  if (!response.ok) throw Error(`${url} answered with status ${response.status}`);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const { posting } = view.parse(page.getElementById("page-data").textContent).page.Job;
  const isClosed = posting.valid_through != null && posting.valid_through < Math.floor(Date.now() / DAY);
  const back = make("button", { part: "button" }, words.back);
  back.addEventListener("click", actions.close);
  const href = !isClosed && target(posting.how_to_apply);
  const attributes = { part: "apply", class: "apply", href, target: "_blank", rel: "noopener nofollow ugc" };
  const apply = href && make("a", attributes, words.apply);
  const told = { slug: job.slug, title: job.title, url: href };
  if (apply) apply.addEventListener("click", (event) => actions.apply(told) || event.preventDefault());
  const blocks = posting.description.blocks.map((block) => drawn(make, block, level + 1));
  return make(
    "div",
    { part: "widget", class: `${view.body.className} page`, lang: words.lang },
    back,
    make(`h${level}`, { part: "title", class: "title", tabindex: -1 }, `${job.title}`),
    view.facts(job, ["company", "place", "type", "salary", "department"]),
    make("div", { part: "description", class: "text" }, ...blocks),
    make(
      "p",
      { class: "end" },
      apply || (isClosed && words.closed),
      make("a", { part: "board", href: url }, words.there),
    ),
  );
}

/** The address for applications; accepts only web and mail addresses. */
function target(how) {
  const [kind, value] = Object.entries(how ?? {})[0] ?? [];
  const href = kind == "Email" ? `mailto:${value}` : `${value ?? ""}`;
  return /^(https?|mailto):/i.test(href) ? href : null;
}

function drawn(make, block, level) {
  const runs = (content) => content.map((inline) => run(make, inline));
  const [kind, value] = Object.entries(block)[0];
  if (kind == "Heading") return make(`h${Math.min(level, 6)}`, {}, ...runs(value));
  if (kind == "Paragraph") return make("p", {}, ...runs(value));
  const items = value.items.map((item) => make("li", {}, ...item.map((inner) => drawn(make, inner, level))));
  return make(value.ordered ? "ol" : "ul", {}, ...items);
}

function run(make, inline) {
  if (inline === "Break") return make("br", {});
  const [kind, value] = Object.entries(inline)[0];
  if (kind == "Text") return `${value}`;
  const content = (Array.isArray(value) ? value : value.content).map((inner) => run(make, inner));
  const isLink = kind == "Link" && /^https?:/i.test(value.url);
  return isLink
    ? make("a", { href: value.url, target: "_blank", rel: "noopener nofollow ugc" }, ...content)
    : make("strong", {}, ...content);
}
