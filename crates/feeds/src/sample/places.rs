//! Places of the sample jobs: mostly Indian cities, some elsewhere, some none at all.

use serde_json::{Map, Value, json};

use super::{
    random::{Random, Weights},
    role::SampleRole,
};

/// Where the work for one posting is done.
pub(super) struct WorkSetting {
    cities: Vec<&'static SampleCity>,
    workplace: Option<&'static str>,
    applicants: Applicants,
}

/// The currency of a posting's pay.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum SampleCurrency {
    Inr,
    Usd,
    Eur,
    Gbp,
    Sgd,
    Aed,
}

struct SampleCity {
    name: &'static str,
    region: &'static str,
    country: &'static str,
    currency: SampleCurrency,
    /// Share of postings, roughly per thousand.
    weight: u64,
}

/// Where applicants may live. "Not stated" is not the same as "anywhere".
#[derive(Clone, Copy)]
enum Applicants {
    India,
    Worldwide,
    NotStated,
}

/// In percent. Below this share of remote postings, a line of work (such as nursing) has no hybrid postings either.
const HYBRID_FROM: u64 = 5;

/// The distribution of cities for [`WorkSetting::pick`].
pub(super) fn weights() -> Weights {
    Weights::of(CITIES.iter().map(|city| city.weight))
}

impl WorkSetting {
    pub(super) fn pick(weights: &Weights, role: &SampleRole, random: &mut Random) -> Self {
        if random.chance(role.remote_percent) {
            Self::remote(weights, random)
        } else {
            Self::local(weights, role, random)
        }
    }

    fn remote(weights: &Weights, random: &mut Random) -> Self {
        let cities = if random.chance(40) { vec![city(weights, random)] } else { Vec::new() };
        let is_indian = cities.iter().all(|city| city.country == "IN");
        let applicants = match random.below(100) {
            0..55 if is_indian => Applicants::India,
            55..75 => Applicants::Worldwide,
            _ => Applicants::NotStated,
        };
        Self { cities, workplace: Some("remote"), applicants }
    }

    fn local(weights: &Weights, role: &SampleRole, random: &mut Random) -> Self {
        let mut cities = vec![city(weights, random)];
        for _ in 0..[0, 0, 0, 0, 0, 0, 0, 1, 1, 2][random.below(10) as usize] {
            let other = city(weights, random);
            let is_new = cities.iter().all(|known| known.name != other.name);
            if is_new && other.country == cities[0].country {
                cities.push(other);
            }
        }
        let workplace = match random.below(100) {
            0..40 if role.remote_percent >= HYBRID_FROM => Some("hybrid"),
            0..80 => Some("on-site"),
            _ => None,
        };
        Self { cities, workplace, applicants: Applicants::NotStated }
    }

    /// The currency of pay: that of the first city, or dollars if applicants may live anywhere.
    pub(super) fn currency(&self) -> SampleCurrency {
        match (self.cities.first(), self.applicants) {
            (Some(city), _) => city.currency,
            (None, Applicants::Worldwide) => SampleCurrency::Usd,
            (None, Applicants::India | Applicants::NotStated) => SampleCurrency::Inr,
        }
    }

    /// The place in running text: `in Pune`.
    pub(super) fn in_words(&self) -> String {
        match self.cities.first() {
            Some(city) if self.workplace == Some("remote") => {
                format!("from home, with a desk in {} if you like", city.name)
            }
            Some(city) => format!("in {}", city.name),
            None => "from wherever you are".to_owned(),
        }
    }

    /// Writes `jobLocation`, `jobLocationType`, `workplaceType`, and `applicantLocationRequirements`.
    pub(super) fn write(&self, fields: &mut Map<String, Value>, random: &mut Random) {
        if !self.cities.is_empty() {
            let places = self.cities.iter().map(|city| city.place(random)).collect();
            fields.insert("jobLocation".to_owned(), Value::Array(places));
        }
        if let Some(workplace) = self.workplace {
            fields.insert("workplaceType".to_owned(), workplace.into());
        }
        if self.workplace == Some("remote") {
            fields.insert("jobLocationType".to_owned(), "TELECOMMUTE".into());
        }
        let applicants = match self.applicants {
            Applicants::India => json!([{ "@type": "Country", "name": "IN" }]),
            Applicants::Worldwide => "worldwide".into(),
            Applicants::NotStated => return,
        };
        fields.insert("applicantLocationRequirements".to_owned(), applicants);
    }
}

impl SampleCity {
    /// Some cities have a second name; a third of their postings use it.
    fn place(&self, random: &mut Random) -> Value {
        let other = OTHER_NAMES.iter().find(|(name, _)| *name == self.name && random.chance(33));
        let locality = other.map_or(self.name, |(_, other)| other);
        let mut address = json!({ "@type": "PostalAddress", "addressLocality": locality });
        if !self.region.is_empty() {
            address["addressRegion"] = self.region.into();
        }
        address["addressCountry"] = self.country.into();
        json!({ "@type": "Place", "address": address })
    }
}

impl SampleCurrency {
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Inr => "INR",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Gbp => "GBP",
            Self::Sgd => "SGD",
            Self::Aed => "AED",
        }
    }

    /// Typical pay in this currency for a given pay in dollars: what the market pays, not an exchange rate.
    pub(super) fn pay_beside(self, dollars: u64) -> u64 {
        let percent = match self {
            Self::Gbp => 70,
            Self::Eur => 80,
            Self::Sgd => 110,
            Self::Aed => 300,
            Self::Usd | Self::Inr => 100,
        };
        dollars * percent / 100
    }
}

fn city(weights: &Weights, random: &mut Random) -> &'static SampleCity {
    &CITIES[weights.pick(random)]
}

const fn indian(name: &'static str, region: &'static str, weight: u64) -> SampleCity {
    SampleCity { name, region, country: "IN", currency: SampleCurrency::Inr, weight }
}

const fn foreign(
    name: &'static str,
    region: &'static str,
    country: &'static str,
    currency: SampleCurrency,
    weight: u64,
) -> SampleCity {
    SampleCity { name, region, country, currency, weight }
}

const OTHER_NAMES: [(&str, &str); 6] = [
    ("Bengaluru", "Bengaluru (Bangalore)"),
    ("Noida", "Noida, NCR (Delhi | Gurgaon | Noida)"),
    ("Gurugram", "Gurgaon"),
    ("Mumbai", "Mumbai (Bombay)"),
    ("Thiruvananthapuram", "Trivandrum"),
    ("Vadodara", "Baroda"),
];

static CITIES: [SampleCity; 36] = [
    indian("Bengaluru", "Karnataka", 240),
    indian("Hyderabad", "Telangana", 120),
    indian("Pune", "Maharashtra", 90),
    indian("Mumbai", "Maharashtra", 80),
    indian("Chennai", "Tamil Nadu", 65),
    indian("Gurugram", "Haryana", 55),
    indian("Delhi", "Delhi", 50),
    indian("Noida", "Uttar Pradesh", 42),
    indian("Kolkata", "West Bengal", 28),
    indian("Ahmedabad", "Gujarat", 24),
    indian("Kochi", "Kerala", 18),
    indian("Jaipur", "Rajasthan", 16),
    indian("Coimbatore", "Tamil Nadu", 13),
    indian("Indore", "Madhya Pradesh", 12),
    indian("Chandigarh", "Chandigarh", 11),
    indian("Thiruvananthapuram", "Kerala", 9),
    indian("Vadodara", "Gujarat", 8),
    indian("Nagpur", "Maharashtra", 7),
    indian("Lucknow", "Uttar Pradesh", 7),
    indian("Visakhapatnam", "Andhra Pradesh", 6),
    indian("Bhubaneswar", "Odisha", 6),
    indian("Mysuru", "Karnataka", 5),
    indian("Gandhinagar", "Gujarat", 4),
    indian("Surat", "Gujarat", 4),
    foreign("Singapore", "", "SG", SampleCurrency::Sgd, 20),
    foreign("London", "England", "GB", SampleCurrency::Gbp, 18),
    foreign("Dubai", "Dubai", "AE", SampleCurrency::Aed, 16),
    foreign("New York", "NY", "US", SampleCurrency::Usd, 14),
    foreign("San Francisco", "CA", "US", SampleCurrency::Usd, 12),
    foreign("Berlin", "Berlin", "DE", SampleCurrency::Eur, 10),
    foreign("Austin", "TX", "US", SampleCurrency::Usd, 8),
    foreign("Amsterdam", "North Holland", "NL", SampleCurrency::Eur, 7),
    foreign("Seattle", "WA", "US", SampleCurrency::Usd, 7),
    foreign("Dublin", "Leinster", "IE", SampleCurrency::Eur, 5),
    foreign("Lisbon", "Lisbon", "PT", SampleCurrency::Eur, 4),
    foreign("Chicago", "IL", "US", SampleCurrency::Usd, 4),
];
