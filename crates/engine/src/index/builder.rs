//! Builds the contents of an index from postings.

use std::{cmp::Reverse, collections::HashMap};

use openroles_model::{
    domain::{ApplicantLocation, BaseSalary, JobCard, JobPosting, Organization, Rates, Slug},
    facets::{Facet, NamedValue},
    parallel,
    text::tokens,
};

use super::{
    DocId, StatedPay, YearRange,
    column::ColumnBuilder,
    columns::Facts,
    contents::IndexContents,
    field::Field,
    lookup::PartChecksum,
    vocabulary::{FieldLengths, GatheredTerm, Mentions, TermMention, Vocabulary},
};

/// Collects postings, in the order of their [`DocId`]s.
#[derive(Default)]
struct IndexBuilder {
    cards: Vec<JobCard>,
    texts: Vec<PartChecksum>,
    stated_pay: Vec<Option<StatedPay>>,
    /// One for each listed facet.
    columns: Vec<ColumnBuilder>,
    terms: HashMap<String, Mentions>,
    field_lengths: Vec<[u32; Field::COUNT]>,
}

/// A posting's contribution to the index, which can be computed independently of other postings.
struct Prepared {
    doc: DocId,
    card: JobCard,
    text: PartChecksum,
    stated_pay: Option<StatedPay>,
    /// Values of each listed facet.
    values: Vec<Vec<NamedValue>>,
    /// Mentions of each term in this posting.
    mentions: HashMap<String, TermMention>,
    field_lengths: [u32; Field::COUNT],
}

impl IndexContents {
    /// Builds the contents of an index. `organizations` are matched to postings by slug, and `rates` make salaries
    /// comparable.
    ///
    /// Jobs are numbered from newest to oldest. Jobs without a date come last, and jobs of the same day are sorted by
    /// identifier. So the number alone breaks ties, and the jobs posted since a given day are always the first ones.
    pub fn of<'a>(
        postings: impl IntoIterator<Item = &'a JobPosting>,
        organizations: &[Organization],
        rates: &Rates,
    ) -> Self {
        let by_slug: HashMap<&Slug, &Organization> =
            organizations.iter().map(|organization| (&organization.slug, organization)).collect();
        let mut newest_first: Vec<&JobPosting> = postings.into_iter().collect();
        newest_first.sort_by_key(|posting| (Reverse(posting.date_posted), &posting.id));
        let columns = Facet::listed().map(|_| ColumnBuilder::default()).collect();
        let mut builder = IndexBuilder { columns, ..IndexBuilder::default() };
        let mut numbered = (0..).map(DocId).zip(newest_first);
        loop {
            let batch: Vec<(DocId, &JobPosting)> = numbered.by_ref().take(parallel::BATCH).collect();
            if batch.is_empty() {
                return builder.build(rates);
            }
            let prepared = parallel::map(batch, |(doc, posting)| {
                let slug = posting.hiring_organization.slug();
                Prepared::of(doc, posting, slug.and_then(|slug| by_slug.get(slug).copied()), rates)
            });
            prepared.into_iter().for_each(|prepared| builder.add(prepared));
        }
    }
}

impl Prepared {
    /// `organization` is the posting's company, if the board has a page for it.
    fn of(doc: DocId, posting: &JobPosting, organization: Option<&Organization>, rates: &Rates) -> Self {
        let counts = organization.map(|known| (known.recruiter_count, known.video_count)).unwrap_or_default();
        let range = posting.base_salary.as_ref().and_then(BaseSalary::range);
        let mut prepared = Self {
            doc,
            card: posting.card(counts.0, counts.1),
            text: PartChecksum::of(posting.description.plain_text().as_bytes()),
            stated_pay: range.map(|range| StatedPay::of(range, rates)),
            values: Facet::listed().map(|facet| facet.values(posting, organization)).collect(),
            mentions: HashMap::new(),
            field_lengths: [0; Field::COUNT],
        };
        prepared.add_terms(posting);
        prepared
    }

    /// Adds the words of all fields. After each text, one position stays unused, so that no phrase spans two texts.
    fn add_terms(&mut self, posting: &JobPosting) {
        let mut next = 0;
        for (field, text) in texts(posting) {
            for token in tokens(&text) {
                let mention = self.mentions.entry(token.term).or_default();
                mention.freqs[field as usize] += 1;
                mention.positions.push(next);
                next += 1;
                self.field_lengths[field as usize] += 1;
            }
            next += 1;
        }
    }
}

impl IndexBuilder {
    fn add(&mut self, prepared: Prepared) {
        self.stated_pay.push(prepared.stated_pay);
        self.columns.iter_mut().zip(prepared.values).for_each(|(column, values)| column.push(values));
        for (term, mention) in prepared.mentions {
            self.terms.entry(term).or_default().push(prepared.doc, &mention);
        }
        self.field_lengths.push(prepared.field_lengths);
        self.cards.push(prepared.card);
        self.texts.push(prepared.text);
    }

    /// Contents of the index with all postings added so far.
    fn build(self, rates: &Rates) -> IndexContents {
        let mut terms: Vec<_> =
            self.terms.into_iter().map(|(term, mentions)| GatheredTerm { term, mentions }).collect();
        terms.sort_unstable_by(|left, right| left.term.cmp(&right.term));
        let vocabulary = Vocabulary { terms, lengths: FieldLengths::of(self.field_lengths) };
        let experiences = || self.cards.iter().map(|card| card.experience);
        let ranges = || self.cards.iter().filter_map(|card| card.base_salary.as_ref()?.range());
        let facts = Facts {
            currency: rates.board_currency,
            has_converted_pay: ranges().any(|range| range.is_converted(rates)),
            facets: self.columns.into_iter().map(ColumnBuilder::build).collect(),
            stated_pay: self.stated_pay,
            years: experiences().map(|experience| experience.map(YearRange::of)).collect(),
            most_years: experiences().flatten().map(YearRange::most_years).max(),
            dates_posted: self.cards.iter().map(|card| card.date_posted).collect(),
            valid_through: self.cards.iter().map(|card| card.valid_through).collect(),
        };
        IndexContents { facts, vocabulary, cards: self.cards, texts: self.texts }
    }
}

/// Searchable texts of a posting, each with its field.
fn texts(posting: &JobPosting) -> Vec<(Field, String)> {
    let mut texts = vec![
        (Field::Title, posting.title.clone()),
        (Field::Company, posting.hiring_organization.label().to_owned()),
        (Field::Description, posting.description.plain_text()),
    ];
    texts.extend(posting.skills.iter().map(|skill| (Field::Skills, skill.clone())));
    texts.extend(posting.job_locations.iter().map(|place| (Field::Place, place.text.clone())));
    // `Places` contains names that aren't only countries, such as a continent or time zones. They are found as words.
    // Country lists can be very long, so they are left out.
    if let ApplicantLocation::Places(names) = &posting.applicant_location {
        let is_said = |name: &&String| posting.job_locations.iter().any(|place| place.text == **name);
        texts.extend(names.iter().filter(|name| !is_said(name)).map(|name| (Field::Place, name.clone())));
    }
    texts.extend(posting.untrimmed_title().map(|title| (Field::Description, title.to_owned())));
    texts
}
