//! Decisions made before the first page is written: which pages there will be, and where the values of the others go.

use std::collections::{HashMap, HashSet};

use openroles_engine::index::Index;
use openroles_model::domain::{BoardSettings, JobId, JobPosting, Organization, Slug};

use super::{
    PagesWanted, SiteInput, SiteNote,
    history::{Earlier, History, ProgramId},
    landings::Landings,
    list_changes::list_changes,
    remembered::ValuesIn,
    room::{Extras, Room},
    succession::Succession,
    tombstones::Tombstone,
};
use crate::prerender::AppAssets;

/// Everything that is known about a site before its pages are written.
pub(super) struct Plan<'a> {
    /// Jobs, companies, and settings.
    pub(super) input: &'a SiteInput<'a>,
    /// Settings, plus the search example derived from the jobs.
    pub(super) board: BoardSettings,
    /// Index of the jobs.
    pub(super) index: &'a Index,
    /// Files of the app.
    pub(super) assets: &'a AppAssets,
    /// Companies by slug.
    pub(super) organizations: HashMap<&'a Slug, &'a Organization>,
    /// Topics that have a landing page.
    pub(super) landings: Landings,
    /// What the host leaves room for.
    pub(super) room: Room,
    /// Jobs that recently left their feed, those that left last first.
    pub(super) tombstones: Vec<Tombstone>,
    /// Days on which each page last changed.
    pub(super) history: History,
    /// Whether the earlier site has values of jobs.
    pub(super) has_earlier_values: bool,
    /// Whether the running program also drew the earlier site's pages.
    pub(super) is_same_program: bool,
    /// Advice for the operator.
    pub(super) notes: Vec<SiteNote>,
}

impl<'a> Plan<'a> {
    /// Plan of a site that succeeds another. `file_count` files are written already.
    pub(super) fn of(
        input: &'a SiteInput<'a>,
        board: BoardSettings,
        succession: Succession<'a>,
        index: &'a Index,
        assets: &'a AppAssets,
        file_count: usize,
    ) -> Self {
        let Succession { earlier, organizations, tombstones, history } = succession;
        let is_unreadable = matches!(earlier.history, Earlier::Unreadable);
        let mut notes: Vec<_> = is_unreadable.then_some(SiteNote::HistoryUnreadable).into_iter().collect();
        let mut landings = Landings::of(input.with_page(), index, input.now);
        let wanted = Extras { landings: landings.len(), closed: tombstones.len() };
        let room = Room::of(input, file_count, wanted);
        landings.truncate(room.landings);
        let history = match input.pages {
            PagesWanted::None => history.with_lists_of(&earlier.history),
            PagesWanted::All | PagesWanted::First(_) => {
                let lists = list_changes(input, &tombstones, &landings, &history);
                history.with_lists(&earlier.history, lists)
            }
        };
        notes.extend(SiteNote::of_room(input, wanted, room));
        let program = ProgramId::this();
        let is_same_program = program.is_some() && program == earlier.history.program();
        let has_earlier_values = earlier.history.has_values();
        let history = history.drawn_by(program);
        let history =
            with_places(history, input, tombstones.get(room.closed..).unwrap_or_default(), has_earlier_values);
        Self {
            input,
            board,
            index,
            assets,
            organizations,
            landings,
            room,
            tombstones,
            history,
            has_earlier_values,
            is_same_program,
            notes,
        }
    }

    /// Company that offers a job, if it has a page.
    pub(super) fn organization_of(&self, posting: &JobPosting) -> Option<&'a Organization> {
        posting.hiring_organization.slug().and_then(|slug| self.organizations.get(slug)).copied()
    }
}

/// Adds where the values of each job are going to be. `packed` are the closed jobs without a page.
fn with_places(history: History, input: &SiteInput<'_>, packed: &[Tombstone], has_earlier_values: bool) -> History {
    let unpaged = input.postings[input.with_page().len()..].iter().map(|posting| &posting.id);
    let values = match input.pages {
        PagesWanted::None if !has_earlier_values => ValuesIn::Nowhere,
        PagesWanted::None | PagesWanted::All | PagesWanted::First(_) => ValuesIn::Packed,
    };
    let closed: HashSet<&JobId> = packed.iter().map(|tombstone| &tombstone.posting().id).collect();
    history.with_values(&unpaged.collect(), values).with_values(&closed, ValuesIn::Packed)
}
