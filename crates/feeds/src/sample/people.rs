//! Invented people and recruiting agencies, randomly put together from common names.

use super::random::Random;

/// First and last name, three in four Indian.
pub(super) fn name(random: &mut Random) -> String {
    if random.chance(75) {
        format!("{} {}", random.pick(&INDIAN_FIRST), random.pick(&INDIAN_LAST))
    } else {
        format!("{} {}", random.pick(&OTHER_FIRST), random.pick(&OTHER_LAST))
    }
}

/// The name of a recruiting agency.
pub(super) fn agency(random: &mut Random) -> String {
    format!("{}{}", random.pick(&AGENCY_FIRST), random.pick(&AGENCY_LAST))
}

const INDIAN_FIRST: [&str; 40] = [
    "Aarohi",
    "Advika",
    "Anirvan",
    "Apeksha",
    "Bhavin",
    "Charvi",
    "Chirayu",
    "Darshini",
    "Devansh",
    "Eshan",
    "Falguni",
    "Gitika",
    "Hemal",
    "Indrayani",
    "Jaival",
    "Kaivalya",
    "Kinjal",
    "Lekha",
    "Malhar",
    "Mithila",
    "Naman",
    "Netra",
    "Omkar",
    "Padmaja",
    "Pranjal",
    "Rachita",
    "Reyansh",
    "Ruhani",
    "Saatvik",
    "Shalaka",
    "Sharvil",
    "Tanay",
    "Tejaswini",
    "Udayan",
    "Urvi",
    "Vaidehi",
    "Vihaan",
    "Yamini",
    "Yash",
    "Zarna",
];

const INDIAN_LAST: [&str; 40] = [
    "Adhyaru",
    "Ambekar",
    "Barvadia",
    "Belgaumkar",
    "Chaphekar",
    "Chunduri",
    "Dandekar",
    "Devadhar",
    "Eluri",
    "Gadgil",
    "Ghorpade",
    "Hazarika",
    "Inamdar",
    "Jhaveri",
    "Kanitkar",
    "Karkhanis",
    "Lakhotia",
    "Lingampalli",
    "Mahadik",
    "Mavinkurve",
    "Nadkarni",
    "Nimbalkar",
    "Oruganti",
    "Palekar",
    "Phadnis",
    "Pulikkal",
    "Rajguru",
    "Sabnis",
    "Samanta",
    "Shirodkar",
    "Talwalkar",
    "Thakkar",
    "Uchil",
    "Upasani",
    "Vadakkan",
    "Vartak",
    "Wadekar",
    "Yelamanchili",
    "Zaveri",
    "Barooah",
];

const OTHER_FIRST: [&str; 24] = [
    "Amara", "Annika", "Benat", "Callum", "Dagny", "Elif", "Emre", "Farah", "Giulia", "Hakon", "Ines", "Joao", "Kaito",
    "Leonie", "Mateus", "Mei Lin", "Nadia", "Oisin", "Petra", "Rafael", "Saskia", "Tomasz", "Wanjiru", "Yusuf",
];

const OTHER_LAST: [&str; 24] = [
    "Abernethy",
    "Almeida",
    "Bergstrand",
    "Castellan",
    "Dabrowska",
    "Eberlin",
    "Faulkner",
    "Galvao",
    "Haverkamp",
    "Ibekwe",
    "Jankowiak",
    "Kirchner",
    "Lindqvist",
    "Marchetti",
    "Nakagawa",
    "Okafor",
    "Pettersen",
    "Quintela",
    "Rosenthal",
    "Sandoval",
    "Tanaka",
    "Ueland",
    "Vasquez",
    "Whitcombe",
];

const AGENCY_FIRST: [&str; 12] = [
    "Banyan",
    "Bridgeway",
    "Cedarline",
    "Firstfold",
    "Harbor",
    "Ladder",
    "Meridian Row",
    "Northgate",
    "Openhand",
    "Lanternpost",
    "Rolecraft",
    "Tallyho",
];

const AGENCY_LAST: [&str; 8] =
    [" Talent", " Staffing", " Search", " Recruiters", " People Partners", " Hiring Desk", " Careers", " Placements"];
