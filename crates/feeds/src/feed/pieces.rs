//! Feeds of any length: reads blocks, cuts between records, and hands the records on piece by piece.
//!
//! JSON Lines and arrays are cut as they arrive, so that reading gigabytes holds only a few megabytes in memory. Feeds
//! whose records are inside something else (pages around a list, XML, HTML, tables) are read whole first. The size of
//! the blocks doesn't change the records or their names, as long as each record closes the brackets that it opens.

use std::{
    borrow::Cow,
    fmt,
    io::{self, Read},
    ops::Range,
};

use super::{
    Extent, FeedContents, FeedError, ReadOptions, looks_like_json_lines, reading::FeedReading, record::Records, records,
};

/// Reads a feed, and gives its contents to `take`, in order, before it reads more. Returns whether that was all.
///
/// One broken record never costs the others. If the source fails halfway, `take` already has what came before.
pub fn read_pieces(
    source: &mut dyn Read,
    options: &ReadOptions,
    take: &mut dyn FnMut(FeedContents),
) -> Result<Extent, ReadError> {
    read_blocks(source, BLOCK_BYTES, FeedReading::new(options, take))
}

/// Why a feed can't be read, or not to its end.
#[derive(Debug)]
pub enum ReadError {
    /// Reading the bytes failed.
    Source(io::Error),
    /// The bytes aren't a readable feed.
    Feed(FeedError),
}

impl fmt::Display for ReadError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Source(error) => write!(formatter, "the feed cannot be read: {error}"),
            Self::Feed(error) => error.fmt(formatter),
        }
    }
}

impl std::error::Error for ReadError {}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        Self::Source(error)
    }
}

impl From<FeedError> for ReadError {
    fn from(error: FeedError) -> Self {
        Self::Feed(error)
    }
}

/// Bytes to read before cutting them into records: some thousand postings, enough for every core. The first block tells
/// how to cut the feed.
const BLOCK_BYTES: BlockSizes = BlockSizes { first: 8 << 20, next: 8 << 20 };

/// Bytes to read at once.
#[derive(Clone, Copy)]
struct BlockSizes {
    first: usize,
    next: usize,
}

/// How to cut a feed that is read piece by piece.
#[derive(Clone, Copy)]
enum PieceCut {
    /// JSON Lines: between lines.
    Lines,
    /// A JSON array: between its values.
    Values,
}

fn read_blocks(source: &mut dyn Read, blocks: BlockSizes, mut reading: FeedReading<'_>) -> Result<Extent, ReadError> {
    let mut bytes = Vec::new();
    let is_all = fill(source, &mut bytes, blocks.first)?;
    skip_start(&mut bytes);
    match PieceCut::of(&bytes).filter(|_| !is_all) {
        Some(PieceCut::Lines) => read_lines(source, blocks.next, bytes, &mut reading)?,
        Some(PieceCut::Values) => read_values(source, blocks.next, bytes, &mut reading)?,
        None => {
            source.read_to_end(&mut bytes)?;
            reading.whole(&String::from_utf8_lossy(&bytes))?;
        }
    }
    Ok(reading.end()?)
}

/// Appends `count` bytes, or doubles `bytes` if that is more. Without doubling, a record that doesn't end would be scanned
/// again with every block. Returns whether the source has ended.
fn fill(source: &mut dyn Read, bytes: &mut Vec<u8>, count: usize) -> io::Result<bool> {
    let wanted = count.max(bytes.len());
    let read = source.take(wanted as u64).read_to_end(bytes)?;
    Ok(read < wanted)
}

/// Removes the byte order mark and leading white space.
fn skip_start(bytes: &mut Vec<u8>) {
    const MARK: &[u8] = "\u{feff}".as_bytes();
    let marked = if bytes.starts_with(MARK) { MARK.len() } else { 0 };
    let blank = bytes[marked..].iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    bytes.drain(..marked + blank);
}

impl PieceCut {
    fn of(start: &[u8]) -> Option<Self> {
        let text = String::from_utf8_lossy(start);
        match start.first()? {
            b'{' | b'[' if records::is_json_lines(&text) => Some(Self::Lines),
            b'[' => Some(Self::Values),
            b'{' | b'<' => None,
            _ => looks_like_json_lines(&text).then_some(Self::Lines),
        }
    }
}

fn read_lines(
    source: &mut dyn Read,
    block_bytes: usize,
    mut bytes: Vec<u8>,
    reading: &mut FeedReading<'_>,
) -> Result<(), ReadError> {
    let mut lines = 0;
    let mut is_all = false;
    while !is_all {
        is_all = fill(source, &mut bytes, block_bytes)?;
        let end =
            if is_all { bytes.len() } else { bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1) };
        let text = String::from_utf8_lossy(&bytes[..end]);
        let mut piece = Records::after(reading.record_count());
        records::add_lines(&mut piece, &text, lines);
        if !is_all && reading.wants_more_than(&piece) {
            continue;
        }
        lines += text.lines().count();
        reading.add(&piece)?;
        if is_all {
            reading.note(piece.extent);
        }
        bytes.drain(..end);
    }
    Ok(())
}

fn read_values(
    source: &mut dyn Read,
    block_bytes: usize,
    mut bytes: Vec<u8>,
    reading: &mut FeedReading<'_>,
) -> Result<(), ReadError> {
    let mut array = OpenArray::default();
    let mut is_all = false;
    while !is_all {
        is_all = fill(source, &mut bytes, block_bytes)?;
        let before = array;
        let values = array.values(&bytes, is_all);
        let texts: Vec<Cow<'_, str>> =
            values.iter().map(|value| String::from_utf8_lossy(&bytes[value.clone()])).collect();
        let mut piece = Records::after(reading.record_count());
        texts.iter().for_each(|text| records::add_next(&mut piece, text));
        if !is_all && reading.wants_more_than(&piece) {
            array = before;
            continue;
        }
        reading.add(&piece)?;
        bytes.drain(..array.scanned);
    }
    reading.note(array.extent);
    Ok(())
}

/// The state of cutting an array while it arrives.
#[derive(Clone, Copy, Default)]
struct OpenArray {
    is_inside: bool,
    /// Bytes of the last block that don't have to be read again.
    scanned: usize,
    extent: Extent,
}

impl OpenArray {
    /// The ranges of the block's complete values. At the end of the feed, the rest of an incomplete one counts as a
    /// value.
    fn values(&mut self, bytes: &[u8], is_all: bool) -> Vec<Range<usize>> {
        let mut values = Vec::new();
        self.scanned = 0;
        while let Some(byte) = bytes.get(self.scanned) {
            let start = self.scanned;
            match byte {
                b'[' if !self.is_inside => self.is_inside = true,
                b']' if self.is_inside => self.is_inside = false,
                b',' | b':' | b']' | b'}' => {}
                blank if blank.is_ascii_whitespace() => {}
                _ => match records::value_end(&bytes[start..]) {
                    Some(length) => {
                        values.push(start..start + length);
                        self.scanned += length;
                        continue;
                    }
                    None if is_all => {
                        self.extent = Extent::CutOff;
                        values.push(start..bytes.len());
                        self.scanned = bytes.len();
                        return values;
                    }
                    None => return values,
                },
            }
            self.scanned += 1;
        }
        if is_all && self.is_inside {
            self.extent = Extent::CutOff;
        }
        values
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Bytes that are enough to tell how to cut a feed.
    const START: usize = 120;

    fn read(feed: &[u8], blocks: BlockSizes) -> Result<FeedContents, String> {
        let mut contents = FeedContents::default();
        let options = ReadOptions::default();
        let mut take = |piece| contents.extend(piece);
        let extent = read_blocks(&mut &*feed, blocks, FeedReading::new(&options, &mut take));
        let extent = extent.map_err(|error| error.to_string())?;
        Ok(FeedContents { extent, ..contents })
    }

    fn check(feed: &str) {
        let whole = read(feed.as_bytes(), BLOCK_BYTES);
        for next in [1, 2, 3, 7, 64] {
            let blocks = BlockSizes { first: START, next };
            assert_eq!(read(feed.as_bytes(), blocks), whole, "{feed} in blocks of {next}");
        }
    }

    fn record(id: usize) -> String {
        format!(r#"{{"id": "{id}", "title": "Köchin \"{id}\" }}]", "company": "Acmé"}}"#)
    }

    fn records(separator: &str) -> String {
        (1..=50).map(record).collect::<Vec<_>>().join(separator)
    }

    #[test]
    fn a_feed_is_the_same_in_blocks_of_any_size() {
        let (lines, list) = (records("\n"), records(", "));
        for feed in [
            format!("[{list}]"),
            format!("\u{feff}\n [{list}]\n[{list}]"),
            format!("[[{list}], 7, \"text\", {list}]"),
            format!("[{list}"),
            format!("[{list}, {}", &record(51)[..30]),
            format!("[{list}, {{\"title\": broken}}, {list}]"),
            format!("{lines}\n\nnonsense\n{lines}\n"),
            format!("{lines}\n{}", &record(51)[..20]),
            format!("nonsense\n{lines}"),
            format!("{{\"jobs\": [{list}]}}"),
            format!("{{\"jobs\": [{list}]}}\n{{\"jobs\": [{list}]}}\n"),
            "id,title,company\n1,Cook,Acme\n2,\"Head\nCook\",Acme\n".repeat(9),
            "[]".to_owned(),
            "[".to_owned(),
            String::new(),
        ] {
            check(&feed);
        }
    }

    #[test]
    fn what_came_before_a_failure_was_given() {
        struct Failing;
        impl Read for Failing {
            fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("torn"))
            }
        }
        let (mut given, options) = (0, ReadOptions::default());
        let feed = format!("[{}, {{\"id\": ", records(", "));
        let mut take = |piece: FeedContents| given += piece.postings.len();
        let blocks = BlockSizes { first: START, next: START };
        let result = read_blocks(&mut feed.as_bytes().chain(Failing), blocks, FeedReading::new(&options, &mut take));
        assert!(matches!(result, Err(ReadError::Source(_))));
        assert!((40..=50).contains(&given), "{given}");
    }

    proptest! {
        #[test]
        fn no_cut_changes_what_json_gives(
            start in "\\[?",
            records in prop::collection::vec(
                r#"\{("(id|title|company)": ?("([a-cé\]}]|\\["\\]){0,3}"|[0-9]{0,2}|\[\]|null|nul),?){0,3}\}"#,
                0..60,
            ),
            separator in prop::sample::select(vec!["\n", ", ", ",\n"]),
            end in "\\]?",
            next in 1_usize..40,
        ) {
            let feed = start + &records.join(separator) + &end;
            let blocks = BlockSizes { first: START, next };
            prop_assert_eq!(read(feed.as_bytes(), blocks), read(feed.as_bytes(), BLOCK_BYTES), "{}", feed);
        }
    }
}
