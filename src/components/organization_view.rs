//! Parts of a company's page: facts, people, and profiles.

use maud::{Markup, html};
use openroles_model::{
    domain::{Organization, Person, SocialProfile, WebUrl},
    words::CompanyWords,
};

use super::{icon::icon, monogram::monogram, section::list_section};
use crate::store::expect_words;

/// Link to the company's own site, labeled with its host. Empty if it isn't stated.
pub fn company_website(website: Option<&WebUrl>) -> Markup {
    html! {
        @if let Some(url) = website {
            p { a href=(url.as_str()) rel="noopener nofollow ugc external" { (icon("globe")) (url.host()) } }
        }
    }
}

/// Year of founding, type, size, and stage, if stated. Empty if none is.
pub fn company_facts(organization: &Organization) -> Markup {
    let words = &expect_words().company;
    stated_facts([
        (words.founded, organization.founded.map(|year| year.to_string())),
        (words.kind, organization.kind.clone()),
        (words.size, organization.size.map(|size| size.to_string())),
        (words.stage, organization.stage.clone()),
    ])
}

/// Labels with values; those without a value are left out. Empty if none has a value.
pub fn stated_facts<const N: usize>(facts: [(&'static str, Option<String>); N]) -> Markup {
    let stated: Vec<_> = facts.into_iter().filter_map(|(label, value)| Some((label, value?))).collect();
    html! {
        @if !stated.is_empty() {
            dl class="company-facts" {
                @for (label, value) in stated { div { dt { (label) } dd { (value) } } }
            }
        }
    }
}

/// People who work at a company. Empty if none is named.
pub fn team(team: &[Person]) -> Markup {
    let people = team.iter().map(|person| {
        html! {
            li class="person" {
                (monogram(&person.name, person.image.as_ref()))
                span { (person.name) @if let Some(role) = &person.role { small { (role) } } }
            }
        }
    });
    list_section("team", expect_words().company.team, "team", &people.collect::<Vec<_>>())
}

/// Profiles on social networks of the company called `name`. Empty if there are none.
pub fn social_profiles(name: &str, profiles: &[SocialProfile]) -> Markup {
    let words = &expect_words().company;
    let links = profiles.iter().map(|profile| {
        let network = network_name(&profile.network, words);
        html! {
            li {
                a class="profile" href=(profile.url.as_str()) aria-label=((words.on_network)(name, network))
                    rel="noopener nofollow ugc external" { (network) }
            }
        }
    });
    list_section("profiles", words.profiles, "profiles", &links.collect::<Vec<_>>())
}

/// Proper spelling of a network's name; unknown names are returned unchanged.
fn network_name<'a>(network: &'a str, words: &CompanyWords) -> &'a str {
    match network {
        "blog" => words.blog,
        "facebook" => "Facebook",
        "github" => "GitHub",
        "instagram" => "Instagram",
        "linkedin" => "LinkedIn",
        "twitter" => "Twitter",
        "x" => "X",
        "youtube" => "YouTube",
        other => other,
    }
}
