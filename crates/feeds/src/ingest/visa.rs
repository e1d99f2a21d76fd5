//! Whether an employer sponsors visas: from a stated requirement, or from phrases in the text that can hardly mean
//! anything else.

use openroles_model::{
    domain::{Description, VisaSponsorship},
    words::ENGLISH,
};

use super::{Guess, GuessKind, Sureness};
use crate::feed::RawPosting;

/// What the requirement states; if it states nothing, what the text does. `description` is the record's text, parsed. A
/// text that says both counts as neither. What the text says is added to `guesses`.
pub(super) fn read(raw: &RawPosting, description: &Description, guesses: &mut Vec<Guess>) -> Option<VisaSponsorship> {
    raw.work_eligibility.as_deref().and_then(stated).or_else(|| of_text(raw, description, guesses))
}

fn stated(requirement: &str) -> Option<VisaSponsorship> {
    match requirement.trim().to_lowercase().as_str() {
        "yes" | "true" => Some(VisaSponsorship::Offered),
        "no" | "false" => Some(VisaSponsorship::NotOffered),
        text => sponsorship(text, SentenceTopic::Given).map(|(found, _)| found),
    }
}

fn of_text(raw: &RawPosting, description: &Description, guesses: &mut Vec<Guess>) -> Option<VisaSponsorship> {
    // Most texts end here, before they are copied.
    raw.description.as_deref().filter(|text| ["ponsor", "PONSOR"].iter().any(|part| text.contains(part)))?;
    let text = description.plain_text();
    let (found, sentence) = sponsorship(&text, SentenceTopic::ToBeNamed)?;
    guesses.push(Guess::new(GuessKind::VisaSponsorship, Sureness::Sure, sentence, found.label(ENGLISH.values)));
    Some(found)
}

/// Whether a text is about work permits anyway, or only those of its sentences that name them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum SentenceTopic {
    Given,
    ToBeNamed,
}

/// Words without which a sentence about sponsors may be about sports.
const PERMITS: [&str; 9] = [
    "visa",
    "immigration",
    "work permit",
    "authorization",
    "authorisation",
    "authorized",
    "authorised",
    "right to work",
    "h1b",
];

/// Parts of sentences that rule sponsorship out.
const REFUSALS: [&str; 26] = [
    "no sponsorship",
    "no visa sponsorship",
    "not sponsor",
    "n't sponsor",
    "cannot sponsor",
    "unable to sponsor",
    "not able to sponsor",
    "not able to offer visa sponsorship",
    "not able to provide visa sponsorship",
    "not offer sponsorship",
    "not offer visa sponsorship",
    "not provide sponsorship",
    "not provide visa sponsorship",
    "not provide immigration sponsorship",
    "not provide immigration-related sponsorship",
    "not eligible for sponsorship",
    "not eligible for visa sponsorship",
    "unable to offer visa sponsorship",
    "unable to provide visa sponsorship",
    "unable to offer sponsorship",
    "unable to provide sponsorship",
    "sponsorship is not available",
    "sponsorship not available",
    "sponsorship is not offered",
    "without sponsorship",
    "without visa sponsorship",
];

/// Parts of sentences that offer sponsorship.
const OFFERS: [&str; 11] = [
    "visa sponsorship available",
    "visa sponsorship is available",
    "visa sponsorship offered",
    "visa sponsorship is offered",
    "visa sponsorship provided",
    "visa sponsorship is provided",
    "we offer visa sponsorship",
    "we provide visa sponsorship",
    "we sponsor visas",
    "we can sponsor visas",
    "we sponsor work visas",
];

/// What a text says, with the first sentence that says it.
fn sponsorship(text: &str, topic: SentenceTopic) -> Option<(VisaSponsorship, &str)> {
    let sentences = text.split(['.', '!', '?', '\n', ';']).map(str::trim);
    let mut said = sentences.filter_map(|sentence| Some((of_sentence(sentence, topic)?, sentence)));
    let first = said.next()?;
    said.all(|(other, _)| other == first.0).then_some(first)
}

fn of_sentence(sentence: &str, topic: SentenceTopic) -> Option<VisaSponsorship> {
    let words: Vec<String> = sentence.split_whitespace().map(|word| word.to_lowercase().replace('’', "'")).collect();
    let sentence = words.join(" ").replace("h-1b", "h1b");
    if !sentence.contains("sponsor")
        || topic == SentenceTopic::ToBeNamed && !PERMITS.iter().any(|word| sentence.contains(word))
    {
        return None;
    }
    // "No visa sponsorship available" also contains the words of an offer.
    let rest = REFUSALS.iter().fold(sentence.clone(), |rest, phrase| rest.replace(phrase, " "));
    match (rest != sentence, OFFERS.iter().any(|phrase| rest.contains(phrase))) {
        (true, false) => Some(VisaSponsorship::NotOffered),
        (false, true) => Some(VisaSponsorship::Offered),
        (true, true) | (false, false) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::description;
    use VisaSponsorship::{NotOffered, Offered};

    #[test]
    fn only_unmistakable_phrases_of_a_text_count() {
        for (text, expected) in [
            ("Visa sponsorship available.", Some(Offered)),
            ("No visa sponsorship available.", Some(NotOffered)),
            ("We are not able to offer visa sponsorship.", Some(NotOffered)),
            ("We offer visa sponsorship in Berlin, but cannot sponsor visas in Paris.", None),
            ("We offer visa sponsorship and relocation.", Some(Offered)),
            ("We do not offer visa sponsorship for this role.", Some(NotOffered)),
            ("You must be authorized to work in the US without sponsorship.", Some(NotOffered)),
            ("We’re unable to sponsor or take over sponsorship of an H-1B visa.", Some(NotOffered)),
            ("ACME DOES NOT PROVIDE IMMIGRATION-RELATED SPONSORSHIP FOR THIS ROLE.", Some(NotOffered)),
            ("We don’t sponsor visas at this time.", Some(NotOffered)),
            ("No visa sponsorship. In Berlin, visa sponsorship is available.", None),
            ("Applicants requiring Tier 2 sponsorship should meet the criteria.", None),
            ("We do not sponsor events.", None),
            ("Manage sponsors and visas.", None),
            ("Sponsor the redesign of our visa card", None),
        ] {
            let mut guesses = Vec::new();
            let raw = RawPosting { description: Some(text.to_owned()), ..RawPosting::default() };
            assert_eq!(read(&raw, &description::parse(text), &mut guesses), expected, "{text}");
            assert_eq!(guesses.len(), usize::from(expected.is_some()), "{text}");
        }
    }

    #[test]
    fn a_stated_requirement_counts_before_the_text() {
        let text = "We offer visa sponsorship.";
        for (requirement, expected) in [
            ("No", NotOffered),
            ("No sponsorship", NotOffered),
            ("Candidates must not require us to sponsor them: we cannot sponsor", NotOffered),
            ("EU citizens only", Offered),
        ] {
            let raw = RawPosting {
                description: Some(text.to_owned()),
                work_eligibility: Some(requirement.to_owned()),
                ..RawPosting::default()
            };
            assert_eq!(read(&raw, &description::parse(text), &mut Vec::new()), Some(expected), "{requirement}");
        }
    }
}
