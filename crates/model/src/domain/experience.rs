//! The years of experience that a posting asks for.

use serde::{Deserialize, Serialize};

use crate::words::ValueWords;

/// A range of years in twelfths (months). Either end may be open, but not both, and the ends are in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Experience {
    min_months: Option<u16>,
    max_months: Option<u16>,
}

/// More is longer than a working life, so it is a typing error.
const LONGEST_MONTHS: u16 = 60 * 12;

impl Experience {
    /// A range in months; `None` if both ends are open, or the range is reversed or above 60 years.
    pub fn from_months(min_months: Option<u16>, max_months: Option<u16>) -> Option<Self> {
        let is_stated = min_months.is_some() || max_months.is_some();
        let is_ordered = min_months.unwrap_or(0) <= max_months.unwrap_or(LONGEST_MONTHS);
        let is_plausible = max_months.or(min_months).unwrap_or(0) <= LONGEST_MONTHS;
        (is_stated && is_ordered && is_plausible).then_some(Self { min_months, max_months })
    }

    /// A range in years, rounded to the month: `3 – 5.5`.
    pub fn from_years(min_years: Option<f64>, max_years: Option<f64>) -> Option<Self> {
        let is_stated_right = [min_years, max_years].into_iter().flatten().all(|years| months(years).is_some());
        is_stated_right.then(|| Self::from_months(min_years.and_then(months), max_years.and_then(months))).flatten()
    }

    /// Lower end in months; `None` means up to the upper end.
    pub fn min_months(self) -> Option<u16> {
        self.min_months
    }

    /// Upper end in months; `None` means open-ended.
    pub fn max_months(self) -> Option<u16> {
        self.max_months
    }

    /// As pages show it: `8 - 12 yrs`, `3 - 5.5 yrs`, `7+ yrs`, `up to 2 yrs`, `1 yr`.
    pub fn in_words(self, words: &ValueWords) -> String {
        match (self.min_months, self.max_months) {
            (Some(min), Some(max)) if min == max => (words.experience)(min, &years(min)),
            (Some(min), Some(max)) => (words.experience_between)(&years(min), &years(max)),
            (Some(min), None) => (words.experience_from)(&years(min)),
            (None, Some(max)) => (words.up_to)(&(words.experience)(max, &years(max))),
            (None, None) => String::new(),
        }
    }
}

fn months(years: f64) -> Option<u16> {
    let months = (years * 12.0).round();
    (0.0..=f64::from(LONGEST_MONTHS)).contains(&months).then_some(months as u16)
}

/// Years with at most one decimal: 66 months are `5.5`, 96 are `8`.
fn years(months: u16) -> String {
    let tenths = (u32::from(months) * 10 + 6) / 12;
    if tenths.is_multiple_of(10) { format!("{}", tenths / 10) } else { format!("{}.{}", tenths / 10, tenths % 10) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::ENGLISH;

    #[test]
    fn ranges_read_as_a_person_writes_them() {
        for (min, max, shown) in [
            (Some(8.0), Some(12.0), "8 - 12 yrs"),
            (Some(3.0), Some(5.5), "3 - 5.5 yrs"),
            (Some(7.0), None, "7+ yrs"),
            (None, Some(2.0), "up to 2 yrs"),
            (Some(1.0), Some(1.0), "1 yr"),
            (Some(0.0), Some(0.5), "0 - 0.5 yrs"),
        ] {
            let range = Experience::from_years(min, max);
            assert_eq!(range.map(|range| range.in_words(ENGLISH.values)).as_deref(), Some(shown));
        }
    }

    #[test]
    fn impossible_ranges_do_not_exist() {
        for (min, max) in
            [(None, None), (Some(5.0), Some(3.0)), (Some(-1.0), None), (Some(2019.0), None), (Some(f64::NAN), None)]
        {
            assert_eq!(Experience::from_years(min, max), None, "{min:?} {max:?}");
        }
    }
}
