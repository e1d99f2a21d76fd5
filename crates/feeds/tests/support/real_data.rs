//! Real feeds, read from the data folder next to the project.

use std::{fs::File, io::Read, path::Path};

use flate2::read::GzDecoder;

/// The unpacked bytes of a gzipped feed; `None`, with a message, if the file is absent.
pub(crate) fn feed_bytes(name: &str) -> Option<Vec<u8>> {
    let Ok(file) = File::open(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data").join(name)) else {
        eprintln!("skipped: {name} is not in ../shared/data");
        return None;
    };
    let mut bytes = Vec::new();
    GzDecoder::new(file).read_to_end(&mut bytes).expect("a whole gzip file");
    Some(bytes)
}
