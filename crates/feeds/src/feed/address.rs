//! What the address of a posting tells about the employer. Applicant tracking systems put the employer's handle in the
//! addresses of their boards, and often nothing else names the employer.

use super::raw::RawPosting;

/// The employer's handle in an address on a known board: `acme` in `https://jobs.lever.co/acme/…`.
pub(super) fn handle(url: &str) -> Option<String> {
    let rest = url.split_once("://")?.1;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_ascii_lowercase();
    let handle = BOARDS.iter().find_map(|(name, stands)| match stands {
        Stands::First => (host == *name || host.strip_suffix(name)?.ends_with('.')).then(|| first_segment(path))?,
        Stands::InHost => host.strip_suffix(name)?.strip_suffix('.')?.split('.').next(),
    })?;
    let is_handle = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '&');
    (!handle.is_empty() && handle.len() <= LONGEST && handle.chars().all(is_handle)).then(|| handle.to_owned())
}

/// Scheme and host of an address on one of these boards: `https://acme.bamboohr.com`. `None` if it contains a password.
pub(super) fn origin<'a>(address: &'a str, boards: &[&str]) -> Option<&'a str> {
    let (scheme, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let is_on = |board: &&str| host.to_ascii_lowercase().strip_suffix(*board).is_some_and(|rest| rest.ends_with('.'));
    let is_known = boards.iter().any(is_on) && !host.contains('@');
    address.get(..scheme.len() + "://".len() + host.len()).filter(|_origin| is_known)
}

/// Fills in what the posting's address tells, if the posting doesn't have an address itself.
pub(super) fn complete(posting: &mut RawPosting, url: Option<String>) {
    let Some(url) = url.filter(|_url| posting.url.is_none()) else { return };
    posting.organization.handle = posting.organization.handle.take().or_else(|| handle(&url));
    posting.how_to_apply.push(url.clone());
    posting.url = Some(url);
}

/// In bytes. A longer one isn't a name.
const LONGEST: usize = 80;

/// Position of the handle in the address.
enum Stands {
    /// The first path segment that isn't a language or a fixed word.
    First,
    /// The first label of the host.
    InHost,
}

const BOARDS: [(&str, Stands); 15] = [
    ("greenhouse.io", Stands::First),
    ("lever.co", Stands::First),
    ("ashbyhq.com", Stands::First),
    ("smartrecruiters.com", Stands::First),
    ("ats.rippling.com", Stands::First),
    ("jobs.jobvite.com", Stands::First),
    ("recruitee.com", Stands::InHost),
    ("workable.com", Stands::First),
    ("personio.de", Stands::InHost),
    ("personio.com", Stands::InHost),
    ("teamtailor.com", Stands::InHost),
    ("pinpointhq.com", Stands::InHost),
    ("bamboohr.com", Stands::InHost),
    ("myworkdayjobs.com", Stands::InHost),
    ("breezy.hr", Stands::InHost),
];

fn first_segment(path: &str) -> Option<&str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let is_language = |part: &&str| part.len() == 2 || (part.len() == 5 && part.as_bytes()[2] == b'-');
    let is_fixed = |part: &&str| ["j", "embed", "job_app", "job_board", "jobs", "careers"].contains(part);
    let mut parts = path.split('/').filter(|part| !is_language(part)).peekable();
    // `apply.workable.com/j/ABC` is a short link without a handle.
    if parts.peek() == Some(&"j") {
        return None;
    }
    parts.find(|part| !is_fixed(part) && !part.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boards_carry_their_employers_handle() {
        for (url, expected) in [
            ("https://jobs.lever.co/acme/1234", Some("acme")),
            ("https://job-boards.greenhouse.io/acme/jobs/41", Some("acme")),
            ("https://boards.eu.greenhouse.io/acme/jobs/41", Some("acme")),
            ("https://jobs.ashbyhq.com/AcmeCo/0a", Some("AcmeCo")),
            ("https://ats.rippling.com/en-GB/acme/jobs/1", Some("acme")),
            ("https://acme.recruitee.com/o/baker", Some("acme")),
            ("https://acme.wd5.myworkdayjobs.com/en-US/External/job/1", Some("acme")),
            ("https://apply.workable.com/acme-bakery/j/AB12/", Some("acme-bakery")),
            ("https://apply.workable.com/j/AB12", None),
            ("https://lever.co", None),
            ("https://notlever.co/acme", None),
            ("https://example.com/acme", None),
            ("https://jobs.lever.co/a%20b<c/1", None),
            ("lever.co/acme", None),
        ] {
            assert_eq!(handle(url).as_deref(), expected, "{url}");
        }
    }

    #[test]
    fn an_origin_is_one_of_a_board_and_holds_no_password() {
        let boards = ["personio.de", "personio.com"];
        for (address, expected) in [
            ("https://acme.jobs.personio.de/xml?language=en", Some("https://acme.jobs.personio.de")),
            ("https://Acme.jobs.Personio.com", Some("https://Acme.jobs.Personio.com")),
            ("https://personio.de/xml", None),
            ("https://notpersonio.de/xml", None),
            ("https://example.com/acme.personio.de", None),
            ("https://me:secret@acme.jobs.personio.de/xml", None),
        ] {
            assert_eq!(origin(address, &boards), expected, "{address}");
        }
    }
}
