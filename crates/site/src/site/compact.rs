//! Our own scripts and style sheets without comments and indentation, as a site gets them.
//!
//! Text in, text out. This isn't a parser: it relies on how the files in `public` and `style` are written, and the tests
//! of the modules that use it check that. `docs/decisions.md` says what real minifiers would save.

/// One of our scripts without comments, with each placeholder such as `@view@` replaced.
pub(super) fn script(source: &str, names: &[(&str, &str)]) -> String {
    let fill = |text: String, (mark, name): &(&str, &str)| text.replace(&format!("@{mark}@"), name);
    without_comments(&names.iter().fold(source.to_owned(), fill))
}

/// Removes comment lines, blank lines, and indentation. Comments must fit on one line each, and no string may span
/// lines.
pub(super) fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim);
    let is_comment = |line: &str| line.starts_with("//") || (line.starts_with("/*") && line.ends_with("*/"));
    lines.filter(|line| !line.is_empty() && !is_comment(line)).flat_map(|line| [line, "\n"]).collect()
}

/// Compresses one of our style sheets to one line.
pub(super) fn compact_style(style: &str) -> String {
    let mut compact = String::with_capacity(style.len());
    let rules = style.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rules)| rules));
    for line in rules.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()) {
        if !compact.is_empty() && !compact.ends_with(['{', '}', ';', ',']) {
            compact.push(' ');
        }
        match line.split_once(": ").filter(|_| line.ends_with(';')) {
            Some((property, value)) => compact.push_str(&format!("{property}:{value}")),
            None => compact.push_str(line),
        }
    }
    compact.replace(" {", "{").replace(";}", "}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_sheet_keeps_its_meaning_on_one_line() {
        let style =
            "/* Says why. */\na,\nb {\n  color: red;\n  grid-template-columns: repeat(\n    2,\n    1fr\n  );\n}\n";
        assert_eq!(compact_style(style), "a,b{color:red;grid-template-columns: repeat( 2,1fr );}".replace(";}", "}"));
    }

    #[test]
    fn no_style_sheet_loses_more_than_comments_and_spaces() {
        for style in [
            include_str!("../../../../style/tokens.css"),
            include_str!("../../../../style/base.css"),
            include_str!("../../../../style/layout.css"),
            include_str!("../../../../style/components.css"),
            include_str!("../../../../style/print.css"),
            include_str!("../../../../style/operator.css"),
            include_str!("../../../../style/doctor.css"),
            include_str!("../../../../style/report.css"),
            include_str!("../../../../style/snippet.css"),
            include_str!("../../../../style/widget.css"),
        ] {
            let rules = style.split("/*").map(|part| part.split_once("*/").map_or(part, |(_, rules)| rules));
            let words: String = rules.flat_map(str::split_whitespace).collect();
            let compact = compact_style(style);
            assert_eq!(compact.split_whitespace().collect::<String>(), words.replace(";}", "}"));
            for line in style.lines().map(str::trim).filter(|line| line.ends_with(';')) {
                let value = line.split_once(": ").map_or(line, |(_, value)| value).trim_end_matches(';');
                assert!(compact.contains(value), "{line}");
            }
        }
    }

    #[test]
    fn scripts_are_written_without_comments_and_with_every_name_filled_in() {
        assert_eq!(script("// Why.\n\n  /** What. */\n  f(\"@view@\");\n", &[("view", "v.js")]), "f(\"v.js\");\n");
    }
}
