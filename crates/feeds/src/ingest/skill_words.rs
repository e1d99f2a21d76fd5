//! The words of a text, with the separators between them, as needed to find names of skills: `C++`, `Node.js`, and
//! `.NET` are words, `React, Go` are two in a list, `R&D` and `github.com` are glued.
//!
//! These are not the analyzer's terms: case and neighbors matter here. No word is copied, because this reads every word
//! of every text without stated skills.

/// A word and its position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Word<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// Start in the whole text, in bytes.
    pub(super) start: usize,
    /// The separator before it.
    pub(super) gap: WordGap,
}

/// The separator between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WordGap {
    /// Signs that join them into one thing: `github.com`, `R&D`.
    Glue,
    /// A hyphen or apostrophe: `C-level`, `Python's`.
    Hyphen,
    /// A slash without spaces: `CI/CD`, `Java/Kotlin`.
    Slash,
    /// Only white space.
    Space,
    /// A list separator: a comma, a bracket, a dash with spaces around it, "and", "or".
    List,
    /// The end of a sentence, or a colon.
    Stop,
    /// The end of a line; also before the first word and after the last.
    Line,
}

/// The words of a text, from some position on.
#[derive(Clone, Copy, Debug)]
pub(super) struct SkillWords<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> SkillWords<'a> {
    /// All words of a text.
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The words from a position on; `None` if that is inside a word.
    pub(super) fn from(text: &'a str, place: usize) -> Option<Self> {
        let before = text.get(..place)?;
        let from_dot = before.strip_suffix('.').map(|before| Self { text, at: before.len() });
        let from_place = (!before.ends_with(char::is_alphanumeric)).then_some(Self { text, at: place });
        from_dot.filter(Self::is_at_dot_net).or(from_place)
    }

    /// The separator before the next word, and the word before that.
    pub(super) fn before(&self) -> (WordGap, &'a str) {
        let mut signs = 0;
        let mut rest = &self.text[..self.at];
        loop {
            let words = rest.trim_end_matches(|character: char| !character.is_alphanumeric());
            let others = words.trim_end_matches(char::is_alphanumeric);
            let word = &words[others.len()..];
            let between = &rest[words.len()..];
            // The signs in `C++` and `C#` belong to the word.
            let own =
                ["++", "#"].iter().find(|own| word.len() == 1 && between.starts_with(**own)).map_or(0, |own| own.len());
            signs = between[own..].chars().fold(signs, |signs, character| signs | sign(character));
            if word.is_empty() {
                return (gap(signs | LINE), word);
            }
            if !is_conjunction(word) {
                return (gap(signs), word);
            }
            signs |= LIST;
            rest = others;
        }
    }

    /// Skips the signs before the next word and returns them.
    fn signs(&mut self) -> u8 {
        let mut signs = 0;
        while let Some(byte) = self.text.as_bytes().get(self.at) {
            match SIGNS[usize::from(*byte)] {
                WORD => return signs,
                DOT if self.is_at_dot_net() => return signs,
                FOREIGN => match self.text[self.at..].chars().next() {
                    Some(character) if !character.is_alphanumeric() => {
                        signs |= foreign_sign(character);
                        self.at += character.len_utf8();
                    }
                    _ => return signs,
                },
                sign => {
                    signs |= sign;
                    self.at += 1;
                }
            }
        }
        signs
    }

    /// Skips the word at this position and returns it; empty at the end.
    fn word(&mut self) -> &'a str {
        let start = self.at;
        self.letters();
        self.at += match self.text.as_bytes().get(self.at) {
            Some(b'+') if self.at == start + 1 && self.text[self.at..].starts_with("++") => 2,
            Some(b'#') if self.at == start + 1 && !is_letter(self.text.as_bytes().get(self.at + 1)) => 1,
            Some(b'.') => self.dot_name(),
            _ => 0,
        };
        &self.text[start..self.at]
    }

    /// Skips letters and digits of any script.
    fn letters(&mut self) {
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let length = rest.iter().position(|byte| SIGNS[usize::from(*byte)] != WORD);
            self.at += length.unwrap_or(rest.len());
            match self.text[self.at..].chars().next() {
                Some(character) if !character.is_ascii() && character.is_alphanumeric() => {
                    self.at += character.len_utf8();
                }
                _ => return,
            }
        }
    }

    /// Whether `.NET` is here as a word: after another word, its point ends a sentence or belongs to that word.
    fn is_at_dot_net(&self) -> bool {
        self.dot_name() == DOT_NET.len() && !self.text[..self.at].ends_with(char::is_alphanumeric)
    }

    /// The length in bytes of `.net` or `.js` here, if the word ends with it.
    fn dot_name(&self) -> usize {
        let rest = &self.text.as_bytes()[self.at..];
        let is_here = |name: &&str| {
            let start = rest.get(..name.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes())) && !is_letter(rest.get(name.len()))
        };
        [DOT_NET, DOT_JS].iter().find(|name| is_here(name)).map_or(0, |name| name.len())
    }
}

impl<'a> Iterator for SkillWords<'a> {
    type Item = Word<'a>;

    fn next(&mut self) -> Option<Word<'a>> {
        let mut signs = if self.at == 0 { LINE } else { 0 };
        loop {
            signs |= self.signs();
            let start = self.at;
            let text = self.word();
            if text.is_empty() {
                return None;
            }
            if !is_conjunction(text) {
                return Some(Word { text, start, gap: gap(signs) });
            }
            signs |= LIST;
        }
    }
}

const DOT_NET: &str = ".net";
const DOT_JS: &str = ".js";

fn is_letter(byte: Option<&u8>) -> bool {
    byte.is_some_and(u8::is_ascii_alphanumeric)
}

/// Whether a word joins the items of a list.
fn is_conjunction(word: &str) -> bool {
    const CONJUNCTIONS: [&str; 4] = ["and", "or", "und", "oder"];
    word.starts_with(['a', 'A', 'o', 'O', 'u', 'U'])
        && CONJUNCTIONS.iter().any(|conjunction| word.eq_ignore_ascii_case(conjunction))
}

// The kinds of signs, as bits, so that several signs between two words can be combined.
const WORD: u8 = 0;
const SPACE: u8 = 1;
const HYPHEN: u8 = 1 << 1;
const SLASH: u8 = 1 << 2;
const LIST: u8 = 1 << 3;
const STOP: u8 = 1 << 4;
const LINE: u8 = 1 << 5;
const GLUE: u8 = 1 << 6;
/// A stop before a space, glue otherwise.
const DOT: u8 = 1 << 7;
/// The first byte of a multibyte character, which has to be looked at as a whole.
const FOREIGN: u8 = u8::MAX;

const SIGNS: [u8; 256] = {
    let mut signs = [FOREIGN; 256];
    let mut byte = 0;
    while byte < 128 {
        signs[byte as usize] = match byte {
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => WORD,
            b'\n' => LINE,
            b' ' | b'\t' | b'\r' => SPACE,
            b'-' | b'\'' => HYPHEN,
            b'/' => SLASH,
            b',' | b';' | b'|' | b'+' | b'(' | b')' | b'[' | b']' => LIST,
            b':' | b'!' | b'?' => STOP,
            b'.' => DOT,
            _ => GLUE,
        };
        byte += 1;
    }
    signs
};

fn sign(character: char) -> u8 {
    match u8::try_from(character) {
        Ok(byte) if byte.is_ascii() => SIGNS[usize::from(byte)],
        _ => foreign_sign(character),
    }
}

fn foreign_sign(character: char) -> u8 {
    match character {
        '’' => HYPHEN,
        '–' | '—' | '•' | '·' | '●' => LIST,
        '…' => STOP,
        _ if character.is_whitespace() => SPACE,
        _ => GLUE,
    }
}

fn gap(signs: u8) -> WordGap {
    let has = |sign: u8| signs & sign != 0;
    match signs {
        _ if has(LINE) => WordGap::Line,
        _ if has(LIST) => WordGap::List,
        _ if has(STOP) || has(DOT) && has(SPACE) => WordGap::Stop,
        SPACE => WordGap::Space,
        // "Python & R", "Python / R", "Developer - React".
        _ if has(SPACE) => WordGap::List,
        SLASH => WordGap::Slash,
        // There is no sign in "C++17".
        HYPHEN | 0 => WordGap::Hyphen,
        _ => WordGap::Glue,
    }
}
