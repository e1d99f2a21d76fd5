//! Employers: their name, their page, and how two postings that describe the same employer are merged.

use std::{collections::BTreeMap, sync::Arc};

use openroles_model::{
    domain::{HiringOrganization, JobPosting, Organization, Person, Picture, SizeRange, Slug, SocialProfile, WebUrl},
    unicode,
};

use super::{clean, description};
use crate::feed::{Anonymity, RawOrganization, RawPerson, RawProfile};

/// The employer, and its page unless it is anonymous.
pub(super) type Employer = (HiringOrganization, Option<Arc<Organization>>);

/// Reads the employer; `company` is used if the posting names none.
pub(super) fn normalized(raw: &RawOrganization, company: Option<&str>) -> Option<Employer> {
    let name = clean::label(raw.name.as_deref().map(without_rating), LONGEST_NAME);
    if raw.anonymity == Anonymity::Anonymous || name.as_deref().is_some_and(is_no_name) {
        let description = name.unwrap_or_else(|| "Confidential company".to_owned());
        return Some((HiringOrganization::Anonymous { description }, None));
    }
    let name = name.or_else(|| clean::label(company, LONGEST_NAME)).or_else(|| name_of(raw.handle.as_deref()?))?;
    let slug = Slug::of_or_hash(&name);
    let hiring = HiringOrganization::Named { name: name.clone(), slug: slug.clone() };
    Some((hiring, Some(Arc::new(page(raw, name, slug)))))
}

/// The name without a rating that a scraper appended: `Acme\n4.8`, `Acme 4.8 ★`. After a single plain space, a number
/// belongs to the name: `Web 2.0`.
fn without_rating(name: &str) -> &str {
    let whole = without_review_count(name.trim_end());
    let starred = whole.strip_suffix('★').map(str::trim_end);
    let scored = starred.unwrap_or(whole);
    let start = scored.trim_end_matches(|c: char| !c.is_whitespace());
    let (before, rating) = (start.trim_end(), &scored[start.len()..]);
    let is_plain = matches!(&start[before.len()..], " " | "\u{a0}");
    let is_glued = starred.is_some() || !is_plain;
    if is_glued && is_rating(rating) && !before.is_empty() { before } else { name }
}

/// The name without a last line such as `4516 Reviews`.
fn without_review_count(name: &str) -> &str {
    let last = name.lines().last().filter(|line| is_review_count(line));
    last.and_then(|line| name.strip_suffix(line)).map_or(name, str::trim_end)
}

/// Whether a text is a rating from `0.0` to `5.0`.
fn is_rating(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'4', b'.', b'0'..=b'9'] | b"5.0")
}

/// Whether a line is a count such as `4516 Reviews`.
fn is_review_count(line: &str) -> bool {
    let line = line.trim().trim_matches(['(', ')']).to_ascii_lowercase();
    let count = line.strip_suffix("reviews").or_else(|| line.strip_suffix("ratings")).map(str::trim_end);
    count.is_some_and(|count| count.starts_with(|c: char| c.is_ascii_digit()) && !count.contains(char::is_whitespace))
}

/// A handle as a name: `acme-bakery` is Acme Bakery; `AcmeCo` stays as it is.
fn name_of(handle: &str) -> Option<String> {
    let handle = clean::label(Some(handle), LONGEST_NAME)?;
    if handle.contains(|c: char| c.is_uppercase() || c == ' ') {
        return Some(handle);
    }
    let words = handle.split(['-', '_']).filter(|word| !word.is_empty());
    Some(words.map(unicode::capitalized).collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
}

/// In characters. Longer names are cut.
const LONGEST_NAME: usize = 120;
/// The most profiles or people on a page.
const MOST_ENTRIES: usize = 50;

/// Words that replace a name; schema.org's guidelines recommend the first.
fn is_no_name(name: &str) -> bool {
    ["confidential", "anonymous", "undisclosed"].iter().any(|word| name.eq_ignore_ascii_case(word))
}

fn page(raw: &RawOrganization, name: String, slug: Slug) -> Organization {
    let url = |text: Option<&str>| text.and_then(WebUrl::parse);
    let same_as: Vec<WebUrl> = raw.same_as.iter().filter_map(|text| WebUrl::parse(text)).collect();
    let own_site = same_as.iter().find(|url| network_of(url).is_none());
    let short = |text: Option<&str>| clean::label(text, LONGEST_NAME);
    Organization {
        name,
        slug,
        logo: raw.logo.as_deref().and_then(Picture::parse),
        website: url(raw.url.as_deref()).or_else(|| own_site.cloned()),
        founded: raw.founded.as_deref().and_then(year),
        kind: short(raw.kind.as_deref()),
        size: raw.size.as_deref().and_then(SizeRange::parse),
        stage: short(raw.stage.as_deref()),
        about: raw.about.as_deref().map(description::parse).unwrap_or_default(),
        social_profiles: profiles(&raw.social_profiles, &same_as),
        team: raw.team.iter().filter_map(person).take(MOST_ENTRIES).collect(),
        recruiter_count: raw.recruiter_count.as_deref().and_then(count),
        video_count: raw.video_count.as_deref().and_then(count),
    }
}

fn profiles(stated: &[RawProfile], same_as: &[WebUrl]) -> Vec<SocialProfile> {
    let named = stated.iter().filter_map(|raw| {
        let url = WebUrl::parse(raw.url.as_deref()?)?;
        let network = clean::label(raw.network.as_deref(), LONGEST_NAME).map(|name| name.to_lowercase());
        Some(SocialProfile { network: network.or_else(|| network_of(&url).map(str::to_owned))?, url })
    });
    let known =
        same_as.iter().filter_map(|url| Some(SocialProfile { network: network_of(url)?.to_owned(), url: url.clone() }));
    let mut profiles: Vec<SocialProfile> = Vec::new();
    for profile in named.chain(known).take(MOST_ENTRIES) {
        if !profiles.iter().any(|earlier| earlier.url == profile.url) {
            profiles.push(profile);
        }
    }
    profiles
}

/// The network that an address belongs to.
fn network_of(url: &WebUrl) -> Option<&'static str> {
    const NETWORKS: [(&str, &str); 14] = [
        ("linkedin.com", "linkedin"),
        ("twitter.com", "twitter"),
        ("x.com", "twitter"),
        ("facebook.com", "facebook"),
        ("instagram.com", "instagram"),
        ("youtube.com", "youtube"),
        ("github.com", "github"),
        ("medium.com", "blog"),
        ("crunchbase.com", "crunchbase"),
        ("glassdoor.com", "glassdoor"),
        ("tiktok.com", "tiktok"),
        ("threads.net", "threads"),
        ("bsky.app", "bluesky"),
        ("mastodon.social", "mastodon"),
    ];
    let host = url.host().to_ascii_lowercase();
    let is_of = |domain: &str| host == domain || host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    NETWORKS.into_iter().find(|(domain, _)| is_of(domain)).map(|(_, network)| network)
}

fn person(raw: &RawPerson) -> Option<Person> {
    Some(Person {
        name: clean::label(raw.name.as_deref(), LONGEST_NAME)?,
        role: clean::label(raw.role.as_deref(), LONGEST_NAME),
        image: raw.image.as_deref().and_then(Picture::parse),
    })
}

/// The year in `2012`, `2012-05-01`, or `May 2012`.
fn year(text: &str) -> Option<u16> {
    let numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() == 4);
    numbers.flat_map(str::parse).find(|year| (1000..=2200).contains(year))
}

fn count(text: &str) -> Option<u32> {
    text.trim().parse().ok()
}

/// The organizations of a board, by slug.
#[derive(Default)]
pub(super) struct Organizations(BTreeMap<Slug, Organization>);

impl Organizations {
    /// Adds an organization. If it is known already, what was stated first stays, and what was missing is filled in.
    pub(super) fn merge(&mut self, new: &Organization) {
        match self.0.get_mut(&new.slug) {
            Some(known) => fill_in(known, new),
            None => drop(self.0.insert(new.slug.clone(), new.clone())),
        }
    }

    /// Gives all postings of an organization the name on its page (`ACME` and `Acme` share one).
    pub(super) fn name_alike(&self, postings: &mut [JobPosting]) {
        for posting in postings {
            if let HiringOrganization::Named { name, slug } = &mut posting.hiring_organization
                && let Some(organization) = self.0.get(slug)
            {
                name.clone_from(&organization.name);
            }
        }
    }

    /// All organizations, sorted by slug.
    pub(super) fn into_sorted(self) -> Vec<Organization> {
        self.0.into_values().collect()
    }
}

fn fill_in(known: &mut Organization, new: &Organization) {
    fill(&mut known.logo, &new.logo);
    fill(&mut known.website, &new.website);
    fill(&mut known.founded, &new.founded);
    fill(&mut known.kind, &new.kind);
    fill(&mut known.size, &new.size);
    fill(&mut known.stage, &new.stage);
    fill(&mut known.recruiter_count, &new.recruiter_count);
    fill(&mut known.video_count, &new.video_count);
    if known.about.is_empty() {
        known.about.clone_from(&new.about);
    }
    if known.social_profiles.is_empty() {
        known.social_profiles.clone_from(&new.social_profiles);
    }
    if known.team.is_empty() {
        known.team.clone_from(&new.team);
    }
}

fn fill<T: Clone>(known: &mut Option<T>, new: &Option<T>) {
    if known.is_none() {
        known.clone_from(new);
    }
}
