//! Application links lose redirects and known tracking parameters, and get the board's own parameters.
//!
//! Only parameters that are known to state nothing but the visitor's origin are dropped. Anything that may identify the
//! job or the form stays as it is.

use std::collections::HashSet;

use openroles_model::domain::{HowToApply, WebUrl};

use super::{Ingested, links};

/// Reads a way to apply as a feed writes it: an address or a mailbox.
pub(super) fn way(text: &str) -> Option<HowToApply> {
    match HowToApply::parse(text) {
        Some(email @ HowToApply::Email(_)) => Some(email),
        Some(HowToApply::Url(_)) | None => {
            let url = links::target(text)?;
            Some(HowToApply::Url(without(&url, |name, value| is_tracking(url.host(), name, value))))
        }
    }
}

/// Whether a text is an address or a mailbox, as in a column of application links.
pub fn is_way_to_apply(text: &str) -> bool {
    way(text).is_some()
}

/// The parameters that the board adds to application links, so that employers see where candidates come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ApplyParameters(Vec<(String, String)>);

impl ApplyParameters {
    /// Takes names and values that need no escaping in a URL: letters, digits, and `-._~`. The error is the first text
    /// that needs it.
    pub fn of(pairs: impl IntoIterator<Item = (String, String)>) -> Result<Self, String> {
        let is_plain = |text: &String| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~'))
        };
        let pairs: Vec<_> = pairs.into_iter().collect();
        let odd = pairs.iter().flat_map(|(name, value)| [name, value]).find(|text| !is_plain(text)).cloned();
        odd.map_or(Ok(Self(pairs)), Err)
    }

    /// The URL with these parameters and without other tracking ones. A URL that would become too long gets none.
    fn added_to(&self, url: &WebUrl) -> WebUrl {
        let is_own = |name: &str| self.0.iter().any(|(own, _)| own.eq_ignore_ascii_case(name));
        let plain = without(url, |name, value| is_own(name) || is_tracking(url.host(), name, value));
        let (page, fragment) = cut(plain.as_str(), '#');
        let mut text = page.to_owned();
        for (name, value) in &self.0 {
            let separator = if text.contains('?') { '&' } else { '?' };
            text.push_str(&format!("{separator}{name}={value}"));
        }
        push_part(&mut text, '#', fragment.unwrap_or_default());
        WebUrl::parse(&text).unwrap_or(plain)
    }

    fn add(&self, way: &mut HowToApply) {
        if let HowToApply::Url(url) = way {
            *url = self.added_to(url);
        }
    }
}

impl Ingested {
    /// Adds the board's parameters to every application link.
    pub fn add_to_apply_links(&mut self, parameters: &ApplyParameters) {
        for posting in &mut self.postings {
            posting.how_to_apply.iter_mut().for_each(|way| parameters.add(way));
            posting.also_posted.iter_mut().for_each(|also| parameters.add(&mut also.how_to_apply));
            // Links that differed only in such a parameter are now the same.
            let mut known: HashSet<HowToApply> = posting.how_to_apply.iter().cloned().collect();
            posting.also_posted.retain(|also| known.insert(also.how_to_apply.clone()));
        }
    }
}

/// Tracking parameters, in lower case: of applicant tracking systems, job boards, networks, advertisers, and
/// newsletters.
const TRACKING: [&str; 40] = [
    "__jvsd",
    "__jvst",
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "gh_src",
    "igsh",
    "igshid",
    "iis",
    "iisn",
    "irclickid",
    "job_source",
    "jobsource",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "pk_campaign",
    "pk_kwd",
    "ref_src",
    "referer",
    "referrer",
    "source",
    "src",
    "srsltid",
    "trackingid",
    "trk",
    "trkinfo",
    "ttclid",
    "twclid",
    "wbraid",
    "yclid",
    "ysclid",
];

/// Prefixes of tracking parameters.
const TRACKING_FAMILIES: [&str; 8] = ["hsa_", "lever-", "matomo_", "mtm_", "piwik_", "rx_", "utm_", "vq_"];

/// Parameters that are for tracking on some hosts, and can mean anything on others.
const TRACKING_OF_HOSTS: [(&str, &str); 6] = [
    ("greenhouse.io", "t"),
    ("indeed.com", "from"),
    ("linkedin.com", "refid"),
    ("smartrecruiters.com", "dcr_ci"),
    ("smartrecruiters.com", "trid"),
    ("teamtailor.com", "promotion"),
];

/// `ref` can be a job's reference, such as `R-0042` or `ENG-7`, or the name of a referrer. With more letters per digit
/// than this, it is a name.
const LETTERS_TO_A_DIGIT: usize = 3;

fn is_tracking(host: &str, name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_of_host = |(of, known): &(&str, &str)| *known == name && links::is_on(&host.to_ascii_lowercase(), of);
    match name.as_str() {
        "ref" => !is_reference(value),
        _ => {
            TRACKING.contains(&name.as_str())
                || TRACKING_FAMILIES.iter().any(|family| name.starts_with(family))
                || TRACKING_OF_HOSTS.iter().any(is_of_host)
        }
    }
}

/// Whether a value looks like an employer's reference for a job.
fn is_reference(value: &str) -> bool {
    let count = |is_counted: fn(&u8) -> bool| value.bytes().filter(is_counted).count();
    count(u8::is_ascii_alphabetic) <= LETTERS_TO_A_DIGIT * count(u8::is_ascii_digit)
}

/// The URL without the dropped parameters, in its query and in its fragment, where apps keep theirs.
fn without(url: &WebUrl, is_dropped: impl Fn(&str, &str) -> bool) -> WebUrl {
    let (page, fragment) = cut(url.as_str(), '#');
    let (path, query) = cut(page, '?');
    let mut text = path.to_owned();
    push_part(&mut text, '?', &kept(query.unwrap_or_default(), &is_dropped));
    let fragment = fragment.map(|fragment| match fragment.split_once('?') {
        Some((path, query)) => {
            let mut text = path.to_owned();
            push_part(&mut text, '?', &kept(query, &is_dropped));
            text
        }
        None => kept(fragment, &is_dropped),
    });
    push_part(&mut text, '#', &fragment.unwrap_or_default());
    WebUrl::parse(&text).unwrap_or_else(|| url.clone())
}

/// The pairs that stay, unchanged; a parameter without a value is never dropped.
fn kept(pairs: &str, is_dropped: &impl Fn(&str, &str) -> bool) -> String {
    let stays = |pair: &&str| {
        let Some((name, value)) = pair.split_once('=') else { return true };
        !is_dropped(&links::percent_decoded(links::without_entity(name)), value)
    };
    pairs.split('&').filter(stays).collect::<Vec<_>>().join("&")
}

fn cut(text: &str, at: char) -> (&str, Option<&str>) {
    text.split_once(at).map_or((text, None), |(before, after)| (before, Some(after)))
}

fn push_part(text: &mut String, separator: char, part: &str) {
    if !part.is_empty() {
        text.push(separator);
        text.push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(rows: &[(&str, &str)]) {
        for (text, expected) in rows {
            let way = way(text).map(|way| way.href());
            assert_eq!(way.as_deref(), Some(*expected), "{text}");
            assert_eq!(super::way(expected).map(|way| way.href()).as_deref(), Some(*expected), "{expected} again");
        }
    }

    #[test]
    fn a_link_does_not_say_who_sent_somebody() {
        check(&[
            ("https://a.example/1?utm_source=x&utm_medium=feed", "https://a.example/1"),
            ("https://a.example/1?a=1&UTM_Source=x&b=2#apply", "https://a.example/1?a=1&b=2#apply"),
            ("https://a.example/1?a=1&amp;utm_source=x&amp;b=2", "https://a.example/1?a=1&amp;b=2"),
            ("https://a.example/1?utm%5Fsource=x", "https://a.example/1"),
            (
                "https://boards.greenhouse.io/acme/jobs/17?gh_jid=17&gh_src=b5a&t=b5a",
                "https://boards.greenhouse.io/acme/jobs/17?gh_jid=17",
            ),
            (
                "https://jobs.lever.co/acme/17?lever-source%5B%5D=Board&lever-origin=applied",
                "https://jobs.lever.co/acme/17",
            ),
            (
                "https://a.example/?source=Board&src=JB-10081&ref=board.example&referrer=x&jobId=17",
                "https://a.example/?jobId=17",
            ),
            ("https://a.example/1?fbclid=x&gclid=y&trk=z", "https://a.example/1"),
            ("https://a.example/1?ref=4dayweek.example", "https://a.example/1"),
            ("https://a.example/#/jobs/17?utm_source=x&lang=en", "https://a.example/#/jobs/17?lang=en"),
            ("https://a.example/1#utm_source=x", "https://a.example/1"),
        ]);
    }

    #[test]
    fn what_may_name_the_job_or_the_form_stays_as_it_is_written() {
        for text in [
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=17",
            "https://a.example/open-roles?4612032006=&gh_jid=4612032006",
            "https://a.example/apply?ref=R-0042",
            "https://a.example/apply?ref=17",
            "https://a.example/apply?ref=ENG-7",
            "https://a.example/apply?t=17&from=2&promotion=3&refid=4",
            "https://a.example/apply?resource=1&id=a%20b&&x=",
            "https://a.example/apply?source",
            "https://a.example/apply#source",
            "https://a.example/source=1/ref=2",
        ] {
            check(&[(text, text)]);
        }
    }

    #[test]
    fn a_link_is_unwrapped_before_it_is_freed_and_a_mailbox_stays() {
        check(&[
            (
                "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F1%3Fid%3D2%26utm_source%3Dx&data=5",
                "https://a.example/1?id=2",
            ),
            ("https://www.google.com/url?q=https://a.example/1?ref=x&sa=D", "https://a.example/1"),
            ("www.a.example/1?utm_source=x", "https://www.a.example/1"),
            ("mailto:jobs@a.example?utm_source=x", "mailto:jobs@a.example"),
            ("www.jobs@a.example", "mailto:www.jobs@a.example"),
        ]);
    }

    #[test]
    fn a_link_carries_what_the_board_says_and_nothing_of_others() {
        let own = [("utm_source", "jobs.example.com"), ("partner", "us")].map(|(a, b)| (a.to_owned(), b.to_owned()));
        let parameters = ApplyParameters::of(own).expect("plain");
        let long = format!("https://a.example/{}", "x".repeat(2_000));
        for (text, expected) in [
            ("https://a.example", "https://a.example?utm_source=jobs.example.com&partner=us"),
            ("https://a.example/1?id=2#top", "https://a.example/1?id=2&utm_source=jobs.example.com&partner=us#top"),
            (
                "https://a.example/1?Partner=them&utm_term=x",
                "https://a.example/1?utm_source=jobs.example.com&partner=us",
            ),
            ("https://a.example/#/1?a=b", "https://a.example/?utm_source=jobs.example.com&partner=us#/1?a=b"),
            (long.as_str(), long.as_str()),
        ] {
            let once = parameters.added_to(&WebUrl::parse(text).expect(text));
            assert_eq!(once.as_str(), expected);
            assert_eq!(parameters.added_to(&once).as_str(), expected, "once more");
        }
        for text in ["", "a b", "a&b", "ä", "a#"] {
            assert_eq!(ApplyParameters::of([("x".to_owned(), text.to_owned())]), Err(text.to_owned()));
        }
    }
}
