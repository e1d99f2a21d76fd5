//! A job's pay compared with that of similar jobs, per year in the board's currency.

use openroles_model::{
    domain::{Amount, JobPosting, PayRange, Rates, SalaryUnit},
    sorting::sort_by_key,
    words::ValueWords,
};
use serde::{Deserialize, Serialize};

use super::SimilarCard;

/// Pay of a job and of similar jobs that state theirs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayAmong {
    /// Pay of the job.
    pub own: YearlyPay,
    /// Similar jobs by the top of their pay, lowest first; 4 to 12 of them.
    pub others: Vec<SimilarPay>,
    /// Whether any pay is converted from another currency.
    #[serde(default)]
    pub has_converted_pay: bool,
}

/// Similar job with its pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SimilarPay {
    /// Title of the job.
    pub title: String,
    /// Pay of the job.
    pub pay: YearlyPay,
}

/// Pay per year in whole units of the board's currency. `bottom` is at most `top`; they are equal if only one is
/// stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct YearlyPay {
    /// Top of the range.
    pub top: u32,
    /// Bottom of the range.
    pub bottom: u32,
}

/// With fewer jobs, the comparison says nothing about what is usual.
const FEWEST_OTHERS: usize = 4;
/// More jobs would only make the lines thinner.
const MOST_OTHERS: usize = 12;

impl PayAmong {
    /// Compares the job's pay with that of similar jobs, given most similar first. `None` if the job doesn't state
    /// its pay, or if too few others do.
    pub fn of(posting: &JobPosting, similar: &[SimilarCard], rates: &Rates) -> Option<Self> {
        let range = posting.base_salary.as_ref()?.range()?;
        let own = YearlyPay::of(range, rates)?;
        let mut has_converted_pay = range.is_converted(rates);
        let pay = |SimilarCard { card, .. }: &SimilarCard| {
            let range = card.base_salary.as_ref()?.range()?;
            let pay = YearlyPay::of(range, rates)?;
            Some((SimilarPay { title: card.title.clone(), pay }, range.is_converted(rates)))
        };
        let mut others = Vec::new();
        for (other, is_converted) in similar.iter().filter_map(pay).take(MOST_OTHERS) {
            others.push(other);
            has_converted_pay |= is_converted;
        }
        sort_by_key(&mut others, |other| other.pay);
        (others.len() >= FEWEST_OTHERS).then_some(Self { own, others, has_converted_pay })
    }

    /// Number of similar jobs with a lower top.
    pub fn above(&self) -> usize {
        self.others.iter().filter(|other| other.pay.top < self.own.top).count()
    }
}

impl YearlyPay {
    fn of(range: &PayRange, rates: &Rates) -> Option<Self> {
        let top = range.annual_top(rates).filter(|top| *top > 0)?;
        Some(Self { top, bottom: range.annual_bottom(rates)?.min(top) })
    }

    /// Formatted pay, such as `₹10L - ₹30L / yr`.
    pub fn in_words(self, rates: &Rates, words: &ValueWords) -> String {
        let amount = |units: u32| Amount::from_units(f64::from(units));
        let range = PayRange::new(amount(self.bottom), amount(self.top), rates.board_currency, SalaryUnit::Year);
        range.map(|range| range.in_words(words)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_engine::index::fixture::posting;
    use openroles_model::domain::{BaseSalary, BoardSettings, Currency, JobCard};

    fn paid(title: &str, bottom: f64, top: f64) -> JobPosting {
        let mut job = posting(title);
        let range = PayRange::new(
            Amount::from_units(bottom),
            Amount::from_units(top),
            BoardSettings::named("Jobs").currency,
            SalaryUnit::Year,
        );
        job.base_salary = range.map(BaseSalary::Range);
        job
    }

    fn similar(jobs: &[JobPosting]) -> Vec<SimilarCard> {
        let card = |job: &JobPosting| -> JobCard { job.card(None, None) };
        jobs.iter().map(|job| SimilarCard { card: card(job), reasons: Vec::new() }).collect()
    }

    fn among(own: &JobPosting, others: &[JobPosting]) -> Option<PayAmong> {
        PayAmong::of(own, &similar(others), &BoardSettings::named("Jobs").conversion())
    }

    #[test]
    fn others_stand_by_the_top_of_their_pay_and_those_below_are_counted() {
        let others = [paid("D", 4e5, 9e5), paid("A", 1e5, 2e5), paid("C", 3e5, 6e5), posting("?"), paid("B", 1e5, 3e5)];
        let among = among(&paid("Own", 2e5, 6e5), &others).expect("enough of them");
        let titles: Vec<&str> = among.others.iter().map(|other| other.title.as_str()).collect();
        assert_eq!(titles, ["A", "B", "C", "D"]);
        assert_eq!((among.own, among.above()), (YearlyPay { bottom: 200_000, top: 600_000 }, 2));
    }

    #[test]
    fn pay_that_takes_a_rate_is_said_to() {
        let board = BoardSettings { rates: [(Currency::INR, 0.012)].into(), ..BoardSettings::named("Jobs") };
        let inr = PayRange::new(Amount::from_units(1e6), None, Currency::INR, SalaryUnit::Year);
        let mut other = posting("In rupees");
        other.base_salary = inr.map(BaseSalary::Range);
        let mut others: Vec<JobPosting> = (1..=4).map(|at| paid("Other", 1e5, 1e5 * f64::from(at))).collect();
        let has_converted_pay = |own: &JobPosting, others: &[JobPosting]| {
            PayAmong::of(own, &similar(others), &board.conversion()).expect("enough of them").has_converted_pay
        };
        assert!(!has_converted_pay(&paid("Own", 1e5, 2e5), &others));
        assert!(has_converted_pay(&other, &others));
        others.push(other);
        assert!(has_converted_pay(&paid("Own", 1e5, 2e5), &others));
    }

    #[test]
    fn nothing_is_said_where_pay_is_not_disclosed_or_seldom() {
        let others: Vec<JobPosting> = (1..=4).map(|at| paid("Other", 1e5, 1e5 * f64::from(at))).collect();
        assert!(among(&posting("Own"), &others).is_none());
        assert!(among(&paid("Own", 1e5, 2e5), &others[..3]).is_none());
        assert!(among(&paid("Own", 1e5, 2e5), &others).is_some());
    }

    #[test]
    fn the_most_similar_jobs_are_taken_of_many() {
        let others: Vec<JobPosting> = (1..=30).rev().map(|at| paid("Other", 1e5, 1e5 * f64::from(at))).collect();
        let among = among(&paid("Own", 1e5, 2e5), &others).expect("enough of them");
        assert_eq!(among.others.len(), MOST_OTHERS);
        assert_eq!(among.others[0].pay.top, 1_900_000);
    }
}
