//! Finds skills that a posting's title or text names, if its feed lists none.
//!
//! A name counts only if it can hardly mean anything else. It must be whole words. Names that are also ordinary words
//! must have the right spelling and a position that is typical of skills: after a small word, in a list next to another
//! skill, before "developer". Doubtful names are left out, and the employer's name is no skill.

use openroles_model::{
    domain::{JobPosting, SkillSource},
    parallel,
};

use super::{
    skill_names::{self, Certainty, Name},
    skill_words::{SkillWords, WordGap},
};

/// Adds skills from the title and text to postings whose feeds list none.
pub(super) fn add(postings: &mut [JobPosting]) {
    for batch in postings.chunks_mut(parallel::BATCH) {
        let silent: Vec<&mut JobPosting> = batch.iter_mut().filter(|posting| posting.skills.is_empty()).collect();
        parallel::map(silent, |posting| {
            posting.skills = found(posting);
            posting.skill_source = if posting.skills.is_empty() { SkillSource::Stated } else { SkillSource::Found };
        });
    }
}

/// A text that names more lists everything there is. Skills in the title come first.
const MOST_FOUND: usize = 15;

fn found(posting: &JobPosting) -> Vec<String> {
    let employer = posting.hiring_organization.slug().map(|_| posting.hiring_organization.label());
    let employer = employer.map(words).unwrap_or_default();
    let text = posting.description.lines();
    let mut found: Vec<String> = Vec::new();
    for mention in sure(mentions(&posting.title), TextPart::Title).chain(sure(mentions(&text), TextPart::Text)) {
        let is_known = found.iter().any(|skill| skill == mention.name.skill);
        if found.len() < MOST_FOUND && !is_known && !employer.contains(&words(mention.written)) {
            found.push(mention.name.skill.to_owned());
        }
    }
    found
}

/// The words of a name, in lower case, with a space before and after each.
fn words(name: &str) -> String {
    SkillWords::of(name).fold(" ".to_owned(), |words, word| words + &word.text.to_lowercase() + " ")
}

/// Where a name was found.
#[derive(Clone, Copy, PartialEq, Eq)]
enum TextPart {
    Title,
    Text,
}

/// A skill's name in a text.
struct SkillMention<'a> {
    name: Name,
    /// The name as written in the text.
    written: &'a str,
    start: usize,
    /// The separator before it, and the word before that.
    before: (WordGap, &'a str),
    /// The separator after it, and the word after that.
    after: (WordGap, &'a str),
    /// Position of the next word.
    next: usize,
}

/// Every possible name, in the order of the text.
fn mentions(text: &str) -> Vec<SkillMention<'_>> {
    let names = skill_names::names();
    let mut mentions = Vec::new();
    let mut end = 0;
    for place in names.places(text) {
        let words = SkillWords::from(text, place).filter(|_words| place >= end);
        let Some((words, named)) = words.and_then(|words| Some((words, names.first_of(words, text)?))) else {
            continue;
        };
        end = named.start + named.written.len();
        let mut rest = named.rest;
        let next = rest.next();
        let mention = SkillMention {
            name: named.name,
            written: named.written,
            start: named.start,
            before: words.before(),
            after: next.map_or((WordGap::Line, ""), |next| (next.gap, next.text)),
            next: next.map_or(text.len(), |next| next.start),
        };
        if !mention.is_part() && !mention.is_currency(text) {
            mentions.push(mention);
        }
    }
    mentions
}

/// The certain names: certain by themselves, or next to one that is.
fn sure<'a>(mentions: Vec<SkillMention<'a>>, part: TextPart) -> impl Iterator<Item = SkillMention<'a>> {
    let mut is_sure: Vec<bool> = mentions.iter().map(|mention| mention.is_sure(part)).collect();
    for at in 1..mentions.len() {
        is_sure[at] |= is_sure[at - 1] && mentions[at - 1].leads_to(&mentions[at]) && mentions[at].ends();
    }
    for at in (1..mentions.len()).rev() {
        is_sure[at - 1] |= is_sure[at] && mentions[at - 1].leads_to(&mentions[at]) && mentions[at - 1].begins();
    }
    mentions.into_iter().zip(is_sure).filter(|(_, is_sure)| *is_sure).map(|(mention, _)| mention)
}

/// After these words, even a capitalized name is a verb: "to Excel", "you React".
const BEFORE_VERBS: [&str; 8] = ["can", "must", "they", "to", "we", "who", "will", "you"];
/// Names that are also verbs: "people Excel at this".
const VERBS: [&str; 7] = ["Bootstrap", "Excel", "Flutter", "Hibernate", "React", "Rust", "Spark"];
/// After these words, such a name is not a verb.
#[rustfmt::skip]
const BEFORE_NOUNS: [&str; 61] = [
    "a", "about", "advanced", "an", "any", "as", "avec", "basic", "by", "competent", "con", "de", "e", "eg", "en",
    "especially", "et", "excellent", "existing", "experienced", "for", "from", "g", "good", "in", "including",
    "intermediate", "into", "is", "knowledge", "level", "like", "mainly", "mit", "modern", "o", "of", "on", "onto", "ou",
    "our", "particular", "particularly", "plus", "previous", "produce", "proficient", "some", "strong", "the", "through",
    "use", "used", "uses", "using", "via", "with", "within", "word", "y", "your",
];
/// Names that are also currency codes: "Php 35,000".
const CURRENCIES: [&str; 1] = ["PHP"];
/// Before these words, a name is a skill.
const BEHIND_SKILLS: [&str; 8] =
    ["developer", "developers", "engineer", "engineers", "programmer", "programmers", "programming", "skills"];

impl SkillMention<'_> {
    /// Whether it is only a part of something: `github.com`, `R&D`, `C-level`.
    fn is_part(&self) -> bool {
        let is_sure = matches!(self.name.certainty, Certainty::Always | Certainty::Spelled);
        let parts = |gap: WordGap| gap == WordGap::Glue || gap == WordGap::Hyphen && !is_sure;
        parts(self.before.0) || parts(self.after.0)
    }

    /// Whether it is the currency of an amount before or after it: "Php 35,000", "500 PHP per day". "PHP 8" is a
    /// version.
    fn is_currency(&self, text: &str) -> bool {
        let (before, behind) = (&text[..self.start], &text[self.start + self.written.len()..]);
        let is_behind_amount = || {
            let before = before.trim_end_matches(' ');
            let start = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | 'k' | 'K'));
            self.before.0 == WordGap::Space && !self.is_called_a_skill() && is_amount(&before[start.len()..])
        };
        let is_before_amount = || {
            matches!(self.after.0, WordGap::Space | WordGap::Stop)
                && is_amount(behind.trim_start_matches([' ', '.', ':', '\u{a0}']))
        };
        let is_code = CURRENCIES.iter().any(|code| code.eq_ignore_ascii_case(self.written));
        is_code && (is_behind_amount() || is_before_amount())
    }

    fn is_sure(&self, part: TextPart) -> bool {
        match self.name.certainty {
            Certainty::Always | Certainty::Spelled => true,
            Certainty::Capital => self.is_behind_small_word() || self.is_called_a_skill(),
            Certainty::Beside => self.written.len() > 1 && self.is_called_a_skill(),
            Certainty::Field => part == TextPart::Title,
        }
    }

    /// "experience with React"; not "React quickly", "Ability To React", "with Ruby Smith".
    fn is_behind_small_word(&self) -> bool {
        let (gap, word) = self.before;
        let is_noun =
            if VERBS.contains(&self.written) { BEFORE_NOUNS.contains(&word) } else { !BEFORE_VERBS.contains(&word) };
        let is_small = gap == WordGap::Space && word.starts_with(char::is_lowercase) && is_noun;
        is_small && !(self.after.0 == WordGap::Space && self.after.1.starts_with(char::is_uppercase))
    }

    /// "Go developer", "Excel skills".
    fn is_called_a_skill(&self) -> bool {
        self.after.0 == WordGap::Space && BEHIND_SKILLS.iter().any(|word| self.after.1.eq_ignore_ascii_case(word))
    }

    /// Whether the next mention follows in the same list, or both are alone on consecutive lines.
    fn leads_to(&self, next: &Self) -> bool {
        let is_alone = |mention: &Self| mention.before.0 == WordGap::Line && mention.after.0 == WordGap::Line;
        match self.after.0 {
            _ if self.next != next.start => false,
            WordGap::List | WordGap::Slash => true,
            WordGap::Line => is_alone(self) && is_alone(next),
            WordGap::Glue | WordGap::Hyphen | WordGap::Space | WordGap::Stop => false,
        }
    }

    /// Whether the phrase ends here, unlike "Go to market". After a name that needs its capital, lowercase words may
    /// follow.
    fn ends(&self) -> bool {
        let is_capital = self.name.certainty == Certainty::Capital && self.after.1.starts_with(char::is_lowercase);
        self.after.0 != WordGap::Space || is_capital || self.is_called_a_skill()
    }

    /// Whether the words before it leave its meaning alone, unlike "American Express".
    fn begins(&self) -> bool {
        let (gap, word) = self.before;
        let is_field = self.name.certainty == Certainty::Field;
        is_field || gap != WordGap::Space || word.starts_with(char::is_lowercase) && !BEFORE_VERBS.contains(&word)
    }
}

/// Whether a text starts with a number of at least three digits, or with thousands: `35,000`, `500`, `35K`.
fn is_amount(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_group = digits.starts_with(',') && digits[1..].starts_with(|c: char| c.is_ascii_digit());
    let (length, is_thousands) = (text.len() - digits.len(), digits.starts_with(['k', 'K']));
    length >= 3 || length > 0 && (is_group || is_thousands)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ingest::tests::ingested;

    /// The posting of Acme Tools with this title and text, with the skills that were found.
    fn found_in(title: &str, text: &str) -> JobPosting {
        let record = serde_json::json!([{"id": 1, "title": title, "company": "Acme Tools", "description": text}]);
        ingested(&record.to_string()).postings.remove(0)
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(found_in("Baker", text).skills, expected, "{text}");
    }

    #[test]
    fn everyday_words_are_no_skills() {
        for text in [
            "You own the go to market plan, and our Go-to-Market team helps",
            "Ready to Go? Always on the Go",
            "You excel at planning and excel in a team",
            "Your opportunity to Excel at reporting",
            "Those who express interest by spring 2026",
            "Starts in Spring 2026; Express delivery",
            "React quickly to changing needs",
            "The Ability To React Quickly",
            "You react to customers, and we React fast",
            "R&D, AT&T and the C-level",
            "C-suite and R & D leaders, grade C, vitamin C",
            "The rest of the team gets rest and soap",
            "A swift response, then swift action",
            "Ability to spark joy and rust-proof steel",
            "Embedded in a team, next to less experienced shell designers",
            "A consul, a chef and a postman met in the cucumber field",
            "Our pension scheme, a play area and the assembly line",
            "See github.com/acme, jobs@react.dev and www.python.org",
            "At Unity Hospital, Oracle Way, south of Delphi",
            "Ask Ruby Smith or Sarah Jenkins",
            "Enjoy American Express, and Workday for applying",
            "Agile working, and a CSS or SAS background in social work",
            "Our machine learning and AI change user experience for ever",
        ] {
            check(text, &[]);
        }
    }

    #[test]
    fn codes_of_currencies_are_no_skills() {
        for text in [
            "Pay of Php 35,000 a month",
            "PHP 35,000 - PHP 40,000",
            "Between PHP35,000 and 40,000 PHP a month",
            "Php. 35K, then Php40K",
            "Up to PHP: 35k",
            "35k php",
            "500 PHP per day",
        ] {
            check(text, &[]);
        }
        check("PHP 8 and PHP 8.3, or PHP7", &["PHP"]);
        check("5 years of PHP, 3 in Php", &["PHP"]);
        check("10+ PHP developers", &["PHP"]);
        check("PHP, 10,000 users", &["PHP"]);
    }

    #[test]
    fn everyday_words_with_a_capital_are_no_skills_either() {
        for text in [
            "You excel at selling",
            "A place where people Excel at what they do",
            "Our teams Excel in service",
            "The chance for you to REACT",
            "We help our clients Excel and grow",
            "You'll Excel here",
            "You will always Excel at this",
        ] {
            check(text, &[]);
        }
        check("Good with Excel at work, and mainly Excel", &["Excel"]);
    }

    #[test]
    fn names_that_mean_one_thing_are_found_in_any_case() {
        check("You write PYTHON, typescript and PostgreSQL", &["Python", "TypeScript", "PostgreSQL"]);
        check("C++17, C#/F# and .NET; Node.js, node js and nodejs.", &["C++", "C#", "F#", ".NET", "Node.js"]);
        check("ASP.NET Core, VB.NET and Objective-C", &["ASP.NET Core", "VB.NET", "Objective-C"]);
        check("k8s on Amazon Web Services (AWS), CI/CD, PL/SQL", &["Kubernetes", "AWS", "CI/CD", "PL/SQL"]);
        check("Ruby on Rails apps in Power BI and Spring Boot", &["Ruby on Rails", "Power BI", "Spring Boot"]);
        check("Advanced Excel; rest APIs; machine-readable Kubernetes-native", &["Excel", "REST", "Kubernetes"]);
        check("Python's standard library", &["Python"]);
    }

    #[test]
    fn names_that_are_words_too_are_found_where_they_are_meant() {
        check("Backends in Python, Go, and Rust", &["Python", "Go", "Rust"]);
        check("Go, R or Python", &["Go", "R", "Python"]);
        check("Experience with React is a plus", &["React"]);
        check("C/C++ under Linux", &["C", "C++", "Linux"]);
        check("SQL, statistics and machine learning", &["SQL", "Statistics", "Machine learning"]);
        check("- Docker\n- Helm\n- Go to market", &["Docker", "Helm"]);
        check("Excel skills, or as a Swift developer", &["Excel", "Swift"]);
        check("Python, Go to market with us", &["Python"]);
        check("You write SQL and React for a living", &["SQL", "React"]);
        check("Java (Spring), dbt", &["Java", "Spring", "dbt"]);
    }

    #[test]
    fn the_title_comes_first_and_fields_of_work_count_there() {
        let posting =
            found_in("Machine Learning Engineer, React / Node Developer", "Python. We love machine learning.");
        assert_eq!(posting.skills, ["Machine learning", "React", "Node.js", "Python"]);
        assert_eq!(posting.skill_source, SkillSource::Found);
        assert_eq!(found_in("Baker", "We are a leader in machine learning.").skills, [""; 0]);
    }

    #[test]
    fn the_employers_own_name_is_no_skill() {
        let record = serde_json::json!([{"id": 1, "title": "Cook", "company": "GitLab Inc.", "description": "GitLab uses Ansible"}]);
        assert_eq!(ingested(&record.to_string()).postings[0].skills, ["Ansible"]);
    }

    #[test]
    fn what_is_stated_stays_as_it_is() {
        let record = serde_json::json!([
            {"id": 1, "title": "Cook", "company": "Acme", "skills": "Baking", "description": "Python"},
            {"id": 2, "title": "Cook", "company": "Acme", "description": "Bread"},
        ]);
        let postings = ingested(&record.to_string()).postings;
        assert_eq!(
            (postings[0].stated_skills(), postings[0].skill_source),
            (&["Baking".to_owned()][..], SkillSource::Stated)
        );
        assert_eq!((postings[1].skills.len(), postings[1].skill_source), (0, SkillSource::Stated));
    }

    #[test]
    fn every_skill_of_the_table_is_found_in_a_list_but_three_words() {
        let is_missed =
            |name: &&str| !found_in("Baker", &format!("Kubernetes, {name}, Jira")).skills.contains(&(*name).to_owned());
        let missed: Vec<&str> =
            openroles_model::domain::SKILLS.iter().map(|(name, _)| *name).filter(is_missed).collect();
        assert_eq!(missed, ["Assembly", "Scheme", "Less"]);
    }

    #[test]
    fn a_list_without_end_gives_the_first_and_takes_a_moment() {
        let all: Vec<&str> = openroles_model::domain::SKILLS.iter().map(|(name, _)| *name).collect();
        let posting = found_in("Baker", &all.join(", ").repeat(20));
        assert_eq!(posting.skills.len(), MOST_FOUND);
        assert_eq!(posting.stated_skills(), [""; 0]);
    }
}
