//! How far along someone is: the level, the years asked for, and the pay that goes with both.

use serde_json::{Value, json};

use super::{places::Currency, random::Random, roles::Role};

/// A level with its years.
pub(super) struct Career {
    /// The level.
    pub(super) level: Level,
    years: StatedYears,
    /// Fewest years wanted, stated or not.
    min_years: u64,
}

/// Steps of a career.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Intern,
    Junior,
    Middle,
    Senior,
    Lead,
    Principal,
}

/// How levels are worded in a line of work.
#[derive(Clone, Copy)]
pub(super) enum Ladder {
    /// `Junior …`, `Senior …`, `Principal …`.
    Engineering,
    /// `Associate …`, `Senior …`, `Group …`.
    Business,
    /// `Trainee …`, `Assistant …`, `Chief …`.
    Practice,
}

/// What the posting says about years.
enum StatedYears {
    Range { half_years: u64 },
    Minimum,
    Nothing,
}

/// Levels in a hundred postings.
const LEVELS: [(u64, Level); 6] = [
    (5, Level::Intern),
    (23, Level::Junior),
    (58, Level::Middle),
    (85, Level::Senior),
    (95, Level::Lead),
    (100, Level::Principal),
];

const PAY_WORDS: [&str; 6] = [
    "Best in industry",
    "Best in industry",
    "Best in industry",
    "As per industry standards",
    "Negotiable",
    "Competitive, with stock options",
];

/// Indian salaries are stated in steps of fifty thousand rupees a year, or five hundred a month.
const RUPEES_STEP: u64 = 50_000;
const RUPEES_MONTH_STEP: u64 = 500;

/// Elsewhere in steps of a thousand a year.
const FOREIGN_STEP: u64 = 1_000;

impl Career {
    pub(super) fn pick(random: &mut Random) -> Self {
        let drawn = random.below(100);
        let level = LEVELS.into_iter().find(|(below, _)| drawn < *below).map_or(Level::Middle, |(_, level)| level);
        let min_years = level.fewest_years() + random.below(level.spread() + 1);
        let years = match random.below(100) {
            0..78 => StatedYears::Range { half_years: 2 * (1 + level.spread() + random.below(3)) },
            78..82 => StatedYears::Range { half_years: 2 * (1 + random.below(3)) + 1 },
            82..93 => StatedYears::Minimum,
            _ => StatedYears::Nothing,
        };
        Self { level, years, min_years }
    }

    /// The feed's `experienceRequirements`, if stated.
    pub(super) fn experience(&self) -> Option<Value> {
        let mut range = json!({ "@type": "QuantitativeValue", "minValue": self.min_years, "unitText": "YEAR" });
        match self.years {
            StatedYears::Nothing => return None,
            StatedYears::Minimum => {}
            StatedYears::Range { half_years } if half_years % 2 == 0 => {
                range["maxValue"] = (self.min_years + half_years / 2).into();
            }
            StatedYears::Range { half_years } => {
                range["maxValue"] = (self.min_years as f64 + half_years as f64 / 2.0).into();
            }
        }
        Some(range)
    }

    /// The years in running text: `5 years or more`.
    pub(super) fn years_in_words(&self) -> String {
        match self.min_years {
            0 => "first experience".to_owned(),
            1 => "a year or more".to_owned(),
            years => format!("{years} years or more"),
        }
    }

    /// The feed's `baseSalary`: figures for six in ten, words for one or two, otherwise nothing.
    pub(super) fn salary(&self, role: &Role, currency: Currency, random: &mut Random) -> Option<Value> {
        match random.below(100) {
            0..60 => Some(self.figures(role, currency, random)),
            60..75 => Some(
                json!({ "@type": "MonetaryAmount", "currency": currency.code(), "value": random.pick(&PAY_WORDS) }),
            ),
            _ => None,
        }
    }

    fn figures(&self, role: &Role, currency: Currency, random: &mut Random) -> Value {
        let is_monthly = self.level == Level::Intern || random.chance(role.monthly_percent);
        let (from, step, unit) = match currency {
            Currency::Inr if is_monthly => (self.rupees(role) / 12, RUPEES_MONTH_STEP, "MONTH"),
            Currency::Inr => (self.rupees(role), RUPEES_STEP, "YEAR"),
            _ => (currency.pay_beside(self.dollars(role)), FOREIGN_STEP, "YEAR"),
        };
        let min = (from * (80 + random.below(60)) / 100 / step).max(1) * step;
        let max = min * (115 + random.below(80)) / 100 / step * step;
        json!({
            "@type": "MonetaryAmount",
            "currency": currency.code(),
            "value": { "@type": "QuantitativeValue", "minValue": min, "maxValue": max.max(min), "unitText": unit },
        })
    }

    /// A usual lower end in India, per year: pay grows about sevenfold over a career.
    fn rupees(&self, role: &Role) -> u64 {
        let percent = [50, 100, 190, 340, 500, 700][self.level as usize];
        role.entry_thousands * 1_000 * percent / 100
    }

    /// A usual lower end elsewhere, per year: flatter, between trades and over a career.
    fn dollars(&self, role: &Role) -> u64 {
        let percent = [50, 100, 130, 165, 200, 240][self.level as usize];
        (30 + role.entry_thousands / 10) * 1_000 * percent / 100
    }
}

impl Level {
    fn fewest_years(self) -> u64 {
        match self {
            Self::Intern | Self::Junior => 0,
            Self::Middle => 2,
            Self::Senior => 5,
            Self::Lead => 8,
            Self::Principal => 11,
        }
    }

    fn spread(self) -> u64 {
        match self {
            Self::Intern => 0,
            Self::Junior => 1,
            Self::Middle => 2,
            Self::Senior | Self::Lead => 3,
            Self::Principal => 4,
        }
    }
}

impl Ladder {
    /// A job title: `Senior Accountant`.
    pub(super) fn title(self, level: Level, noun: &str) -> String {
        let before = match (self, level) {
            (Self::Practice, Level::Intern) => "Trainee ",
            (_, Level::Intern) => return format!("{noun} Intern"),
            (Self::Engineering, Level::Junior) => "Junior ",
            (Self::Business, Level::Junior) => "Associate ",
            (Self::Practice, Level::Junior) => "Assistant ",
            (_, Level::Middle) => "",
            (_, Level::Senior) => "Senior ",
            (_, Level::Lead) => "Lead ",
            (Self::Engineering, Level::Principal) => "Principal ",
            (Self::Business, Level::Principal) => "Group ",
            (Self::Practice, Level::Principal) => "Chief ",
        };
        format!("{before}{noun}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_its_level() {
        for (ladder, level, title) in [
            (Ladder::Engineering, Level::Intern, "Nurse Intern"),
            (Ladder::Practice, Level::Intern, "Trainee Nurse"),
            (Ladder::Business, Level::Junior, "Associate Nurse"),
            (Ladder::Practice, Level::Middle, "Nurse"),
            (Ladder::Engineering, Level::Principal, "Principal Nurse"),
        ] {
            assert_eq!(ladder.title(level, "Nurse"), title);
        }
    }
}
