//! Skill chips, each a link to the jobs that want the skill.

use leptos::prelude::*;

use super::Icon;
use crate::{domain::skill_icon, index::Facet, query::Query, store::jobs_href};

/// The skills of a job; those past the first few wait behind `+4 more`, which opens by keyboard and without script.
///
/// Shows nothing when there are none.
#[component]
pub fn Skills(
    /// Skills by their canonical names, most important first.
    skills: Vec<String>,
    /// How many are shown at once; all by default.
    #[prop(default = usize::MAX)]
    at_once: usize,
) -> impl IntoView {
    let hidden = skills.get(at_once..).map(<[String]>::to_vec).unwrap_or_default();
    let shown = skills.into_iter().take(at_once).map(chip).collect_view();
    view! {
        <ul class="skills" aria-label="Skills">
            {shown}
            {(!hidden.is_empty()).then(|| view! {
                <li>
                    <details class="skills-more">
                        <summary>{format!("+{} more", hidden.len())}</summary>
                        <ul class="skills">{hidden.into_iter().map(chip).collect_view()}</ul>
                    </details>
                </li>
            })}
        </ul>
    }
    .into_any()
}

fn chip(skill: String) -> AnyView {
    let link = jobs_href(&Query::default().toggled(Facet::Skill, &skill));
    let icon = skill_icon(&skill).map(|name| view! { <Icon name/> });
    view! { <li><a class="skill" href=link>{icon}{skill}</a></li> }.into_any()
}
