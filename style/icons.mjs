// Rewrites public/icons.svg, the sprite with the interface's own symbols, and public/brands, one file per brand symbol
// of a skill: a page fetches only the brands that it shows.
//
//   npm install --prefix /tmp/icons simple-icons@11.15.0 svgo@3.3.2 svgpath@2.6.0
//   node style/icons.mjs /tmp/icons/node_modules
//
// A page shows a symbol with <svg class="icon"><use href="icons.svg#icon-search"/></svg>, and a brand with
// <use href="brands/rust.svg#icon"/>; color comes from `currentColor`. simple-icons 11 is the last line that still has the Amazon and Microsoft marks. A brand that
// is added here needs its names in crates/model/src/domain/skill_icon.rs, whose test fails when the two disagree.

import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const VERSION = "11.15.0";

// Brand symbols have whole numbers on a finer grid: at most a tenth of a pixel off at the displayed size, and 43 %
// fewer bytes than with two decimals. With a grid of five parts per unit, some lose their dots.
const SIZE = 24;
const FINER = 8;

// The collection is CC0, but some marks keep their author's license. These licenses allow redistribution with a
// notice; any other, such as the non-commercial one of Vue.js, stops the build.
const NOTICE_LICENSES = ["MIT", "Apache-2.0", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-2.5", "CC-BY-SA-3.0", "CC-BY-SA-4.0"];

// Drawn for openroles, as strokes on a 24-unit grid.
const INTERFACE = {
  search: '<circle cx="10.5" cy="10.5" r="6.5"/><path d="m15.5 15.5 5 5"/>',
  close: '<path d="M6 6l12 12M18 6 6 18"/>',
  "chevron-down": '<path d="m6 9.5 6 6 6-6"/>',
  "chevron-right": '<path d="m9.5 6 6 6-6 6"/>',
  "map-pin": '<path d="M12 21.5c4.5-4.6 7-8.3 7-11.5a7 7 0 0 0-14 0c0 3.2 2.5 6.9 7 11.5z"/><circle cx="12" cy="10" r="2.5"/>',
  briefcase: '<rect x="3" y="7.5" width="18" height="12.5" rx="2"/><path d="M8.5 7.5v-2a1.5 1.5 0 0 1 1.5-1.5h4a1.5 1.5 0 0 1 1.5 1.5v2M3 13h18"/>',
  wallet: '<path d="M18 7.5V5a1.5 1.5 0 0 0-1.5-1.5H5.5a2 2 0 0 0 0 4H19a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2H5.5a2 2 0 0 1-2-2V5.5"/><path d="M21 11.5h-4a2.25 2.25 0 0 0 0 4.5h4"/>',
  clock: '<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5l3.5 2"/>',
  building: '<path d="M5 21V4.5A1.5 1.5 0 0 1 6.5 3h7A1.5 1.5 0 0 1 15 4.5V21M15 9.5h3.5A1.5 1.5 0 0 1 20 11v10M3 21h18M8.5 7.5h3M8.5 11.5h3M8.5 15.5h3"/>',
  users: '<circle cx="9" cy="8" r="3.5"/><path d="M2.5 20c.4-3.7 3-6 6.5-6s6.1 2.3 6.5 6M15.5 4.8a3.5 3.5 0 0 1 0 6.4M18 14.7c2 .8 3.2 2.6 3.5 5.3"/>',
  video: '<rect x="2.5" y="6" width="12.5" height="12" rx="2"/><path d="m15 10.5 6.5-3.5v10L15 13.5"/>',
  filter: '<path d="M3.5 6h17M6.5 12h11M10 18h4"/>',
  check: '<path d="m5 12.5 4.5 4.5L19 7.5"/>',
  minus: '<path d="M5 12h14"/>',
  plus: '<path d="M5 12h14M12 5v14"/>',
  globe: '<circle cx="12" cy="12" r="8.5"/><path d="M3.5 12h17M12 3.5c5 5.2 5 11.8 0 17M12 3.5c-5 5.2-5 11.8 0 17"/>',
  mail: '<rect x="3" y="5" width="18" height="14" rx="2"/><path d="m3.5 7 8.5 6.5L20.5 7"/>',
  calendar: '<rect x="3.5" y="5" width="17" height="15.5" rx="2"/><path d="M3.5 10h17M8 3v4M16 3v4"/>',
  star: '<path d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9-4.3-4.1 5.9-.8z"/>',
  "star-filled": '<path fill="currentColor" d="m12 3.5 2.6 5.4 5.9.8-4.3 4.1 1.1 5.9L12 16.9l-5.3 2.8 1.1-5.9-4.3-4.1 5.9-.8z"/>',
  "arrow-left": '<path d="M20 12H4.5M11 5.5 4.5 12l6.5 6.5"/>',
  "arrow-right": '<path d="M4 12h15.5M13 5.5l6.5 6.5-6.5 6.5"/>',
  share: '<circle cx="18" cy="5.5" r="2.5"/><circle cx="6" cy="12" r="2.5"/><circle cx="18" cy="18.5" r="2.5"/><path d="m8.2 10.8 7.6-4.1M8.2 13.2l7.6 4.1"/>',
  menu: '<path d="M4 6.5h16M4 12h16M4 17.5h16"/>',
};

const SKILLS = [
  "adobeillustrator", "adobephotoshop", "amazonaws", "android", "angular", "ansible", "apacheairflow",
  "apachekafka", "apachespark", "autocad", "codeigniter", "cplusplus", "csharp", "css3", "cypress", "databricks",
  "dbt", "django", "docker", "dotnet", "elasticsearch", "elixir", "express", "fastapi", "figma", "flutter", "git", "github",
  "gitlab", "go", "googleads", "googleanalytics", "googlecloud", "grafana", "graphql", "hibernate", "html5",
  "hubspot", "ios", "javascript", "jenkins", "jira", "jquery", "kotlin", "kubernetes", "laravel", "linux",
  "looker", "microsoftazure", "mongodb", "mysql", "nestjs", "nextdotjs", "nginx", "nodedotjs",
  "openjdk", "pandas", "php", "playwright", "postgresql", "prometheus", "python", "pytorch",
  "quickbooks", "r", "rabbitmq", "react", "redis", "ruby", "rubyonrails", "rust", "salesforce", "sap", 
  "scala", "selenium", "shopify", "snowflake", "spring", "springboot", "sketch", "swift", "tableau",
  "tailwindcss", "tensorflow", "terraform", "typescript", "wordpress", "zendesk",
];

const NOTICE = `<!--
  Written by style/icons.mjs; edit that file instead.
  These symbols are part of openroles, under its license. The brand symbols in brands/ come from
  simple-icons ${VERSION} (https://simpleicons.org), CC0 1.0, rounded to an eighth of their unit; those with
  another license name it. They are trademarks of their owners and name a skill, nothing more.
-->`;

const modules = resolve(process.argv[2] ?? "node_modules");
const { optimize } = createRequire(join(modules, "svgo", "package.json"))("svgo");
const svgpath = createRequire(join(modules, "svgpath", "package.json"))("svgpath");
const collection = join(modules, "simple-icons");

requireVersion();
const at = (path) => new URL(`../public/${path}`, import.meta.url);
writeFileSync(at("icons.svg"), sprite());
rmSync(at("brands"), { recursive: true, force: true });
mkdirSync(at("brands"));
for (const slug of SKILLS) writeFileSync(at(`brands/${slug}.svg`), brand(slug));

function sprite() {
  const symbols = Object.entries(INTERFACE).map(interfaceSymbol);
  return `<svg xmlns="http://www.w3.org/2000/svg">\n${NOTICE}\n${symbols.join("\n")}\n</svg>\n`;
}

function requireVersion() {
  const { version } = readJson("package.json");
  if (version !== VERSION) throw new Error(`simple-icons is ${version}: install simple-icons@${VERSION}`);
}

function interfaceSymbol([name, drawing]) {
  const strokes = 'fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"';
  return `<symbol id="icon-${name}" viewBox="0 0 24 24" ${strokes}>${drawing}</symbol>`;
}

function brand(slug) {
  const original = readFileSync(join(collection, "icons", `${slug}.svg`), "utf8");
  // Rounding after scaling carries each error over to the next point, so shapes stay closed.
  const whole = svgpath(shortened(pathOf(original), 2)).scale(FINER).rel().round(0).toString();
  const box = `0 0 ${SIZE * FINER} ${SIZE * FINER}`;
  const symbol = `<symbol id="icon" viewBox="${box}" fill="currentColor"><path d="${shortened(whole, 0)}"/></symbol>`;
  return `<svg xmlns="http://www.w3.org/2000/svg">${ownLicense(slug)}${symbol}</svg>\n`;
}

/** Returns the same path in fewer characters, with at most this many decimals. */
function shortened(path, decimals) {
  const plugins = [{ name: "convertPathData", params: { floatPrecision: decimals } }];
  return pathOf(optimize(`<svg xmlns="http://www.w3.org/2000/svg"><path d="${path}"/></svg>`, { plugins }).data);
}

function pathOf(svg) {
  return svg.match(/ d="([^"]+)"/)[1];
}

/** The comment that a mark's own license asks for; empty for CC0. */
function ownLicense(slug) {
  const icon = readJson("_data/simple-icons.json").icons.find((candidate) => slugOf(candidate) === slug);
  const license = icon?.license?.type;
  if (!license) return "";
  if (!NOTICE_LICENSES.includes(license)) throw new Error(`${icon.title} is ${license}: leave it out`);
  return `<!-- ${icon.title}: ${license}, ${icon.source}; rounded -->`;
}

// The collection's rule for file names, as far as the marks above need it.
function slugOf({ slug, title }) {
  const words = { "+": "plus", ".": "dot", "&": "and", "#": "sharp" };
  return slug ?? title.toLowerCase().replace(/[+.&#]/g, (sign) => words[sign]).replace(/[^a-z0-9]/g, "");
}

function readJson(path) {
  return JSON.parse(readFileSync(join(collection, path), "utf8"));
}
