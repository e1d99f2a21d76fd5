//! Skills by their canonical names; unknown skills keep the feed's spelling.

use std::{cmp::Reverse, collections::HashMap};

use openroles_model::domain::{JobPosting, skill_key};

use super::{
    clean, glued,
    guess::{Guess, GuessKind},
    known_skills::known,
};

/// The named skills, canonical if known, without duplicates. Texts that are too long for a skill are left out. Skills
/// that had to be split are added to `guesses`.
pub(super) fn canonical(texts: &[String], guesses: &mut Vec<Guess>) -> Vec<String> {
    let mut skills: Vec<String> = Vec::new();
    let mut keys = Vec::new();
    for skill in texts.iter().flat_map(|text| named(text, guesses)) {
        let key = skill_key(&skill);
        if !key.is_empty() && !keys.contains(&key) && skills.len() < MOST_SKILLS {
            skills.push(skill);
            keys.push(key);
        }
    }
    skills
}

/// Gives every unknown skill one spelling on the whole board, the one in most postings, so that `Data entry` and `data
/// entry` are one value.
pub(super) fn unify(postings: &mut [JobPosting]) {
    let commonest = commonest_ways(postings);
    for skill in postings.iter_mut().flat_map(|posting| &mut posting.skills) {
        if let Some(way) = commonest.get(skill.as_str()) {
            skill.clone_from(way);
        }
    }
}

/// For unknown skills with several spellings: from each spelling to the most common one.
fn commonest_ways(postings: &[JobPosting]) -> HashMap<String, String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for skill in postings.iter().flat_map(|posting| &posting.skills) {
        *counts.entry(skill).or_default() += 1;
    }
    let mut spellings: HashMap<String, Vec<(usize, Reverse<&str>)>> = HashMap::new();
    for (way, count) in counts {
        spellings.entry(skill_key(way)).or_default().push((count, Reverse(way)));
    }
    let several = spellings.into_values().filter(|ways| ways.len() > 1);
    let pairs = several.flat_map(|ways| {
        let commonest = ways.iter().max().map(|(_, Reverse(way))| *way).unwrap_or_default();
        ways.into_iter().map(move |(_, Reverse(way))| (way.to_owned(), commonest.to_owned()))
    });
    pairs.collect()
}

/// In characters. Longer texts are sentences, not skills.
const LONGEST_SKILL: usize = 60;
/// A posting with more lists words, not skills.
const MOST_SKILLS: usize = 100;

/// The skills in one text. Most are names in the table; texts with entities are decoded first.
fn named(text: &str, guesses: &mut Vec<Guess>) -> Vec<String> {
    let is_plain = text.len() <= LONGEST_SKILL && !text.contains('&');
    if let Some(known) = known(text).filter(|_known| is_plain) {
        return vec![known.to_owned()];
    }
    let Some((parts, sureness)) = glued::parts(text) else { return skill(text).into_iter().collect() };
    guesses.push(Guess::new(GuessKind::PartedSkills, sureness, text.trim(), &parts.join(", ")));
    parts
}

fn skill(text: &str) -> Option<String> {
    // One more character than allowed, to tell a text that is too long from one that just fits.
    let text = clean::label(Some(text), LONGEST_SKILL + 1)?;
    let name = text.trim_matches(|c: char| matches!(c, ',' | ';' | '*' | '•' | '·' | '-') || c.is_whitespace());
    if let Some(known) = known(name) {
        return Some(known.to_owned());
    }
    (name.chars().count() <= LONGEST_SKILL && name.contains(char::is_alphanumeric)).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn skills_have_one_name() {
        for (text, expected) in [
            ("nodejs", Some("Node.js")),
            ("NodeJS (Node.js)", Some("Node.js")),
            ("Amazon Web Services (AWS)", Some("AWS")),
            ("js", Some("JavaScript")),
            ("k8s", Some("Kubernetes")),
            ("golang", Some("Go")),
            ("React.js", Some("React")),
            ("ReactJS", Some("React")),
            ("Microsoft Windows Azure", Some("Azure")),
            ("MS SQLServer", Some("SQL Server")),
            ("C++", Some("C++")),
            ("c#", Some("C#")),
            (".net", Some(".NET")),
            ("Hibernate (Java)", Some("Hibernate (Java)")),
            ("SQL Server Reporting Services (SSRS)", Some("SSRS")),
            ("  Crystal   Report ", Some("Crystal Report")),
            ("Java (Spring)", Some("Java (Spring)")),
            ("•", None),
            ("MIS reporting RFPS Executive Excel Data management PeopleSoft Database Data entry", None),
        ] {
            assert_eq!(skill(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn no_skill_is_named_twice() {
        let texts = ["React.js", "react", "Data entry", "data-entry"].map(str::to_owned);
        assert_eq!(canonical(&texts, &mut Vec::new()), ["React", "Data entry"]);
    }
}
