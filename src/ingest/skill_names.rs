//! The names of skills as they stand in sentences: which are sure wherever they stand, and which only in some places.
//!
//! Every name of the domain's table is looked for. Most mean one thing in any case; those that are also words, names of
//! people or of companies are listed here, spelled as they must be.

use std::{collections::HashMap, sync::LazyLock};

use crate::domain::SKILLS;

use super::{
    skill_beginnings::Beginnings,
    skill_words::{SkillWords, Word, WordGap},
};

/// How sure a name is where it stands in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// In any case and place.
    Always,
    /// Spelled as here.
    Spelled,
    /// Spelled as here, where its capital says something: behind a small word; and beside other skills.
    Capital,
    /// Spelled as here, beside other skills.
    Beside,
    /// A field that companies speak of: in a title, and beside other skills.
    Field,
}

/// Names that are words when they are written otherwise.
#[rustfmt::skip]
const SPELLED: &[&str] = &[
    "Angular", "Bash", "HANA", "Informatica", "LINQ", "LLMs", "MUI", "Qt", "RESTful", "Red Hat", "Redux", "SAP", "SRE",
    "Salesforce", "Svelte", "Tableau", "dbt",
];

/// Names that are words at the beginning of a sentence, or of people.
#[rustfmt::skip]
const CAPITAL: &[&str] = &[
    "Bootstrap", "Cassandra", "Confluence", "Electron", "Elixir", "Excel", "Flask", "Flutter", "Hibernate",
    "Illustrator", "Jenkins", "Looker", "Maven", "Oracle", "Prometheus", "REST", "React", "Redshift", "Ruby", "Rust", "Scala",
    "Snowflake", "Solidity", "Spark", "Storybook", "Subversion", "Vue",
];

/// Names that are something else as often as not.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "ADF", "AI", "Ada", "Agile", "Airflow", "Apex", "Astro", "Backbone", "C", "CSS", "Chef", "Consul", "Cucumber", "Cypress", "D3", "Dart",
    "Delphi", "EC2", "ELK", "Elastic", "Elm", "Ember", "Express", "Flink", "GCP", "Gatsby", "GitHub", "Go", "Groovy",
    "Helm", "Hive", "Ionic", "JEE", "JS", "Jest", "Julia", "Lambda", "Lua", "Mocha", "Nest", "Node", "OOPS", "Playwright",
    "Postman", "Presto", "Prolog", "Puppet", "R", "RPA", "Rails", "RoR", "S3", "SAS", "SOAP", "Sass", "Smalltalk", "Spring",
    "Stata", "Swift", "Tailwind", "Tally", "Unity", "Unreal", "VB", "Vagrant", "Vite", "Workday", "Zig", "pandas",
];

/// Fields of work; the short ones are spelled as here.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "Algorithms", "Android", "Artificial intelligence", "BI", "Big data", "Block chain", "Blockchain",
    "Business intelligence", "CRM", "Customer relationship management", "Cyber security", "Cybersecurity",
    "Data science", "ERP", "Embedded systems", "Gen AI", "Generative AI", "Internet of things", "IoT", "LLM", "ML", "Machine learning",
    "NLP", "QA", "Quality assurance", "SEO", "Statistics", "System design", "UX", "User experience", "Web services", "iOS",
];

/// Names that say nothing in a sentence.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "asm", "assembler", "assembly", "embedded", "less", "net framework", "next", "scheme", "service now", "shell",
    "solid js", "three js", "ts",
];

/// A short name of a field means it in this spelling alone, in bytes.
const SHORT: usize = 4;

/// A skill by one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// What the skill is called.
    pub(super) skill: &'static str,
    /// Where this name means it.
    pub(super) certainty: Certainty,
    /// How it must be spelled; empty where that does not matter.
    spelling: &'static str,
}

/// The names that are looked for.
pub(super) fn names() -> &'static SkillNames {
    &NAMES
}

/// The names of the table.
pub(super) struct SkillNames {
    /// By words in small letters with single spaces between.
    by_key: HashMap<String, Known>,
    beginnings: Beginnings,
}

/// What the table has under a key.
#[derive(Default)]
struct Known {
    name: Option<Name>,
    /// So many words has the longest name that starts with this one; 0 where none does.
    words: usize,
}

/// A name in a text.
pub(super) struct NamedSkill<'a> {
    pub(super) name: Name,
    /// As the text has it.
    pub(super) written: &'a str,
    pub(super) start: usize,
    /// What follows.
    pub(super) rest: SkillWords<'a>,
}

impl SkillNames {
    /// Where in a text a name may start, in order: at few words, and at all that start one.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> {
        self.beginnings.places(text)
    }

    /// The longest name that starts with the first of some words.
    pub(super) fn first_of<'a>(&self, mut rest: SkillWords<'a>, text: &'a str) -> Option<NamedSkill<'a>> {
        let word = rest.next()?;
        let mut key = String::new();
        push_key(&mut key, word.text);
        let first = self.by_key.get(&key)?;
        let (mut known, mut end, mut longest) = (Some(first), word.start + word.text.len(), None);
        for words in 1.. {
            let written = &text[word.start..end];
            let name = known.and_then(|known| known.name);
            if let Some(name) = name.filter(|name| name.spelling.is_empty() || name.spelling == written) {
                longest = Some(NamedSkill { name, written, start: word.start, rest });
            }
            if words >= first.words {
                break;
            }
            let joins = |next: &Word<'_>| matches!(next.gap, WordGap::Space | WordGap::Hyphen | WordGap::Slash);
            let Some(next) = rest.next().filter(joins) else { break };
            key.push(' ');
            push_key(&mut key, next.text);
            end = next.start + next.text.len();
            known = self.by_key.get(&key);
        }
        longest
    }
}

/// A word as keys have it: small letters, no points but a leading one.
fn push_key(key: &mut String, word: &str) {
    let is_kept = |(at, character): &(usize, char)| *at == 0 || *character != '.';
    key.extend(word.char_indices().filter(is_kept).map(|(_, character)| character.to_ascii_lowercase()));
}

static NAMES: LazyLock<SkillNames> = LazyLock::new(|| {
    let mut names = SkillNames { by_key: HashMap::new(), beginnings: Beginnings::none() };
    for (skill, aliases) in SKILLS {
        for name in [skill].into_iter().chain(*aliases) {
            let always = Name { skill, certainty: Certainty::Always, spelling: "" };
            names.insert(key(name), always);
            names.insert(key(name).replace(' ', ""), always);
            if let Some(stem) = key(name).strip_suffix("js").filter(|stem| stem.len() > 1 && !stem.ends_with(' ')) {
                names.insert(format!("{stem} js"), always);
            }
        }
    }
    for (certainty, list) in [
        (Certainty::Spelled, SPELLED),
        (Certainty::Capital, CAPITAL),
        (Certainty::Beside, BESIDE),
        (Certainty::Field, FIELDS),
    ] {
        list.iter().for_each(|spelling| names.restrict(spelling, certainty));
    }
    for name in NEVER {
        names.by_key.entry(key(name)).or_default().name = None;
    }
    names
});

impl SkillNames {
    /// The first of two names with one key stays: the table has none, but for spaces.
    fn insert(&mut self, key: String, name: Name) {
        let words = key.split(' ').count();
        let first = key.split(' ').next().unwrap_or_default();
        self.beginnings.add(first);
        // `adonet` is also written `ADO.NET`, which begins with `ado`.
        ["js", "net"].iter().filter_map(|end| first.strip_suffix(end)).for_each(|stem| self.beginnings.add(stem));
        let start = self.by_key.entry(first.to_owned()).or_default();
        start.words = start.words.max(words);
        self.by_key.entry(key).or_default().name.get_or_insert(name);
    }

    fn restrict(&mut self, spelling: &'static str, certainty: Certainty) {
        let is_free = certainty == Certainty::Field && spelling.len() > SHORT;
        if let Some(name) = self.by_key.get_mut(&key(spelling)).and_then(|known| known.name.as_mut()) {
            name.certainty = certainty;
            name.spelling = if is_free { "" } else { spelling };
        }
    }
}

/// A name of the table as a text would have it.
fn key(name: &str) -> String {
    let mut key = String::new();
    for word in SkillWords::of(name) {
        if !key.is_empty() {
            key.push(' ');
        }
        push_key(&mut key, word.text);
    }
    key
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::skill_key;

    #[test]
    fn every_exception_is_a_name_of_the_table() {
        let known: Vec<String> = SKILLS
            .iter()
            .flat_map(|(skill, aliases)| [skill].into_iter().chain(*aliases))
            .map(|name| skill_key(name))
            .collect();
        let listed = [SPELLED, CAPITAL, BESIDE, FIELDS, NEVER].concat();
        for (at, name) in listed.iter().enumerate() {
            assert!(known.contains(&skill_key(name)), "{name}");
            assert!(!listed[..at].contains(name), "{name} is listed twice");
        }
    }
}
