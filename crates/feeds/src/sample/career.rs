//! Careers: a level, the years of experience asked for, and the pay for both.

use serde_json::{Value, json};

use super::{
    places::SampleCurrency,
    random::Random,
    role::{Ladder, SampleRole},
};

/// A level with its years of experience.
pub(super) struct Career {
    /// Also decides the title and the pay.
    pub(super) level: CareerLevel,
    years: StatedYears,
    /// The fewest years asked for, stated or not.
    min_years: u64,
}

/// Steps of a career, lowest first.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum CareerLevel {
    Intern,
    Junior,
    Middle,
    Senior,
    Lead,
    Principal,
}

/// What the posting states about years.
enum StatedYears {
    Range { half_years: u64 },
    Minimum,
    Nothing,
}

/// Levels, each with the upper bound (exclusive) of its draws from 0 to 99.
const LEVELS: [(u64, CareerLevel); 6] = [
    (5, CareerLevel::Intern),
    (23, CareerLevel::Junior),
    (58, CareerLevel::Middle),
    (85, CareerLevel::Senior),
    (95, CareerLevel::Lead),
    (100, CareerLevel::Principal),
];

const PAY_WORDS: [&str; 6] = [
    "Best in industry",
    "Best in industry",
    "Best in industry",
    "As per industry standards",
    "Negotiable",
    "Competitive, with stock options",
];

/// Indian salaries are stated in steps of 50,000 rupees a year, or 500 a month.
const RUPEES_STEP: u64 = 50_000;
const RUPEES_MONTH_STEP: u64 = 500;

/// Other salaries are stated in steps of 1,000 a year.
const FOREIGN_STEP: u64 = 1_000;

impl Career {
    pub(super) fn pick(random: &mut Random) -> Self {
        let drawn = random.below(100);
        let level =
            LEVELS.into_iter().find(|(below, _)| drawn < *below).map_or(CareerLevel::Middle, |(_, level)| level);
        let min_years = level.fewest_years() + random.below(level.spread() + 1);
        let years = match random.below(100) {
            0..78 => StatedYears::Range { half_years: 2 * (1 + level.spread() + random.below(3)) },
            78..82 => StatedYears::Range { half_years: 2 * (1 + random.below(3)) + 1 },
            82..93 => StatedYears::Minimum,
            _ => StatedYears::Nothing,
        };
        Self { level, years, min_years }
    }

    /// The feed's `experienceRequirements`; `None` if the posting states nothing.
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

    /// The feed's `baseSalary`: figures in 60 % of postings, words in 15 %, otherwise nothing.
    pub(super) fn salary(&self, role: &SampleRole, currency: SampleCurrency, random: &mut Random) -> Option<Value> {
        match random.below(100) {
            0..60 => Some(self.figures(role, currency, random)),
            60..75 => Some(
                json!({ "@type": "MonetaryAmount", "currency": currency.code(), "value": random.pick(&PAY_WORDS) }),
            ),
            _ => None,
        }
    }

    fn figures(&self, role: &SampleRole, currency: SampleCurrency, random: &mut Random) -> Value {
        let is_monthly = self.level == CareerLevel::Intern || random.chance(role.monthly_percent);
        let (from, step, unit) = match currency {
            SampleCurrency::Inr if is_monthly => (self.rupees(role) / 12, RUPEES_MONTH_STEP, "MONTH"),
            SampleCurrency::Inr => (self.rupees(role), RUPEES_STEP, "YEAR"),
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

    /// A typical lower end in India, in rupees per year: pay grows about sevenfold over a career.
    fn rupees(&self, role: &SampleRole) -> u64 {
        let percent = [50, 100, 190, 340, 500, 700][self.level as usize];
        role.entry_thousands * 1_000 * percent / 100
    }

    /// A typical lower end elsewhere, in dollars per year: it varies less between lines of work and over a career.
    fn dollars(&self, role: &SampleRole) -> u64 {
        let percent = [50, 100, 130, 165, 200, 240][self.level as usize];
        (30 + role.entry_thousands / 10) * 1_000 * percent / 100
    }
}

impl CareerLevel {
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
    /// A job title with its level: `Senior Accountant`.
    pub(super) fn title(self, level: CareerLevel, noun: &str) -> String {
        let before = match (self, level) {
            (Self::Practice, CareerLevel::Intern) => "Trainee ",
            (_, CareerLevel::Intern) => return format!("{noun} Intern"),
            (Self::Engineering, CareerLevel::Junior) => "Junior ",
            (Self::Business, CareerLevel::Junior) => "Associate ",
            (Self::Practice, CareerLevel::Junior) => "Assistant ",
            (_, CareerLevel::Middle) => "",
            (_, CareerLevel::Senior) => "Senior ",
            (_, CareerLevel::Lead) => "Lead ",
            (Self::Engineering, CareerLevel::Principal) => "Principal ",
            (Self::Business, CareerLevel::Principal) => "Group ",
            (Self::Practice, CareerLevel::Principal) => "Chief ",
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
            (Ladder::Engineering, CareerLevel::Intern, "Nurse Intern"),
            (Ladder::Practice, CareerLevel::Intern, "Trainee Nurse"),
            (Ladder::Business, CareerLevel::Junior, "Associate Nurse"),
            (Ladder::Practice, CareerLevel::Middle, "Nurse"),
            (Ladder::Engineering, CareerLevel::Principal, "Principal Nurse"),
        ] {
            assert_eq!(ladder.title(level, "Nurse"), title);
        }
    }
}
