//! Lists for short prefixes that many terms share. Each combines the jobs of all these terms, so the first letter
//! that a visitor types doesn't load a tenth of the index.

use openroles_model::parallel;
use serde::{Deserialize, Serialize};

use super::{
    DocId,
    postings::{Impact, PackedLists, PostingLists},
    vocabulary::{FieldLengths, GatheredTerm, Vocabulary},
};

/// Jobs that have any term with a given prefix, and the highest impact of these terms on each.
pub(super) struct PrefixList(PostingLists);

/// Written form of [`PrefixList`].
#[derive(Serialize, Deserialize)]
pub(super) struct PackedPrefix(PackedLists);

/// Longest prefix in characters; longer ones match few terms.
const MOST_LETTERS: usize = 2;

/// Prefixes whose terms take more than `most_bytes`, each with its list, sorted. `bytes` returns the size of a
/// term.
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

/// First `letters` characters of a term; `None` if it is shorter.
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
    /// Decompresses a list over `doc_count` jobs. Fails if it doesn't fit.
    pub(super) fn unpack(packed: &PackedPrefix, doc_count: usize) -> Result<Self, &'static str> {
        PostingLists::unpack(&packed.0, 1, doc_count).map(Self)
    }

    /// Jobs and the highest impact on each, as parallel slices.
    pub(super) fn impacts(&self) -> (&[DocId], &[Impact]) {
        self.0.impacts(0)
    }
}
