//! Chooses the structured data of each page: a job's posting, breadcrumbs, and the items that a page lists.

use serde_json::Value;

use crate::{
    domain::{JobCard, Slug},
    findings::judge,
    routes::Route,
    store::{JobData, PageBlock, PageData, SimilarCard},
    structured_data::{Crumb, breadcrumbs, company, item_list, job_posting, website},
};

/// JSON-LD objects of one page. Leaves out a posting that job listings would refuse: see `findings::judge`.
pub(super) fn of(block: &PageBlock) -> Vec<Value> {
    let board = &block.board;
    let jobs = |cards: &[JobCard]| item_list(board, cards.iter().map(|card| Route::Job(card.slug.clone())));
    let found = match &block.page {
        PageData::Home(data) => vec![website(board), jobs(&data.jobs)],
        PageData::Jobs(data) => {
            let shown = data.cards.iter().flatten().map(|card| Route::Job(card.slug.clone()));
            vec![item_list(board, shown)]
        }
        PageData::Job(data) => {
            vec![posting(data, block), breadcrumbs(board, &[all_jobs(), job(&data.posting.title, &data.posting.slug)])]
        }
        PageData::SimilarJobs(data) => {
            let route = Route::SimilarJobs(data.card.slug.clone());
            let crumbs = [all_jobs(), job(&data.card.title, &data.card.slug), Crumb { name: "Similar jobs", route }];
            let slug = |similar: &SimilarCard| Route::Job(similar.card.slug.clone());
            vec![breadcrumbs(board, &crumbs), item_list(board, data.similar.iter().map(slug))]
        }
        PageData::Companies(data) => {
            let slugs = data.companies.iter().filter_map(|company| Slug::try_from(company.value.clone()).ok());
            vec![item_list(board, slugs.map(Route::Company))]
        }
        PageData::Company(data) => {
            let route = Route::Company(data.organization.slug.clone());
            let crumbs =
                [Crumb { name: "Companies", route: Route::Companies }, Crumb { name: &data.organization.name, route }];
            vec![Some(company(&data.organization)), breadcrumbs(board, &crumbs), jobs(&data.jobs)]
        }
        PageData::Landing(data) => {
            let title = data.topic.title();
            let page = Crumb { name: &title, route: Route::Landing(data.topic.slug.clone()) };
            vec![breadcrumbs(board, &[all_jobs(), page]), jobs(&data.jobs)]
        }
        PageData::NotFound => Vec::new(),
    };
    found.into_iter().flatten().collect()
}

fn posting(data: &JobData, block: &PageBlock) -> Option<Value> {
    let (posting, organization) = (&data.posting, data.organization.as_ref());
    judge(posting, organization, block.now).is_listed().then(|| job_posting(posting, organization))
}

fn all_jobs() -> Crumb<'static> {
    Crumb { name: "Jobs", route: Route::Jobs }
}

fn job<'a>(title: &'a str, slug: &Slug) -> Crumb<'a> {
    Crumb { name: title, route: Route::Job(slug.clone()) }
}
