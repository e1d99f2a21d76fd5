//! The level of a job, if its title names one.

/// The levels that titles name, lowest first. A title that names none can mean any level in between.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Seniority {
    /// In training: intern, apprentice, trainee.
    Intern,
    /// The first years: junior, fresher, entry level.
    Junior,
    /// Several years of experience: senior.
    Senior,
    /// Leads other people's work, or advises them: lead, principal, staff engineer.
    Lead,
    /// Responsible for a part of the company: director, head of.
    Director,
    /// Responsible for all of it: chief officers, vice presidents.
    Executive,
}

impl Seniority {
    /// The level that a title names, the highest of several; `None` if it names none or leaves it open.
    pub fn of_title(title: &str) -> Option<Self> {
        let mut words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
        let (mut before, mut is_junior, mut highest) = ("", false, None);
        while let Some(word) = words.next() {
            let named = step(before, word, words.peek().copied().unwrap_or_default());
            is_junior |= named == Some(Self::Junior);
            highest = named.max(highest);
            before = word;
        }
        // "Junior or Senior Developer" can be either.
        highest.filter(|highest| !is_junior || *highest == Self::Junior)
    }
}

/// Words that name a level.
#[rustfmt::skip]
const NAMES: [(&str, Seniority); 27] = [
    ("intern", Seniority::Intern), ("internship", Seniority::Intern), ("apprentice", Seniority::Intern),
    ("apprenticeship", Seniority::Intern), ("trainee", Seniority::Intern),
    ("junior", Seniority::Junior), ("jr", Seniority::Junior), ("fresher", Seniority::Junior), ("entry", Seniority::Junior),
    ("senior", Seniority::Senior), ("sr", Seniority::Senior), ("snr", Seniority::Senior),
    ("lead", Seniority::Lead), ("principal", Seniority::Lead), ("staff", Seniority::Lead),
    ("director", Seniority::Director), ("head", Seniority::Director),
    ("vp", Seniority::Executive), ("svp", Seniority::Executive), ("evp", Seniority::Executive),
    ("president", Seniority::Executive), ("chief", Seniority::Executive), ("ceo", Seniority::Executive),
    ("cfo", Seniority::Executive), ("coo", Seniority::Executive), ("cto", Seniority::Executive),
    ("ciso", Seniority::Executive),
];

/// The level that a word names, given the words before and after it.
fn step(before: &str, word: &str, behind: &str) -> Option<Seniority> {
    const CRAFTS: [&str; 15] = [
        "ai",
        "analytics",
        "backend",
        "data",
        "design",
        "designer",
        "engineer",
        "frontend",
        "hardware",
        "machine",
        "product",
        "scientist",
        "security",
        "software",
        "systems",
    ];
    let is_any = |word: &str, of: &[&str]| of.iter().any(|one| word.eq_ignore_ascii_case(one));
    let (name, step) = NAMES.iter().find(|(name, _)| word.eq_ignore_ascii_case(name))?;
    // "Assistant to the Director": another person's level.
    let is_own = *step < Seniority::Director || !is_any(before, &["to", "the", "for"]);
    let is_meant = match *name {
        "entry" => is_any(behind, &["level"]),
        // "Lead generation" finds customers; a "Staff nurse" is a nurse.
        "lead" => !is_any(behind, &["gen", "generation", "generator"]),
        "staff" => is_any(behind, &CRAFTS),
        "head" => is_any(behind, &["of"]),
        "chief" => !is_any(behind, &["of"]),
        "president" => is_any(before, &["vice"]),
        _ => true,
    };
    (is_own && is_meant).then_some(*step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_name_a_step_or_none() {
        use Seniority::{Director, Executive, Intern, Junior, Lead, Senior};
        for (title, step) in [
            ("Sr. Data Analyst (W2)", Some(Senior)),
            ("SENIOR SOFTWARE ENGINEER", Some(Senior)),
            ("Staff Analytics Engineer", Some(Lead)),
            ("Staff Software Engineer, Payments", Some(Lead)),
            ("Staff Nurse", None),
            ("Lead Generation Specialist", None),
            ("Senior Principal Data Analyst - Remote", Some(Lead)),
            ("jr Java software programmer", Some(Junior)),
            ("Entry-Level Accountant", Some(Junior)),
            ("Junior/Senior Developer", None),
            ("Intern, SAP Consulting, Summer 2026", Some(Intern)),
            ("Internal Auditor", None),
            ("Senior Director, Data Science", Some(Director)),
            ("Head of Data Science", Some(Director)),
            ("Executive Assistant to the CEO", None),
            ("Chief of Staff", None),
            ("Chief Technology Officer", Some(Executive)),
            ("Vice President, Sales", Some(Executive)),
            ("Account Manager", None),
            ("Data Engineer", None),
            ("", None),
        ] {
            assert_eq!(Seniority::of_title(title), step, "{title}");
        }
    }
}
