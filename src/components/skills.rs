//! Skills as chips; each links to the jobs that ask for it.

use maud::{Markup, html};
use openroles_engine::query::Query;
use openroles_model::{
    domain::{SkillSource, skill_icon},
    facets::Facet,
};

use super::icon::brand_icon;
use crate::store::{expect_words, jobs_href};

/// A job's skills by their canonical names, most important first. Those after the first `at_once` are collapsed
/// into `+4 more`, which works with the keyboard and without JavaScript. Skills that were found in the text rather
/// than stated are labeled as such. `link` returns the address for a skill. Empty if there are no skills.
pub fn skills(skills: &[String], source: SkillSource, at_once: usize, link: impl Fn(&str) -> String) -> Markup {
    if skills.is_empty() {
        return Markup::default();
    }
    let (shown, hidden) = skills.split_at(at_once.min(skills.len()));
    let words = &expect_words().job;
    let (class, label) = match source {
        SkillSource::Stated => ("skills", words.skills),
        SkillSource::Found => ("skills skills--found", words.found_skills),
    };
    html! {
        ul class=(class) aria-label=(label) {
            @if source == SkillSource::Found { li class="skills-note" aria-hidden="true" { (words.found_in_text) } }
            @for skill in shown { (chip(skill, &link(skill))) }
            @if !hidden.is_empty() {
                li {
                    details class="skills-more" {
                        summary { ((words.more_skills)(hidden.len())) }
                        ul class="skills" { @for skill in hidden { (chip(skill, &link(skill))) } }
                    }
                }
            }
        }
    }
}

/// Address of the search for jobs that ask for a skill.
pub fn jobs_asking_for(skill: &str) -> String {
    jobs_href(&Query::default().toggled(Facet::Skill, skill))
}

fn chip(skill: &str, link: &str) -> Markup {
    html! {
        li { a class="skill" href=(link) { @if let Some(name) = skill_icon(skill) { (brand_icon(name)) } (skill) } }
    }
}
