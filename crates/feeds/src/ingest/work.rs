//! Kinds of employment, workplaces, and languages, in the spellings of feeds.

use openroles_model::domain::{EmploymentType, WorkplaceType, language_tag};

/// The kinds of employment that texts name, without duplicates: `Full-time and Part-time` names two.
pub(super) fn employment_types(texts: &[String]) -> Vec<EmploymentType> {
    let mut types = Vec::new();
    for text in texts {
        for word in text.replace(" and ", ",").replace(" or ", ",").split([',', '/', ';', '&', '|', '+']) {
            types.extend(employment_type(word).filter(|kind| !types.contains(kind)));
        }
    }
    if types.len() > 1 {
        types.retain(|kind| *kind != EmploymentType::Other);
    }
    types
}

/// The workplace that a word or short text names.
pub(super) fn workplace(text: &str) -> Option<WorkplaceType> {
    let letters = letters(text);
    let says = |words: &[&str]| words.iter().any(|word| letters.contains(word));
    if says(&["hybrid", "hibrid", "híbrid"]) {
        Some(WorkplaceType::Hybrid)
    } else if says(&[
        "remote",
        "telecommute",
        "workfromhome",
        "wfh",
        "homebased",
        "homeoffice",
        "distributed",
        "remoto",
        "virtual",
    ]) {
        Some(WorkplaceType::Remote)
    } else if says(&["onsite", "inoffice", "inperson", "workfromoffice"]) {
        Some(WorkplaceType::OnSite)
    } else {
        None
    }
}

/// A BCP 47 tag from a tag or an English name.
pub(super) fn language(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(tag) = language_tag(text) {
        return Some(tag.to_owned());
    }
    let tag = text.replace('_', "-");
    let mut parts = tag.split('-');
    let is_language = parts.next().is_some_and(|first| matches!(first.len(), 2 | 3) && is_alphabetic(first));
    let is_rest = parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (is_language && is_rest).then_some(tag)
}

fn employment_type(word: &str) -> Option<EmploymentType> {
    let letters = letters(word);
    let says = |words: &[&str]| words.iter().any(|word| letters.contains(word));
    let kind = if letters.is_empty() || letters == "permanent" {
        return None;
    } else if says(&["fulltime", "vollzeit"]) {
        EmploymentType::FullTime
    } else if says(&["parttime", "teilzeit"]) {
        EmploymentType::PartTime
    } else if says(&["intern", "trainee", "apprentic", "workingstudent", "werkstudent"]) {
        EmploymentType::Intern
    } else if says(&["contract", "freelanc"]) {
        EmploymentType::Contractor
    } else if says(&["tempor", "fixedterm", "seasonal", "interim"]) {
        EmploymentType::Temporary
    } else if says(&["volunteer"]) {
        EmploymentType::Volunteer
    } else if says(&["perdiem"]) {
        EmploymentType::PerDiem
    } else {
        EmploymentType::Other
    };
    Some(kind)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn is_alphabetic(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn employment_is_read_in_any_spelling() {
        use EmploymentType::{Contractor, FullTime, Intern, Other, PartTime, Temporary};
        for (text, expected) in [
            ("FULL_TIME", vec![FullTime]),
            ("Full-time and Part-time", vec![FullTime, PartTime]),
            (" Full Time, Permanent", vec![FullTime]),
            ("Contract", vec![Contractor]),
            ("Internship", vec![Intern]),
            ("TEMPORARY", vec![Temporary]),
            ("Rotation", vec![Other]),
            ("Rotation, full-time", vec![FullTime]),
            ("", vec![]),
        ] {
            assert_eq!(employment_types(&[text.to_owned()]), expected, "{text}");
        }
    }

    #[test]
    fn workplaces_are_read_in_any_spelling() {
        for (text, expected) in [
            ("TELECOMMUTE", Some(WorkplaceType::Remote)),
            ("on-site", Some(WorkplaceType::OnSite)),
            ("OnSite", Some(WorkplaceType::OnSite)),
            ("Hybrid (remote 2 days)", Some(WorkplaceType::Hybrid)),
            ("unspecified", None),
        ] {
            assert_eq!(workplace(text), expected, "{text}");
        }
    }

    #[test]
    fn languages_are_tags() {
        for (text, expected) in [
            ("en", Some("en")),
            ("pt_BR", Some("pt-BR")),
            ("English", Some("en")),
            ("<en>", None),
            ("klingonisch", None),
        ] {
            assert_eq!(language(text).as_deref(), expected, "{text}");
        }
    }
}
