//! Personio: the XML of a career page, `{company}.jobs.personio.de/xml`.
//!
//! It doesn't name the page of a position, and often not the company: both follow from the feed's address. A position
//! in several offices may occur more than once, with the same number; `ingest` merges them.

use super::{
    address,
    source::{Fields, PlaceAt, RecordReader, Section, Source},
};

pub(super) const SOURCE: Source = Source {
    name: "personio",
    telling: &[&["jobDescriptions", "name"], &["recruitingCategory"], &["office", "schedule"]],
    reading: RecordReader::Fields(&Fields {
        id: &["id"],
        title: &["name"],
        organization: &["subcompany"],
        sections: &[Section { of: "jobDescriptions.jobDescription", heading: "name", text: "value" }],
        experience: &["yearsOfExperience"],
        places: &[PlaceAt::Words(&["office", "additionalOffices.office"])],
        employment: &["schedule", "employmentType"],
        industry: &["recruitingCategory"],
        department: &["department"],
        date_posted: &["createdAt"],
        finish: |wire, posting| {
            let keywords = wire.text(&["keywords"]).unwrap_or_default();
            posting.skills =
                keywords.split(',').map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect();
            let origin = wire.address.and_then(|address| address::origin(address, &["personio.de", "personio.com"]));
            let page = origin.zip(posting.id.as_ref()).map(|(origin, id)| format!("{origin}/job/{id}"));
            address::complete(posting, page);
            // "lt-1" means less than 1 year, "gt-15" more than 15 years.
            posting.experience.text = posting.experience.text.take().map(|years| {
                let more = years.strip_prefix("gt-").map(|least| format!("{least}+"));
                more.or_else(|| years.strip_prefix("lt-").map(|most| format!("0-{most}"))).unwrap_or(years)
            });
        },
        ..Fields::NONE
    }),
};

#[cfg(test)]
mod tests {
    use super::super::outline::{check, check_fetched, rejected};

    const POSITION: &str = "<position><id>18</id><subcompany>Acme SE &amp; Co. KG</subcompany><office>Graz</office><additionalOffices><office>Linz</office><office>Wels</office></additionalOffices>
        <department>Kitchen</department><recruitingCategory>Food</recruitingCategory><name>Baker</name>
        <jobDescriptions><jobDescription><name>You</name><value><![CDATA[<ul><li>knead</li></ul>]]></value></jobDescription><jobDescription><name>We</name><value>&lt;p&gt;pay&lt;/p&gt;</value></jobDescription></jobDescriptions>
        <employmentType>permanent</employmentType><seniority>experienced</seniority><schedule>full-time</schedule><yearsOfExperience>gt-15</yearsOfExperience><keywords>bread,rye</keywords><createdAt>2026-01-13T14:10:41+00:00</createdAt></position>";

    #[test]
    fn a_position_is_read_with_its_offices_and_parts() {
        check(
            &format!("<?xml version='1.0' encoding='UTF-8'?>\n<workzag-jobs>{POSITION}</workzag-jobs>"),
            "personio",
            &["18 | Baker | Acme SE & Co. KG | -
              place Graz · place Linz · place Wels · years 15+ · skill bread · skill rye · type full-time · type permanent · industry Food · department Kitchen · posted 2026-01-13T14:10:41+00:00
              <h3>You</h3> / <ul><li>knead</li></ul> / <h3>We</h3> / <p>pay</p>"],
        );
    }

    #[test]
    fn a_position_of_a_fetched_feed_has_its_page() {
        check_fetched(
            &format!(
                "<workzag-jobs>{}</workzag-jobs>",
                POSITION.replace("<subcompany>Acme SE &amp; Co. KG</subcompany>", "")
            ),
            "https://acme.jobs.personio.de/xml?language=de",
            &["18 · acme · https://acme.jobs.personio.de/job/18"],
        );
    }

    #[test]
    fn a_broken_position_costs_only_itself() {
        let feed =
            format!("<workzag-jobs>{POSITION}<position><id>19</id><name>Cook</position>{POSITION}</workzag-jobs>");
        rejected(&feed, &["record 2 invalid-xml"]);
    }
}
