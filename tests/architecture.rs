//! Architecture tests: which modules may import which, how files begin, and how long files and functions may be.
//!
//! They read the sources as text. Unit tests are exempt from the rules on imports and length.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// Folders of sources: the app, the crates that it builds on or that build on it, and the developer commands.
const FOLDERS: &[&str] = &[
    "crates/model/src",
    "crates/engine/src",
    "crates/feeds/src",
    "crates/live/src",
    "src",
    "crates/site/src",
    "crates/cli/src",
    "xtask/src",
];

/// Modules of its crate and of the app that a module may import in addition to itself, in the order in which data flows.
/// Which crates it may import is in the crate's Cargo.toml.
const IMPORTS: &[(&str, &[&str])] = &[
    ("json", &[]),
    ("parallel", &[]),
    ("sorting", &[]),
    ("unicode", &[]),
    ("words", &[]),
    ("domain", &["sorting", "unicode", "words"]),
    ("facets", &["domain", "words"]),
    ("findings", &["domain"]),
    ("text", &["unicode"]),
    ("fixture", &["domain"]),
    ("ranking", &[]),
    ("index", &["ranking"]),
    ("query", &["index", "ranking"]),
    ("widget", &["index", "query"]),
    ("feed", &[]),
    ("ingest", &["feed"]),
    ("config", &["feed", "ingest"]),
    ("doctor", &["feed", "ingest"]),
    ("sample", &[]),
    ("live", &[]),
    ("routes", &[]),
    ("structured_data", &["routes"]),
    ("page", &["routes", "structured_data"]),
    ("browser", &[]),
    ("store", &["page", "routes", "browser"]),
    // Event handlers may move the focus and announce to screen readers; only `store` fetches.
    ("components", &["page", "routes", "store", "browser", "structured_data"]),
    ("pages", &["page", "routes", "store", "browser", "components"]),
    ("app", &["routes", "store", "components", "pages", "browser"]),
    ("prerender", &["page", "routes", "store", "components", "pages", "app", "structured_data"]),
    ("site", &["page", "routes", "structured_data", "prerender"]),
    ("cli", &["page", "routes", "structured_data"]),
];

/// Modules that compile for any platform: no browser, files, clock, randomness, or threads.
const PURE: &[&str] = &[
    "json",
    "words",
    "domain",
    "facets",
    "text",
    "findings",
    "feed",
    "ingest",
    "config",
    "doctor",
    "index",
    "live",
    "query",
    "routes",
    "structured_data",
    "page",
    "widget",
    "sample",
];

/// Names that may not occur in the pure zone.
const IMPURE_NAMES: &[&str] = &[
    "leptos",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "gloo_net",
    "std::fs",
    "std::env",
    "std::net",
    "std::thread",
    "std::time",
    "std::process",
    "SystemTime",
    "Instant::now",
    "println!",
];

/// Files that may use the browser's API; everything else goes through `browser`.
const PLATFORM: &[&str] = &["browser", "src/bin/openroles_app.rs"];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
/// Longest component in lines: markup reads from top to bottom, so it may be longer than other functions.
const LONGEST_COMPONENT: usize = 80;

#[test]
fn modules_import_only_what_the_table_allows() {
    let table: BTreeMap<&str, &[&str]> = IMPORTS.iter().copied().collect();
    check(|source| {
        let module = source.module()?;
        let Some(allowed) = table.get(module) else {
            return Some(vec![format!("`{module}` is not in the table of this test: add it with its imports")]);
        };
        let is_foreign = |name: &String| name != module && !allowed.contains(&name.as_str());
        let known = |name: &String| table.contains_key(name.as_str());
        let foreign = source.imports().into_iter().filter(known).filter(is_foreign);
        Some(foreign.map(|name| format!("`{module}` may not import `{name}`")).collect())
    });
}

#[test]
fn files_of_a_folder_import_each_other_in_one_direction() {
    let sources = sources();
    let mut imports: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for source in &sources {
        imports.insert(source.path.trim_end_matches(".rs"), source.siblings());
    }
    assert!(imports.values().map(BTreeSet::len).sum::<usize>() > 100, "the imports were not found");
    let cycles: Vec<Vec<&str>> = imports.keys().filter_map(|file| cycle_from(file, &imports)).collect();
    assert!(cycles.is_empty(), "each of these files imports the next, and the last the first: {cycles:#?}");
}

#[test]
fn a_cycle_of_imports_is_found() {
    let to = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect::<BTreeSet<String>>();
    let imports = BTreeMap::from([("a", to(&["b", "c"])), ("b", to(&["c"])), ("c", to(&["d"])), ("d", to(&["b"]))]);
    assert_eq!(cycle_from("a", &imports), None);
    assert_eq!(cycle_from("b", &imports), Some(vec!["b", "c", "d"]));
}

#[test]
fn the_pure_zone_names_no_platform() {
    check(|source| {
        let module = source.module()?;
        let names = IMPURE_NAMES.iter().filter(|name| PURE.contains(&module) && source.mentions(name));
        Some(names.map(|name| format!("`{module}` is pure and names `{name}`")).collect())
    });
}

#[test]
fn only_the_rim_names_the_browser() {
    check(|source| {
        let is_rim = PLATFORM.iter().any(|rim| source.path == *rim || source.module() == Some(rim));
        // `unicode` asks for the browser's tables of characters.
        let is_allowed = |name: &str| is_rim || (name == "js_sys" && source.module() == Some("unicode"));
        let is_foreign = |name: &&&str| !is_allowed(name) && source.mentions(name);
        let names = ["web_sys", "gloo_net", "js_sys"].iter().filter(is_foreign);
        Some(names.map(|name| format!("names `{name}`: ask `browser` for it")).collect())
    });
}

#[test]
fn only_the_store_fetches() {
    check(|source| {
        let may_fetch = ["browser", "store"].iter().any(|module| source.module() == Some(module));
        let is_fetching = !may_fetch && source.mentions("fetch_bytes");
        is_fetching.then(|| vec!["fetches by itself: let `store` do it".to_owned()])
    });
}

#[test]
fn every_file_opens_by_saying_what_it_is() {
    check(|source| (!source.text.starts_with("//! ")).then(|| vec!["does not open with `//!`".to_owned()]));
}

#[test]
fn files_stay_short() {
    check(|source| {
        let length = source.code().lines().count();
        (length > LONGEST_FILE).then(|| vec![format!("{length} lines before its tests; {LONGEST_FILE} is the limit")])
    });
}

#[test]
fn functions_stay_short() {
    check(|source| {
        let long = functions(source.code()).into_iter().filter(|function| function.lines > function.limit);
        Some(
            long.map(|function| format!("fn {}: {} lines, limit {}", function.name, function.lines, function.limit))
                .collect(),
        )
    });
}

#[test]
fn nothing_panics_on_purpose_outside_tests() {
    check(|source| {
        let code = without_comments(source.code());
        let found = [".unwrap()", "todo!(", "unimplemented!(", "dbg!("].into_iter().filter(|call| code.contains(call));
        Some(found.map(|call| format!("calls `{call}`")).collect())
    });
}

#[test]
fn modules_are_files_beside_their_folder() {
    check(|source| {
        let mut problems = Vec::new();
        if source.path.ends_with("mod.rs") {
            problems.push("is a mod.rs: name the file after the module".to_owned());
        }
        if source.below().split('/').count() > 3 {
            problems.push("lies more than two folders deep".to_owned());
        }
        Some(problems)
    });
}

#[test]
fn no_module_has_a_name_that_says_nothing() {
    check(|source| {
        let stem = Path::new(&source.path).file_stem()?.to_str()?;
        let says_nothing = ["utils", "util", "helpers", "helper", "common", "misc"].contains(&stem);
        says_nothing.then(|| vec![format!("`{stem}` says nothing about what is in it")])
    });
}

#[test]
fn a_type_has_one_name_and_a_name_is_one_type() {
    let mut places: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for name in type_names(source.code()) {
            places.entry(name).or_default().push(source.path.clone());
        }
    }
    assert!(places.len() > 100, "the types were not found");
    places.retain(|_, files| files.len() > 1);
    assert!(places.is_empty(), "rename all but one of each of these types: {places:#?}");
}

#[test]
fn types_are_found_wherever_they_are_defined() {
    let code = "pub(super) struct Page<'a>(&'a str);\nenum Face {\n    Ready,\n}\n// struct Comment;\n\
                    extern \"C\" {\n    pub type Handle;\n}\nimpl Iterator for Page {\n    type Item = u8;\n}\ntype Pair = (u8, u8);\n";
    assert_eq!(type_names(code), ["Page", "Face", "Handle", "Pair"]);
}

#[test]
fn code_goes_on_after_a_test_module_of_its_own_file() {
    let text = "//! A.\n#[cfg(test)]\nmod tests;\nstruct Kept;\n\n#[cfg(test)]\nmod more {\n    struct Cut;\n}\n";
    let source = Source { path: "src/a.rs".to_owned(), text: text.to_owned(), is_test: false };
    assert_eq!(type_names(source.code()), ["Kept"]);
}

#[test]
fn functions_are_measured_from_signature_to_closing_brace() {
    let code = "#[component]\npub fn Page(\n    title: String,\n) -> impl IntoView {\n    view! {}\n}\nfn short() {}\n";
    let measured: Vec<_> = functions(code).into_iter().map(|function| (function.name, function.lines)).collect();
    assert_eq!(measured, [("Page".to_owned(), 5), ("short".to_owned(), 1)]);
    assert_eq!(functions(code)[0].limit, LONGEST_COMPONENT);
}

#[test]
fn imports_are_found_in_groups_and_in_paths() {
    let text = "use openroles_app::{page::Page, routes};\nlet x = crate::index::write(\n);\n// crate::text\n\
                use crate::{\n    query::{self, Query},\n    site,\n};";
    let source = Source { path: "crates/site/src/site.rs".to_owned(), text: text.to_owned(), is_test: false };
    let expected = ["index", "page", "query", "routes", "site"].map(str::to_owned);
    assert_eq!(source.imports(), BTreeSet::from(expected));
}

#[test]
fn views_have_no_words_of_their_own() {
    check(|source| {
        ["components", "pages", "app"].iter().find(|module| source.module() == Some(module))?;
        let found = literals(source.code()).into_iter().filter(Literal::is_text);
        let told = |literal: Literal| {
            format!("line {}: {:?}: move it to crates/model/src/words.rs", literal.line, literal.text)
        };
        Some(found.map(told).collect())
    });
}

#[test]
fn texts_are_told_from_class_names_and_codes() {
    let code = "fn view() {\n    // \"A comment\"\n    html! {\n        p class=\"a b\" title=\"Shown\" { \"word\" }\n        \
                @for a in [1] { (a) \" of \" br; }\n        i class=(if a == '\"' { \"x x--y\" } else { \"true\" }) {}\n    }\n    \
                view! { <p id=\"page-title\" aria-label=\"two words\">\"one\"</p> }\n    format!(\"{} {name}\");\n    \
                match a { _ => \"kind\", B => r#\"Some \"text\"\"# };\n}\n";
    let found: Vec<_> =
        literals(code).into_iter().filter(Literal::is_text).map(|each| (each.line, each.text)).collect();
    let expected = [(4, "Shown"), (4, "word"), (5, " of "), (8, "two words"), (8, "one"), (10, "Some \"text\"")];
    assert_eq!(found, expected.map(|(line, text)| (line, text.to_owned())));
}

#[test]
fn scripts_and_pages_of_the_build_have_no_words_of_their_own() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut objections = Vec::new();
    for folder in ["public", "public/embed", "public/doctor"] {
        for entry in fs::read_dir(root.join(folder)).expect("the folder of scripts") {
            let path = entry.expect("an entry").path();
            let (is_script, is_page) =
                (path.extension() == Some("js".as_ref()), path.extension() == Some("html".as_ref()));
            if is_script || is_page {
                let text = fs::read_to_string(&path).expect("text");
                let found = if is_script { texts_of_script(&text) } else { texts_of_page(&text) };
                objections.extend(found.iter().map(|text| format!("{}: {text:?}", path.display())));
            }
        }
    }
    assert!(objections.is_empty(), "move these texts to crates/model/src/words/files.rs:\n{}\n", objections.join("\n"));
}

#[test]
fn texts_of_scripts_and_pages_are_told_from_names_and_placeholders() {
    let script = "// \"A comment\"\nf(`Reading ${name}…`, \"Jobs\", `jobs/${name}`, { class: `a ${b}` });\nthrow Error(\"It broke\");";
    assert_eq!(texts_of_script(script), ["Reading ${name}…", "Jobs"]);
    let page = "<p title=\"{a}\" class=\"b c\">{d} · @e@</p><p title=\"One\">Two {f}<code>script-src 'x'</code></p>";
    assert_eq!(texts_of_page(page), ["One", "Two {f}"]);
}

/// A source file.
struct Source {
    /// Path below the workspace's folder, with `/` as separator.
    path: String,
    text: String,
    is_test: bool,
}

impl Source {
    /// Path below its folder of sources.
    fn below(&self) -> &str {
        self.path.split_once("src/").map_or(&self.path, |(_, below)| below)
    }

    /// Top-level module it belongs to; `None` for programs and `lib.rs`. The live board and the command-line tool are one
    /// module each.
    fn module(&self) -> Option<&str> {
        let first = self.below().split('/').next()?;
        let module = first.strip_suffix(".rs").unwrap_or(first);
        match self.path.split_once("/src/") {
            _ if ["bin", "main"].contains(&module) => None,
            Some(("xtask", _)) => None,
            Some(("crates/live", _)) => Some("live"),
            Some(("crates/cli", _)) => Some("cli"),
            _ => (module != "lib").then_some(module),
        }
    }

    /// Text without the unit tests at its end; empty for a file of tests.
    fn code(&self) -> &str {
        if self.is_test {
            return "";
        }
        let is_inside = |at: &usize| self.text[*at..].lines().nth(2).is_some_and(|line| line.ends_with('{'));
        let end = self.text.match_indices("\n#[cfg(test)]\nmod ").map(|(at, _)| at).find(is_inside);
        &self.text[..end.unwrap_or(self.text.len())]
    }

    /// Whether the code without comments contains a name.
    fn mentions(&self, name: &str) -> bool {
        let text = without_comments(self.code());
        text.match_indices(name).any(|(at, _)| {
            let is_part = |c: char| c.is_alphanumeric() || c == '_';
            !text[..at].ends_with(is_part) && !text[at + name.len()..].starts_with(is_part)
        })
    }

    /// Files of the same folder that are named after `super::`, by their paths without extension.
    fn siblings(&self) -> BTreeSet<String> {
        let text = without_comments(self.code());
        let folder = self.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let names = text.split("super::").skip(1).flat_map(first_names);
        let is_file = |path: &String| Path::new(env!("CARGO_MANIFEST_DIR")).join(path).with_extension("rs").is_file();
        names.map(|name| format!("{folder}/{name}")).filter(is_file).collect()
    }

    /// Top-level modules of its crate and of the app that it names.
    fn imports(&self) -> BTreeSet<String> {
        let text = without_comments(self.code()).replace("openroles_app::", "crate::");
        text.split("crate::").skip(1).flat_map(first_names).filter(|name| !name.is_empty()).collect()
    }
}

/// Attributes whose values nobody reads as text.
const CODED_ATTRIBUTES: &[&str] = &["class", "rel", "id", "viewBox", "reason"];

/// Texts that aren't words: names of keys and networks, and values of attributes that are chosen by a condition.
const NAMES: &[&str] = &[
    "ArrowDown",
    "ArrowUp",
    "Escape",
    "blog",
    "Facebook",
    "GitHub",
    "Instagram",
    "LinkedIn",
    "Twitter",
    "YouTube",
    "true",
    "false",
    "dialog",
    "complementary",
];

/// String literal.
struct Literal {
    line: usize,
    text: String,
    /// Code before it, on the same line or the last one that has code.
    before: String,
}

impl Literal {
    /// Whether it reads as a text shown to people: it has several words, begins like a sentence, or is where markup has
    /// its text.
    fn is_text(&self) -> bool {
        let attribute = self.before.strip_suffix('=').map(|name| name.trim_end().rsplit([' ', '(']).next());
        let is_coded = attribute.flatten().is_some_and(|name| CODED_ATTRIBUTES.contains(&name));
        if is_coded || self.text.contains("--") || NAMES.contains(&self.text.as_str()) {
            return false;
        }
        let text = without_placeholders(&self.text);
        let has_word =
            text.chars().zip(text.chars().skip(1)).any(|(one, next)| one.is_alphabetic() && next.is_alphabetic());
        let is_in_markup = self.before.ends_with(['{', '}', '>', ')', ';', '"']) && !self.before.ends_with("=>");
        self.reads_as_text() || (is_in_markup && has_word)
    }

    /// Whether it is a text in a script: not markup, a selector, an attribute's value,
    /// an error for the console, or a name in the data.
    fn is_text_of_script(&self) -> bool {
        let coded = ["rel:", "class:", "className =", "style =", "Error(", "Unknown("];
        let is_coded = coded.iter().any(|before| self.before.ends_with(before))
            || ["=\"", "["].iter().any(|code| self.text.contains(code));
        let names = ["Break", "Email", "Files", "Heading", "Link", "Paragraph", "Text"];
        self.reads_as_text() && !is_coded && !names.contains(&self.text.as_str())
    }

    /// Whether it has several words or begins like a sentence.
    fn reads_as_text(&self) -> bool {
        let text = without_placeholders(&self.text);
        let pairs: Vec<(char, char)> = text.chars().zip(text.chars().skip(1)).collect();
        let has_words = pairs
            .iter()
            .any(|(one, next)| (*one == ' ' && next.is_alphabetic()) || (one.is_alphabetic() && *next == ' '));
        let is_sentence = pairs.first().is_some_and(|(one, next)| one.is_uppercase() && next.is_lowercase());
        has_words || is_sentence
    }
}

/// Literals of a script that read as texts.
fn texts_of_script(script: &str) -> Vec<String> {
    literals(script).into_iter().filter(Literal::is_text_of_script).map(|literal| literal.text).collect()
}

/// Texts of a page, and values of attributes that people read, that aren't placeholders. What is inside of `<code>` and
/// `<script>` isn't text.
fn texts_of_page(page: &str) -> Vec<String> {
    let mut found: Vec<&str> = Vec::new();
    let mut element = "";
    for part in page.split('<').skip(1) {
        let (tag, text) = part.split_once('>').unwrap_or((part, ""));
        let name = tag.split_whitespace().next().unwrap_or_default();
        element = if name == "span" || name == "/span" { element } else { name };
        let read = [" title=\"", " aria-label=\"", " placeholder=\"", " alt=\""];
        found.extend(read.iter().filter_map(|attribute| tag.split_once(attribute)?.1.split('"').next()));
        found.extend((!["code", "script"].contains(&element)).then_some(text));
    }
    let is_word = |text: &&str| {
        let rest = without_placeholders(text);
        let values = rest.split('@').step_by(2);
        values.flat_map(str::chars).any(char::is_alphabetic)
    };
    found.into_iter().filter(is_word).map(|text| text.trim().to_owned()).collect()
}

/// Format string without what is inside `{}`.
fn without_placeholders(text: &str) -> String {
    let parts = text.split('{').enumerate();
    parts.map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or(part, |(_, rest)| rest) }).collect()
}

/// String literals of the code, also between backticks as in scripts, without those in comments.
fn literals(code: &str) -> Vec<Literal> {
    let mut found = Vec::new();
    let mut before = String::new();
    let (mut rest, mut line) = (code, 1);
    while let Some(next) = rest.chars().next() {
        let from = rest;
        if rest.starts_with("//") {
            rest = &rest[rest.find('\n').unwrap_or(rest.len())..];
        } else if rest.starts_with("/*") {
            rest = &rest[rest.find("*/").map_or(rest.len(), |end| end + 2)..];
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\\"'") {
            rest = &rest[rest[1..].find('\'').map_or(rest.len(), |end| end + 2)..];
        } else if next == '"' || next == '`' || rest.starts_with("r#\"") {
            let (start, end) = match next {
                '"' => (1, "\""),
                '`' => (1, "`"),
                _ => (3, "\"#"),
            };
            let inside = &rest[start..];
            let slashes = |at: usize| inside[..at].chars().rev().take_while(|each| *each == '\\').count();
            let is_end = |(at, _): &(usize, &str)| start == 3 || slashes(*at).is_multiple_of(2);
            let length = inside.match_indices(end).find(is_end).map_or(inside.len(), |(at, _)| at);
            found.push(Literal { line, text: inside[..length].to_owned(), before: before.trim_end().to_owned() });
            before.push('"');
            rest = inside.get(length + end.len()..).unwrap_or_default();
        } else {
            before.push(next);
            rest = &rest[next.len_utf8()..];
        }
        line += from[..from.len() - rest.len()].matches('\n').count();
        if before.len() > LONGEST_BEFORE {
            before = before.split_off(before.ceil_char_boundary(LONGEST_BEFORE / 2));
        }
    }
    found
}

/// Bytes of code before a literal that tell where it is.
const LONGEST_BEFORE: usize = 200;

/// Files from `start` back to it, each importing the next; `None` if there is no such way.
fn cycle_from<'a>(start: &'a str, imports: &'a BTreeMap<&str, BTreeSet<String>>) -> Option<Vec<&'a str>> {
    let mut ways = vec![vec![start]];
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop() {
        for next in way.last().and_then(|last| imports.get(last)).into_iter().flatten() {
            if next == start {
                return Some(way);
            }
            if seen.insert(next.as_str()) {
                ways.push([way.as_slice(), &[next.as_str()]].concat());
            }
        }
    }
    None
}

/// First name of a path, or of each path in a `{…}` group.
fn first_names(after: &str) -> Vec<String> {
    let Some(group) = after.strip_prefix('{') else {
        return vec![name_at_start(after)];
    };
    let mut depth = 0;
    let mut names = vec![name_at_start(group.trim_start())];
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => names.push(name_at_start(group[at + 1..].trim_start())),
            _ => {}
        }
    }
    names
}

fn name_at_start(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Types that the code defines, without associated types, which are named by their traits.
fn type_names(code: &str) -> Vec<String> {
    let visibilities = ["pub ", "pub(crate) ", "pub(super) "];
    let defined = code.lines().filter_map(|line| {
        let definition = line.trim_start();
        let definition = visibilities.iter().find_map(|word| definition.strip_prefix(word)).unwrap_or(definition);
        let (kind, after) = definition.split_once(' ')?;
        let is_associated = kind == "type" && line.starts_with(' ') && after.contains('=');
        (["struct", "enum", "trait", "type"].contains(&kind) && !is_associated).then(|| name_at_start(after))
    });
    defined.collect()
}

/// Measured function.
struct Function {
    name: String,
    lines: usize,
    limit: usize,
}

/// Functions in formatted code: from the line with `fn` to the closing brace in the same column.
fn functions(code: &str) -> Vec<Function> {
    let lines: Vec<&str> = code.lines().collect();
    let measured = lines.iter().enumerate().filter_map(|(start, line)| {
        let name = function_name(line)?;
        let indent = line.len() - line.trim_start().len();
        let is_end =
            |line: &&str| line.len() > indent && line[..indent].trim().is_empty() && line[indent..].starts_with('}');
        let is_one_line = line.ends_with(['}', ';']);
        let length = if is_one_line { 1 } else { lines[start..].iter().position(is_end)? + 1 };
        let is_component = start > 0 && lines[..start].iter().rev().take(3).any(|line| line.contains("#[component"));
        Some(Function { name, lines: length, limit: if is_component { LONGEST_COMPONENT } else { LONGEST_FUNCTION } })
    });
    measured.collect()
}

fn function_name(line: &str) -> Option<String> {
    let (before, after) = line.split_once("fn ")?;
    let words = ["pub", "pub(crate)", "pub(super)", "const", "async", "extern", "\"C\""];
    let is_signature = before.split_whitespace().all(|word| words.contains(&word));
    (is_signature && (before.is_empty() || before.ends_with(' '))).then(|| name_at_start(after))
}

/// Text without line comments. Cuts off strings that contain `//`, which doesn't matter for these rules.
fn without_comments(text: &str) -> String {
    text.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Applies a rule to every source file, and fails with all violations.
fn check(rule: impl Fn(&Source) -> Option<Vec<String>>) {
    let sources = sources();
    assert!(sources.len() > 10, "the sources were not found");
    let objections: Vec<String> = sources
        .iter()
        .flat_map(|source| {
            rule(source).unwrap_or_default().into_iter().map(|problem| format!("{}: {problem}", source.path))
        })
        .collect();
    assert!(objections.is_empty(), "\n{}\n", objections.join("\n"));
}

fn sources() -> Vec<Source> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let mut folders: Vec<PathBuf> = FOLDERS.iter().map(|folder| root.join(folder)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let below = path.strip_prefix(&root).expect("below the root").to_string_lossy().replace('\\', "/");
                let text = fs::read_to_string(&path).expect("text");
                sources.push(Source { path: below, text, is_test: is_declared_as_test(&path) });
            }
        }
    }
    sources
}

/// Whether the file next to the folder declares this module only for tests.
fn is_declared_as_test(path: &Path) -> bool {
    let parent = path.parent().map(|folder| folder.with_extension("rs")).filter(|parent| parent.is_file());
    let declarations = parent.map(|parent| fs::read_to_string(parent).expect("text")).unwrap_or_default();
    let stem = path.file_stem().expect("a name").to_string_lossy();
    ["", "pub(crate) ", "pub(super) "]
        .iter()
        .any(|visibility| declarations.contains(&format!("#[cfg(test)]\n{visibility}mod {stem};")))
}
