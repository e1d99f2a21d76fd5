//! The temporary folder next to a site, and the cleanup of those that interrupted builds left behind.
//!
//! Its name is derived from the name of the site. A build holds a lock on a file inside it, which distinguishes a
//! running build from an interrupted one. On file systems without locks, nothing is cleaned up.

use std::{
    fs::{self, File, TryLockError},
    io::{self, ErrorKind},
    path::{Path, PathBuf},
    time::SystemTime,
};

use openroles_engine::index::MANIFEST_PATH;
use tempfile::TempDir;
use xxhash_rust::xxh3::xxh3_64;

use super::SiteError;

/// Temporary folder next to a site; deleted with its contents when dropped.
pub(super) struct StagingDir {
    folder: TempDir,
    /// Held for as long as the folder exists.
    _lock: Option<File>,
}

impl StagingDir {
    /// Makes a folder for the site at `out`, which must be a path from [`settled`].
    pub(super) fn beside(out: &Path) -> Result<Self, SiteError> {
        let (parent, prefix) = parent_and_prefix(out)?;
        fs::create_dir_all(parent).map_err(at(parent))?;
        let folder = tempfile::Builder::new().prefix(&prefix).tempdir_in(parent).map_err(at(parent))?;
        let lock = locked(folder.path())?;
        let staging_dir = Self { folder, _lock: lock };
        // Only its owner can read a temporary folder, but a web server must be able to read the site inside it.
        let site = staging_dir.site();
        fs::create_dir(&site).map_err(at(&site))?;
        Ok(staging_dir)
    }

    /// Folder of the new site.
    pub(super) fn site(&self) -> PathBuf {
        self.folder.path().join("site")
    }

    /// Replaces the old site with the new one, and deletes the old one.
    pub(super) fn publish(self, out: &Path) -> Result<(), SiteError> {
        let old = self.folder.path().join(OLD);
        let has_old = fs::exists(out).map_err(at(out))?;
        if has_old {
            fs::rename(out, &old).map_err(at(out))?;
        }
        let Err(source) = fs::rename(self.site(), out) else { return Ok(()) };
        if has_old && let Err(source) = fs::rename(&old, out) {
            // This is the only copy of the old site, so it stays here for the next build to restore.
            let _kept = self.folder.keep();
            return Err(at(out)(source));
        }
        Err(at(out)(source))
    }
}

/// What was repaired after interrupted builds.
#[derive(Debug, Default)]
pub struct Recovery {
    /// Whether the site was missing, because a build was interrupted while replacing it, and has been restored.
    pub is_put_back: bool,
    /// Number of leftover folders removed.
    pub removed: usize,
    /// Why other leftover folders couldn't be removed.
    pub stuck: Vec<SiteError>,
}

/// Restores the site at `out` if a build was interrupted after moving it away, and removes the folders that
/// interrupted builds left next to it.
pub(super) fn recover(out: &Path) -> Result<Recovery, SiteError> {
    let out = settled(out)?;
    let (mut recovery, leftovers) = leftovers(&out)?;
    let old =
        leftovers.iter().map(|leftover| leftover.folder.join(OLD)).filter(|old| old.join(MANIFEST_PATH).is_file());
    if let Some(old) = old.max_by_key(|old| moved_at(old)).filter(|_| is_gone(&out)) {
        match fs::remove_dir(&out) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(at(&out)(error)),
            Ok(()) | Err(_) => fs::rename(&old, &out).map_err(at(&out))?,
        }
        recovery.is_put_back = true;
    }
    for Leftover { folder, lock } in leftovers {
        match fs::remove_dir_all(&folder) {
            Ok(()) => recovery.removed += 1,
            Err(error) => recovery.stuck.push(at(&folder)(error)),
        }
        drop(lock);
    }
    Ok(recovery)
}

/// Absolute path of the folder. A symbolic link is followed, so that the link stays and its target is replaced.
pub(super) fn settled(out: &Path) -> Result<PathBuf, SiteError> {
    let path = if fs::exists(out).map_err(at(out))? {
        fs::canonicalize(out)
    } else if let (Ok(target), Some(parent)) = (fs::read_link(out), out.parent()) {
        return settled(&parent.join(target));
    } else {
        std::path::absolute(out)
    };
    let path = path.map_err(at(out))?;
    if path.file_name().is_none() {
        return Err(SiteError::NoPlaceBeside { path: out.to_owned() });
    }
    Ok(path)
}

/// Name of the old site while the new one takes its place.
const OLD: &str = "old";
const LOCK: &str = "lock";

/// Folder that contains the site, and the prefix of the names of its temporary folders.
fn parent_and_prefix(out: &Path) -> Result<(&Path, String), SiteError> {
    match (out.parent(), out.file_name()) {
        (Some(parent), Some(name)) => Ok((parent, format!(".openroles-{:016x}-", xxh3_64(name.as_encoded_bytes())))),
        _ => Err(SiteError::NoPlaceBeside { path: out.to_owned() }),
    }
}

/// Locks a file and only then gives it its name. So a process that finds the file also finds it locked, unless the
/// build that made it has ended.
fn locked(staging_dir: &Path) -> Result<Option<File>, SiteError> {
    let (nameless, named) = (staging_dir.join("lock.new"), staging_dir.join(LOCK));
    let lock = File::create(&nameless).map_err(at(&nameless))?;
    if lock.try_lock().is_err() {
        return Ok(None);
    }
    fs::rename(&nameless, &named).map_err(at(&named))?;
    Ok(Some(lock))
}

/// Folder that an interrupted build left behind, with its lock, which this process now holds.
struct Leftover {
    folder: PathBuf,
    lock: File,
}

fn leftovers(out: &Path) -> Result<(Recovery, Vec<Leftover>), SiteError> {
    let (parent, prefix) = parent_and_prefix(out)?;
    let (mut recovery, mut found) = (Recovery::default(), Vec::new());
    let entries = match fs::read_dir(parent) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((recovery, found)),
        Err(error) => return Err(at(parent)(error)),
    };
    for entry in entries {
        let entry = entry.map_err(at(parent))?;
        if !entry.file_name().as_encoded_bytes().starts_with(prefix.as_bytes()) {
            continue;
        }
        let folder = entry.path();
        match abandoned(&folder) {
            Ok(lock) => found.extend(lock.map(|lock| Leftover { folder, lock })),
            Err(error) => recovery.stuck.push(at(&folder)(error)),
        }
    }
    Ok((recovery, found))
}

/// Lock of a temporary folder whose build has ended. `None` if the build is running, or if the folder has no lock:
/// its build is about to make one, or the file system has no locks.
fn abandoned(staging_dir: &Path) -> io::Result<Option<File>> {
    let lock = match File::options().read(true).write(true).open(staging_dir.join(LOCK)) {
        Ok(lock) => lock,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    match lock.try_lock() {
        Ok(()) => Ok(Some(lock)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

/// When the old site was moved into its temporary folder, if the file system records it.
fn moved_at(old: &Path) -> Option<SystemTime> {
    fs::metadata(old.parent()?).and_then(|staging_dir| staging_dir.modified()).ok()
}

/// Whether `out` is absent or empty.
fn is_gone(out: &Path) -> bool {
    match fs::read_dir(out) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) => error.kind() == ErrorKind::NotFound,
    }
}

/// Turns a file's error into one that names the file.
pub(super) fn at(path: &Path) -> impl FnOnce(io::Error) -> SiteError {
    let path = path.to_owned();
    move |source| SiteError::File { path, source }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Folder with a site `out` and the leftovers of interrupted builds, each given by the names of its files.
    struct Cut(TempDir);

    impl Cut {
        fn new(site: Option<&str>, leftovers: &[(&str, &[&str])]) -> Self {
            let cut = Self(tempfile::tempdir().expect("a folder"));
            if let Some(text) = site {
                cut.write(&Path::new("out").join(MANIFEST_PATH), text);
            }
            for (name, files) in leftovers {
                let folder = PathBuf::from(parent_and_prefix(Path::new("/out")).expect("a name").1 + name);
                files.iter().for_each(|file| cut.write(&folder.join(file), "left"));
            }
            cut
        }

        fn write(&self, path: &Path, text: &str) {
            let path = self.0.path().join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            fs::write(path, text).expect("written");
        }

        fn recover(&self) -> (bool, usize) {
            let recovery = recover(&self.0.path().join("out")).expect("looked");
            assert!(recovery.stuck.is_empty(), "{:?}", recovery.stuck);
            (recovery.is_put_back, recovery.removed)
        }

        fn site(&self) -> Option<String> {
            fs::read_to_string(self.0.path().join("out").join(MANIFEST_PATH)).ok()
        }

        fn names(&self) -> Vec<String> {
            let entries = fs::read_dir(self.0.path()).expect("there");
            entries.map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned()).collect()
        }
    }

    const MANIFEST_OF_OLD: &str = "old/data/manifest.json";

    #[test]
    fn a_site_that_a_build_had_moved_away_is_put_back() {
        for is_made_anew in [false, true] {
            let cut =
                Cut::new(None, &[("abc123", &["lock", MANIFEST_OF_OLD]), ("xyz789", &["lock", "site/index.html"])]);
            if is_made_anew {
                fs::create_dir(cut.0.path().join("out")).expect("made");
            }
            assert_eq!(cut.recover(), (true, 2));
            assert_eq!(cut.site().as_deref(), Some("left"));
            assert_eq!(cut.names(), ["out"]);
            assert_eq!(cut.recover(), (false, 0));
        }
    }

    #[test]
    fn what_a_build_left_is_removed_and_a_site_that_is_there_stays() {
        let cut = Cut::new(Some("newer"), &[("abc123", &["lock", MANIFEST_OF_OLD, "site/x/y.html"])]);
        assert_eq!(cut.recover(), (false, 1));
        assert_eq!((cut.site().as_deref(), cut.names()), (Some("newer"), vec!["out".to_owned()]));
    }

    #[test]
    fn what_a_build_works_in_or_is_of_another_site_stays() {
        let cut = Cut::new(None, &[("abc123", &[MANIFEST_OF_OLD])]);
        let staging_dir = StagingDir::beside(&cut.0.path().join("out")).expect("begun");
        let other = Path::new(".openroles-0123456789abcdef-abc123");
        for file in [LOCK, MANIFEST_OF_OLD] {
            cut.write(&other.join(file), "another");
        }
        let before = cut.names();
        assert_eq!(cut.recover(), (false, 0));
        assert_eq!((cut.names(), cut.site()), (before, None));
        assert!(staging_dir.site().is_dir());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_to_a_site_that_was_moved_away_leads_to_it_again() {
        let cut = Cut::new(None, &[("abc123", &["lock", MANIFEST_OF_OLD])]);
        let link = cut.0.path().join("deep/link");
        fs::create_dir(cut.0.path().join("deep")).expect("made");
        std::os::unix::fs::symlink("../out", &link).expect("linked");
        assert!(recover(&link).expect("looked").is_put_back);
        assert!(link.join(MANIFEST_PATH).is_file());
    }
}
