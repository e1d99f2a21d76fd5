//! Copies companies' logos and people's pictures into the site, if the operator wants that.
//!
//! Their addresses come from feeds, so their content is untrusted. It is limited in size and time, and used only if it
//! is a picture.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use openroles_model::domain::{Organization, Picture, WebUrl};
use openroles_site::site::PictureCopy;

use super::remote;

/// Slow servers are more common than slow connections.
const FETCHED_AT_ONCE: usize = 8;

/// A build doesn't wait longer for pictures. Fetched ones are cached, so the next build continues here.
const TIME_LIMIT: Duration = Duration::from_secs(120);

/// Fetches the organizations' pictures, and stores in each the path of its copy.
pub(super) fn copy(organizations: &mut [Organization]) -> Vec<PictureCopy> {
    let named: BTreeSet<WebUrl> = pictures(organizations).map(|picture| picture.url.clone()).collect();
    let copies = fetched(&named.into_iter().collect::<Vec<_>>());
    for picture in pictures(organizations) {
        picture.copy = copies.get(&picture.url).map(|copy| copy.path.clone());
    }
    copies.into_values().collect()
}

fn pictures(organizations: &mut [Organization]) -> impl Iterator<Item = &mut Picture> {
    organizations.iter_mut().flat_map(Organization::pictures_mut)
}

fn fetched(urls: &[WebUrl]) -> BTreeMap<WebUrl, PictureCopy> {
    let (next, copies) = (AtomicUsize::new(0), Mutex::new(BTreeMap::new()));
    let end = Instant::now() + TIME_LIMIT;
    let work = || {
        while let Some(url) = urls.get(next.fetch_add(1, Ordering::Relaxed)).filter(|_| Instant::now() < end) {
            if let Some(copy) = remote::fetch_picture(url).ok().and_then(PictureCopy::of) {
                copies.lock().unwrap_or_else(PoisonError::into_inner).insert(url.clone(), copy);
            }
        }
    };
    thread::scope(|scope| {
        for _ in 0..FETCHED_AT_ONCE.min(urls.len()) {
            scope.spawn(work);
        }
    });
    copies.into_inner().unwrap_or_else(PoisonError::into_inner)
}
