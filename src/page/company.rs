//! Page of a company: what it says about itself, and its open jobs.

use openroles_engine::index::Index;
use openroles_model::domain::{BoardSettings, Date, JobCard, Organization};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{DESCRIPTION_CHARACTERS, Head, Page, PageContext, SharingSubject, cards, keep_open, listed_jobs};
use crate::{
    routes::Route,
    structured_data::{Crumb, breadcrumbs, company},
};

/// Values of a company's page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CompanyData {
    /// The company.
    pub organization: Organization,
    /// Its open jobs, newest first.
    pub jobs: Vec<JobCard>,
}

impl CompanyData {
    /// A company's page, with its open jobs.
    pub fn of(index: &Index, organization: Organization) -> Self {
        Self { jobs: cards(index, index.company_docs(&organization.slug)), organization }
    }
}

impl Page for CompanyData {
    fn route(&self) -> Option<Route> {
        Some(Route::Company(self.organization.slug.clone()))
    }

    fn head(&self, board: &BoardSettings) -> Head {
        let (words, name) = (&board.words().head, &self.organization.name);
        let about = self.organization.about.excerpt(DESCRIPTION_CHARACTERS);
        let description = if about.is_empty() { (words.company_counted)(self.jobs.len(), name) } else { about };
        Head { title: format!("{} · {}", (words.company)(name), board.name), description }
    }

    fn structured_data(&self, context: &PageContext<'_>) -> Vec<Option<Value>> {
        let route = Route::Company(self.organization.slug.clone());
        let board = context.board;
        let all = Crumb { name: board.words().frame.companies, route: Route::Companies };
        let crumbs = [all, Crumb { name: &self.organization.name, route }];
        vec![Some(company(&self.organization)), breadcrumbs(board, &crumbs), listed_jobs(board, &self.jobs)]
    }

    fn sharing_subject(&self) -> Option<SharingSubject<'_>> {
        Some(SharingSubject::Company(&self.organization.slug))
    }

    fn listed_cards(&self) -> Option<&[JobCard]> {
        Some(&self.jobs)
    }

    fn remove_closed(&mut self, day: Date) {
        keep_open(&mut self.jobs, day);
    }
}
