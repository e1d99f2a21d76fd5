//! What the judge says of a site's jobs: how many pages carry a posting for machines, and what the others lack.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::plan::Plan;
use crate::{
    domain::JobId,
    structured_data::{Finding, PostingStanding, job_posting, judge},
};

/// The judge's findings on all job pages of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkupReport {
    /// Pages of open jobs.
    pub pages: usize,
    /// Those that carry a `JobPosting`.
    pub marked_up: usize,
    /// What was found, by its code.
    pub findings: BTreeMap<&'static str, Found>,
}

/// One kind of finding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The first of its kind.
    pub finding: Finding,
    /// The job it was found on.
    pub job: JobId,
    /// How many jobs have it.
    pub count: usize,
}

impl MarkupReport {
    /// Judges the open jobs as their pages state them.
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let now = plan.input.now;
        let open = plan.input.with_page().par_iter().filter(|posting| !posting.is_expired(now));
        let judged = open.map(|posting| (posting, judge(&job_posting(posting, plan.organization_of(posting)), now)));
        let mut report = Self::default();
        for (posting, verdict) in judged.collect::<Vec<_>>() {
            report.pages += 1;
            report.marked_up += usize::from(verdict.standing() != PostingStanding::Refused);
            for finding in verdict.findings {
                let found = report.findings.entry(finding.code());
                let found = found.or_insert_with(|| Found { finding, job: posting.id.clone(), count: 0 });
                found.count += 1;
            }
        }
        report
    }
}
