//! Reads one feed: its first records tell the kind, and all others are read as that kind.
//!
//! Separate records go in, and their contents come out batch by batch. It keeps the contents until it has found a readable
//! record, because a feed without one is an error.

use openroles_model::parallel;
use serde_json::Value;

use super::{
    Extent, FeedContents, FeedError, FeedId, FeedKind, RawPosting, ReadOptions, Rejection, RejectionReason, csv,
    lenient, looks_like_json_lines, native, page,
    record::{Record, RecordBody, Records},
    records, table,
    wire::Wire,
    xml,
};

/// The state of reading a feed.
pub(super) struct FeedReading<'a> {
    options: &'a ReadOptions,
    take: &'a mut dyn FnMut(FeedContents),
    kind: Option<FeedKind>,
    records: usize,
    extent: Extent,
    standing: ReadStage,
}

/// Whether any record was readable so far.
enum ReadStage {
    /// None; the rejections of those that were read.
    Unread(FeedContents),
    Readable,
}

/// The result of reading one record.
struct Read {
    is_readable: bool,
    name: String,
    /// Unused columns, with the start of their text.
    unread: Vec<(String, String)>,
    postings: Result<Vec<RawPosting>, RejectionReason>,
}

impl<'a> FeedReading<'a> {
    pub(super) fn new(options: &'a ReadOptions, take: &'a mut dyn FnMut(FeedContents)) -> Self {
        let standing = ReadStage::Unread(FeedContents::default());
        Self { options, take, kind: options.kind, records: 0, extent: Extent::Whole, standing }
    }

    /// Number of records so far.
    pub(super) fn record_count(&self) -> usize {
        self.records
    }

    /// Reads a whole feed.
    pub(super) fn whole(&mut self, text: &str) -> Result<(), FeedError> {
        let text = text.trim_start_matches('\u{feff}').trim();
        match text.as_bytes().first() {
            None => Err(FeedError::Empty),
            Some(b'{' | b'[') => self.add(&records::split(text)),
            Some(b'<') => match xml::split(text) {
                Some(records) => self.add_flat(&records),
                None => self.page(text),
            },
            Some(_) if looks_like_json_lines(text) => self.add(&records::split(text)),
            Some(_) => self.table(text),
        }
    }

    /// Whether these are too few records to tell the feed's kind.
    pub(super) fn wants_more_than(&self, records: &Records<'_>) -> bool {
        self.kind.is_none() && records.list.len() < LOOKED_AT
    }

    /// Reads more records of JSON.
    pub(super) fn add(&mut self, records: &Records<'_>) -> Result<(), FeedError> {
        self.add_as(records, FeedKind::Native)
    }

    /// Remembers if the feed was cut off.
    pub(super) fn note(&mut self, extent: Extent) {
        if extent == Extent::CutOff {
            self.extent = extent;
        }
    }

    /// Whether that was all of the feed; an error if there were records and none was readable.
    pub(super) fn end(self) -> Result<Extent, FeedError> {
        match self.standing {
            ReadStage::Unread(FeedContents { rejections, .. }) if !rejections.is_empty() => {
                Err(FeedError::NothingReadable { records: self.records, problem: rejections[0].reason.to_string() })
            }
            _ => Ok(self.extent),
        }
    }

    /// Reads records that aren't JSON. They are flat, so those that look like the native format are a table's.
    fn add_flat(&mut self, records: &Records<'_>) -> Result<(), FeedError> {
        self.add_as(records, FeedKind::Table)
    }

    /// Reads a table. It must name its columns, and at least one of them must be known. Any other text is unrecognized.
    fn table(&mut self, text: &str) -> Result<(), FeedError> {
        let unrecognized = || FeedError::Unrecognized { start: text.chars().take(40).collect() };
        let records = csv::split(text).ok_or_else(unrecognized)?;
        self.add_flat(&records).map_err(|error| match error {
            FeedError::UnknownKind { .. } => unrecognized(),
            other => other,
        })
    }

    fn add_as(&mut self, records: &Records<'_>, flat: FeedKind) -> Result<(), FeedError> {
        self.note(records.extent);
        if self.kind.is_none() {
            let found = recognized(&records.list, self.options)?;
            self.kind = found.map(|kind| if kind == FeedKind::Native { flat } else { kind });
        }
        let Some(kind) = self.kind else { return Ok(()) };
        let address = self.options.address.as_deref();
        for batch in records.list.chunks(parallel::BATCH) {
            let read = parallel::map(batch.iter().collect(), |record: &Record<'_>| {
                let value = parsed(record).map(|value| self.options.renamed(value, kind));
                let is_readable = value.is_ok();
                let unread = value.iter().filter(|_| kind == FeedKind::Table).flat_map(table::unread).collect();
                let page = records.page_of(record);
                let postings = value.and_then(|record| kind.postings(Wire { record: &record, page, address }));
                Read { is_readable, name: record.name(), unread, postings }
            });
            let is_readable = read.iter().any(|read| read.is_readable);
            let mut contents = FeedContents { kind: Some(kind), ..FeedContents::default() };
            read.into_iter().for_each(|read| contents.add_read(read));
            self.records += batch.len();
            self.hand_on(contents, is_readable);
        }
        Ok(())
    }

    /// Reads the postings of a page. Other JSON-LD, such as breadcrumbs or the company, isn't rejected but ignored.
    fn page(&mut self, text: &str) -> Result<(), FeedError> {
        let mut contents = FeedContents { kind: Some(FeedKind::Native), ..FeedContents::default() };
        for (index, script) in page::json_ld(text).iter().enumerate() {
            self.note(records::extent(script));
            let value = records::parse(script);
            let postings = value.and_then(|value| native::postings(&value));
            if !matches!(postings, Err(RejectionReason::NotAPosting { .. })) {
                contents.add(&format!("script {}", index + 1), postings);
            }
        }
        if contents.postings.is_empty() && contents.rejections.is_empty() {
            return Err(FeedError::NoPostingInPage);
        }
        self.hand_on(contents, true);
        Ok(())
    }

    fn hand_on(&mut self, mut contents: FeedContents, is_readable: bool) {
        if let ReadStage::Unread(unread) = &mut self.standing {
            unread.extend(contents);
            if !is_readable {
                return;
            }
            contents = std::mem::take(unread);
            self.standing = ReadStage::Readable;
        }
        (self.take)(contents);
    }
}

/// Number of records that may tell the feed's kind. All records have the same kind, but the first ones may be broken.
const LOOKED_AT: usize = 20;

/// The kind of these records; `None` if there are none.
fn recognized(records: &[Record<'_>], options: &ReadOptions) -> Result<Option<FeedKind>, FeedError> {
    let mut fields = None;
    for value in records.iter().take(LOOKED_AT).flat_map(parsed) {
        // If it looks like the native format or like nothing known, but has a column that the operator names, it is a
        // table.
        match FeedKind::recognized(&value) {
            None | Some(FeedKind::Native) if options.names_column_of(&value) => return Ok(Some(FeedKind::Table)),
            Some(kind) => return Ok(Some(kind)),
            None => {}
        }
        fields.get_or_insert_with(|| lenient::field_names(&value));
    }
    match fields {
        Some(fields) => Err(FeedError::UnknownKind { fields }),
        None => Ok((!records.is_empty()).then_some(FeedKind::Native)),
    }
}

impl ReadOptions {
    /// Whether a record has a column that the operator names.
    fn names_column_of(&self, record: &Value) -> bool {
        self.columns.values().any(|column| record.get(column).is_some())
    }

    /// A table's record, with the operator's columns under their known names; other kinds are left alone.
    fn renamed(&self, mut record: Value, kind: FeedKind) -> Value {
        if let (Value::Object(fields), FeedKind::Table) = (&mut record, kind) {
            for (name, column) in &self.columns {
                if let Some(value) = fields.remove(column) {
                    fields.insert(name.clone(), value);
                }
            }
        }
        record
    }
}

impl FeedContents {
    fn add_read(&mut self, Read { is_readable: _, name, unread, postings }: Read) {
        self.add(&name, postings);
        for (column, cell) in unread {
            self.unread.entry(column).or_default().push(cell);
        }
    }

    fn add(&mut self, record: &str, postings: Result<Vec<RawPosting>, RejectionReason>) {
        match postings {
            Ok(postings) => self
                .postings
                .extend(postings.into_iter().map(|posting| RawPosting { record: record.to_owned(), ..posting })),
            Err(reason) => {
                self.rejections.push(Rejection { feed: FeedId::default(), record: record.to_owned(), reason });
            }
        }
    }
}

/// The object of a record's fields.
pub(super) fn parsed(record: &Record<'_>) -> Result<Value, RejectionReason> {
    match &record.body {
        RecordBody::Json(text) => records::parse(text),
        RecordBody::Xml(text) => xml::parse(text),
        RecordBody::Row(text, columns) => csv::parse(text, columns),
    }
}
