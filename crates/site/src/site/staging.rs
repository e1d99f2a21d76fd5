//! Temporary folder in which a site is written before it takes the old one's place.
//!
//! Takes paths and bytes. The result is the finished site or the unchanged old one. No path can lead out of the
//! folder.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Component, Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use openroles_engine::index::MANIFEST_PATH;
use xxhash_rust::xxh3::xxh3_64;

use super::{
    SiteError, SitePart,
    host_check::{SiteFiles, SizedFile, is_plain_path},
    staging_dir::{StagingDir, at, settled},
};

/// Folder being filled. Several threads may write files at the same time.
pub(super) struct Staging {
    /// Next to the final folder, so that publishing is a rename.
    staging_dir: StagingDir,
    out: PathBuf,
    counted: Mutex<WrittenFiles>,
}

/// What was written so far.
#[derive(Default)]
struct WrittenFiles {
    /// In the order in which the parts began.
    parts: Vec<SitePart>,
    largest: SizedFile,
    odd_name: Option<String>,
}

impl Staging {
    /// Starts a site that will replace `out`, which must be an openroles site, empty, or absent.
    pub(super) fn beside(out: &Path) -> Result<Self, SiteError> {
        let out = settled(out)?;
        expect_ours(&out)?;
        Ok(Self { staging_dir: StagingDir::beside(&out)?, out, counted: Mutex::default() })
    }

    /// Writes a file and counts it under `part`. If the old site has the same file, it is linked instead.
    pub(super) fn write(&self, part: &'static str, path: &str, bytes: &[u8]) -> Result<(), SiteError> {
        let is_name = |component: Component<'_>| matches!(component, Component::Normal(_));
        if path.is_empty() || !Path::new(path).components().all(is_name) {
            return Err(SiteError::OutsideSite { path: path.to_owned() });
        }
        let file = self.staging_dir.site().join(path);
        let is_alike = |old: &Path, length| length == bytes.len() as u64 && fs::read(old).is_ok_and(|old| old == bytes);
        if self.keep(part, path, is_alike) {
            return Ok(());
        }
        in_its_folder(&file, || fs::write(&file, bytes)).map_err(at(&file))?;
        self.count(part, path, bytes.len() as u64);
        Ok(())
    }

    /// Reuses the old site's file whatever its content, for paths that carry a hash. Returns false if there is no
    /// such file or it can't be linked.
    pub(super) fn take_over(&self, part: &'static str, path: &str) -> bool {
        self.keep(part, path, |_, length| length > 0)
    }

    /// Reuses the old site's file if `is_right` accepts its bytes.
    pub(super) fn take_over_if(&self, part: &'static str, path: &str, is_right: impl Fn(&[u8]) -> bool) -> bool {
        self.keep(part, path, |old, _| fs::read(old).is_ok_and(|bytes| is_right(&bytes)))
    }

    /// Links the old site's file into the new site if `is_right` accepts its path and its length in bytes. The file
    /// keeps its modification time, so tools that upload by time skip it. Returns false on file systems without
    /// hard links.
    fn keep(&self, part: &'static str, path: &str, is_right: impl Fn(&Path, u64) -> bool) -> bool {
        let (old, file) = (self.out.join(path), self.staging_dir.site().join(path));
        let length = fs::symlink_metadata(&old).ok().filter(|old| old.is_file()).map(|old| old.len());
        let Some(length) = length.filter(|length| is_right(&old, *length)) else { return false };
        let is_kept = in_its_folder(&file, || fs::hard_link(&old, &file)).is_ok();
        if is_kept {
            self.count(part, path, length);
        }
        is_kept
    }

    /// Writes a file of the app under `assets/`, in whose name it puts a hash of the content, and returns its path.
    pub(super) fn write_asset(&self, stem: &str, extension: &str, bytes: &[u8]) -> Result<String, SiteError> {
        let path = format!("assets/{}", hashed_name(stem, extension, bytes));
        self.write("app", &path, bytes)?;
        Ok(path)
    }

    /// Counts of what was written so far, in the order in which the parts began.
    pub(super) fn parts(&self) -> Vec<SitePart> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner).parts.clone()
    }

    /// Number of files written so far.
    pub(super) fn file_count(&self) -> usize {
        self.parts().iter().map(|part| part.files).sum()
    }

    /// What the host is going to judge. `headers` is the text of the `_headers` file.
    pub(super) fn files<'a>(&self, headers: &'a str) -> SiteFiles<'a> {
        let counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        let (parts, largest, odd_name) = (counted.parts.clone(), counted.largest.clone(), counted.odd_name.clone());
        SiteFiles { parts, largest, odd_name, headers }
    }

    /// Replaces the old site with the new one, and deletes the old one.
    pub(super) fn publish(self) -> Result<(), SiteError> {
        self.staging_dir.publish(&self.out)
    }

    fn count(&self, name: &'static str, path: &str, bytes: u64) {
        let mut counted = self.counted.lock().unwrap_or_else(PoisonError::into_inner);
        if bytes > counted.largest.1 {
            counted.largest = (path.to_owned(), bytes);
        }
        if counted.odd_name.is_none() && !is_plain_path(path) {
            counted.odd_name = Some(path.to_owned());
        }
        let parts = &mut counted.parts;
        match parts.iter_mut().find(|part| part.name == name) {
            Some(part) => {
                part.files += 1;
                part.bytes += bytes;
            }
            None => parts.push(SitePart { name, files: 1, bytes }),
        }
    }
}

/// Makes a file, and its folder first if needed. The folder is tried last because most files go into one that
/// exists.
fn in_its_folder(file: &Path, make: impl Fn() -> io::Result<()>) -> io::Result<()> {
    match (make(), file.parent()) {
        (Err(error), Some(folder)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder)?;
            make()
        }
        (made, _) => made,
    }
}

/// Refuses to replace a folder that holds anything but a site, so that a typo can't delete a home directory.
fn expect_ours(out: &Path) -> Result<(), SiteError> {
    let is_empty = match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(source) if source.kind() == ErrorKind::NotFound => true,
        Err(source) => return Err(SiteError::File { path: out.to_owned(), source }),
    };
    if is_empty || out.join(MANIFEST_PATH).is_file() {
        return Ok(());
    }
    Err(SiteError::NotOurs { path: out.to_owned() })
}

pub(super) fn hashed_name(stem: &str, extension: &str, bytes: &[u8]) -> String {
    format!("{stem}.{}.{extension}", hash_of(bytes))
}

/// Hash of a content, as it appears in names.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    format!("{:016x}", xxh3_64(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(out: &Path, files: &[(&str, &str)]) -> Result<Vec<SitePart>, SiteError> {
        let staging = Staging::beside(out)?;
        for (path, text) in files {
            staging.write("pages", path, text.as_bytes())?;
        }
        let parts = staging.parts();
        staging.publish()?;
        Ok(parts)
    }

    #[test]
    fn a_new_site_takes_the_place_of_the_old_one_as_a_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("deep/site");
        publish(&out, &[(MANIFEST_PATH, "1"), ("jobs/old/index.html", "old")]).expect("first");
        let parts = publish(&out, &[(MANIFEST_PATH, "2"), ("jobs/new/index.html", "new")]).expect("second");
        assert_eq!(parts, [SitePart { name: "pages", files: 2, bytes: 4 }]);
        assert!(!out.join("jobs/old").exists());
        assert_eq!(fs::read_to_string(out.join("jobs/new/index.html")).expect("written"), "new");
        let beside: Vec<_> = fs::read_dir(folder.path().join("deep")).expect("there").collect();
        assert_eq!(beside.len(), 1, "nothing stays behind: {beside:?}");
    }

    #[test]
    fn a_file_that_says_the_same_is_the_same_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        publish(&out, &[(MANIFEST_PATH, "1"), ("same.html", "same"), ("other.html", "old!")]).expect("first");
        let past = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        for name in ["same.html", "other.html"] {
            fs::File::options().write(true).open(out.join(name)).and_then(|file| file.set_modified(past)).expect("set");
        }
        publish(&out, &[(MANIFEST_PATH, "1"), ("same.html", "same"), ("other.html", "new!")]).expect("second");
        let modified = |name: &str| fs::metadata(out.join(name)).and_then(|file| file.modified()).expect("there");
        assert_eq!(modified("same.html"), past);
        assert_ne!(modified("other.html"), past);
        assert_eq!(fs::read_to_string(out.join("other.html")).expect("written"), "new!");
    }

    #[test]
    fn a_file_whose_path_tells_what_it_holds_is_taken_from_the_old_site() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        publish(&out, &[(MANIFEST_PATH, "1"), ("assets/1.png", "one"), ("assets/2.png", "")]).expect("first");
        let staging = Staging::beside(&out).expect("begun");
        assert!(staging.take_over("pictures", "assets/1.png"));
        assert!(!staging.take_over("pictures", "assets/2.png"), "an empty file is a broken one");
        assert!(!staging.take_over("pictures", "assets/3.png"));
        assert_eq!(staging.parts(), [SitePart { name: "pictures", files: 1, bytes: 3 }]);
        staging.write("pages", MANIFEST_PATH, b"2").expect("written");
        staging.publish().expect("swapped");
        assert_eq!(fs::read_to_string(out.join("assets/1.png")).expect("there"), "one");
        assert!(!out.join("assets/2.png").exists());
    }

    #[test]
    fn a_file_whose_bytes_are_right_is_taken_from_the_old_site() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        publish(&out, &[(MANIFEST_PATH, "1"), ("a.html", "right"), ("b.html", "wrong")]).expect("first");
        let staging = Staging::beside(&out).expect("begun");
        let take_over = |path| staging.take_over_if("pages", path, |bytes| bytes == b"right");
        assert_eq!(["a.html", "b.html", "c.html"].map(take_over), [true, false, false]);
        assert_eq!(staging.parts(), [SitePart { name: "pages", files: 1, bytes: 5 }]);
    }

    #[test]
    fn an_unfinished_site_leaves_no_trace() {
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        publish(&out, &[(MANIFEST_PATH, "1")]).expect("first");
        let staging = Staging::beside(&out).expect("begun");
        staging.write("pages", MANIFEST_PATH, b"2").expect("written");
        drop(staging);
        assert_eq!(fs::read_to_string(out.join(MANIFEST_PATH)).expect("old"), "1");
        assert_eq!(fs::read_dir(folder.path()).expect("there").count(), 1);
    }

    #[test]
    fn a_folder_with_anything_else_in_it_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("thesis.txt"), "years of work").expect("written");
        assert!(matches!(publish(folder.path(), &[]), Err(SiteError::NotOurs { .. })));
        assert!(matches!(publish(&folder.path().join("thesis.txt"), &[]), Err(SiteError::File { .. })));
        assert!(matches!(
            publish(Path::new("/"), &[]),
            Err(SiteError::NoPlaceBeside { .. } | SiteError::NotOurs { .. })
        ));
    }

    #[test]
    fn no_path_leads_out_of_the_site() {
        let folder = tempfile::tempdir().expect("a folder");
        let staging = Staging::beside(&folder.path().join("site")).expect("begun");
        for path in ["../escape", "/escape", "jobs/../../escape", "", "./x/.."] {
            assert!(matches!(staging.write("pages", path, b""), Err(SiteError::OutsideSite { .. })), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_web_server_can_read_the_site() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let out = folder.path().join("site");
        publish(&out, &[(MANIFEST_PATH, "1")]).expect("written");
        let plain = folder.path().join("plain");
        fs::create_dir(&plain).expect("made");
        let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode();
        assert_eq!(mode(&out), mode(&plain));
    }
}
