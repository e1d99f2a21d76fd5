//! Flat records with column names in any wording: spreadsheets, exports, plain XML, scraped lists.
//!
//! Case, spaces, and punctuation don't matter in names: `Job Title`, `job_title`, and `jobTitle` are the same. A record
//! with neither identifier nor address is identified by its contents, so that it keeps its page from build to build.

use openroles_model::domain::IdSource;
use serde_json::{Map, Value};
use xxhash_rust::xxh3::xxh3_64;

use super::{
    lenient,
    raw::RawPosting,
    rejection::RejectionReason,
    source::{Fields, PlaceAt, RecordReader, Salary, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source { name: "table", telling: &[], reading: RecordReader::Whole(postings) };

/// Whether a record is flat, has a title, and has a column that only tables have.
pub(super) fn recognizes(record: &Value) -> bool {
    let Some(fields) = record.as_object().filter(|fields| !fields.keys().any(|name| name.starts_with('@'))) else {
        return false;
    };
    let columns: Vec<(&str, String)> =
        fields.keys().filter_map(|name| key(name)).filter_map(|key| Some((column(&key)?, key))).collect();
    let has_title = columns.iter().any(|(column, _)| *column == "title");
    // Any scraped record can state when it was recorded, also nested ones.
    has_title && columns.iter().any(|(column, key)| *column != "recorded" && !SHARED.contains(&key.as_str()))
}

/// Names that the native format has too, so they don't show that a record is from a table.
const SHARED: [&str; 24] = [
    "id",
    "identifier",
    "url",
    "title",
    "name",
    "company",
    "hiringorganization",
    "description",
    "skills",
    "location",
    "joblocation",
    "department",
    "departments",
    "industry",
    "basesalary",
    "employmenttype",
    "dateposted",
    "validthrough",
    "inlanguage",
    "experiencerequirements",
    "joblocationtype",
    "workplacetype",
    "applicantlocationrequirements",
    "howtoapply",
];

/// What a column can be, for operators whose columns have other names.
pub const COLUMN_NAMES: [&str; COLUMNS.len()] = {
    let mut names = [""; COLUMNS.len()];
    let mut at = 0;
    while at < names.len() {
        names[at] = COLUMNS[at][0];
        at += 1;
    }
    names
};

/// The names of each column; the first is the one in [`FIELDS`].
#[rustfmt::skip]
const COLUMNS: [&[&str]; 32] = [
    &["id", "identifier", "jobid", "reference", "referencenumber", "refnumber", "requisitionid", "reqid"],
    &["url", "joburl", "link", "joblink", "permalink", "applicationlink", "sourceurl"],
    &["title", "jobtitle", "jobrole", "position", "positiontitle", "jobname"],
    &["company", "companyname", "hiringorganization", "hiringorganizationname", "employer", "organization"],
    &["website", "companywebsite", "companyurl", "hiringorganizationurl"],
    &["logo", "companylogo", "companylogourl", "hiringorganizationlogo"],
    &["description", "jobdescription", "details", "content", "body"],
    &["skills", "keyskills", "jobskills", "skillsdescription", "skillsrequired", "requiredskills", "technologies"],
    &["experience", "jobexperience", "experiencerequired", "experiencerequirements", "yearsofexperience", "exp"],
    &["salary", "basesalary", "pay", "compensation", "ctc", "salarytext", "salaryrange", "salaryestimate", "wage",
        "remuneration"],
    &["salarymin", "minsalary", "minimumsalary", "basesalaryminvalue", "salaryfrom", "salaryyearavg", "salaryhouravg"],
    &["salarymax", "maxsalary", "maximumsalary", "basesalarymaxvalue", "salaryto", "salaryyearavg", "salaryhouravg"],
    &["currency", "salarycurrency", "basesalarycurrency"],
    &["salaryunit", "salaryperiod", "salaryrate", "salaryinterval", "basesalaryunittext", "payperiod"],
    &["location", "joblocation", "locations", "place", "places", "joblocationaddress"],
    &["city", "town", "addresslocality", "locality"],
    &["region", "state", "province", "addressregion"],
    &["country", "addresscountry", "countrycode"],
    &["workplace", "workplacetype", "joblocationtype", "remotetype", "workmode", "worktype"],
    &["remote", "isremote", "jobworkfromhome", "workfromhome", "telecommuting"],
    &["applicants", "applicantlocationrequirements", "eligiblecountries"],
    &["employmenttype", "jobtype", "type", "jobscheduletype", "contracttype", "schedule"],
    &["industry", "category", "sector", "functionalarea"],
    &["department", "departments", "team", "division"],
    &["dateposted", "posteddate", "postedat", "jobposteddate", "publishedat", "posted", "date", "createdat"],
    &["recorded", "scrapedat", "scrapedate", "scrapeddate", "crawledat", "collectedat", "fetchedat", "createdat"],
    &["validthrough", "expires", "expirydate", "expirationdate", "deadline", "closingdate"],
    &["language", "inlanguage", "lang"],
    &["visa", "visasponsorship", "eligibilitytoworkrequirement", "workauthorization"],
    &["apply", "applyurl", "applicationurl", "howtoapply", "applicationemail", "email"],
    &["agency", "recruitmentagency", "staffingagency"],
    &["recruiter", "postedby", "recruitername"],
];

const FIELDS: Fields = Fields {
    id: &["id"],
    url: &["url"],
    title: &["title"],
    organization: &["company"],
    website: &["website"],
    logo: &["logo"],
    description: &["description"],
    experience: &["experience"],
    salary: Salary {
        min: &["salarymin"],
        max: &["salarymax"],
        currency: &["currency"],
        unit: &["salaryunit"],
        text: &["salary"],
    },
    places: &[
        PlaceAt::Words(&["location"]),
        PlaceAt::Parts { of: "", locality: &["city"], region: &["region"], country: &["country"] },
    ],
    country: &["country"],
    workplace: &["workplace"],
    remote: &["remote"],
    applicants: &["applicants"],
    employment: &["employmenttype"],
    industry: &["industry"],
    department: &["department"],
    date_posted: &["dateposted"],
    valid_through: &["validthrough"],
    language: &["language"],
    apply: &["apply"],
    finish: |wire, posting| {
        posting.recorded = wire.text(&["recorded"]);
        posting.work_eligibility = wire.text(&["visa"]);
        posting.skills = wire.values("skills").into_iter().flat_map(lenient::listed).collect();
        if posting.id.is_none() && posting.url.is_none() {
            (posting.id, posting.id_source) = (Some(content_id(posting)), IdSource::Contents);
        }
        posting.provenance = lenient::provenance(wire.text(&["agency"]), wire.text(&["recruiter"]));
    },
    ..Fields::NONE
};

fn postings(wire: Wire<'_>) -> Result<Vec<RawPosting>, RejectionReason> {
    let Some(fields) = wire.record.as_object() else {
        return Err(RejectionReason::NotAPosting { found: lenient::field_names(wire.record) });
    };
    let named: Vec<(String, &Value)> = fields.iter().filter_map(|(name, value)| Some((key(name)?, value))).collect();
    let mut record = Map::new();
    for names in COLUMNS {
        let stated = names.iter().flat_map(|name| named.iter().filter(move |(key, _)| key == name));
        let said = stated.map(|(_, value)| *value).find(|value| !value.is_null() && *value != "");
        record.extend(said.map(|value| (names[0].to_owned(), value.clone())));
    }
    if !record.contains_key("title") {
        let is_blank = record.is_empty();
        return Err(if is_blank {
            RejectionReason::NotAPosting { found: lenient::field_names(wire.record) }
        } else {
            RejectionReason::MissingTitle
        });
    }
    Ok(FIELDS.posting(Wire { record: &Value::Object(record), ..wire })?.into_iter().collect())
}

/// The unused columns of a record, each with the start of its text.
pub(super) fn unread(record: &Value) -> Vec<(String, String)> {
    const LONGEST: usize = 200;
    // A column without a name can't be mapped.
    let is_unread = |name: &str| match key(name) {
        Some(key) => !key.is_empty() && column(&key).is_none(),
        None => true,
    };
    let said = |value: &Value| match value {
        Value::Bool(said) => Some(said.to_string()),
        Value::Null => None,
        other => Some(lenient::text(other).unwrap_or_default()),
    };
    let start = |text: String| text.chars().take(LONGEST).collect::<String>();
    let fields = record.as_object().into_iter().flatten().filter(|(name, _)| is_unread(name));
    fields.filter_map(|(name, value)| Some((name.clone(), start(said(value)?)))).collect()
}

/// The column that a name means.
fn column(key: &str) -> Option<&'static str> {
    COLUMNS.iter().find(|names| names.contains(&key)).map(|names| names[0])
}

/// A column's name without case, spaces, and punctuation; `None` if it is too long for a name.
fn key(name: &str) -> Option<String> {
    const LONGEST: usize = 60;
    let is_short = name.len() <= LONGEST;
    is_short.then(|| name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect())
}

/// An identifier made from a posting's contents, without dates, because "5 days ago" changes daily.
fn content_id(posting: &RawPosting) -> String {
    let places: Vec<_> = posting.places.iter().map(|place| (&place.text, &place.locality, &place.country)).collect();
    let salary = &posting.salary;
    let mut said = format!(
        "{:?}",
        (
            (&posting.title, &posting.organization.name, places, &posting.description, &posting.skills),
            (&salary.text, &salary.min, &salary.max, &posting.experience.text, &posting.employment_types),
        )
    );
    // Added only if stated: rows without these fields keep the identifiers that earlier versions gave them.
    let regions: Vec<_> = posting.places.iter().map(|place| &place.region).collect();
    let states_region = regions.iter().any(|region| region.is_some());
    if states_region || posting.department.is_some() || !posting.workplace.is_empty() {
        said.push_str(&format!("{:?}", (regions, &posting.department, &posting.workplace)));
    }
    format!("{:016x}", xxh3_64(said.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::super::outline::{check, rejected};

    #[test]
    fn columns_are_known_by_whatever_people_call_them() {
        check(
            "Job ID,Job Title,Company Name,Location,Job Experience,Salary,Key Skills,Posted Date,Apply URL\n\
             7,Baker,Acme,\"Pune, India\",3-6 Yrs,3.5-6.5 Lacs PA,\"bread, rye (dark, light)\",1 Day Ago,https://example.com/7\n",
            "table",
            &["7 | Baker | Acme | -
              place Pune, India · pay \"3.5-6.5 Lacs PA\" · years 3-6 Yrs · skill bread · skill rye (dark, light) · posted 1 Day Ago · apply https://example.com/7"],
        );
        check(
            "<source><publisher>x</publisher><job><title><![CDATA[Baker]]></title><date>2026-08-01</date><referencenumber>R7</referencenumber><url>https://example.com/7</url><company>Acme</company><city>Graz</city><state>Styria</state><country>AT</country><jobtype>fulltime</jobtype></job></source>",
            "table",
            &["R7 | Baker | Acme | https://example.com/7
              place Graz, Styria, AT · type fulltime · posted 2026-08-01"],
        );
        check(
            r#"[{"job_title":"Baker","company_name":"Acme","job_location":"Mesa, AZ","job_url":"https://example.com/7","job_work_from_home":true,"salary_rate":"year","salary_year_avg":140000,"job_skills":["bread","rye"]}]"#,
            "table",
            &["- | Baker | Acme | https://example.com/7
              place Mesa, AZ · workplace remote · pay 140000-140000 year · skill bread · skill rye"],
        );
    }

    #[test]
    fn a_row_without_identifier_is_known_by_what_it_says() {
        let feed = "Job Title,Company,Posted\nBaker,Acme,5 days ago\nBaker,Other,today\n";
        let ids = |feed: &str| -> Vec<Option<String>> {
            super::super::read(feed.as_bytes(), None).expect("readable").postings.into_iter().map(|p| p.id).collect()
        };
        let first = ids(feed);
        assert!(first[0].is_some() && first[0] != first[1]);
        assert_eq!(first, ids(&feed.replace("5 days", "6 days")));
    }

    #[test]
    fn rows_that_differ_only_in_region_department_or_workplace_are_different_jobs() {
        let ids = |feed: &str| -> Vec<Option<String>> {
            super::super::read(feed.as_bytes(), None).expect("readable").postings.into_iter().map(|p| p.id).collect()
        };
        for (columns, one, other) in [
            ("City,State", "Springfield,Illinois", "Springfield,Ohio"),
            ("Department", "Bread", "Cakes"),
            ("Department", "Bread", ""),
            ("Workplace", "remote", "hybrid"),
            ("Remote", "true", "false"),
        ] {
            let of_two = ids(&format!("Job Title,Company,{columns}\nBaker,Acme,{one}\nBaker,Acme,{other}\n"));
            assert_ne!(of_two[0], of_two[1], "{columns}: {one} and {other}");
        }
        // The identifiers that such rows have always had. If they changed, pages would move.
        for (columns, row, id) in
            [("Company", "Acme", "64b64dcc7064c9c0"), ("Company,City", "Acme,Graz", "0e93e64c6bfa02c8")]
        {
            assert_eq!(ids(&format!("Job Title,{columns}\nBaker,{row}\n")), [Some(id.to_owned())], "{row}");
        }
    }

    #[test]
    fn the_operator_may_say_what_a_column_is() {
        let feed = b"Was,Wer,Wo\nBaker,Acme,Graz\n";
        assert!(super::super::read(feed, None).is_err());
        let columns = [("title", "Was"), ("company", "Wer"), ("location", "Wo")];
        let columns = columns.map(|(name, column)| (name.to_owned(), column.to_owned())).into_iter().collect();
        let options = super::super::ReadOptions { columns, ..Default::default() };
        let posting = super::super::read_with(feed, &options).expect("readable").postings.remove(0);
        assert_eq!(posting.title.as_deref(), Some("Baker"));
        assert_eq!(posting.organization.name.as_deref(), Some("Acme"));
        assert_eq!(posting.places[0].text.as_deref(), Some("Graz"));
    }

    #[test]
    fn columns_that_the_operator_names_are_no_fields_of_other_sources() {
        let columns = [("department", "team"), ("title", "text")];
        let columns = columns.map(|(name, column)| (name.to_owned(), column.to_owned())).into_iter().collect();
        let options = super::super::ReadOptions { columns, ..Default::default() };
        let read = |feed: &str| super::super::read_with(feed.as_bytes(), &options).expect("readable");
        for (feed, kind, department) in [
            (
                r#"[{"id":"1","title":"Baker","team":"Bread","department":"Kitchen","jobUrl":"https://jobs.ashbyhq.com/acme/1","isListed":true}]"#,
                "ashby",
                "Kitchen",
            ),
            (
                r#"[{"id":"1","text":"Baker","hostedUrl":"https://jobs.lever.co/acme/1","categories":{"team":"Bread"}}]"#,
                "lever",
                "Bread",
            ),
            (r#"[{"id":"1","title":"Baker","team":"Bread","company":"Acme"}]"#, "table", "Bread"),
            ("id,text,company,team\n1,Baker,Acme,Bread\n", "table", "Bread"),
        ] {
            let contents = read(feed);
            assert_eq!(contents.kind.map(super::super::FeedKind::name), Some(kind), "{feed}");
            assert_eq!(contents.postings[0].title.as_deref(), Some("Baker"), "{feed}");
            assert_eq!(contents.postings[0].department.as_deref(), Some(department), "{feed}");
        }
    }

    #[test]
    fn what_no_column_is_read_from_is_handed_on_with_what_it_says() {
        let feed = b"Job Title,Company,Apply Link,Notes,,Place,Location\n\
            Baker,Acme,https://example.com/7,,1,Graz,Graz\nCook,Acme,,rye,2,Graz,Graz\n";
        let read = |columns: &[(&str, &str)]| {
            let columns = columns.iter().map(|(name, column)| ((*name).to_owned(), (*column).to_owned())).collect();
            let options = super::super::ReadOptions { columns, ..Default::default() };
            let unread = super::super::read_with(feed, &options).expect("readable").unread;
            unread.into_iter().map(|(column, cells)| format!("{column}: {}", cells.join(" "))).collect::<Vec<_>>()
        };
        assert_eq!(read(&[]), ["Apply Link: https://example.com/7", "Notes: rye"]);
        assert_eq!(read(&[("apply", "Apply Link")]), ["Notes: rye"]);
    }

    #[test]
    fn a_row_without_a_title_is_refused() {
        rejected("Job Title,Company\n,Acme\nBaker,Acme\n", &["line 2 missing-title"]);
    }
}
