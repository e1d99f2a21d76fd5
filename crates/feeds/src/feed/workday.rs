//! Workday: the jobs of a career site (`…/wday/cxs/{tenant}/{site}/jobs`), and single jobs.
//!
//! The list has "3 Locations" instead of the places, of which only the first is in the path, and "Posted 3 Days Ago"
//! instead of a day. Its bullets are the employer's choice: the identifier, and for some employers the place before it.

use super::{
    address,
    raw::RawPlace,
    source::{Fields, PlaceAt, RecordReader, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source {
    name: "workday",
    telling: &[&["externalPath", "title"], &["jobReqId", "jobDescription"]],
    reading: RecordReader::Fields(&Fields {
        id: &["jobReqId"],
        url: &["externalUrl"],
        title: &["title"],
        organization: &["^.hiringOrganization.name"],
        description: &["jobDescription"],
        places: &[PlaceAt::Words(&["location", "additionalLocations", "locationsText"])],
        country: &["country.descriptor"],
        workplace: &["remoteType"],
        employment: &["timeType"],
        date_posted: &["startDate", "postedOn"],
        valid_through: &["endDate"],
        finish: |wire, posting| {
            posting.id = posting.id.take().or_else(|| listed_id(wire));
            address::complete(posting, listed_page(wire));
            let is_count = |place: &RawPlace| place.text.as_deref().is_some_and(is_count_of_places);
            if posting.places.iter().any(is_count) {
                posting.places = wire.text(&["externalPath"]).and_then(|path| place_in(&path)).into_iter().collect();
            }
        },
        ..Fields::NONE
    }),
};

/// The identifier in a list: the bullet with which the path ends, because the first bullet can be the place. A job that
/// is posted again has a number at the end of its path: `Baker_JR33-1`.
fn listed_id(wire: Wire<'_>) -> Option<String> {
    let bullets = wire.texts(&["bulletFields"]);
    let Some(path) = wire.text(&["externalPath"]) else { return bullets.into_iter().next() };
    let without_repeat = path.rsplit_once('-').filter(|(_, count)| count.bytes().all(|byte| byte.is_ascii_digit()));
    let paths = [Some(path.as_str()), without_repeat.map(|(path, _)| path)];
    let is_end = |bullet: &String| {
        paths.iter().flatten().any(|path| path.strip_suffix(bullet.as_str()).is_some_and(|rest| rest.ends_with('_')))
    };
    let behind = || path.rsplit('/').next()?.rsplit_once('_').map(|(_, id)| id.to_owned()).filter(|id| !id.is_empty());
    bullets.iter().find(|bullet| is_end(bullet)).cloned().or_else(behind).or(Some(path.clone()))
}

/// The page of a job in a list that was fetched from `…/wday/cxs/{tenant}/{site}/jobs`.
fn listed_page(wire: Wire<'_>) -> Option<String> {
    let fetched = wire.address?;
    let origin = address::origin(fetched, &["myworkdayjobs.com"])?;
    let site =
        fetched.strip_prefix(origin)?.strip_prefix("/wday/cxs/")?.split('/').nth(1).filter(|site| !site.is_empty())?;
    let path = wire.text(&["externalPath"]).filter(|path| path.starts_with("/job/"))?;
    Some(format!("{origin}/{site}{path}"))
}

fn is_count_of_places(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(count, word)| word == "Locations" && count.parse::<u32>().is_ok())
}

/// `/job/Illinois---Chicago/Baker_JR1`: a hyphen is a space; three are a hyphen between spaces.
fn place_in(path: &str) -> Option<RawPlace> {
    let place = path.strip_prefix("/job/")?.split_once('/')?.0;
    Some(RawPlace::in_words(place.replace("---", " - ").replace('-', " ").replace("   ", " - ")))
}

#[cfg(test)]
mod tests {
    use super::super::outline::{check, check_fetched};

    #[test]
    fn a_count_of_places_gives_way_to_the_place_in_the_path() {
        check(
            r#"{"total":2,"jobPostings":[{"title":"Baker","externalPath":"/job/Illinois---Chicago/Baker_JR33","locationsText":"5 Locations","postedOn":"Posted 3 Days Ago","bulletFields":["JR33"]},
            {"title":"Cook","externalPath":"/job/New-York/Cook_JR34","locationsText":"New York, NY","postedOn":"Posted Yesterday","bulletFields":["JR34"]}],"facets":[],"userAuthenticated":false}"#,
            "workday",
            &[
                "JR33 | Baker | - | -\nplace Illinois - Chicago · posted Posted 3 Days Ago",
                "JR34 | Cook | - | -\nplace New York, NY · posted Posted Yesterday",
            ],
        );
    }

    #[test]
    fn a_job_of_a_fetched_list_has_its_page() {
        check_fetched(
            r#"{"jobPostings":[{"title":"Baker","externalPath":"/job/Graz/Baker_JR33","bulletFields":["JR33"]}]}"#,
            "https://acme.wd5.myworkdayjobs.com/wday/cxs/acme/External/jobs",
            &["JR33 · acme · https://acme.wd5.myworkdayjobs.com/External/job/Graz/Baker_JR33"],
        );
    }

    #[test]
    fn the_bullet_that_the_path_ends_with_is_the_identifier() {
        let ids = |path: &str, bullets: &str| {
            let feed =
                format!(r#"{{"jobPostings":[{{"title":"Baker","externalPath":"{path}","bulletFields":{bullets}}}]}}"#);
            super::super::read(feed.as_bytes(), None).expect("readable").postings.remove(0).id
        };
        for (path, bullets, expected) in [
            ("/job/Seattle/Baker_R0022014", r#"["Seattle (Market/Region)","R0022014"]"#, "R0022014"),
            ("/job/Seattle/Baker_R0022014-2", r#"["Seattle (Market/Region)","R0022014"]"#, "R0022014"),
            ("/job/Seattle/Baker_JR_33", r#"["Seattle","JR_33"]"#, "JR_33"),
            ("/job/Seattle/Baker_R-33", r#"["R-33","Seattle"]"#, "R-33"),
            ("/job/Seattle/Baker_R33", r#"["Seattle"]"#, "R33"),
            ("/job/Seattle/Baker_R33", "[]", "R33"),
            ("/job/Seattle/Baker", r#"["Seattle"]"#, "/job/Seattle/Baker"),
        ] {
            assert_eq!(ids(path, bullets).as_deref(), Some(expected), "{path} {bullets}");
        }
    }

    #[test]
    fn a_job_by_itself_has_its_text_and_its_employer() {
        check(
            r#"{"jobPostingInfo":{"id":"0a","title":"Baker","jobDescription":"<p>Bread</p>","location":"Graz","additionalLocations":["Linz"],"postedOn":"Posted Today","startDate":"2026-08-01","timeType":"Full time","jobReqId":"JR33",
            "jobPostingId":"Baker_JR33","country":{"descriptor":"Austria","id":"x"},"externalUrl":"https://acme.wd5.myworkdayjobs.com/External/job/Graz/Baker_JR33","remoteType":"Hybrid"},"hiringOrganization":{"name":"Acme","url":""},"similarJobs":[],"userAuthenticated":false}"#,
            "workday",
            &["JR33 | Baker | Acme | https://acme.wd5.myworkdayjobs.com/External/job/Graz/Baker_JR33
              handle acme · place Austria, Graz · place Linz · workplace Hybrid · type Full time · posted 2026-08-01
              <p>Bread</p>"],
        );
    }
}
