//! The app's download size: raw, gzip, and Brotli, per file and in total.

use crate::{
    Error, app_folder,
    workspace::{Workspace, run_quietly},
};

/// Compresses with Node's own compressors, at the settings of a CDN that compresses in advance.
const MEASURE: &str = r#"
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const folder = process.argv[1], budgets = JSON.parse(process.argv[2]);
const files = (at) => fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? files(path.join(at, entry.name)) : [path.join(at, entry.name)]);
const line = (name, raw, gzip, brotli) =>
  console.log([name.padEnd(48), ...[raw, gzip, brotli].map((n) => n.toLocaleString("en").padStart(11))].join(" "));
const list = (title, chosen, budget) => {
  line(`${title} (bytes)`, "raw", "gzip", "brotli");
  const sum = [0, 0, 0];
  for (const file of chosen.sort()) {
    const bytes = fs.readFileSync(file);
    const sizes = [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, zlib.brotliCompressSync(bytes).length];
    sizes.forEach((size, index) => { sum[index] += size; });
    line(path.relative(folder, file), ...sizes);
  }
  line("total", ...sum);
  if (sum[2] > budget) {
    console.error(`error: ${title}: ${sum[2]} bytes with Brotli, more than the budget of ${budget}`);
    process.exitCode = 1;
  }
};
const code = files(folder).filter((file) => /\.(wasm|js|css)$/.test(file));
const isOf = (program) => (file) => path.basename(file).startsWith(`openroles-${program}`);
const [isReader, isEngine, isDoctor] = ["reader", "engine", "doctor"].map(isOf);
const app = code.filter((file) => ![isReader, isEngine, isDoctor].some((is) => is(file)));
const isModule = (file) => /\b(split|chunk)_\w+\.wasm$/.test(file);
const isLive = (file) => /\bsplit_live\.wasm$/.test(file);
list("app on a content page, after intent", app.filter((file) => !isModule(file)), budgets.content);
list("app on the search page", app.filter((file) => !isLive(file)), budgets.search);
list("the whole app, with a live feed", app, budgets.app);
list("reader, loaded only for live feeds", code.filter(isReader), budgets.reader);
list("engine, loaded only for widget searches", code.filter(isEngine), budgets.engine);
list("doctor, loaded only on its page", code.filter(isDoctor), budgets.doctor);
"#;

/// Download budgets in bytes, with Brotli. A change that raises one must be worth it, and must be named here.
///
/// Lowered for what no browser calls (content 259,500 → 252,000, search 414,800 → 402,500, app 433,700 → 424,000), raised for
/// counting in the same time for any number of hits (engine 119,900 → 121,000).
/// Raised for the order by the day on which jobs were added, the mark on new ones, and checksums of texts for looking jobs up
/// (search 412,000 → 414,800, app 431,000 → 433,700, reader 301,500 → 302,000, engine 119,000 → 119,900).
///
/// Before, by kind of page since the app has modules: a content page needs the main one, the search page another two, and a live
/// feed one more (app 414,500 → content 259,500, search 412,000, all 431,000). Lowered for reading JSON with little code
/// (reader 307,000 → 301,500, engine 121,500 → 119,000, doctor 293,000 → 292,800).
///
/// Before, raised for starting on intent, pages of the list, jobs without a page, and similar jobs put together in the browser (app
/// 413,000 → 414,500).
///
/// Before, lowered for minified bindings (app 414,000 → 413,000, reader 308,000 → 307,000, engine 122,500 → 121,500,
/// doctor 294,000 → 293,000).
///
/// Before, raised for the split into crates, each of which is optimized by itself before all are linked, so less is shared between
/// them, and for labels that are chosen when they are shown (app 411,500 → 414,000, reader 306,500 → 308,000, engine
/// 122,000 → 122,500). Before, raised for the table of words, whose rows a view reads instead of having its words (app
/// 410,000 → 411,500), for the facets of language, applicants, and visa sponsorship, with a card's applicants (app
/// 408,000 → 410,000), and for reading them: the countries of each region, names of languages, and phrases about sponsors
/// (reader 303,000 → 306,500, doctor 293,000 → 294,000).
const BUDGETS: &str =
    r#"{ "content": 252000, "search": 402500, "app": 424000, "reader": 302000, "engine": 121000, "doctor": 292800 }"#;

/// Prints the table; exceeding a budget is an error.
pub(crate) fn print(workspace: &Workspace) -> Result<(), Error> {
    println!();
    run_quietly(workspace.command("node").args(["-e", MEASURE]).arg(app_folder::path(workspace)).arg(BUDGETS))
}
