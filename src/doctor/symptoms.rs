//! Checks of a posting, each with a code, a severity, and a remedy.

use crate::{
    domain::{BaseSalary, Date, JobPosting, Organization, Place},
    feed::{RawPosting, RawSalary},
    ingest::{DayNote, DayNoteKind, Guess, GuessKind, Sureness, is_known_skill},
    structured_data::{Finding, Severity, job_posting, judge},
};

/// Finding about one value.
pub(super) struct Symptom {
    /// Stable code, such as `unread-pay`.
    pub(super) code: &'static str,
    /// How much it matters.
    pub(super) severity: Severity,
    /// How to fix it, without a final period.
    pub(super) remedy: &'static str,
    /// Value it is about.
    pub(super) value: String,
    /// Confidence, if the finding is a guess.
    pub(super) sureness: Option<Sureness>,
}

impl Symptom {
    /// Finding that isn't a guess.
    pub(super) fn new(code: &'static str, severity: Severity, remedy: &'static str, value: String) -> Self {
        Self { code, severity, remedy, value, sureness: None }
    }

    /// Finding of the structured data judge.
    pub(super) fn of_markup(finding: &Finding) -> Self {
        Self::new(finding.code(), finding.severity(), finding.remedy(), finding.to_string())
    }

    /// How words for a date were understood.
    pub(super) fn of_day(note: &DayNote) -> Self {
        let words = note.words.clone();
        let warning = |code, remedy| Self::new(code, Severity::Warning, remedy, words.clone());
        let counted = |day: Date, sureness| {
            let remedy = "give the day itself; an age counts once, from when its record was made or the job first seen";
            let value = format!("{words} → {day}");
            Self { sureness: Some(sureness), ..Self::new("guessed-date", Severity::Note, remedy, value) }
        };
        match note.kind {
            DayNoteKind::Unread => warning("unread-date", "write days as year-month-day, such as 2026-11-23"),
            DayNoteKind::Ambiguous => warning(
                "ambiguous-date",
                "write days as year-month-day: no value of the column tells whether the day or the month comes first",
            ),
            DayNoteKind::OpenEnded => {
                let remedy = "give the day itself; an age that names no day is not shown as one";
                Self::new("open-ended-date", Severity::Note, remedy, words)
            }
            DayNoteKind::Counted(day) => counted(day, Sureness::Sure),
            DayNoteKind::CountedRoughly(day) => counted(day, Sureness::Likely),
        }
    }

    /// Something that ingest guessed. Guesses are notes, except for omitted values.
    fn of_guess(guess: &Guess) -> Self {
        let (code, remedy) = match guess.kind {
            GuessKind::Dollar => {
                ("guessed-dollar", "give `currency`, or write `US$` or `CA$`: there are several dollars")
            }
            GuessKind::PayCurrency => ("guessed-currency", "give `currency`; it was taken from the country of the job"),
            GuessKind::PayPeriod => ("guessed-period", "give `unitText`; it was taken from the amount"),
            GuessKind::PartedSkills => ("guessed-skills", "name one skill in each entry, or put commas between them"),
            GuessKind::ShortenedTitle => {
                ("guessed-title", "nothing to do if it was meant; name places in `jobLocation` alone")
            }
            GuessKind::VisaSponsorship => {
                ("read-visa-sponsorship", "nothing to do if it is right; state it in `eligibilityToWorkRequirement`")
            }
            GuessKind::MovedFields => {
                ("moved-fields", "fix the export: some values of this row are in the wrong columns; they were put back")
            }
            GuessKind::OmittedFields => {
                let remedy = "fix the export: this value is in the wrong column and was left out";
                return Self::new("omitted-field", Severity::Warning, remedy, guess.words.clone());
            }
        };
        Self { sureness: Some(guess.sureness), ..Self::new(code, Severity::Note, remedy, guess.words.clone()) }
    }
}

/// Findings about a posting and about its page's structured data.
pub(super) fn of_page(posting: &JobPosting, organization: Option<&Organization>, now: Date) -> Vec<Symptom> {
    let mut symptoms = of_posting(posting, now);
    symptoms.extend(of_markup(posting, organization, now));
    symptoms
}

/// Findings about a posting alone.
pub(super) fn of_posting(posting: &JobPosting, now: Date) -> Vec<Symptom> {
    let expired = posting.valid_through.filter(|last| *last < now).map(|last| {
        let remedy = "take it out of the feed, or give it a later `validThrough`";
        Symptom::new("expired", Severity::Warning, remedy, last.to_string())
    });
    let is_without_way = posting.how_to_apply.is_none() && !posting.is_expired(now);
    let apply = is_without_way.then(|| {
        let remedy = "add `howToApply`, an https address or an e-mail address";
        let value = "the page cannot say how to apply";
        Symptom::new("apply-missing", Severity::Required, remedy, value.to_owned())
    });
    let is_unknown = |place: &&Place| place.country.is_none();
    let places = posting.job_locations.iter().filter(is_unknown).map(|place| {
        let remedy = "write city, region and country; it is shown and found as it is, but lies in no country";
        Symptom::new("unknown-place", Severity::Note, remedy, place.text.clone())
    });
    let skills = posting.skills.iter().filter(|skill| !is_known_skill(skill)).map(|skill| {
        let remedy = "nothing to do if it is a skill; name one skill in each entry";
        Symptom::new("unknown-skill", Severity::Note, remedy, skill.clone())
    });
    expired.into_iter().chain(apply).chain(places).chain(skills).collect()
}

/// What a search engine's job listing would object to on the posting's page. Empty for a closed job, whose page has
/// no `JobPosting`.
fn of_markup(posting: &JobPosting, organization: Option<&Organization>, now: Date) -> Vec<Symptom> {
    if posting.is_expired(now) {
        return Vec::new();
    }
    let verdict = judge(&job_posting(posting, organization), now);
    verdict.findings.iter().map(Symptom::of_markup).collect()
}

/// What was lost or guessed on the way from the record to the posting.
pub(super) fn of_reading(raw: &RawPosting, posting: &JobPosting, guesses: &[Guess]) -> Vec<Symptom> {
    let experience = &raw.experience;
    let years = experience.text.as_ref().or(experience.min.as_ref()).or(experience.max.as_ref());
    let link = raw.how_to_apply.first().filter(|_link| posting.how_to_apply.is_none());
    let is_by_handle = raw.organization.name.is_none()
        && raw.organization.handle.as_ref().is_some_and(|handle| is_alike(handle, posting.hiring_organization.label()));
    let named = is_by_handle.then(|| posting.hiring_organization.label().to_owned());
    [
        pay(&raw.salary, posting.base_salary.as_ref()),
        years.filter(|_words| posting.experience.is_none()).map(|words| {
            let remedy = "write years as `3-6` or with `minValue` and `maxValue`";
            Symptom::new("unread-experience", Severity::Warning, remedy, words.clone())
        }),
        link.map(|link| {
            let remedy = "give an https address or an e-mail address";
            Symptom::new("unusable-link", Severity::Warning, remedy, link.clone())
        }),
        named.map(|name| {
            let remedy = "name the company with --company; its name was taken from the address";
            let symptom = Symptom::new("guessed-company", Severity::Note, remedy, name);
            Symptom { sureness: Some(Sureness::Likely), ..symptom }
        }),
    ]
    .into_iter()
    .flatten()
    .chain(guesses.iter().map(Symptom::of_guess))
    .collect()
}

/// Pay that the record states but that isn't shown as numbers.
fn pay(raw: &RawSalary, read: Option<&BaseSalary>) -> Option<Symptom> {
    const SILENT: &str = "0";
    let figures =
        [&raw.min, &raw.max].into_iter().flatten().filter(|figure| !figure.trim_matches(['0', '.']).is_empty());
    let figures: Vec<&str> = figures.map(String::as_str).collect();
    match read {
        Some(BaseSalary::Range(_)) => None,
        _ if !figures.is_empty() => {
            let range = [Some(figures.join(" - ")), raw.currency.clone(), raw.unit.clone()];
            let words = range.into_iter().flatten().collect::<Vec<_>>().join(" ");
            let remedy = "check the amounts, and give `currency` and `unitText`; what cannot be believed is not shown";
            Some(Symptom::new("unread-pay", Severity::Warning, remedy, words))
        }
        Some(BaseSalary::Words(words)) => {
            let remedy = "give amounts with currency and period, so that the job is found by pay";
            Some(Symptom::new("pay-in-words", Severity::Note, remedy, words.clone()))
        }
        None => {
            let words = raw.text.clone().filter(|text| text != SILENT && !text.to_lowercase().contains("disclosed"))?;
            let remedy = "this is no pay: check whether the columns have slipped, or leave it out";
            Some(Symptom::new("misplaced-pay", Severity::Warning, remedy, words))
        }
    }
}

/// Whether two texts have the same letters and digits, ignoring case.
fn is_alike(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(one) == letters(other)
}
