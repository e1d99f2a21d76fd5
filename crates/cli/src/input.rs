//! Feeds as files: paths in, streams of bytes out.
//!
//! Takes files, folders, and `-` for standard input, and unpacks gzip and zstd, detected by their first bytes. Every
//! size is limited. It doesn't know what the bytes mean.

use std::{
    fs::{self, File},
    io::{self, BufRead, BufReader, Read},
    path::{Path, PathBuf},
};

use flate2::read::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::error::CliError;

/// The most bytes that a feed may unpack to; a larger feed is a mistake or an attack.
pub(super) const BYTES_AT_MOST: u64 = 2 << 30;

/// The most levels of folders to search.
const DEPTH_AT_MOST: usize = 8;

/// Extensions of feeds in folders. Files that are given directly can have any name.
const FEED_EXTENSIONS: [&str; 10] = ["json", "jsonl", "ndjson", "html", "htm", "xml", "rss", "atom", "csv", "tsv"];

const GZIP_MAGIC: [u8; 2] = [0x1f, 0x8b];
const ZSTD_MAGIC: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];

/// The feed files at the paths, each folder's in alphabetical order; or why there are none.
pub(super) fn feed_files(paths: &[PathBuf]) -> Vec<Result<PathBuf, CliError>> {
    let mut files = Vec::new();
    for path in paths {
        match files_of(path) {
            Ok(found) => files.extend(found.into_iter().map(Ok)),
            Err(failure) => files.push(Err(failure)),
        }
    }
    files
}

fn files_of(path: &Path) -> Result<Vec<PathBuf>, CliError> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let mut files = Vec::new();
    collect(path, DEPTH_AT_MOST, &mut files)?;
    if files.is_empty() {
        return Err(CliError::NoFeedInFolder { path: path.to_owned() });
    }
    Ok(files)
}

/// A feed's bytes as a stream, unpacked; `-` is standard input.
pub(super) fn open(path: &Path) -> Result<impl Read, CliError> {
    open_with(path, BYTES_AT_MOST)
}

/// All bytes of a file, unpacked.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, CliError> {
    read_with(path, BYTES_AT_MOST)
}

fn read_with(path: &Path, bytes_at_most: u64) -> Result<Vec<u8>, CliError> {
    let mut bytes = Vec::new();
    open_with(path, bytes_at_most)?.read_to_end(&mut bytes).map_err(|source| failure(path, source))?;
    Ok(bytes)
}

/// The error to report if reading such a stream fails.
pub(super) fn failure(path: &Path, source: io::Error) -> CliError {
    match source.kind() {
        io::ErrorKind::FileTooLarge => CliError::TooLarge { path: path.to_owned(), bytes_at_most: BYTES_AT_MOST },
        _ => CliError::Read { path: path.to_owned(), source },
    }
}

fn open_with(path: &Path, bytes_at_most: u64) -> Result<Bounded<Box<dyn Read>>, CliError> {
    let read = |source| CliError::Read { path: path.to_owned(), source };
    let packed: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin()) } else { Box::new(File::open(path).map_err(read)?) };
    let mut packed = BufReader::new(packed);
    let start = packed.fill_buf().map_err(read)?;
    let unpacked: Box<dyn Read> = if start.starts_with(&GZIP_MAGIC) {
        Box::new(MultiGzDecoder::new(packed))
    } else if start.starts_with(&ZSTD_MAGIC) {
        Box::new(StreamingDecoder::new(packed).map_err(|error| read(io::Error::other(error)))?)
    } else {
        Box::new(packed)
    };
    Ok(Bounded { inner: unpacked, left: bytes_at_most })
}

/// A stream that fails if it is longer than its limit.
struct Bounded<R> {
    inner: R,
    left: u64,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        let left = self.left.checked_sub(count as u64);
        self.left = left.ok_or(io::Error::from(io::ErrorKind::FileTooLarge))?;
        Ok(count)
    }
}

fn collect(folder: &Path, depth: usize, files: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let read = |source| CliError::Read { path: folder.to_owned(), source };
    let mut entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(read)?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        // Links to folders are not followed, because they may lead back up.
        let kind = entry.file_type().map_err(read)?;
        if kind.is_dir() && depth > 0 {
            collect(&entry.path(), depth - 1, files)?;
        } else if !kind.is_dir() && is_feed_name(&entry.path()) {
            files.push(entry.path());
        }
    }
    Ok(())
}

fn is_feed_name(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(".gz").or_else(|| name.strip_suffix(".zst")).unwrap_or(&name);
    !name.starts_with('.') && FEED_EXTENSIONS.iter().any(|extension| name.ends_with(&format!(".{extension}")))
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::GzEncoder};

    use super::*;

    fn gzipped(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    #[test]
    fn packed_feeds_are_recognized_by_their_bytes_whatever_the_file_is_called() {
        let folder = tempfile::tempdir().expect("a folder");
        // One frame with one raw block of three bytes.
        let zstd = [&ZSTD_MAGIC[..], &[0x20, 3, 0x19, 0, 0], b"[1]"].concat();
        for (name, bytes) in [("plain.json", b"[1]".to_vec()), ("g.json", gzipped(b"[1]")), ("z.json", zstd)] {
            let path = folder.path().join(name);
            fs::write(&path, bytes).expect("written");
            assert_eq!(read(&path).expect("read"), b"[1]", "{name}");
        }
    }

    #[test]
    fn a_small_file_that_unpacks_to_a_huge_one_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("bomb.gz");
        fs::write(&path, gzipped(&vec![b' '; 100_000])).expect("written");
        assert!(read_with(&path, 100_000).is_ok());
        let error = read_with(&path, 99_999).expect_err("bomb");
        assert!(matches!(error, CliError::TooLarge { .. }), "{error}");
    }

    #[test]
    fn a_folder_gives_its_feeds_in_order_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::create_dir(folder.path().join("inner")).expect("made");
        for name in ["b.jsonl", "a.JSON", "notes.md", ".hidden.json", "c.jsonl.gz", "inner/d.html"] {
            fs::write(folder.path().join(name), "x").expect("written");
        }
        let files: Result<Vec<_>, _> = feed_files(&[folder.path().to_owned()]).into_iter().collect();
        let files = files.expect("found");
        let names: Vec<_> = files.iter().map(|file| file.strip_prefix(folder.path()).expect("below")).collect();
        assert_eq!(names, ["a.JSON", "b.jsonl", "c.jsonl.gz", "inner/d.html"].map(Path::new));
    }

    #[test]
    fn a_folder_without_feeds_and_a_missing_file_are_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = files_of(folder.path()).expect_err("empty").to_string();
        assert!(error.contains("contains no feeds"), "{error}");
        let error = read(&folder.path().join("gone.json")).expect_err("missing").to_string();
        assert!(error.contains("gone.json"), "{error}");
    }
}
