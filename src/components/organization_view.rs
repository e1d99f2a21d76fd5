//! Parts of a company's page: facts, people, and profiles.

use maud::{Markup, html};

use super::{icon::icon, monogram::monogram, section::list_section};
use crate::domain::{Organization, Person, SocialProfile, WebUrl};

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
    stated_facts([
        ("Founded", organization.founded.map(|year| year.to_string())),
        ("Type", organization.kind.clone()),
        ("Size", organization.size.map(|size| size.to_string())),
        ("Stage", organization.stage.clone()),
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
    list_section("team", "Connect with the team", "team", &people.collect::<Vec<_>>())
}

/// Profiles on social networks of the company called `name`. Empty if there are none.
pub fn social_profiles(name: &str, profiles: &[SocialProfile]) -> Markup {
    let links = profiles.iter().map(|profile| {
        let network = network_name(&profile.network);
        html! {
            li {
                a class="profile" href=(profile.url.as_str()) aria-label={ (name) " on " (network) }
                    rel="noopener nofollow ugc external" { (network) }
            }
        }
    });
    list_section("profiles", "Company social profiles", "profiles", &links.collect::<Vec<_>>())
}

/// Proper spelling of a network's name; unknown names are returned unchanged.
fn network_name(network: &str) -> &str {
    match network {
        "blog" => "Blog",
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
