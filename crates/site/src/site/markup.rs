//! Judges the structured data of a site: how many job pages carry a `JobPosting`, and what the others lack.

use std::collections::BTreeMap;

use openroles_model::{
    domain::JobId,
    findings::{Finding, FindingCode, judge},
};
use rayon::prelude::*;

use super::plan::Plan;

/// Findings on all job pages of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MarkupReport {
    /// Number of pages of open jobs.
    pub pages: usize,
    /// Number of those that carry a `JobPosting`.
    pub marked_up: usize,
    /// What job listings would object to, by code.
    pub findings: BTreeMap<FindingCode, Found>,
}

/// Finding, with an example and a count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// First finding with this code.
    pub finding: Finding,
    /// Job of that finding.
    pub job: JobId,
    /// Number of jobs with this finding.
    pub count: usize,
}

impl MarkupReport {
    /// Judges the open jobs as their pages state them.
    pub(super) fn of(plan: &Plan<'_>) -> Self {
        let now = plan.input.now;
        let open = plan.input.with_page().par_iter().filter(|posting| !posting.is_expired(now));
        let judged = open.map(|posting| (posting, judge(posting, plan.organization_of(posting), now)));
        let mut report = Self::default();
        for (posting, verdict) in judged.collect::<Vec<_>>() {
            report.pages += 1;
            report.marked_up += usize::from(verdict.is_listed());
            for finding in verdict.in_listings {
                let found = report.findings.entry(finding.code);
                let found = found.or_insert_with(|| Found { finding, job: posting.id.clone(), count: 0 });
                found.count += 1;
            }
        }
        report
    }
}
