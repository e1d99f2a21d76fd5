//! The jobs whose titles have a word, looked up once for each word.
//!
//! Similar jobs are found by the words of a title. A build does this for every job, and most titles consist of the same
//! few thousand words.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use openroles_model::{sorting::sort, text::Key};

use super::{DocId, Field, TermPattern, Terms};

/// Jobs by the words of their titles, as far as they were asked for.
#[derive(Default)]
pub(super) struct TitleDocs {
    by_word: Mutex<BTreeMap<Key, Arc<[DocId]>>>,
}

impl TitleDocs {
    /// Jobs whose title has a word with this key, in ascending order, as far as `terms` are loaded. Always pass the same
    /// terms.
    pub(super) fn of(&self, terms: &Terms, key: &Key) -> Arc<[DocId]> {
        let known = self.by_word.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        known.unwrap_or_else(|| {
            let docs: Arc<[DocId]> = in_title(terms, key).into();
            self.by_word.lock().unwrap_or_else(PoisonError::into_inner).insert(key.clone(), Arc::clone(&docs));
            docs
        })
    }
}

fn in_title(terms: &Terms, key: &Key) -> Vec<DocId> {
    let mut docs: Vec<DocId> = Vec::new();
    for term in terms.matching(&TermPattern::Alike(key.clone())) {
        let in_title = terms.posting_list(term).filter(|posting| posting.fields & Field::Title.bit() != 0);
        docs.extend(in_title.map(|posting| posting.doc));
    }
    sort(&mut docs);
    docs.dedup();
    docs
}
