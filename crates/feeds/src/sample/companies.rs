//! Invented employers, the same in every sample: name, industry, size, stage, people.

use serde_json::{Value, json};

use super::{people, random::Random, random::Weights};

/// All employers, those with the most postings first.
pub(super) struct Companies {
    ranked: Vec<SampleCompany>,
    weights: Weights,
}

/// One invented employer.
pub(super) struct SampleCompany {
    /// Unique among the employers of a sample.
    pub(super) name: String,
    /// Its industry.
    pub(super) sector: Sector,
    /// Its `hiringOrganization` in the feed.
    pub(super) wire: Value,
}

/// An industry.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sector {
    Software,
    Services,
    Finance,
    Health,
    Commerce,
    Logistics,
    Manufacturing,
    Education,
    Media,
    Energy,
}

/// Fewer than the possible names, so that no two companies share one.
const COMPANY_COUNT: usize = 3_000;

/// With this value, the first employer has about 3 % of all postings, as on large boards.
const FLATNESS: u64 = 4;

/// Companies are the same in every sample, whatever its seed.
const COMPANY_SEED: u64 = 0x6f70_656e_726f_6c65;

/// Shares no divisor with the number of names, so stepping by it reaches each name once.
const NAME_STEP: usize = 1_009;

impl Companies {
    pub(super) fn new() -> Self {
        let ranked = (0..COMPANY_COUNT).map(SampleCompany::of_rank).collect();
        Self { ranked, weights: Weights::zipf(COMPANY_COUNT, FLATNESS) }
    }

    /// An employer in that sector, or in any: the drawn one, or else the next lower one that fits.
    pub(super) fn pick(&self, sector: Option<Sector>, random: &mut Random) -> &SampleCompany {
        let rank = self.weights.pick(random);
        let fits = |company: &&SampleCompany| sector.is_none_or(|wanted| company.sector == wanted);
        self.ranked[rank..].iter().chain(&self.ranked).find(fits).unwrap_or(&self.ranked[rank])
    }
}

impl SampleCompany {
    fn of_rank(rank: usize) -> Self {
        let mut random = Random::numbered(COMPANY_SEED, rank as u64);
        let sector = random.pick(&Sector::ALL);
        let name = name(rank, sector, &mut random);
        let wire = wire(&name, rank, sector, &mut random);
        Self { name, sector, wire }
    }

    /// What an anonymous company says instead of its name.
    pub(super) fn veiled_name(&self, random: &mut Random) -> String {
        random.pick(&VEILS).replace("{trade}", self.sector.trade())
    }
}

impl Sector {
    /// Software and services make up most of a job board.
    const ALL: [Self; 14] = [
        Self::Software,
        Self::Software,
        Self::Software,
        Self::Services,
        Self::Services,
        Self::Finance,
        Self::Finance,
        Self::Health,
        Self::Commerce,
        Self::Logistics,
        Self::Manufacturing,
        Self::Education,
        Self::Media,
        Self::Energy,
    ];

    /// The feed's `industry`.
    pub(super) fn industry(self) -> &'static str {
        match self {
            Self::Software => "Software",
            Self::Services => "IT services",
            Self::Finance => "Financial services",
            Self::Health => "Healthcare",
            Self::Commerce => "E-commerce",
            Self::Logistics => "Logistics",
            Self::Manufacturing => "Manufacturing",
            Self::Education => "Education",
            Self::Media => "Media",
            Self::Energy => "Energy",
        }
    }

    /// The industry in running text: `a {trade} company`.
    pub(super) fn trade(self) -> &'static str {
        match self {
            Self::Software => "software",
            Self::Services => "technology services",
            Self::Finance => "finance",
            Self::Health => "healthcare",
            Self::Commerce => "retail",
            Self::Logistics => "logistics",
            Self::Manufacturing => "manufacturing",
            Self::Education => "learning",
            Self::Media => "media",
            Self::Energy => "clean energy",
        }
    }

    fn endings(self) -> [&'static str; 4] {
        match self {
            Self::Software => ["Labs", "Software", "Systems", "Technologies"],
            Self::Services => ["Consulting", "Solutions", "Digital", "IT Services"],
            Self::Finance => ["Capital", "Payments", "Finance", "Insurance"],
            Self::Health => ["Hospitals", "Health", "Diagnostics", "Care"],
            Self::Commerce => ["Retail", "Market", "Stores", "Commerce"],
            Self::Logistics => ["Logistics", "Freight", "Supply Chain", "Couriers"],
            Self::Manufacturing => ["Industries", "Works", "Engineering", "Components"],
            Self::Education => ["Academy", "Learning", "Schools", "Education"],
            Self::Media => ["Media", "Studios", "Publishing", "Pictures"],
            Self::Energy => ["Energy", "Power", "Renewables", "Grid"],
        }
    }
}

fn name(rank: usize, sector: Sector, random: &mut Random) -> String {
    let number = rank * NAME_STEP % (FIRST.len() * SECOND.len());
    let (first, second) = (FIRST[number % FIRST.len()], SECOND[number / FIRST.len()]);
    format!("{first} {second} {}", random.pick(&sector.endings()))
}

fn wire(name: &str, rank: usize, sector: Sector, random: &mut Random) -> Value {
    let path = name.to_lowercase().replace(' ', "-");
    let size = size(rank, random);
    let mut wire = json!({
        "@type": "Organization",
        "name": name,
        "url": format!("https://example.com/{path}"),
        "numberOfEmployees": SIZES[size],
        "organizationType": random.pick(&["Products", "Services", "Products & Services"]),
        "stage": random.pick(&["Bootstrapped", "Raised funding", "Profitable", "Profitable", "Listed"]),
        "description": about(name, sector, random),
        "recruiterCount": 1 + random.below(1 + 6 * size as u64),
    });
    if random.chance(80) {
        wire["foundingDate"] = (1_985 + random.below(40)).to_string().into();
    }
    if random.chance(15) {
        wire["videoCount"] = (1 + random.below(4)).into();
    }
    if random.chance(30) {
        wire["socialProfiles"] = json!([
            { "network": "linkedin", "url": format!("https://example.com/{path}/linkedin") },
            { "network": "blog", "url": format!("https://example.com/{path}/blog") },
        ]);
    }
    if random.chance(25) {
        wire["team"] = (0..2 + random.below(4)).map(|_| person(random)).collect();
    }
    wire
}

/// The size by rank: employers with many postings tend to be large.
fn size(rank: usize, random: &mut Random) -> usize {
    let usual: u64 = match rank {
        0..30 => 4,
        30..300 => 3,
        300..1_000 => 1,
        _ => 0,
    };
    (usual + random.below(3)).min(SIZES.len() as u64 - 1) as usize
}

fn about(name: &str, sector: Sector, random: &mut Random) -> String {
    let text = random.pick(&ABOUT).replace("{company}", name).replace("{trade}", sector.trade());
    format!("{text} {name} is an invented company, part of the openroles sample data.")
}

fn person(random: &mut Random) -> Value {
    json!({ "@type": "Person", "name": people::name(random), "jobTitle": random.pick(&TEAM_ROLES) })
}

const SIZES: [&str; 7] = ["1-10", "11-50", "51-200", "201-500", "501-1000", "1001-5000", "5000+"];

const TEAM_ROLES: [&str; 8] = [
    "Talent partner",
    "Engineering manager",
    "Head of people",
    "Operations lead",
    "Recruiter",
    "Product lead",
    "Finance lead",
    "Team lead",
];

const ABOUT: [&str; 8] = [
    "{company} is a {trade} company with customers in a dozen countries.",
    "{company} started with one {trade} product and now runs five.",
    "{company} brings {trade} to towns that others overlook.",
    "Small teams, long plans: {company} has worked in {trade} for years and means to stay.",
    "{company} makes the unglamorous side of {trade} run smoothly.",
    "Half of {company} works on {trade} today, the other half on what comes after.",
    "{company} is known among {trade} people for answering the phone.",
    "{company} builds for {trade}, carefully, and publishes what it learns.",
];

const VEILS: [&str; 8] = [
    "A stealth mode {trade} start-up",
    "A fast-growing {trade} company",
    "A leading name in {trade} (MNC)",
    "A funded {trade} start-up",
    "One of our {trade} clients",
    "A family-owned {trade} group",
    "A {trade} product company",
    "A publicly listed {trade} company",
];

const FIRST: [&str; 64] = [
    "Amber", "Arched", "Ashen", "Bright", "Brisk", "Bronze", "Calm", "Candid", "Cedar", "Clay", "Cobalt", "Copper",
    "Coral", "Crimson", "Dapper", "Distant", "Dusky", "Early", "Ember", "Fabled", "Fern", "Fleet", "Frosted", "Gentle",
    "Gilded", "Glass", "Granite", "Hazel", "Hidden", "Humble", "Indigo", "Ivory", "Jade", "Jolly", "Keen", "Lively",
    "Lofty", "Lucid", "Marble", "Mellow", "Misty", "Nimble", "Noble", "Ochre", "Olive", "Opal", "Patient", "Pebble",
    "Plum", "Quiet", "Rustic", "Saffron", "Sandal", "Scarlet", "Silent", "Steady", "Sunlit", "Teak", "Tidal", "Umber",
    "Velvet", "Violet", "Wander", "Woven",
];

const SECOND: [&str; 48] = [
    "Acorn",
    "Almanac",
    "Anchor",
    "Anvil",
    "Banyan",
    "Beacon",
    "Bison",
    "Bobbin",
    "Bulbul",
    "Canopy",
    "Chital",
    "Compass",
    "Cormorant",
    "Courtyard",
    "Crane",
    "Egret",
    "Estuary",
    "Ferry",
    "Footbridge",
    "Gecko",
    "Gulmohar",
    "Heron",
    "Hornbill",
    "Ibex",
    "Jackdaw",
    "Kettle",
    "Lantern",
    "Lapwing",
    "Loom",
    "Magpie",
    "Mango",
    "Monsoon",
    "Myna",
    "Neem",
    "Orchard",
    "Otter",
    "Paddock",
    "Palmyra",
    "Pangolin",
    "Parasol",
    "Peepal",
    "Quarry",
    "Rookery",
    "Sextant",
    "Tamarind",
    "Terrace",
    "Verandah",
    "Windmill",
];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_companies_share_a_name() {
        let names: BTreeSet<String> = Companies::new().ranked.into_iter().map(|company| company.name).collect();
        assert_eq!(names.len(), COMPANY_COUNT);
    }
}
