//! What an adapter is: how to recognize a source's records, and where its fields are.
//!
//! A source is mostly a table of paths, and this file turns a record into a posting according to it. What a table can't
//! express, the source's own `finish` does.

use serde_json::Value;

use super::{
    address, lenient,
    raw::{RawExperience, RawOrganization, RawPlace, RawPosting, RawSalary},
    rejection::RejectionReason,
    wire::{Paths, Wire},
};

/// One source of postings.
pub(super) struct Source {
    /// The name on the command line.
    pub(super) name: &'static str,
    /// Sets of fields. A record with all fields of any set is from this source.
    pub(super) telling: &'static [Paths],
    /// How to read a record.
    pub(super) reading: RecordReader,
}

/// How a record becomes postings.
pub(super) enum RecordReader {
    /// By a table of paths; a record is at most one posting.
    Fields(&'static Fields),
    /// By a function of its own, for instance if a record holds several postings.
    Whole(fn(Wire<'_>) -> Result<Vec<RawPosting>, RejectionReason>),
}

/// Where a source has each part of a posting. Parts that it doesn't have are as in [`Fields::NONE`].
pub(super) struct Fields {
    /// The source's identifier.
    pub(super) id: Paths,
    /// Address of the posting's page.
    pub(super) url: Paths,
    /// The job's title.
    pub(super) title: Paths,
    /// The employer's name.
    pub(super) organization: Paths,
    /// The employer's own site.
    pub(super) website: Paths,
    /// Address of the employer's logo.
    pub(super) logo: Paths,
    /// The employer's description of itself.
    pub(super) about: Paths,
    /// The text, all of it or its first part.
    pub(super) description: Paths,
    /// Further parts of the text.
    pub(super) sections: &'static [Section],
    /// One skill per value.
    pub(super) skills: Paths,
    /// Years of experience, in words.
    pub(super) experience: Paths,
    /// Pay, in figures or words.
    pub(super) salary: Salary,
    /// Places, in several notations; the first that gives any counts.
    pub(super) places: &'static [PlaceAt],
    /// Country of the first place, if that is in words.
    pub(super) country: Paths,
    /// Words for where the work is done.
    pub(super) workplace: Paths,
    /// True if the work is remote.
    pub(super) remote: Paths,
    /// True if the work is partly remote.
    pub(super) hybrid: Paths,
    /// Places where applicants may live.
    pub(super) applicants: Paths,
    /// Kinds of employment, in any spelling.
    pub(super) employment: Paths,
    /// The employer's industry.
    pub(super) industry: Paths,
    /// The department within the company.
    pub(super) department: Paths,
    /// First day it was public.
    pub(super) date_posted: Paths,
    /// Last day to apply.
    pub(super) valid_through: Paths,
    /// Language of the text.
    pub(super) language: Paths,
    /// Where to apply, in addition to the posting's page.
    pub(super) apply: Paths,
    /// Fields, and their values in a record that is not public.
    pub(super) unpublished: &'static [(&'static str, &'static [&'static str])],
    /// A field that only records without a posting have: notices, page numbers. These are skipped, not rejected.
    pub(super) aside: Paths,
    /// Fills in what a table can't express.
    pub(super) finish: fn(Wire<'_>, &mut RawPosting),
}

/// A part of the text under a heading.
pub(super) struct Section {
    /// Path of its heading; empty if it has none.
    pub(super) heading: &'static str,
    /// Path of its text.
    pub(super) text: &'static str,
    /// Path of a list whose entries are parts, each with text and heading; empty if the record itself has them.
    pub(super) of: &'static str,
}

/// Where pay is.
pub(super) struct Salary {
    /// Lower end.
    pub(super) min: Paths,
    /// Upper end.
    pub(super) max: Paths,
    /// Currency code.
    pub(super) currency: Paths,
    /// The period, such as `YEAR`.
    pub(super) unit: Paths,
    /// The whole in words.
    pub(super) text: Paths,
}

/// Where places are.
pub(super) enum PlaceAt {
    /// Each in words: `Pune, India`.
    Words(Paths),
    /// Each in parts; `of` is the path of their list, empty if the record itself has the parts.
    Parts { of: &'static str, locality: Paths, region: Paths, country: Paths },
}

impl Fields {
    /// A source without any field.
    pub(super) const NONE: Self = Self {
        id: &[],
        url: &[],
        title: &[],
        organization: &[],
        website: &[],
        logo: &[],
        about: &[],
        description: &[],
        sections: &[],
        skills: &[],
        experience: &[],
        salary: Salary::NONE,
        places: &[],
        country: &[],
        workplace: &[],
        remote: &[],
        hybrid: &[],
        applicants: &[],
        employment: &[],
        industry: &[],
        department: &[],
        date_posted: &[],
        valid_through: &[],
        language: &[],
        apply: &[],
        unpublished: &[],
        aside: &[],
        finish: |_wire, _posting| {},
    };

    /// The posting of one record; `None` if the record isn't meant to be one.
    pub(super) fn posting(&self, wire: Wire<'_>) -> Result<Option<RawPosting>, RejectionReason> {
        if self.aside.iter().any(|path| !wire.values(path).is_empty()) {
            return Ok(None);
        }
        if self.unpublished.iter().any(|(path, words)| wire.says(path, words)) {
            return Err(RejectionReason::NotPublished);
        }
        let mut posting = self.mapped(wire);
        if (&posting.id, &posting.url, &posting.title) == (&None, &None, &None) {
            return Err(RejectionReason::NotAPosting { found: lenient::field_names(wire.record) });
        }
        (self.finish)(wire, &mut posting);
        Ok(Some(posting))
    }

    fn mapped(&self, wire: Wire<'_>) -> RawPosting {
        let url = wire.text(self.url);
        let ways = wire.texts(self.apply).into_iter().chain(url.clone());
        RawPosting {
            id: wire.text(self.id),
            title: wire.text(self.title),
            organization: self.organization(wire, url.as_deref()),
            description: description(wire.text(self.description), self.sections, wire),
            skills: wire.texts(self.skills),
            experience: RawExperience { text: wire.text(self.experience), ..RawExperience::default() },
            salary: self.salary.read(wire),
            places: self.places(wire),
            workplace: self.workplace(wire),
            applicant_locations: wire.texts(self.applicants),
            employment_types: wire.texts(self.employment),
            industry: wire.text(self.industry),
            department: wire.text(self.department),
            date_posted: wire.text(self.date_posted),
            valid_through: wire.text(self.valid_through),
            language: wire.text(self.language),
            how_to_apply: ways.collect(),
            url,
            ..RawPosting::default()
        }
    }

    fn organization(&self, wire: Wire<'_>, url: Option<&str>) -> RawOrganization {
        RawOrganization {
            name: wire.text(self.organization),
            handle: url.and_then(address::handle),
            url: wire.text(self.website),
            logo: wire.text(self.logo),
            about: wire.text(self.about),
            ..RawOrganization::default()
        }
    }

    fn places(&self, wire: Wire<'_>) -> Vec<RawPlace> {
        let found = self.places.iter().map(|place| place.read(wire)).find(|found| !found.is_empty());
        let mut places = found.unwrap_or_default();
        if let Some(first) = places.first_mut().filter(|first| first.text.is_some()) {
            first.country = wire.text(self.country);
        }
        places
    }

    fn workplace(&self, wire: Wire<'_>) -> Vec<String> {
        let flags = [("hybrid", self.hybrid), ("remote", self.remote)];
        let raised = flags.into_iter().filter(|(_, paths)| wire.is_true(paths)).map(|(word, _)| word.to_owned());
        wire.texts(self.workplace).into_iter().chain(raised).collect()
    }
}

impl Salary {
    /// A source without pay.
    pub(super) const NONE: Self = Self { min: &[], max: &[], currency: &[], unit: &[], text: &[] };

    fn read(&self, wire: Wire<'_>) -> RawSalary {
        RawSalary {
            min: wire.text(self.min),
            max: wire.text(self.max),
            currency: wire.text(self.currency),
            unit: wire.text(self.unit),
            text: wire.text(self.text),
        }
    }

    /// One range over all entries that have the currency and period of the first, for a job with pay in several places.
    pub(super) fn span(&self, entries: &[Wire<'_>]) -> RawSalary {
        let kind = |entry: &Wire<'_>| (entry.text(self.currency), entry.text(self.unit));
        let Some((currency, unit)) = entries.first().map(kind) else { return RawSalary::default() };
        let alike = entries.iter().filter(|entry| kind(entry) == (currency.clone(), unit.clone()));
        let alike: Vec<RawSalary> = alike.map(|entry| self.read(*entry)).collect();
        let amounts = |end: fn(&RawSalary) -> &Option<String>| {
            alike.iter().filter_map(move |pay| end(pay).as_ref()?.parse::<f64>().ok())
        };
        let min = amounts(|pay| &pay.min).reduce(f64::min);
        let max = amounts(|pay| &pay.max).reduce(f64::max);
        let text = |amount: Option<f64>| amount.map(|amount| amount.to_string());
        RawSalary { min: text(min), max: text(max), currency, unit, text: None }
    }
}

impl PlaceAt {
    fn read(&self, wire: Wire<'_>) -> Vec<RawPlace> {
        match self {
            Self::Words(paths) => wire.texts(paths).into_iter().map(RawPlace::in_words).collect(),
            Self::Parts { of, locality, region, country } => {
                let part = |record: &Value| {
                    let wire = Wire { record, ..wire };
                    let (locality, region) = (wire.text(locality), wire.text(region));
                    RawPlace { locality, region, country: wire.text(country), text: None }
                };
                let parts = if of.is_empty() { vec![wire.record] } else { wire.values(of) };
                parts.into_iter().map(part).filter(|place| *place != RawPlace::default()).collect()
            }
        }
    }
}

impl Source {
    /// Whether a record looks like this source's.
    pub(super) fn recognizes(&self, record: &Value) -> bool {
        let wire = Wire { record, page: &Value::Null, address: None };
        self.telling.iter().any(|fields| fields.iter().all(|path| wire.has(path)))
    }

    /// The postings of a record: none, one, or several.
    pub(super) fn postings(&self, wire: Wire<'_>) -> Result<Vec<RawPosting>, RejectionReason> {
        match self.reading {
            RecordReader::Whole(read) => read(wire),
            RecordReader::Fields(_) if !wire.record.is_object() => {
                Err(RejectionReason::NotAPosting { found: lenient::field_names(wire.record) })
            }
            RecordReader::Fields(fields) => Ok(fields.posting(wire)?.into_iter().collect()),
        }
    }
}

/// The first part and the sections as one text; it is HTML if any part is.
fn description(first: Option<String>, sections: &[Section], wire: Wire<'_>) -> Option<String> {
    let mut parts: Vec<(Option<String>, String)> = first.map(|text| (None, text)).into_iter().collect();
    for section in sections {
        let entries = if section.of.is_empty() { vec![wire.record] } else { wire.values(section.of) };
        for record in entries {
            let entry = Wire { record, ..wire };
            parts.extend(entry.text(&[section.text]).map(|text| (entry.text(&[section.heading]), text)));
        }
    }
    let is_html = parts.iter().any(|(_, text)| text.contains("</") || text.contains("&lt;/"));
    let whole = parts.into_iter().map(|(heading, text)| part(heading, text, is_html)).collect::<Vec<_>>().join("\n\n");
    Some(whole).filter(|text| !text.is_empty())
}

fn part(heading: Option<String>, text: String, is_html: bool) -> String {
    match heading {
        Some(heading) if is_html => format!("<h3>{heading}</h3>\n{text}"),
        Some(heading) => format!("## {heading}\n\n{text}"),
        None => text,
    }
}
