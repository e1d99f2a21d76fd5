//! A company: its facts, its people, its profiles.

use leptos::prelude::*;

use super::{Icon, Monogram};
use crate::domain::{Organization, Person, SocialProfile, WebUrl};

/// The company's own site, named by its host. Shows nothing when it is not stated.
#[component]
pub fn CompanyWebsite(
    /// The site.
    website: Option<WebUrl>,
) -> impl IntoView {
    website.map(|url| {
        let host = url.host().to_owned();
        view! { <p><a href=url.as_str().to_owned() rel="noopener nofollow ugc external"><Icon name="globe"/>{host}</a></p> }
    })
}

/// Founded, type, size and stage, as far as they are stated. Shows nothing when none is.
#[component]
pub fn CompanyFacts(
    /// The company.
    organization: Organization,
) -> impl IntoView {
    let facts = [
        ("Founded", organization.founded.map(|year| year.to_string())),
        ("Type", organization.kind),
        ("Size", organization.size.map(|size| size.to_string())),
        ("Stage", organization.stage),
    ];
    let stated: Vec<_> = facts.into_iter().filter_map(|(label, value)| value.map(|value| (label, value))).collect();
    (!stated.is_empty()).then(|| {
        let rows = stated.into_iter().map(|(label, value)| view! { <div><dt>{label}</dt><dd>{value}</dd></div> });
        view! { <dl class="company-facts">{rows.collect_view()}</dl> }
    })
}

/// People to connect with. Shows nothing when nobody is named.
#[component]
pub fn Team(
    /// The people.
    team: Vec<Person>,
) -> impl IntoView {
    (!team.is_empty()).then(|| {
        let people = team.into_iter().map(|person| {
            view! {
                <li class="person">
                    <Monogram name=person.name.clone() logo=person.image/>
                    <span>{person.name}{person.role.map(|role| view! { <small>{role}</small> })}</span>
                </li>
            }
        });
        view! {
            <section class="section" aria-labelledby="team">
                <h2 id="team">"Connect with the team"</h2>
                <ul class="team">{people.collect_view()}</ul>
            </section>
        }
    })
}

/// The company's profiles elsewhere. Shows nothing when there are none.
#[component]
pub fn SocialProfiles(
    /// Whose.
    name: String,
    /// The profiles.
    profiles: Vec<SocialProfile>,
) -> impl IntoView {
    (!profiles.is_empty()).then(|| {
        let links = profiles.into_iter().map(|profile| {
            let label = format!("{name} on {}", network_name(&profile.network));
            let shown = network_name(&profile.network).to_owned();
            view! {
                <li>
                    <a class="profile" href=profile.url.as_str().to_owned() aria-label=label rel="noopener nofollow ugc external">
                        {shown}
                    </a>
                </li>
            }
        });
        view! {
            <section class="section" aria-labelledby="profiles">
                <h2 id="profiles">"Company social profiles"</h2>
                <ul class="profiles">{links.collect_view()}</ul>
            </section>
        }
    })
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
