//! Copies of pictures that feeds name: takes a file on this machine, and writes it under `assets/`.
//!
//! The bytes are untrusted. They are accepted only if they begin like an image format that browsers show and that
//! can't contain scripts.

use std::{
    fs::File,
    io::{self, Read},
    path::{Path, PathBuf},
};

use super::{
    SiteError,
    staging::{Staging, hashed_name},
    staging_dir::at,
};

/// Picture on this machine, to be copied into the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureCopy {
    /// Path relative to the base path; the name carries a hash of the content.
    pub path: String,
    file: PathBuf,
}

/// Largest accepted picture, in bytes (1 MiB). A logo is shown 48 pixels wide and never needs more.
pub const PICTURE_BYTES_AT_MOST: u64 = 1 << 20;

impl PictureCopy {
    /// Picture in `file`; `None` if the file can't be read, is too large, or isn't an accepted image.
    pub fn of(file: PathBuf) -> Option<Self> {
        let bytes = read(&file).ok()?;
        let path = format!("assets/{}", hashed_name("logo", extension_of(&bytes)?, &bytes));
        Some(Self { path, file })
    }
}

/// Writes the copies into the site.
pub(super) fn write(staging: &Staging, copies: &[PictureCopy]) -> Result<(), SiteError> {
    for PictureCopy { path, file } in copies {
        staging.write("logos", path, &read(file).map_err(at(file))?)?;
    }
    Ok(())
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(file)?.take(PICTURE_BYTES_AT_MOST + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 {
        0..=PICTURE_BYTES_AT_MOST => Ok(bytes),
        _ => Err(io::Error::other("the picture is too large")),
    }
}

/// File extension for the image format, recognized by its first bytes. SVG isn't accepted: opened on its own, it
/// can run scripts.
fn extension_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Some("png"),
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Some("gif"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        [_, _, _, _, b'f', b't', b'y', b'p', b'a', b'v', b'i', b'f', ..] => Some("avif"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_begins_as_a_picture_is_copied() {
        let folder = tempfile::tempdir().expect("a folder");
        let copy_of = |bytes: &[u8]| {
            let file = folder.path().join("file");
            std::fs::write(&file, bytes).expect("written");
            PictureCopy::of(file).map(|copy| copy.path.rsplit('.').next().unwrap_or_default().to_owned())
        };
        assert_eq!(copy_of(b"\x89PNG\r\n\x1a\n rest").as_deref(), Some("png"));
        assert_eq!(copy_of(b"RIFF\0\0\0\0WEBPVP8 ").as_deref(), Some("webp"));
        for foreign in
            [&b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"[..], b"<!DOCTYPE html>", b"", b"RIFF"]
        {
            assert_eq!(copy_of(foreign), None);
        }
        let mut large = b"GIF89a".to_vec();
        large.resize(PICTURE_BYTES_AT_MOST as usize + 1, 0);
        assert_eq!(copy_of(&large), None);
        large.pop();
        assert_eq!(copy_of(&large).as_deref(), Some("gif"));
    }
}
