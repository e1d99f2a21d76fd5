//! The names of skills in sentences: which are certain anywhere, and which only in some places.
//!
//! It looks for every name in the domain's table. Most mean one thing in any case. Names that are also words, or names
//! of people or companies, are listed here with their required spelling.

use std::{collections::HashMap, sync::LazyLock};

use openroles_model::domain::SKILLS;

use super::{
    skill_beginnings::Beginnings,
    skill_words::{SkillWords, Word, WordGap},
};

/// Where in a text a name certainly means the skill.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Certainty {
    /// In any case and place.
    Always,
    /// Anywhere, if spelled as listed.
    Spelled,
    /// If spelled as listed, where its capital matters: after a lowercase word. Also next to other skills.
    Capital,
    /// If spelled as listed, next to other skills.
    Beside,
    /// A field that companies write about: in a title, and next to other skills.
    Field,
}

/// Names that are ordinary words in other spellings.
#[rustfmt::skip]
const SPELLED: &[&str] = &[
    "Angular", "Bash", "HANA", "Informatica", "LINQ", "LLMs", "MUI", "Qt", "RESTful", "Red Hat", "Redux", "SAP", "SRE",
    "Salesforce", "Svelte", "Tableau", "dbt",
];

/// Names that are words at the start of a sentence, or names of people.
#[rustfmt::skip]
const CAPITAL: &[&str] = &[
    "Bootstrap", "Cassandra", "Confluence", "Electron", "Elixir", "Excel", "Flask", "Flutter", "Hibernate",
    "Illustrator", "Jenkins", "Looker", "Maven", "Oracle", "Prometheus", "REST", "React", "Redshift", "Ruby", "Rust", "Scala",
    "Snowflake", "Solidity", "Spark", "Storybook", "Subversion", "Vue",
];

/// Names that mean something else as often as not.
#[rustfmt::skip]
const BESIDE: &[&str] = &[
    "ADF", "AI", "Ada", "Agile", "Airflow", "Apex", "Astro", "Backbone", "C", "CSS", "Chef", "Consul", "Cucumber", "Cypress", "D3", "Dart",
    "Delphi", "EC2", "ELK", "Elastic", "Elm", "Ember", "Express", "Flink", "GCP", "Gatsby", "GitHub", "Go", "Groovy",
    "Helm", "Hive", "Ionic", "JEE", "JS", "Jest", "Julia", "Lambda", "Lua", "Mocha", "Nest", "Node", "OOPS", "Playwright",
    "Postman", "Presto", "Prolog", "Puppet", "R", "RPA", "Rails", "RoR", "S3", "SAS", "SOAP", "Sass", "Smalltalk", "Spring",
    "Stata", "Swift", "Tailwind", "Tally", "Unity", "Unreal", "VB", "Vagrant", "Vite", "Workday", "Zig", "pandas",
];

/// Fields of work; short ones must be spelled as listed.
#[rustfmt::skip]
const FIELDS: &[&str] = &[
    "Algorithms", "Android", "Artificial intelligence", "BI", "Big data", "Block chain", "Blockchain",
    "Business intelligence", "CRM", "Customer relationship management", "Cyber security", "Cybersecurity",
    "Data science", "ERP", "Embedded systems", "Gen AI", "Generative AI", "Internet of things", "IoT", "LLM", "ML", "Machine learning",
    "NLP", "QA", "Quality assurance", "SEO", "Statistics", "System design", "UX", "User experience", "Web services", "iOS",
];

/// Names that mean nothing in a sentence.
#[rustfmt::skip]
const NEVER: &[&str] = &[
    "asm", "assembler", "assembly", "embedded", "less", "net framework", "next", "scheme", "service now", "shell",
    "solid js", "three js", "ts",
];

/// In bytes. Up to this length, a field's name must be spelled as listed.
const SHORT: usize = 4;

/// A skill under one of its names.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name {
    /// Its canonical name.
    pub(super) skill: &'static str,
    /// Where this name means the skill.
    pub(super) certainty: Certainty,
    /// The required spelling; empty if any will do.
    spelling: &'static str,
}

/// The names to look for.
pub(super) fn names() -> &'static SkillNames {
    &NAMES
}

/// All names in the table.
pub(super) struct SkillNames {
    /// Names by key: lowercase words with single spaces between them.
    by_key: HashMap<String, Known>,
    beginnings: Beginnings,
}

/// What the table has for a key.
#[derive(Default)]
struct Known {
    name: Option<Name>,
    /// Number of words of the longest name that starts with this one; 0 if none does.
    words: usize,
}

/// A skill's name in a text.
pub(super) struct NamedSkill<'a> {
    pub(super) name: Name,
    /// As written in the text.
    pub(super) written: &'a str,
    pub(super) start: usize,
    /// The words after it.
    pub(super) rest: SkillWords<'a>,
}

impl SkillNames {
    /// Where in a text a name may start, in order: every real start, and a few other words.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> {
        self.beginnings.places(text)
    }

    /// The longest name that starts with the first of these words.
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

/// Adds a word in the form of keys: lower case, no points except a leading one.
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
    /// Keeps the first of two names with the same key; the table has such names only with different spaces.
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

/// The key of a name from the table.
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
    use openroles_model::domain::skill_key;

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
