//! Tests of the project's Markdown: links work, commands and flags exist, and samples are accepted.
//!
//! They read every Markdown file of the project. A block of `toml` is a board.toml, and a block of `json`, `jsonl`,
//! or `csv` is a feed, unless its info string says otherwise: `toml netlify.toml`, `json config.json`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Component, Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use openroles_feeds::{
    config::Settings,
    feed,
    ingest::{Duplicates, IngestOptions, ingest},
};

/// Folders without our own text.
const FOREIGN_FOLDERS: [&str; 4] = [".git", "node_modules", "target", "dist"];

/// Describes earlier versions, so its commands may no longer exist.
const CHANGELOG: &str = "CHANGELOG.md";

/// Documents with a limit, in lines.
const LIMITS: [(&str, usize); 2] = [("README.md", 150), ("ARCHITECTURE.md", 200)];

/// Largest picture of a document in bytes, so that pages with several load on a phone.
const LARGEST_PICTURE: u64 = 150_000;

#[test]
fn every_relative_link_and_anchor_leads_to_something() {
    check(links);
}

#[test]
fn every_openroles_command_and_flag_exists() {
    check(openroles_commands);
}

#[test]
fn every_cargo_xtask_command_and_flag_exists() {
    check(xtask_commands);
}

#[test]
fn every_sample_of_a_config_is_valid() {
    check(configs);
}

#[test]
fn every_sample_of_a_feed_is_accepted() {
    check(feeds);
}

#[test]
fn documents_that_newcomers_read_first_stay_short() {
    check(length);
}

#[test]
fn a_link_needs_a_file_and_its_anchor_a_heading() {
    fails(links, "[a](nothing.md)", "nothing.md does not exist");
    fails(links, "![a](docs/nothing.png)", "docs/nothing.png does not exist");
    fails(links, "[a]: nothing.md", "nothing.md does not exist");
    fails(links, "# One\n[a](#two)", "no heading has the anchor #two");
    fails(links, "[a](README.md#no-such-heading)", "no heading has the anchor #no-such-heading");
    fails(links, "[a](../README.md)", "leads out of the project");
    fails(links, "[a](Cargo.toml#L4)", "only headings of Markdown have anchors");
    passes(links, "# One, and `two`!\n# One\n[a](#one-and-two) [b](#one) [c](README.md) [d](src/)");
    passes(links, "[a](https://example.com/nothing.md)\n`[b](nothing.md)`\n```text\n[c](nothing.md)\n```");
}

#[test]
fn a_command_needs_its_subcommand_and_flags() {
    fails(openroles_commands, "```sh\nopenroles bild\n```", "`openroles bild` is no command");
    fails(openroles_commands, "```sh\nls | openroles build --fed x\n```", "`openroles build` has no flag --fed");
    fails(openroles_commands, "```sh\nopenroles build \\\n  --fed x\n```", "`openroles build` has no flag --fed");
    fails(openroles_commands, "```yaml\n- run: openroles build --fed x\n```", "`openroles build` has no flag --fed");
    fails(openroles_commands, "Say `openroles serve --prot`.", "`openroles serve` has no flag --prot");
    passes(openroles_commands, "```sh\nA=b ./openroles build --feed=x --out y  # openroles bild\n```");
    fails(xtask_commands, "```sh\ncargo xtask tset\n```", "`cargo xtask tset` is no command");
    fails(xtask_commands, "```sh\ncargo xtask test --olny fmt\n```", "`cargo xtask test` has no flag --olny");
    fails(xtask_commands, "```sh\ncargo xtask setup --port 1\n```", "`cargo xtask setup` has no flag --port");
    passes(xtask_commands, "```sh\ncargo xtask test --only fmt --long --seed 7\ncargo xtask bench --build-only\n```");
}

#[test]
fn a_sample_needs_to_be_what_its_first_line_says() {
    fails(configs, "```toml\nnam = \"x\"\n```", "nam");
    fails(configs, "```toml\n[columns]\ncolour = \"Farbe\"\n```", "colour");
    passes(configs, "```toml\n[columns]\ntitle = \"Stelle\"\n```\n```toml Cargo.toml\nnam = \"x\"\n```");
    fails(feeds, "```json\n{\"titel\": \"Baker\"}\n```", "no known kind");
    fails(feeds, "```json\n{\"identifier\": 1, \"title\": \"Baker\"}\n```", "1: ");
    fails(feeds, "```csv\nNot,A,Job\n1,2,3\n```", "known columns");
    passes(
        feeds,
        "```csv\nTitle,Company,City\nBaker,Acme,Pune\n```\n```json config.json\n{\"source\": \"static\"}\n```",
    );
}

#[test]
fn a_document_over_its_limit_is_too_long() {
    fails(length, &"line\n".repeat(151), "151 lines, 150 is the limit");
}

/// Result of a rule for each thing it checks.
type Findings = Vec<Result<(), String>>;

/// Applies a rule to every document. Fails with all violations, or if there was nothing to check.
fn check(rule: impl Fn(&Document) -> Findings) {
    let mut looked_at = 0;
    let mut objections = Vec::new();
    for document in documents() {
        for finding in rule(&document) {
            looked_at += 1;
            objections.extend(finding.err().map(|problem| format!("{}: {problem}", document.path.display())));
        }
    }
    assert!(looked_at > 0, "no document has anything of this kind");
    assert!(objections.is_empty(), "\n{}\n", objections.join("\n"));
}

/// Checks that a rule has exactly one objection to a text, which contains `expected`.
fn fails(rule: impl Fn(&Document) -> Findings, text: &str, expected: &str) {
    let objections: Vec<String> = rule(&Document::new("README.md", text)).into_iter().filter_map(Result::err).collect();
    assert!(objections.len() == 1 && objections[0].contains(expected), "{text}\n{objections:?}");
}

/// Checks that a rule has no objection to a text.
fn passes(rule: impl Fn(&Document) -> Findings, text: &str) {
    let objections: Vec<String> = rule(&Document::new("README.md", text)).into_iter().filter_map(Result::err).collect();
    assert!(objections.is_empty(), "{text}\n{objections:?}");
}

fn links(document: &Document) -> Findings {
    let is_relative = |target: &&str| !["http:", "https:", "mailto:"].iter().any(|scheme| target.starts_with(scheme));
    let prose = without_code_spans(&document.prose);
    let judged = targets(&prose).into_iter().filter(is_relative).map(|target| {
        let (file, anchor) = target.split_once('#').map_or((target, None), |(file, anchor)| (file, Some(anchor)));
        let problem = |problem: String| format!("link to {target}: {problem}");
        let path = document.beside(file).map_err(problem)?;
        anchor.map_or(Ok(()), |anchor| expect_anchor(document, &path, anchor)).map_err(problem)
    });
    judged.collect()
}

/// Targets of links, images, reference definitions, and addresses in HTML.
fn targets(prose: &str) -> Vec<&str> {
    let up_to = |text: &'static [char]| move |rest: &'_ str| rest.find(text).unwrap_or(rest.len());
    let end_of_link = up_to(&[')', ' ', '\n']);
    let inline = prose.match_indices("](").map(|(at, opening)| &prose[at + opening.len()..]);
    let inline = inline.map(|rest| &rest[..end_of_link(rest)]);
    let defined = prose.lines().filter(|line| line.starts_with('[')).filter_map(|line| line.split_once("]: "));
    let defined = defined.map(|(_, target)| target.trim());
    let html = ["src=\"", "href=\""].into_iter().flat_map(|attribute| prose.split(attribute).skip(1));
    let html = html.filter_map(|rest| rest.split('"').next());
    inline.chain(defined).chain(html).collect()
}

fn expect_anchor(document: &Document, path: &Path, anchor: &str) -> Result<(), String> {
    let is_other = path != document.path;
    let other = is_other.then(|| Document::read(path));
    match path.extension() {
        _ if !is_other && document.anchors().contains(anchor) => Ok(()),
        Some(extension) if extension == "md" => {
            let is_known = other.is_some_and(|other| other.anchors().contains(anchor));
            if is_known { Ok(()) } else { Err(format!("no heading has the anchor #{anchor}")) }
        }
        _ => Err("only headings of Markdown have anchors".to_owned()),
    }
}

fn openroles_commands(document: &Document) -> Findings {
    static KNOWN: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(known_to_openroles);
    let arguments = document.commands().into_iter().filter_map(|words| {
        let (program, arguments) = words.split_first()?;
        (program.rsplit('/').next() == Some("openroles")).then(|| arguments.to_vec())
    });
    arguments.filter_map(|arguments| judged("openroles", &KNOWN, &arguments)).collect()
}

fn xtask_commands(document: &Document) -> Findings {
    static KNOWN: LazyLock<BTreeMap<String, BTreeSet<String>>> = LazyLock::new(known_to_xtask);
    let arguments = document.commands().into_iter().filter_map(|words| match words.as_slice() {
        [cargo, xtask, arguments @ ..] if cargo == "cargo" && xtask == "xtask" => Some(arguments.to_vec()),
        _ => None,
    });
    arguments.filter_map(|arguments| judged("cargo xtask", &KNOWN, &arguments)).collect()
}

/// Whether the subcommand and its flags exist; passes if no subcommand is named.
fn judged(
    program: &str,
    known: &BTreeMap<String, BTreeSet<String>>,
    arguments: &[String],
) -> Option<Result<(), String>> {
    let (subcommand, rest) = arguments.split_first()?;
    let Some(flags) = known.get(subcommand) else {
        return (!subcommand.starts_with('-')).then(|| Err(format!("`{program} {subcommand}` is no command")));
    };
    let named = rest.iter().filter(|word| word.starts_with("--")).map(|word| word.split('=').next().unwrap_or(word));
    let unknown = named.into_iter().find(|flag| !flags.contains(*flag));
    Some(unknown.map_or(Ok(()), |flag| Err(format!("`{program} {subcommand}` has no flag {flag}"))))
}

/// Subcommands of the tool with their flags, from its help texts.
fn known_to_openroles() -> BTreeMap<String, BTreeSet<String>> {
    let help = |arguments: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_openroles")).args(arguments).output().expect("the tool runs");
        String::from_utf8(output.stdout).expect("text")
    };
    let overview = help(&["--help"]);
    let listed = overview.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    let names: Vec<&str> = listed.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.contains(&"build"), "{overview}");
    let flags = |name: &str| help(&[name, "--help"]).lines().flat_map(flags_of_line).collect();
    names.into_iter().map(|name| (name.to_owned(), flags(name))).collect()
}

/// Flags that a line of a help text describes: `  -h, --help  Print help`.
fn flags_of_line(line: &str) -> Vec<String> {
    let line = line.trim_start();
    let names = line.split("  ").next().filter(|names| names.starts_with('-')).unwrap_or_default();
    names.split([' ', ',']).filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}

/// Subcommands of `cargo xtask` with their flags, from its sources, because it is another program.
fn known_to_xtask() -> BTreeMap<String, BTreeSet<String>> {
    let source = |name: &str| fs::read_to_string(root().join("xtask/src").join(name)).expect("a source of xtask");
    let main = source("main.rs");
    let (_, after) = main.split_once("enum Task {").expect("the commands");
    let variants = after.lines().take_while(|line| *line != "}").map(str::trim).filter(|line| !line.is_empty());
    let variants = variants.filter(|line| !line.starts_with("//"));
    let known: BTreeMap<String, BTreeSet<String>> = variants
        .map(|variant| match variant.split_once('(') {
            Some((name, options)) => {
                let module = options.split("::").next().unwrap_or_default();
                (name.to_lowercase(), declared_flags(&source(&format!("{module}.rs"))))
            }
            None => (variant.trim_end_matches(',').to_lowercase(), BTreeSet::new()),
        })
        .collect();
    assert!(known.get("test").is_some_and(|flags| flags.contains("--only")), "{known:?}");
    known
}

/// Flags among the fields of the options: those after `#[arg(long`.
fn declared_flags(source: &str) -> BTreeSet<String> {
    let (_, after) = source.split_once("Options {").expect("options");
    let mut flags = BTreeSet::new();
    let mut is_flag = false;
    for line in after.lines().take_while(|line| *line != "}").map(str::trim) {
        match line.split_once(": ") {
            _ if line.starts_with("#[arg(long") => is_flag = true,
            Some((field, _)) if is_flag && !line.starts_with(['#', '/']) => {
                flags.insert(format!("--{}", field.replace('_', "-")));
                is_flag = false;
            }
            _ => {}
        }
    }
    flags
}

fn configs(document: &Document) -> Findings {
    let judged = document.samples(&["toml"]).map(|block| {
        // An excerpt of a config may lack `name`, the only required key.
        let first = block.text.lines().take_while(|line| !line.starts_with('[')).find(|line| line.starts_with("name"));
        let text = if first.is_some() { block.text.clone() } else { format!("name = \"Jobs\"\n{}", block.text) };
        Settings::parse(&text).map(drop).map_err(|error| format!("line {}: {error}", block.line))
    });
    judged.collect()
}

fn feeds(document: &Document) -> Findings {
    let options = IngestOptions { company: None, duplicates: Duplicates::Fold };
    let judged = document.samples(&["json", "jsonl", "csv"]).map(|block| {
        let problem = |problem: String| format!("line {}: {problem}", block.line);
        let contents = feed::read(block.text.as_bytes(), None).map_err(|error| problem(error.to_string()))?;
        let ingested = ingest(contents, &options);
        let refused =
            ingested.rejections.first().map(|rejection| format!("{}: {}", rejection.record, rejection.reason));
        refused.map_or(Ok(()), |refused| Err(problem(refused)))
    });
    judged.collect()
}

fn length(document: &Document) -> Findings {
    let limit = LIMITS.iter().find(|(name, _)| document.path == Path::new(name)).map(|(_, limit)| *limit);
    let lines = document.line_count;
    let judged =
        limit.map(|limit| if lines > limit { Err(format!("{lines} lines, {limit} is the limit")) } else { Ok(()) });
    judged.into_iter().collect()
}

#[test]
fn pictures_of_documents_are_small() {
    let folder = root().join("docs/pictures");
    for entry in fs::read_dir(&folder).expect("the pictures") {
        let path = entry.expect("an entry").path();
        let bytes = fs::metadata(&path).expect("a file").len();
        assert!(bytes <= LARGEST_PICTURE, "{}: {bytes} bytes, {LARGEST_PICTURE} is the limit", path.display());
    }
}

/// A Markdown file.
struct Document {
    /// Path relative to the project's folder.
    path: PathBuf,
    line_count: usize,
    /// Text outside of fenced blocks.
    prose: String,
    blocks: Vec<Block>,
}

/// A fenced block.
struct Block {
    /// Line on which the block begins, counted from 1.
    line: usize,
    /// Info string: the language, then the kind of file if the language doesn't determine it.
    info: String,
    text: String,
}

impl Document {
    fn read(path: &Path) -> Self {
        let text = fs::read_to_string(root().join(path)).expect("a document");
        Self::new(path, &text)
    }

    fn new(path: impl Into<PathBuf>, text: &str) -> Self {
        let (mut prose, mut blocks, mut open) = (String::new(), Vec::new(), None::<Block>);
        for (at, line) in text.lines().enumerate() {
            let fence = line.trim_start().strip_prefix("```");
            match (&mut open, fence) {
                (Some(_), Some(_)) => blocks.extend(open.take()),
                (Some(block), None) => block.text.push_str(&format!("{line}\n")),
                (None, Some(info)) => {
                    open = Some(Block { line: at + 1, info: info.trim().to_owned(), text: String::new() });
                }
                (None, None) => prose.push_str(&format!("{line}\n")),
            }
        }
        let path = path.into();
        assert!(open.is_none(), "{}: a block has no end", path.display());
        Self { path, line_count: text.lines().count(), prose, blocks }
    }

    /// Path, relative to the project's folder, of a file to which this document links.
    fn beside(&self, file: &str) -> Result<PathBuf, String> {
        if file.is_empty() {
            return Ok(self.path.clone());
        }
        let mut path = self.path.parent().map(Path::to_owned).unwrap_or_default();
        for part in Path::new(file).components() {
            match part {
                Component::ParentDir if !path.pop() => return Err("leads out of the project".to_owned()),
                Component::Normal(name) => path.push(name),
                _ => {}
            }
        }
        if root().join(&path).exists() { Ok(path) } else { Err(format!("{} does not exist", path.display())) }
    }

    /// Anchors that GitHub generates for headings.
    fn anchors(&self) -> BTreeSet<String> {
        let mut anchors = BTreeSet::new();
        for line in self.prose.lines().filter(|line| line.starts_with('#')) {
            let heading = line.trim_start_matches('#').trim().to_lowercase();
            let is_kept = |character: &char| character.is_alphanumeric() || [' ', '-', '_'].contains(character);
            let anchor: String = heading.chars().filter(is_kept).map(|c| if c == ' ' { '-' } else { c }).collect();
            let further = (1..).map(|number| format!("{anchor}-{number}"));
            let free = std::iter::once(anchor.clone()).chain(further).find(|anchor| !anchors.contains(anchor));
            anchors.extend(free);
        }
        anchors
    }

    /// Blocks in one of these languages whose info string has nothing else.
    fn samples<'a>(&'a self, languages: &'a [&str]) -> impl Iterator<Item = &'a Block> {
        self.blocks.iter().filter(|block| languages.contains(&block.info.as_str()))
    }

    /// Words of every command in the document, in blocks or within sentences.
    fn commands(&self) -> Vec<Vec<String>> {
        if self.path == Path::new(CHANGELOG) {
            return Vec::new();
        }
        let blocks = self.samples(&["sh", "yaml"]).map(|block| block.text.replace("\\\n", " "));
        let lines = blocks.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>());
        let spans = code_spans(&self.prose).into_iter().map(|span| span.replace('\n', " "));
        lines.chain(spans).flat_map(|line| commands_of_line(&line)).collect()
    }
}

/// Commands in a line of a shell or of a workflow's `run:`, without comments and variable assignments.
fn commands_of_line(line: &str) -> Vec<Vec<String>> {
    let line = line.trim_start().trim_start_matches("- ").trim_start_matches("run: ");
    let code = if line.starts_with('#') { "" } else { line.split(" #").next().unwrap_or_default() };
    let commands = code.split(['|', ';']).flat_map(|part| part.split("&&"));
    let words = commands.map(|command| {
        let words = command.split_whitespace().map(|word| word.trim_matches(['"', '\'']).to_owned());
        words.skip_while(|word| word.contains('=') && !word.starts_with('-')).collect()
    });
    words.collect()
}

/// Texts between backticks.
fn code_spans(prose: &str) -> Vec<&str> {
    let mut spans = Vec::new();
    let mut rest = prose;
    while let Some((_, span, after)) = next_code_span(rest) {
        spans.push(span);
        rest = after;
    }
    spans
}

fn without_code_spans(prose: &str) -> String {
    let (mut text, mut rest) = (String::new(), prose);
    while let Some((before, _, after)) = next_code_span(rest) {
        text.push_str(before);
        rest = after;
    }
    text + rest
}

/// Text before the next code span, the span, and the text after it. A span ends with as many backticks as it begins
/// with.
fn next_code_span(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find('`')?;
    let opened = &text[start..];
    let length = opened.len() - opened.trim_start_matches('`').len();
    let (fence, inside) = opened.split_at(length);
    let end = inside.find(fence)?;
    Some((&text[..start], &inside[..end], &inside[end + length..]))
}

fn documents() -> Vec<Document> {
    let mut documents = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root().join(&folder)).expect("a folder of the project") {
            let entry = entry.expect("an entry");
            let path = folder.join(entry.file_name());
            let is_foreign = FOREIGN_FOLDERS.iter().any(|name| entry.file_name() == *name);
            if entry.file_type().expect("a kind").is_dir() {
                folders.extend((!is_foreign).then_some(path));
            } else if path.extension().is_some_and(|extension| extension == "md") {
                documents.push(Document::read(&path));
            }
        }
    }
    documents
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
