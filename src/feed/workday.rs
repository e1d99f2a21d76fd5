//! Workday: the jobs of a career site (`…/wday/cxs/{tenant}/{site}/jobs`), and its jobs one by one.
//!
//! The list says "3 Locations" instead of the places, whose first stands in the path, and "Posted 3 Days Ago" instead
//! of a day, which nobody can tell without knowing when it was asked.

use super::{
    raw::RawPlace,
    source::{Fields, PlaceAt, Reading, Source},
};

pub(super) const SOURCE: Source = Source {
    name: "workday",
    telling: &[&["externalPath", "title"], &["jobReqId", "jobDescription"]],
    reading: Reading::Fields(&Fields {
        id: &["jobReqId", "bulletFields", "externalPath"],
        url: &["externalUrl"],
        title: &["title"],
        organization: &["^.hiringOrganization.name"],
        description: &["jobDescription"],
        places: &[PlaceAt::Words(&["location", "additionalLocations", "locationsText"])],
        workplace: &["remoteType"],
        employment: &["timeType"],
        date_posted: &["startDate"],
        valid_through: &["endDate"],
        finish: |wire, posting| {
            let is_count = |place: &RawPlace| place.text.as_deref().is_some_and(is_count_of_places);
            if posting.places.iter().any(is_count) {
                posting.places = wire.text(&["externalPath"]).and_then(|path| place_in(&path)).into_iter().collect();
            }
        },
        ..Fields::NONE
    }),
};

fn is_count_of_places(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(count, word)| word == "Locations" && count.parse::<u32>().is_ok())
}

/// `/job/Illinois---Chicago/Baker_JR1`: a hyphen is a space, three are a hyphen between two.
fn place_in(path: &str) -> Option<RawPlace> {
    let place = path.strip_prefix("/job/")?.split_once('/')?.0;
    Some(RawPlace::in_words(place.replace("---", " - ").replace('-', " ").replace("   ", " - ")))
}

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn a_count_of_places_gives_way_to_the_place_in_the_path() {
        check(
            r#"{"total":2,"jobPostings":[{"title":"Baker","externalPath":"/job/Illinois---Chicago/Baker_JR33","locationsText":"5 Locations","postedOn":"Posted 3 Days Ago","bulletFields":["JR33"]},
            {"title":"Cook","externalPath":"/job/New-York/Cook_JR34","locationsText":"New York, NY","postedOn":"Posted Yesterday","bulletFields":["JR34"]}],"facets":[],"userAuthenticated":false}"#,
            "workday",
            &["JR33 | Baker | - | -\nplace Illinois - Chicago", "JR34 | Cook | - | -\nplace New York, NY"],
        );
    }

    #[test]
    fn a_job_by_itself_has_its_text_and_its_employer() {
        check(
            r#"{"jobPostingInfo":{"id":"0a","title":"Baker","jobDescription":"<p>Bread</p>","location":"Graz","additionalLocations":["Linz"],"postedOn":"Posted Today","startDate":"2026-08-01","timeType":"Full time","jobReqId":"JR33",
            "jobPostingId":"Baker_JR33","country":{"descriptor":"Austria","id":"x"},"externalUrl":"https://acme.wd5.myworkdayjobs.com/External/job/Graz/Baker_JR33","remoteType":"Hybrid"},"hiringOrganization":{"name":"Acme","url":""},"similarJobs":[],"userAuthenticated":false}"#,
            "workday",
            &["JR33 | Baker | Acme | https://acme.wd5.myworkdayjobs.com/External/job/Graz/Baker_JR33
              handle acme · place Graz · place Linz · workplace Hybrid · type Full time · posted 2026-08-01
              <p>Bread</p>"],
        );
    }
}
