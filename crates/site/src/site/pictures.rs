//! Chooses the sharing picture of each page: its own, its company's, or the board's.
//!
//! A job's picture takes about as much time as its pages and more bytes. On large boards, only the newest jobs,
//! which are shared most, have their own. A picture that the old site already has is reused, because its name is a
//! hash of everything it shows.

use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, PoisonError},
};

use openroles_app::{
    page::{PageData, SharingSubject},
    routes::Route,
};
use openroles_model::domain::{JobCard, PicturesWanted, Slug};
use rayon::prelude::*;

use super::{
    PagesWanted, SiteError,
    plan::Plan,
    sharing_picture::{SIZE, SharingPicture},
    staging::Staging,
};
use crate::prerender::PagePicture;

/// Sharing pictures of a site while it is written.
pub(super) struct Pictures<'a> {
    staging: &'a Staging,
    plan: &'a Plan<'a>,
    /// Site's address, because pictures need absolute URLs.
    root: String,
    board: PagePicture,
    companies: HashMap<&'a Slug, PagePicture>,
    /// Names of the files written so far: two jobs can have the same picture.
    drawn: Mutex<HashSet<String>>,
}

impl<'a> Pictures<'a> {
    /// Draws the picture of the board and, if jobs have pages, those of the companies. `None` if there are no pages
    /// or the site's address isn't set.
    pub(super) fn of(staging: &'a Staging, plan: &'a Plan<'a>) -> Result<Option<Self>, SiteError> {
        let input = plan.input;
        let has_pages = input.pages != PagesWanted::None;
        let Some(root) = Route::Home.url(input.board).filter(|_| has_pages || !plan.tombstones.is_empty()) else {
            return Ok(None);
        };
        let board = PagePicture { url: String::new(), width: SIZE.0, height: SIZE.1, alt: String::new() };
        let drawn = Mutex::default();
        let mut pictures = Self { staging, plan, root, board, companies: HashMap::new(), drawn };
        pictures.board = pictures.written(&SharingPicture::of_board(input.board))?;
        if !has_pages {
            return Ok(Some(pictures));
        }
        let drawn = input.organizations.par_iter().filter_map(|company| {
            let newest = plan.index.company_docs(&company.slug).into_iter().min()?;
            let picture =
                SharingPicture::of_company(input.board, company).filter(|_| pictures.is_wanted(newest.at()))?;
            Some(pictures.written(&picture).map(|picture| (&company.slug, picture)))
        });
        pictures.companies = drawn.collect::<Result<_, _>>()?;
        Ok(Some(pictures))
    }

    /// Picture of a page, drawn if it doesn't exist yet.
    pub(super) fn of_page(&self, page: &PageData) -> Result<Option<PagePicture>, SiteError> {
        let picture = page.sharing_subject().map(|subject| match subject {
            SharingSubject::Board => Ok(self.board.clone()),
            SharingSubject::Company(slug) => Ok(self.of_company(Some(slug))),
            SharingSubject::Job(card) => self.of_job(&card),
        });
        picture.transpose()
    }

    /// A closed job gets the board's picture because nobody shares it any more. A job whose title can't be drawn
    /// gets its company's picture.
    fn of_job(&self, job: &JobCard) -> Result<PagePicture, SiteError> {
        if job.valid_through.is_some_and(|last| last < self.plan.input.now) {
            return Ok(self.board.clone());
        }
        let doc = self.plan.index.doc_by_slug(&job.slug).filter(|doc| self.is_wanted(doc.at()));
        match doc.and_then(|_| SharingPicture::of_job(self.plan.input.board, job)) {
            Some(picture) => self.written(&picture),
            None => Ok(self.of_company(job.hiring_organization.slug())),
        }
    }

    fn of_company(&self, company: Option<&Slug>) -> PagePicture {
        company.and_then(|slug| self.companies.get(slug)).unwrap_or(&self.board).clone()
    }

    /// Whether the job with this number, counted from the newest, gets its own picture.
    fn is_wanted(&self, number: usize) -> bool {
        match self.plan.room.pictures {
            PicturesWanted::All => true,
            PicturesWanted::Newest(count) => number < count,
            PicturesWanted::None => false,
        }
    }

    /// Draws or reuses the picture's file, and returns its URL, size, and text alternative.
    fn written(&self, picture: &SharingPicture) -> Result<PagePicture, SiteError> {
        const PART: &str = "pictures";
        let name = picture.file_name();
        let path = format!("assets/pictures/{name}");
        let is_first = self.drawn.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
        if is_first && !self.staging.take_over(PART, &path) {
            self.staging.write(PART, &path, &picture.png()?)?;
        }
        Ok(PagePicture { url: format!("{}{path}", self.root), width: SIZE.0, height: SIZE.1, alt: picture.words() })
    }
}
