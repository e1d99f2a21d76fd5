//! What is found in one record or posting, and how sure it is.

use openroles_model::{
    domain::{BaseSalary, Date, JobPosting, Organization},
    findings::{Finding, FindingCode, judge},
};

use crate::{
    feed::{RawPosting, RawSalary},
    ingest::{DayNote, DayNoteKind, Guess, GuessKind, Sureness, is_known_skill},
};

/// Finding in a record or posting.
pub(super) struct Symptom {
    /// What was found.
    pub(super) finding: Finding,
    /// Confidence, if the finding is a guess.
    pub(super) sureness: Option<Sureness>,
}

impl From<Finding> for Symptom {
    /// Finding that isn't a guess.
    fn from(finding: Finding) -> Self {
        Self { finding, sureness: None }
    }
}

impl Symptom {
    /// Finding about a value, not a guess.
    fn of_value(code: FindingCode, value: String) -> Self {
        Finding::new(code, value).into()
    }

    /// How words for a date were understood.
    pub(super) fn of_day(note: &DayNote) -> Self {
        let words = note.words.clone();
        let counted = |day: Date, sureness| {
            let value = format!("{words} → {day}");
            Self { finding: Finding::new(FindingCode::GuessedDate, value), sureness: Some(sureness) }
        };
        match note.kind {
            DayNoteKind::Unread => Self::of_value(FindingCode::UnreadDate, words),
            DayNoteKind::Ambiguous => Self::of_value(FindingCode::AmbiguousDate, words),
            DayNoteKind::OpenEnded => Self::of_value(FindingCode::OpenEndedDate, words),
            DayNoteKind::Counted(day) => counted(day, Sureness::Sure),
            DayNoteKind::CountedRoughly(day) => counted(day, Sureness::Likely),
        }
    }

    /// Something that ingest guessed. An omitted value isn't a guess.
    fn of_guess(guess: &Guess) -> Self {
        let code = match guess.kind {
            GuessKind::Dollar => FindingCode::GuessedDollar,
            GuessKind::PayCurrency => FindingCode::GuessedCurrency,
            GuessKind::PayPeriod => FindingCode::GuessedPeriod,
            GuessKind::PartedSkills => FindingCode::GuessedSkills,
            GuessKind::ShortenedTitle => FindingCode::GuessedTitle,
            GuessKind::VisaSponsorship => FindingCode::ReadVisaSponsorship,
            GuessKind::MovedFields => FindingCode::MovedFields,
            GuessKind::OmittedFields => FindingCode::OmittedField,
        };
        let sureness = (guess.kind != GuessKind::OmittedFields).then_some(guess.sureness);
        Self { finding: Finding::new(code, guess.words.clone()), sureness }
    }
}

/// What is wrong with a posting: the judge's findings, and skills that aren't known.
pub(super) fn of_posting(posting: &JobPosting, organization: Option<&Organization>, now: Date) -> Vec<Symptom> {
    let unknown = posting.skills.iter().filter(|skill| !is_known_skill(skill));
    let skills = unknown.map(|skill| Finding::new(FindingCode::UnknownSkill, skill.clone()));
    judge(posting, organization, now).into_findings().chain(skills).map(Symptom::from).collect()
}

/// What was lost or guessed on the way from the record to the posting.
pub(super) fn of_reading(raw: &RawPosting, posting: &JobPosting, guesses: &[Guess]) -> Vec<Symptom> {
    let experience = &raw.experience;
    let years = experience.text.as_ref().or(experience.min.as_ref()).or(experience.max.as_ref());
    let unread_years = years.filter(|_words| posting.experience.is_none());
    let link = raw.how_to_apply.first().filter(|_link| posting.how_to_apply.is_none());
    [
        pay(&raw.salary, posting.base_salary.as_ref()),
        unread_years.map(|words| Symptom::of_value(FindingCode::UnreadExperience, words.clone())),
        link.map(|link| Symptom::of_value(FindingCode::UnusableLink, link.clone())),
        company(raw, posting),
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
            Some(Symptom::of_value(FindingCode::UnreadPay, words))
        }
        Some(BaseSalary::Words(words)) => Some(Symptom::of_value(FindingCode::PayInWords, words.clone())),
        None => {
            let words = raw.text.clone().filter(|text| text != SILENT && !text.to_lowercase().contains("disclosed"))?;
            Some(Symptom::of_value(FindingCode::MisplacedPay, words))
        }
    }
}

/// Employer whose name was derived from its handle in an address.
fn company(raw: &RawPosting, posting: &JobPosting) -> Option<Symptom> {
    let handle = raw.organization.handle.as_ref().filter(|_handle| raw.organization.name.is_none())?;
    let name = posting.hiring_organization.label();
    let finding = Finding::new(FindingCode::GuessedCompany, name.to_owned());
    is_alike(handle, name).then_some(Symptom { finding, sureness: Some(Sureness::Likely) })
}

/// Whether two texts have the same letters and digits, ignoring case.
fn is_alike(one: &str, other: &str) -> bool {
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    letters(one) == letters(other)
}
