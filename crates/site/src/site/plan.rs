//! Decisions made before the first page is written: the companies, the history, and which pages there will be.

use std::collections::{HashMap, HashSet};

use openroles_engine::index::Index;
use openroles_model::domain::{BoardSettings, JobId, JobPosting, Organization, Slug};

use super::{
    PagesWanted, PreviousBuild, SiteError, SiteInput, SiteNote,
    history::{Earlier, History, ProgramId},
    landings::Landings,
    list_changes::list_changes,
    remembered::{Stated, ValuesIn},
    room::{Extras, Room},
    tombstones::{Tombstone, tombstones},
};
use crate::prerender::AppAssets;

/// Everything that is known about a site before it is written.
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
    /// Plan of a site that replaces the one in the same folder. `file_count` files are written already.
    pub(super) fn of(
        input: &'a SiteInput<'a>,
        board: BoardSettings,
        succession: &PreviousBuild<'_>,
        index: &'a Index,
        assets: &'a AppAssets,
        file_count: usize,
    ) -> Result<Self, SiteError> {
        let organizations: HashMap<&Slug, &Organization> =
            input.organizations.iter().map(|organization| (&organization.slug, organization)).collect();
        let earlier = succession.earlier;
        let tombstones = tombstones(input, earlier, &organizations)?;
        let organization_of =
            |posting: &JobPosting| posting.hiring_organization.slug().and_then(|slug| organizations.get(slug)).copied();
        let open = input.postings.iter().map(|posting| Stated {
            posting,
            organization: organization_of(posting),
            feed: succession.feeds.get(&posting.id).copied(),
            closed: None,
            dating: succession.dating_of(&posting.id),
        });
        let closed = tombstones.iter().map(Tombstone::stated);
        let history = History::after(&earlier.history, open.chain(closed).collect(), input.now)?;
        let history = history.with_feeds(earlier, &succession.reading);
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
        Ok(Self {
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
        })
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
