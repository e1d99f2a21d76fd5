//! How many files a host leaves for what a board can do without: landing pages, pages of closed jobs, and pictures.

use openroles_app::page::{ListData, PackedJobs};
use openroles_engine::index::DataFiles;
use openroles_model::domain::{HostSettings, PicturesWanted};

use super::{PagesWanted, SiteInput, history_files, sitemap};

/// What fits into the files that the host leaves, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Room {
    /// Number of landing pages.
    pub(super) landings: usize,
    /// Number of pages of closed jobs.
    pub(super) closed: usize,
    /// Which jobs get a picture.
    pub(super) pictures: PicturesWanted,
}

/// How many there would be without a limit.
#[derive(Clone, Copy, Debug)]
pub(super) struct Extras {
    /// Number of landing pages.
    pub(super) landings: usize,
    /// Number of pages of closed jobs.
    pub(super) closed: usize,
}

/// Room for the few other files of every site: scripts of the widget and of the doctor's page, the manifest, headers, and
/// the like. Generous, because a host refuses a site with one file too many.
const FEW: usize = 60;

/// How many jobs share a data file on a board of `job_count` jobs: more if one file per job takes more than half of
/// the files that the host accepts.
pub(super) fn data_files(host: HostSettings, job_count: usize) -> DataFiles {
    match host.limits().files {
        Some(limit) if 2 * job_count > limit => DataFiles::Large,
        Some(_) | None => DataFiles::Small,
    }
}

impl Room {
    /// Room on the board's host. `written` is the number of files that are written already, including the index.
    pub(super) fn of(input: &SiteInput<'_>, written: usize, wanted: Extras) -> Self {
        let Some(limit) = input.host.limits().files else {
            return Self { landings: wanted.landings, closed: wanted.closed, pictures: input.pictures };
        };
        let left = limit.saturating_sub(written + fixed(input, wanted));
        let per_landing = 1 + feeds(input);
        let landings = wanted.landings.min(left / per_landing);
        let left = left - landings * per_landing;
        let closed = wanted.closed.min(left);
        // A job with a picture may bring its company's.
        let most = (left - closed) / 2;
        let pictures = match input.pictures {
            PicturesWanted::All => PicturesWanted::Newest(most),
            PicturesWanted::Newest(count) => PicturesWanted::Newest(count.min(most)),
            PicturesWanted::None => PicturesWanted::None,
        };
        Self { landings, closed, pictures }
    }
}

/// Files that the board can't do without.
fn fixed(input: &SiteInput<'_>, wanted: Extras) -> usize {
    let (jobs, companies) = (input.postings.len(), input.organizations.len());
    let few = FEW + history_files::file_count_at_most(jobs + wanted.closed);
    if input.pages == PagesWanted::None {
        return few;
    }
    let lists = ListData::page_count(jobs) as usize;
    // With their list.
    let packed = PackedJobs::file_count(jobs + wanted.closed - input.with_page().len()) + 1;
    let sitemaps = sitemap::file_count(jobs + companies + wanted.landings);
    input.with_page().len() + lists + packed + sitemaps + companies * (2 + feeds(input)) + few
}

/// Number of feeds of a company or a landing page. Feeds need the site's address.
fn feeds(input: &SiteInput<'_>) -> usize {
    let board = input.board;
    if board.site_url.is_some() { 1 + usize::from(board.json_feeds) } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_board_that_needs_half_of_its_hosts_files_has_large_data_files() {
        let limited = HostSettings { max_files: Some(20_000), ..HostSettings::default() };
        for (host, job_count, expected) in [
            (HostSettings::default(), 1_000_000, DataFiles::Small),
            (limited, 10_000, DataFiles::Small),
            (limited, 10_001, DataFiles::Large),
        ] {
            assert_eq!(data_files(host, job_count), expected, "{job_count} jobs");
        }
    }
}
