//! A company: its facts, its people, its profiles.

use maud::{Markup, html};

use super::{icon::icon, monogram::monogram, section::list_section};
use crate::domain::{Organization, Person, SocialProfile, WebUrl};

/// The company's own site, named by its host. Empty when it is not stated.
pub fn company_website(website: Option<&WebUrl>) -> Markup {
    html! {
        @if let Some(url) = website {
            p { a href=(url.as_str()) rel="noopener nofollow ugc external" { (icon("globe")) (url.host()) } }
        }
    }
}

/// Founded, type, size and stage, as far as they are stated. Empty when none is.
pub fn company_facts(organization: &Organization) -> Markup {
    stated_facts([
        ("Founded", organization.founded.map(|year| year.to_string())),
        ("Type", organization.kind.clone()),
        ("Size", organization.size.map(|size| size.to_string())),
        ("Stage", organization.stage.clone()),
    ])
}

/// Labels with their values, as far as there are values. Empty when there is none.
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

/// People to connect with. Empty when nobody is named.
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

/// The profiles elsewhere of the company of this name. Empty when there are none.
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

/// A network as it writes itself; unknown ones as the feed does.
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
