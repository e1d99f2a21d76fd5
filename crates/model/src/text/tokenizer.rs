//! Finds where words begin and end.
//!
//! A word is a run of letters and digits. Signs belong to it only in common search terms: `C++`, `C#`, `.NET`,
//! `ASP.NET`, `Node.js`, `R&D`. Scripts without spaces yield one token per character; a query treats neighbors among
//! these as a phrase.

use super::fold::fold;
use crate::unicode::is_mark;

/// One word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// The folded word, never empty, at most 64 bytes.
    pub term: String,
    /// Start of the word in the text, in bytes.
    pub start: usize,
    /// End of the word in the text, in bytes, exclusive.
    pub end: usize,
    /// Number of tokens before it.
    pub position: u32,
    /// Whether it directly continues the previous token, in a script without spaces.
    pub continues: bool,
}

/// In bytes. Longer runs aren't words (keys, hashes, encoded files), and are cut here.
const LONGEST_TERM: usize = 64;

/// Before `.NET`, these form one name with it; after any other word, the dot ends the sentence.
const DOT_NET_FAMILY: [&str; 4] = ["asp", "vb", "ado", "ml"];

/// The words of a text, in reading order.
pub fn tokens(text: &str) -> impl Iterator<Item = Token> + '_ {
    Tokens { text, at: 0, position: 0 }
}

struct Tokens<'a> {
    text: &'a str,
    at: usize,
    position: u32,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let (start, end) = self.next_word()?;
            let continues = start == self.at && start > 0 && self.is_unspaced_pair(start);
            self.at = end;
            let term = term_of(&self.text[start..end]);
            if !term.is_empty() && !self.is_possessive(start, end) {
                let position = self.position;
                self.position += 1;
                return Some(Token { term, start, end, position, continues });
            }
        }
    }
}

impl Tokens<'_> {
    /// The byte range of the next word at or after the current position.
    fn next_word(&self) -> Option<(usize, usize)> {
        let rest = &self.text[self.at..];
        let is_start = |at: usize, character: char| match character {
            '.' => is_dot_net(&self.text[self.at + at..]) && !self.text[..self.at + at].ends_with(is_word),
            _ => character.is_alphanumeric(),
        };
        let (offset, _) = rest.char_indices().find(|(at, character)| is_start(*at, *character))?;
        let start = self.at + offset;
        Some((start, start + word_length(&self.text[start..])))
    }

    /// Whether this is the `s` of `women's`, which isn't a word.
    fn is_possessive(&self, start: usize, end: usize) -> bool {
        let owner = self.text[..start].strip_suffix(['\'', '’']);
        self.text[start..end].eq_ignore_ascii_case("s") && owner.is_some_and(|owner| owner.ends_with(is_word))
    }

    /// Whether the characters on both sides of a byte belong to scripts without spaces.
    fn is_unspaced_pair(&self, at: usize) -> bool {
        let before = self.text[..at].chars().rev().find(|character| !is_mark(*character));
        before.is_some_and(is_unspaced) && self.text[at..].starts_with(is_unspaced)
    }
}

/// The word, folded and cut; empty if nothing but marks is left.
fn term_of(word: &str) -> String {
    let folded = fold(word);
    let mut term = folded.trim_start_matches(is_mark).to_owned();
    if term.len() > LONGEST_TERM {
        term.truncate(term.floor_char_boundary(LONGEST_TERM));
    }
    term
}

/// Length in bytes of the word at the start of `text`.
fn word_length(text: &str) -> usize {
    if text.starts_with('.') {
        return ".net".len();
    }
    if text.starts_with(is_unspaced) {
        return run_length(text, 1, is_mark);
    }
    let run = run_length(text, 0, |character| is_word(character) && !is_unspaced(character));
    run + sign_length(&text[..run], &text[run..])
}

/// Length in bytes of the first `given` characters, and of all following ones that fulfill `belongs`.
fn run_length(text: &str, given: usize, belongs: impl Fn(char) -> bool) -> usize {
    let end = text.char_indices().skip(given).find(|(_, character)| !belongs(*character));
    end.map_or(text.len(), |(at, _)| at)
}

/// Length in bytes of the signs at the start of `rest` that belong to `word`, with what they attach to it.
fn sign_length(word: &str, rest: &str) -> usize {
    let is_letter = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
    let is_end = |length: usize| !rest[length..].starts_with(is_word);
    match rest.as_bytes() {
        [b'+', b'+', ..] if is_letter => 2,
        [b'#', ..] if is_letter && is_end(1) => 1,
        [b'&', letter, ..] if is_letter && letter.is_ascii_alphabetic() && is_end(2) => 2,
        [b'.', b'j' | b'J', b's' | b'S', ..] if is_end(3) => 3,
        _ if is_dot_net(rest) && DOT_NET_FAMILY.iter().any(|name| word.eq_ignore_ascii_case(name)) => 4,
        _ => 0,
    }
}

fn is_dot_net(text: &str) -> bool {
    let is_name = text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case(".net"));
    is_name && !text[4..].starts_with(is_word)
}

/// Letters, digits, their marks, and invisible characters within words.
fn is_word(character: char) -> bool {
    let is_invisible = matches!(character, '\u{ad}' | '\u{200c}' | '\u{200d}' | '\u{2060}');
    character.is_alphanumeric() || is_mark(character) || is_invisible
}

/// Thai, Lao, Myanmar, Hangul, Khmer, Kana, Bopomofo, and Han. (Korean has spaces, but attaches particles to words.)
fn is_unspaced(character: char) -> bool {
    matches!(character,
        '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1100}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}'
        | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{318f}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ffdc}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, expected: &[&str]) {
        let terms: Vec<String> = tokens(text).map(|token| token.term).collect();
        assert_eq!(terms, expected, "{text}");
    }

    #[test]
    fn terms_with_signs_are_themselves() {
        check("C++, C#/F# and .NET!", &["c++", "c#", "f#", "and", ".net"]);
        check("C++17 ASP.NET Node.js, Vue.js.", &["c++", "17", "asp.net", "node.js", "vue.js"]);
        check("R, Go and R&D", &["r", "go", "and", "r&d"]);
    }

    #[test]
    fn signs_elsewhere_separate() {
        check(
            "example.net (.network) job #1 a#1 AT&T",
            &["example", "net", "network", "job", "1", "a", "1", "at", "t"],
        );
        check("full-stack CI/CD a.json", &["full", "stack", "ci", "cd", "a", "json"]);
        check("Women's l'oréal O’Reilly 's", &["women", "l", "oreal", "o", "reilly", "s"]);
    }

    #[test]
    fn scripts_without_spaces_yield_characters_that_continue() {
        let found: Vec<(String, bool)> = tokens("软件 工程Rust師").map(|token| (token.term, token.continues)).collect();
        let expected = [("软", false), ("件", true), ("工", false), ("程", true), ("rust", false), ("師", false)];
        assert_eq!(found, expected.map(|(term, continues)| (term.to_owned(), continues)));
    }

    #[test]
    fn marks_alone_are_no_word() {
        check("a ﹰ\u{fe20} b", &["a", "b"]);
    }

    #[test]
    fn words_keep_their_marks_and_lose_invisible_characters() {
        check("हिन्दी शिक्षक", &["हिन्दी", "शिक्षक"]);
        check("soft\u{ad}ware", &["software"]);
    }

    proptest! {
        #[test]
        fn ranges_lie_in_the_text_in_order(text in "(\\PC|[.#+&' 'a-cS]){0,40}") {
            let mut end = 0;
            for (position, token) in tokens(&text).enumerate() {
                prop_assert!(token.start >= end && token.end > token.start);
                prop_assert!(text.get(token.start..token.end).is_some());
                prop_assert_eq!(token.position as usize, position);
                prop_assert!(!token.term.is_empty() && token.term.len() <= LONGEST_TERM);
                end = token.end;
            }
        }

        #[test]
        fn a_term_is_its_own_token(text in "(\\PC|[.#+&'a-cS]){0,20}") {
            for token in tokens(&text) {
                if token.term.chars().all(|character| !is_unspaced(character)) {
                    let again: Vec<String> = tokens(&token.term).map(|token| token.term).collect();
                    prop_assert_eq!(again, vec![token.term]);
                }
            }
        }
    }
}
