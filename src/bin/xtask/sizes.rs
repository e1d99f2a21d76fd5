//! The app's size as visitors download it: raw, gzipped and with Brotli, per file and in all.

use crate::{
    Error, site,
    workspace::{Workspace, run_quietly},
};

/// Measures with Node's own compressors, at the settings of a CDN that compresses ahead of time.
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
  line("in all", ...sum);
  if (sum[2] > budget) {
    console.error(`error: ${title} takes ${sum[2]} bytes, more than the ${budget} it may`);
    process.exitCode = 1;
  }
};
const code = files(folder).filter((file) => /\.(wasm|js|css)$/.test(file));
const isOf = (program) => (file) => path.basename(file).startsWith(`openroles-${program}`);
const [isReader, isEngine, isDoctor] = ["reader", "engine", "doctor"].map(isOf);
list("app", code.filter((file) => ![isReader, isEngine, isDoctor].some((is) => is(file))), budgets.app);
list("besides, for live feeds alone", code.filter(isReader), budgets.reader);
list("besides, for the widget's searches alone", code.filter(isEngine), budgets.engine);
list("besides, for operators on the doctor's page alone", code.filter(isDoctor), budgets.doctor);
"#;

/// What visitors may have to download, compressed with Brotli. A hundredth more than it was when this was last improved
/// (the browser was asked for Unicode's tables: the app had had 470,000, the engine 178,000): what adds to it has to be
/// worth it, and say so here.
const BUDGETS: &str = r#"{ "app": 404000, "reader": 295000, "engine": 123000, "doctor": 278000 }"#;

/// Prints the table; more than the budgets is an error.
pub(crate) fn print(workspace: &Workspace) -> Result<(), Error> {
    println!();
    run_quietly(workspace.command("node").args(["-e", MEASURE]).arg(site::app_folder(workspace)).arg(BUDGETS))
}
