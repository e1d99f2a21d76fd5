//! Parses search text into clauses: words, `"quoted phrases"`, and `-excluded` words.

use openroles_model::{
    facets::Facet,
    text::{Token, tokens},
};

use super::{
    clause::{Clause, Reach},
    filter_words::understood,
};

/// Parsed search text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct QueryWords {
    /// Clauses that must all match.
    pub(super) wanted: Vec<Clause>,
    /// Clauses of which none may match.
    pub(super) unwanted: Vec<Clause>,
}

/// Most clauses that are used; no real query has more, and each takes time to search.
const MOST_CLAUSES: usize = 32;

/// Quotation marks, including the curly ones that phones insert.
pub(super) const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// Values that words of a search text stand for, such as `remote`, or `PART_TIME` for `part time`.
pub fn named_values(text: &str) -> Vec<(Facet, &'static str)> {
    let named = |clause: Clause| match clause {
        Clause::Filter { facet, value, .. } => Some((facet, value)),
        Clause::Word { .. } | Clause::Phrase(_) => None,
    };
    QueryWords::parse(text).wanted.into_iter().filter_map(named).collect()
}

impl QueryWords {
    pub(super) fn parse(text: &str) -> Self {
        let mut words = Self::default();
        let pieces = pieces(text);
        for (at, piece) in pieces.iter().enumerate() {
            let clauses = if piece.is_unwanted { &mut words.unwanted } else { &mut words.wanted };
            let room = MOST_CLAUSES.saturating_sub(clauses.len());
            clauses.extend(piece.clauses(at + 1 == pieces.len()).into_iter().take(room));
        }
        Self { wanted: understood(&words.wanted), unwanted: words.unwanted }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }
}

/// Part of a search text between spaces or quotation marks.
struct Piece<'a> {
    text: &'a str,
    is_quoted: bool,
    is_unwanted: bool,
}

impl Piece<'_> {
    fn clauses(&self, is_last: bool) -> Vec<Clause> {
        let found: Vec<Token> = tokens(self.text).take(MOST_CLAUSES).collect();
        match found.len() {
            0 => Vec::new(),
            _ if self.is_quoted => vec![phrase(&found)],
            _ if self.is_unwanted => vec![self.unwanted(&found)],
            _ => self.runs(&found, is_last),
        }
    }

    /// Excluded text without quotes: a word, words that stand for a facet's value, or else a phrase.
    fn unwanted(&self, found: &[Token]) -> Clause {
        let words: Vec<Clause> = found.iter().map(|token| self.word(token, false)).collect();
        match <[Clause; 1]>::try_from(understood(&words)) {
            Ok([only]) => only,
            Err(_several_words) => phrase(found),
        }
    }

    /// Splits the text into words. Words that are joined without spaces become a phrase.
    fn runs(&self, found: &[Token], is_last: bool) -> Vec<Clause> {
        let runs: Vec<&[Token]> = found.chunk_by(|_, next| next.continues).collect();
        let clause = |(at, run): (usize, &&[Token])| match run {
            [token] => self.word(token, is_last && at + 1 == runs.len()),
            _ => phrase(run),
        };
        runs.iter().enumerate().map(clause).collect()
    }

    fn word(&self, token: &Token, is_last: bool) -> Clause {
        Clause::Word {
            typed: self.text[token.start..token.end].to_owned(),
            term: token.term.clone(),
            reach: if is_last { Reach::Prefix } else { Reach::Whole },
        }
    }
}

fn phrase(found: &[Token]) -> Clause {
    Clause::Phrase(found.iter().map(|token| token.term.clone()).collect())
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let unsigned = rest.strip_prefix('-').filter(|after| !after.starts_with(char::is_whitespace));
        let (text, is_quoted, after) = first_piece(unsigned.unwrap_or(rest));
        pieces.push(Piece { text, is_quoted, is_unwanted: unsigned.is_some() });
        rest = after.trim_start();
    }
    pieces
}

/// First piece, whether it was quoted, and the rest of the text. A quotation mark without its counterpart is
/// ignored.
fn first_piece(text: &str) -> (&str, bool, &str) {
    if let Some(after) = text.strip_prefix(QUOTES) {
        return match after.split_once(QUOTES) {
            Some((quoted, rest)) => (quoted, true, rest),
            None => ("", false, after),
        };
    }
    let end = text.find(|character: char| character.is_whitespace() || QUOTES.contains(&character));
    let (piece, rest) = text.split_at(end.unwrap_or(text.len()));
    (piece, false, rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(clauses: &[Clause]) -> Vec<String> {
        let one = |clause: &Clause| match clause {
            Clause::Word { term, reach: Reach::Whole, .. } => term.clone(),
            Clause::Word { term, reach: Reach::Prefix, .. } => format!("{term}*"),
            Clause::Phrase(terms) => format!("[{}]", terms.join(" ")),
            Clause::Filter { text, value, .. } => format!("{value}:{}", shown(&[(**text).clone()]).concat()),
        };
        clauses.iter().map(one).collect()
    }

    fn check(text: &str, wanted: &[&str], unwanted: &[&str]) {
        let words = QueryWords::parse(text);
        assert_eq!(shown(&words.wanted), wanted, "{text}");
        assert_eq!(shown(&words.unwanted), unwanted, "{text}");
    }

    #[test]
    fn the_last_word_may_be_unfinished() {
        check("Rust engin", &["rust", "engin*"], &[]);
        check("front-end", &["front", "end*"], &[]);
        check("rust \"big data\"", &["rust", "[big data]"], &[]);
    }

    #[test]
    fn quotes_make_phrases_and_a_minus_makes_unwanted() {
        check("\"machine learning\" -java", &["[machine learning]"], &["java"]);
        check(
            "“machine learning” -\"team lead\" -full-stack",
            &["[machine learning]"],
            &["[team lead]", "[full stack]"],
        );
        check("-.net c++", &["c++*"], &[".net"]);
    }

    #[test]
    fn words_for_a_way_to_work_are_filters_and_quotes_make_them_words() {
        check("remote rust", &["remote:remote", "rust*"], &[]);
        check("rust remot", &["rust", "remote:remot*"], &[]);
        check("remo", &["remo*"], &[]);
        check("Part-time nurse", &["PART_TIME:[part time]", "nurse*"], &[]);
        check("nurse part time", &["nurse", "PART_TIME:[part time]"], &[]);
        check("part of", &["part", "of*"], &[]);
        check("full stack", &["full", "stack*"], &[]);
        check("work from home jobs", &["remote:[work from home]", "jobs*"], &[]);
        check("\"part time\" \"remote\"", &["[part time]", "[remote]"], &[]);
        check("-remote -full-time -full-stack", &[], &["remote:remote", "FULL_TIME:[full time]", "[full stack]"]);
    }

    #[test]
    fn half_typed_signs_are_nothing() {
        check("rust -", &["rust"], &[]);
        check("\"rust", &["rust*"], &[]);
        check("- \"\" !!", &[], &[]);
    }

    #[test]
    fn what_is_written_without_spaces_is_a_phrase() {
        check("软件工程 rust", &["[软 件 工 程]", "rust*"], &[]);
    }

    #[test]
    fn endless_text_is_cut() {
        assert_eq!(QueryWords::parse(&"a ".repeat(5_000)).wanted.len(), MOST_CLAUSES);
    }
}
