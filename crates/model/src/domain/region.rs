//! States, provinces, and other first-level divisions, for countries whose postings name them.

/// A first-level division of a country.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// The two-letter country code.
    pub country: &'static str,
    /// The postal code or abbreviation: `CA`, `NSW`; empty if there is none.
    pub code: &'static str,
    /// The English name, as shown: `Bavaria`.
    pub name: &'static str,
    /// Local or longer names: `Bayern`, `Washington State`.
    pub aliases: &'static [&'static str],
}

const fn region(
    country: &'static str,
    code: &'static str,
    name: &'static str,
    aliases: &'static [&'static str],
) -> Region {
    Region { country, code, name, aliases }
}

/// All known regions. City states, and union territories that are one city, are in [`CITIES`](super::CITIES).
#[rustfmt::skip]
pub const REGIONS: &[Region] = &[
    region("US", "AL", "Alabama", &[]), region("US", "AK", "Alaska", &[]), region("US", "AZ", "Arizona", &[]),
    region("US", "AR", "Arkansas", &[]), region("US", "CA", "California", &["calif"]), region("US", "CO", "Colorado", &[]),
    region("US", "CT", "Connecticut", &[]), region("US", "DE", "Delaware", &[]),
    region("US", "DC", "District of Columbia", &["D.C."]), region("US", "FL", "Florida", &[]),
    region("US", "GA", "Georgia", &[]), region("US", "HI", "Hawaii", &[]), region("US", "ID", "Idaho", &[]),
    region("US", "IL", "Illinois", &[]), region("US", "IN", "Indiana", &[]), region("US", "IA", "Iowa", &[]),
    region("US", "KS", "Kansas", &[]), region("US", "KY", "Kentucky", &[]), region("US", "LA", "Louisiana", &[]),
    region("US", "ME", "Maine", &[]), region("US", "MD", "Maryland", &[]), region("US", "MA", "Massachusetts", &[]),
    region("US", "MI", "Michigan", &[]), region("US", "MN", "Minnesota", &[]), region("US", "MS", "Mississippi", &[]),
    region("US", "MO", "Missouri", &[]), region("US", "MT", "Montana", &[]), region("US", "NE", "Nebraska", &[]),
    region("US", "NV", "Nevada", &[]), region("US", "NH", "New Hampshire", &[]), region("US", "NJ", "New Jersey", &[]),
    region("US", "NM", "New Mexico", &[]), region("US", "NY", "New York", &["New York State"]),
    region("US", "NC", "North Carolina", &[]), region("US", "ND", "North Dakota", &[]), region("US", "OH", "Ohio", &[]),
    region("US", "OK", "Oklahoma", &[]), region("US", "OR", "Oregon", &[]), region("US", "PA", "Pennsylvania", &[]),
    region("US", "RI", "Rhode Island", &[]), region("US", "SC", "South Carolina", &[]),
    region("US", "SD", "South Dakota", &[]), region("US", "TN", "Tennessee", &[]), region("US", "TX", "Texas", &[]),
    region("US", "UT", "Utah", &[]), region("US", "VT", "Vermont", &[]), region("US", "VA", "Virginia", &[]),
    region("US", "WA", "Washington", &["Washington State"]), region("US", "WV", "West Virginia", &[]),
    region("US", "WI", "Wisconsin", &[]), region("US", "WY", "Wyoming", &[]),

    region("CA", "AB", "Alberta", &[]), region("CA", "BC", "British Columbia", &[]), region("CA", "MB", "Manitoba", &[]),
    region("CA", "NB", "New Brunswick", &[]), region("CA", "NL", "Newfoundland and Labrador", &["Newfoundland"]),
    region("CA", "NS", "Nova Scotia", &[]), region("CA", "NT", "Northwest Territories", &[]),
    region("CA", "NU", "Nunavut", &[]), region("CA", "ON", "Ontario", &[]), region("CA", "PE", "Prince Edward Island", &[]),
    region("CA", "QC", "Quebec", &[]), region("CA", "SK", "Saskatchewan", &[]), region("CA", "YT", "Yukon", &[]),

    region("GB", "", "England", &[]), region("GB", "", "Scotland", &[]), region("GB", "", "Wales", &["Cymru"]),
    region("GB", "", "Northern Ireland", &[]),

    region("IN", "AP", "Andhra Pradesh", &[]), region("IN", "AR", "Arunachal Pradesh", &[]), region("IN", "AS", "Assam", &[]),
    region("IN", "BR", "Bihar", &[]), region("IN", "CG", "Chhattisgarh", &[]), region("IN", "GA", "Goa", &["North Goa", "South Goa"]),
    region("IN", "GJ", "Gujarat", &[]), region("IN", "HR", "Haryana", &[]), region("IN", "HP", "Himachal Pradesh", &[]),
    region("IN", "JK", "Jammu and Kashmir", &[]), region("IN", "JH", "Jharkhand", &[]), region("IN", "KA", "Karnataka", &[]),
    region("IN", "KL", "Kerala", &[]), region("IN", "LA", "Ladakh", &[]), region("IN", "MP", "Madhya Pradesh", &[]),
    region("IN", "MH", "Maharashtra", &[]), region("IN", "MN", "Manipur", &[]), region("IN", "ML", "Meghalaya", &[]),
    region("IN", "MZ", "Mizoram", &[]), region("IN", "NL", "Nagaland", &[]), region("IN", "OD", "Odisha", &["Orissa"]),
    region("IN", "PB", "Punjab", &[]), region("IN", "RJ", "Rajasthan", &[]), region("IN", "SK", "Sikkim", &[]),
    region("IN", "TN", "Tamil Nadu", &["Tamilnadu"]), region("IN", "TS", "Telangana", &[]), region("IN", "TR", "Tripura", &[]),
    region("IN", "UP", "Uttar Pradesh", &[]), region("IN", "UT", "Uttarakhand", &["Uttaranchal"]),
    region("IN", "WB", "West Bengal", &[]),

    region("DE", "", "Baden-Württemberg", &["Baden-Wuerttemberg"]), region("DE", "", "Bavaria", &["Bayern"]),
    region("DE", "", "Brandenburg", &[]), region("DE", "", "Hesse", &["Hessen"]), region("DE", "", "Lower Saxony", &["Niedersachsen"]),
    region("DE", "", "Mecklenburg-Western Pomerania", &["Mecklenburg-Vorpommern"]),
    region("DE", "NRW", "North Rhine-Westphalia", &["Nordrhein-Westfalen"]),
    region("DE", "", "Rhineland-Palatinate", &["Rheinland-Pfalz"]), region("DE", "", "Saarland", &[]),
    region("DE", "", "Saxony", &["Sachsen"]), region("DE", "", "Saxony-Anhalt", &["Sachsen-Anhalt"]),
    region("DE", "", "Schleswig-Holstein", &[]), region("DE", "", "Thuringia", &["Thüringen"]),

    region("AU", "ACT", "Australian Capital Territory", &[]), region("AU", "NSW", "New South Wales", &[]),
    region("AU", "NT", "Northern Territory", &[]), region("AU", "QLD", "Queensland", &[]), region("AU", "SA", "South Australia", &[]),
    region("AU", "TAS", "Tasmania", &[]), region("AU", "VIC", "Victoria", &[]), region("AU", "WA", "Western Australia", &[]),
];
