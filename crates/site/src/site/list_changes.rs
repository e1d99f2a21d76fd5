//! Days on which each list of jobs last changed because a job was added, changed, closed, or left its feed.
//!
//! Jobs that have been gone for long are no longer recorded, so the days are carried over from build to build and
//! never move back.

use std::collections::{BTreeMap, HashMap, HashSet};

use openroles_app::routes::Route;
use openroles_model::domain::{Date, JobPosting, NamedPlace, Slug};

use super::{SiteInput, history::History, landings::Landings, tombstones::Tombstone};

/// Last change of each list by its path, derived from the current jobs: the front page (for all pages that list the
/// whole board), companies, and landing pages.
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

/// Skill and city of a landing page.
type Topic<'a> = (&'a str, &'a NamedPlace);

/// First day on which a job was closed; `None` if it is open.
fn closed(posting: &JobPosting, now: Date) -> Option<Date> {
    posting.valid_through.filter(|last| *last < now).map(|last| last.plus_days(1))
}

/// Latest change found so far for each list.
#[derive(Default)]
struct CurrentLists<'a> {
    board: Option<Date>,
    companies: HashMap<&'a Slug, Date>,
    landings: HashMap<&'a Slug, Date>,
}

impl<'a> CurrentLists<'a> {
    /// Notes that a job changed on `day`, for every list it is on.
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
