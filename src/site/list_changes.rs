//! When each list of jobs last changed: as one came, said something else, closed, or left the feed.
//!
//! A job that has been gone for long tells nothing any more, so that the days are remembered from build to build: they
//! never go back.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{SiteInput, history::History, landings::Landings, tombstones::Tombstone};
use crate::{
    domain::{Date, JobPosting, NamedPlace, Slug},
    routes::Route,
};

/// The days by the lists' paths, as far as the jobs there are tell: of the front page, which stands for all that show the
/// whole board, of companies, and of landing pages.
pub(super) fn list_changes(
    input: &SiteInput<'_>,
    tombstones: &[Tombstone],
    landings: &Landings,
    history: &History,
) -> BTreeMap<String, Date> {
    let mut lists = CurrentLists::default();
    let topics: HashMap<Topic<'_>, &Slug> =
        landings.topics().map(|(topic, _)| ((topic.skill.as_str(), &topic.city), &topic.slug)).collect();
    let of_feed = input.postings.iter().map(|posting| {
        let changed = history.changed(&posting.id).unwrap_or(input.now);
        (posting, changed.max(closed(posting, input.now).unwrap_or(changed)))
    });
    let gone = tombstones.iter().map(Tombstone::posting);
    let gone = gone.filter_map(|posting| closed(posting, input.now).map(|day| (posting, day)));
    for (posting, day) in of_feed.chain(gone) {
        lists.note(posting, day, &topics);
    }
    lists.by_path()
}

/// What a landing page is about.
type Topic<'a> = (&'a str, &'a NamedPlace);

/// The first day on which a job was closed, if it is.
fn closed(posting: &JobPosting, now: Date) -> Option<Date> {
    posting.valid_through.filter(|last| *last < now).map(|last| last.plus_days(1))
}

/// The latest days so far.
#[derive(Default)]
struct CurrentLists<'a> {
    board: Option<Date>,
    companies: HashMap<&'a Slug, Date>,
    landings: HashMap<&'a Slug, Date>,
}

impl<'a> CurrentLists<'a> {
    /// Something happened to a job on this day.
    fn note(&mut self, posting: &'a JobPosting, day: Date, topics: &HashMap<Topic<'a>, &'a Slug>) {
        self.board = self.board.max(Some(day));
        if let Some(company) = posting.hiring_organization.slug() {
            note(&mut self.companies, company, day);
        }
        let cities: HashSet<&NamedPlace> =
            posting.job_locations.iter().filter_map(|place| place.city.as_ref()).collect();
        for city in cities {
            let landings = posting.skills.iter().filter_map(|skill| topics.get(&(skill.as_str(), city)).copied());
            landings.for_each(|slug| note(&mut self.landings, slug, day));
        }
    }

    fn by_path(self) -> BTreeMap<String, Date> {
        let board = self.board.map(|day| (Route::Home.path(), day));
        let companies = self.companies.into_iter().map(|(slug, day)| (Route::Company(slug.clone()).path(), day));
        let landings = self.landings.into_iter().map(|(slug, day)| (Route::Landing(slug.clone()).path(), day));
        board.into_iter().chain(companies).chain(landings).collect()
    }
}

fn note<'a>(days: &mut HashMap<&'a Slug, Date>, list: &'a Slug, day: Date) {
    days.entry(list).and_modify(|latest| *latest = day.max(*latest)).or_insert(day);
}
