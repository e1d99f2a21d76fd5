//! Short beginnings of words that many terms share: for each the jobs of all its terms together, so that the first
//! letter typed does not load a tenth of the index.

use serde::{Deserialize, Serialize};

use super::{
    DocId,
    postings::{Impact, PackedLists, PostingLists},
    vocabulary::{FieldLengths, GatheredTerm, Vocabulary},
};
use crate::parallel;

/// The jobs that have a term with some beginning, and the most that one of these terms says about each.
pub(super) struct PrefixList(PostingLists);

/// The same as written.
#[derive(Serialize, Deserialize)]
pub(super) struct PackedPrefix(PackedLists);

/// Longer beginnings have few terms.
const MOST_LETTERS: usize = 2;

/// The beginnings of terms that span more than `most_bytes`, each with its list; `bytes` is what a term takes.
pub(super) fn lists(
    vocabulary: &Vocabulary,
    most_bytes: usize,
    bytes: fn(&GatheredTerm) -> usize,
) -> Vec<(String, PackedPrefix)> {
    let is_large = |group: &&[GatheredTerm]| group.iter().map(bytes).sum::<usize>() > most_bytes;
    let groups = (1..=MOST_LETTERS).flat_map(|letters| {
        let alike =
            vocabulary.terms.chunk_by(move |left, right| prefix(&left.term, letters) == prefix(&right.term, letters));
        alike.filter(is_large).filter_map(move |group| Some((prefix(&group.first()?.term, letters)?.to_owned(), group)))
    });
    let mut lists = parallel::map(groups.collect(), |(prefix, group)| {
        (prefix, PackedPrefix(united(group, &vocabulary.lengths).pack(vocabulary.doc_count())))
    });
    lists.sort_unstable_by(|left, right| left.0.cmp(&right.0));
    lists
}

/// So many first letters of a term; `None` where it has fewer.
fn prefix(term: &str, letters: usize) -> Option<&str> {
    let ends = term.char_indices().map(|(at, _)| at).chain([term.len()]);
    ends.skip(1).nth(letters - 1).map(|end| &term[..end])
}

fn united(terms: &[GatheredTerm], lengths: &FieldLengths) -> PostingLists {
    let mut best: Vec<Option<Impact>> = Vec::new();
    for posting in terms.iter().flat_map(|term| term.postings(lengths)) {
        let at = posting.doc.at();
        best.resize(best.len().max(at + 1), None);
        best[at] = best[at].max(Some(posting.impact));
    }
    let mut list = PostingLists::default();
    let found = (0..).map(DocId).zip(best).filter_map(|(doc, impact)| Some((doc, impact?)));
    found.for_each(|(doc, impact)| list.push(doc, impact, 0));
    list.end_term();
    list
}

impl PrefixList {
    /// A list over `doc_count` jobs; the error says what does not fit.
    pub(super) fn unpack(packed: &PackedPrefix, doc_count: usize) -> Result<Self, &'static str> {
        PostingLists::unpack(&packed.0, 1, doc_count).map(Self)
    }

    /// The jobs, and the most a term says about each, side by side.
    pub(super) fn impacts(&self) -> (&[DocId], &[Impact]) {
        self.0.impacts(0)
    }
}
