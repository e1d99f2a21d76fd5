//! The app's size as visitors download it: raw, gzipped and with Brotli, per file and in all.

use crate::{
    Error, site,
    workspace::{Workspace, run_quietly},
};

/// Measures with Node's own compressors, at the settings of a CDN that compresses ahead of time.
const MEASURE: &str = r#"
const fs = require("fs"), path = require("path"), zlib = require("zlib");
const folder = process.argv[1];
const files = (at) => fs.readdirSync(at, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? files(path.join(at, entry.name)) : [path.join(at, entry.name)]);
const line = (name, raw, gzip, brotli) =>
  console.log([name.padEnd(48), ...[raw, gzip, brotli].map((n) => n.toLocaleString("en").padStart(11))].join(" "));
line("app (bytes)", "raw", "gzip", "brotli");
const sum = [0, 0, 0];
for (const file of files(folder).filter((file) => /\.(wasm|js|css)$/.test(file)).sort()) {
  const bytes = fs.readFileSync(file);
  const sizes = [bytes.length, zlib.gzipSync(bytes, { level: 9 }).length, zlib.brotliCompressSync(bytes).length];
  const name = path.relative(folder, file);
  // The widget's engine is no part of the app.
  if (!name.startsWith("openroles-engine")) sizes.forEach((size, index) => { sum[index] += size; });
  line(name, ...sizes);
}
line("in all, without the widget's engine", ...sum);
"#;

/// Prints the table.
pub(crate) fn print(workspace: &Workspace) -> Result<(), Error> {
    println!();
    run_quietly(workspace.command("node").args(["-e", MEASURE]).arg(site::app_folder(workspace)))
}
