//! How long a job has been on the board, as its builds have seen it: facts, without a verdict.

use openroles_model::domain::Date;
use serde::{Deserialize, Serialize};

/// Since when a job has been on the board, and how often its posting date has moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeOnBoard {
    /// Day of the first build that had the job.
    pub since: Date,
    /// Number of times that the feed has stated another day of posting.
    pub moves: u32,
}

/// What the builds of a board have seen of a job.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sightings {
    /// Day of the first build that had the job.
    pub first_seen: Date,
    /// Whether that was the board's first build, which may have found jobs that are much older.
    pub is_first_build: bool,
    /// Number of times that the feed has stated another day of posting.
    pub moves: u32,
}

/// In days. If a job's first build is at most this long after its posting date, the page doesn't state that day: boards are
/// built once a day, and the posting date may be in another time zone.
const SEEN_AT_ONCE: i32 = 1;

impl TimeOnBoard {
    /// What to show about a job that was posted on the day `posted`; `None` if that date says the same. On the board's first
    /// build, every job is new, so that day says nothing, unless the posting date has moved since.
    pub fn of(sightings: Sightings, posted: Option<Date>) -> Option<Self> {
        let Sightings { first_seen, is_first_build, moves } = sightings;
        let is_apart = posted.is_none_or(|posted| (first_seen.days() - posted.days()).abs() > SEEN_AT_ONCE);
        let is_informative = moves > 0 || (is_apart && !is_first_build);
        is_informative.then_some(Self { since: first_seen, moves })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_is_shown_only_if_it_adds_to_the_posting_date() {
        let day = |text: &str| Date::parse(text).expect("a day");
        let first_seen = day("2026-11-20");
        for (posted, is_first_build, moves, is_shown) in [
            ("2026-11-20", false, 0, false),
            ("2026-11-19", false, 0, false),
            ("2026-11-10", false, 0, true),
            ("2026-11-25", false, 1, true),
            ("2026-11-20", false, 2, true),
            ("", false, 0, true),
            ("2026-10-01", true, 0, false),
            ("", true, 0, false),
            ("2026-11-25", true, 3, true),
        ] {
            let sightings = Sightings { first_seen, is_first_build, moves };
            let expected = is_shown.then_some(TimeOnBoard { since: first_seen, moves });
            assert_eq!(TimeOnBoard::of(sightings, Date::parse(posted)), expected, "{sightings:?}, posted {posted}");
        }
    }
}
