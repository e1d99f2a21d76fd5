//! The lines of work of sample postings, most common first.

use super::{
    business_roles as business, craft_roles as craft, data_roles as data,
    random::{Random, Weights},
    role::SampleRole,
    software_roles as software,
};

/// All lines of work; Zipf's law makes the first ones the most frequent.
pub(super) static ROLES: [&SampleRole; 24] = [
    &software::BACKEND,
    &software::FULL_STACK,
    &software::FRONTEND,
    &business::SALES,
    &data::DATA_ENGINEER,
    &software::DEVOPS,
    &data::DATA_SCIENTIST,
    &software::MOBILE,
    &business::MARKETING,
    &software::QUALITY,
    &business::FINANCE,
    &data::DATA_ANALYST,
    &business::SUPPORT,
    &business::OPERATIONS,
    &data::PRODUCT_MANAGER,
    &data::DESIGNER,
    &craft::NURSE,
    &business::PEOPLE,
    &software::SECURITY,
    &craft::MECHANICAL,
    &craft::TEACHER,
    &craft::SITE_ENGINEER,
    &craft::WRITER,
    &software::EMBEDDED,
];

/// With this value, the first skill is wanted about four times as often as the tenth.
const SKILL_FLATNESS: u64 = 3;

/// Three to nine different skills of the role. A skill in the title comes first: a `React Developer` needs React.
pub(super) fn skills(role: &SampleRole, noun: &str, random: &mut Random) -> Vec<&'static str> {
    let weights = Weights::zipf(role.skills.len(), SKILL_FLATNESS);
    let count = 3 + random.below(4) + random.below(4);
    let named = role.skills.iter().filter(|skill| noun.split(' ').next() == Some(skill));
    let mut skills: Vec<&str> = named.copied().take(1).collect();
    while skills.len() < count as usize {
        let skill = role.skills[weights.pick(random)];
        if !skills.contains(&skill) {
            skills.push(skill);
        }
    }
    skills
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_role_has_enough_different_words() {
        for role in ROLES {
            let skills: BTreeSet<&str> = role.skills.iter().copied().collect();
            assert_eq!(skills.len(), role.skills.len(), "{} names a skill twice", role.nouns[0]);
            assert!(skills.len() >= 9, "{} runs out of skills", role.nouns[0]);
            assert!(role.duties.len() >= 5 && role.needs.len() >= 3, "{} runs out of sentences", role.nouns[0]);
        }
    }
}
