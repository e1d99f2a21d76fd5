//! Strings from real feeds that led to rules, with the values that ingest makes of them.

use openroles_feeds::{
    feed,
    ingest::{IngestOptions, ingest},
};
use openroles_model::{
    domain::{ApplicantLocation, JobPosting},
    words::ENGLISH,
};
use serde_json::{Map, Value, json};

/// Posting that a record with only this field becomes.
fn posting(field: &str, value: &Value) -> JobPosting {
    let mut record = Map::new();
    record.insert("@type".to_owned(), json!("JobPosting"));
    record.insert("identifier".to_owned(), json!("1"));
    record.insert("title".to_owned(), json!("Baker"));
    record.insert("hiringOrganization".to_owned(), json!("Acme"));
    record.insert(field.to_owned(), value.clone());
    let contents = feed::read(Value::Object(record).to_string().as_bytes(), None).expect("a readable feed");
    ingest(contents, &IngestOptions::default()).postings.pop().unwrap_or_else(|| panic!("{value} costs the posting"))
}

/// Checks what each text becomes, and reports all differences at once.
fn check(field: &str, read: impl Fn(&JobPosting) -> String, table: &[(&str, &str)]) {
    let wrong: Vec<String> = table
        .iter()
        .map(|(text, expected)| (text, expected, read(&posting(field, &json!(text)))))
        .filter(|(_, expected, found)| found != *expected)
        .map(|(text, expected, found)| format!("{text:?}\n  gives    {found}\n  not      {expected}"))
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn salary(posting: &JobPosting) -> String {
    posting.base_salary.as_ref().map_or_else(|| "-".to_owned(), |salary| salary.in_words(ENGLISH.values))
}

fn places(posting: &JobPosting) -> String {
    let place = |place: &openroles_model::domain::Place| {
        let slug =
            |named: &Option<openroles_model::domain::NamedPlace>| named.as_ref().map(|named| named.slug.to_string());
        let levels = [slug(&place.city), slug(&place.region), place.country.map(|country| country.code().to_owned())];
        let levels = levels.into_iter().flatten().collect::<Vec<_>>().join("<");
        if levels.is_empty() { format!("~{}", place.text) } else { levels }
    };
    let mut parts: Vec<String> = posting.job_locations.iter().map(place).collect();
    parts.extend(posting.workplace.map(|workplace| format!("{workplace:?}").to_lowercase()));
    parts.extend(match &posting.applicant_location {
        ApplicantLocation::Countries(countries) => {
            Some(format!("from {}", countries.iter().map(|country| country.code()).collect::<Vec<_>>().join("+")))
        }
        ApplicantLocation::Places(names) => Some(format!("from {}", names.join(", "))),
        ApplicantLocation::Worldwide => Some("from anywhere".to_owned()),
        ApplicantLocation::NotStated => None,
    });
    parts.join(" ")
}

#[test]
fn pay_becomes_figures_where_they_are_certain_and_words_elsewhere() {
    check(
        "baseSalary",
        salary,
        &[
            ("₹10L - ₹30L / yr", "₹10L - ₹30L / yr"),
            ("3.5-6.5 Lacs PA", "₹3.5L - ₹6.5L / yr"),
            ("18-33 Lacs PA (Including Variable: 15.0%)", "₹18L - ₹33L / yr"),
            ("50,000-2.5 Lacs PA", "₹50K - ₹2.5L / yr"),
            ("40 Lacs-1 Cr P.A.", "₹40L - ₹1Cr / yr"),
            ("$53K-$91K (Glassdoor est.)", "$53K - $91K / yr"),
            ("Employer Provided Salary:$35 - $40 Per Hour", "$35 - $40 / hr"),
            ("£9.21 Per Hour", "£9.21 / hr"),
            ("£9-11 per hour", "£9 - £11 / hr"),
            ("£16.65 per hour (£34,632 per annum)", "£16.65 / hr"),
            ("€60–75k p.a.", "€60K - €75K / yr"),
            ("1.2 Cr", "₹1.2Cr / yr"),
            ("USD 100,000 - 150,000", "$100K - $150K / yr"),
            ("PLN 301,000 - 401,000", "PLN 301K - PLN 401K / yr"),
            ("$18 - $22/hr", "$18 - $22 / hr"),
            ("$45,000 - $50,000", "$45K - $50K / yr"),
            ("CA$102.8K - CA$137K", "CA$102.8K - CA$137K / yr"),
            ("up to £40,000pa DOE", "up to £40K / yr"),
            ("£25,000 - £36,629 + £5K Bonus", "£25K - £36.62K / yr"),
            ("Band 5 - £24,907 - £30,615", "£24.9K - £30.61K / yr"),
            ("(£31,365 - £37,890 per annum)", "£31.36K - £37.89K / yr"),
            ("£18.60- £32.83", "£18.6 - £32.83 / hr"),
            ("10,000/month", "10,000/month"),
            ("Unpaid", "Unpaid"),
            ("Best in industry", "Best in industry"),
            ("Band 5", "Band 5"),
            ("Competitive", "Competitive"),
            ("£19.38 per hour + HCAS", "£19.38 / hr"),
            ("£24,907 - £30,615 +5% HCAS", "£24.9K - £30.61K / yr"),
            ("Band 7 (£38,890-£44,503)", "£38.89K - £44.5K / yr"),
            ("£32, 478 - £51, 069 p.a.", "£32.47K - £51.06K / yr"),
            ("£28,691 - £35,207 £28,691 - £35,207 pa inc.", "£28.69K - £35.2K / yr"),
            ("£31,365 - £37,890 £30,401 - £37,267 p.a", "£31,365 - £37,890 £30,401 - £37,267 p.a"),
            ("£18,819 - £26,701 Dependant on Band 6 or 7", "£18.81K - £26.7K / yr"),
            ("£82,096 - £110,683 10 PA's", "£82.09K - £110.68K / yr"),
            ("£82,096 - £110,683 London Allowance £2,162", "£82.09K - £110.68K / yr"),
            ("£155.63 per week for 12 months, NMW after", "£155.63 / wk"),
            ("Maximum Budget - 22-23 LPA . NP - Immediate joiners to 15days The ...", "₹22L - ₹23L / yr"),
            ("30 hours = £88,453 + indemnity", "30 hours = £88,453 + indemnity"),
            ("£82,096 - £110,86", "£82,096 - £110,86"),
            ("£16195(under age 25)£17222–18681(over age 25)", "£16195(under age 25)£17222–18681(over age 25)"),
            ("Not Disclosed", "-"),
            ("Not disclosed", "-"),
            ("0", "-"),
        ],
    );
}

#[test]
fn columns_that_slipped_are_no_pay() {
    check(
        "baseSalary",
        salary,
        &[
            ("Bengaluru", "-"),
            ("Pune, Bengaluru, Mumbai (All Areas)", "-"),
            ("Hybrid - Hyderabad, Bengaluru, Mumbai (All Areas)", "-"),
            ("Remote", "-"),
            ("Experience in CRM management and BOM creation; proficiency in AutoCAD and cost estimati...", "-"),
            (". Should have a good knowledge of Windows, Linux, its deployment in virtual environment...", "-"),
            ("Kochi(Kakkanad), Kozhikode(Nadakkave)", "-"),
            ("Internship", "Internship"),
        ],
    );
}

#[test]
fn experience_becomes_years_and_junk_costs_only_the_field() {
    let years = |posting: &JobPosting| {
        posting.experience.map_or_else(|| "-".to_owned(), |range| range.in_words(ENGLISH.values))
    };
    check(
        "experienceRequirements",
        years,
        &[
            ("3-6", "3 - 6 yrs"),
            ("0-5 Yrs", "0 - 5 yrs"),
            ("7+ yrs", "7+ yrs"),
            ("3 - 5.5 yrs", "3 - 5.5 yrs"),
            ("3 – 5.5 yrs", "3 - 5.5 yrs"),
            ("1 year", "1 yr"),
            ("5 - 10 years", "5 - 10 yrs"),
            ("6-12 months", "0.5 - 1 yrs"),
            ("Fresher", "0 yrs"),
            ("7–10+ years of experience in network", "7+ yrs"),
            ("2 years to 5 years", "2 - 5 yrs"),
            ("Minimum 5-7 years of relevant experience", "5 - 7 yrs"),
            ("At least six months acute hospital experience", "0.5+ yrs"),
            ("from Tier-1 institutions with 10-12 years of experience", "10 - 12 yrs"),
            ("5 years of Java, 2 years of SQL", "-"),
            ("8 month Contract", "-"),
            ("12-month Parental Cover", "-"),
            ("ability to achieve within 6 months - Experience with", "-"),
            ("Group has more than 50 years experience of", "-"),
            ("gt-15", "-"),
            ("26 Feb", "-"),
            ("24 Feb - 28 Feb", "-"),
            ("17-20 Lacs PA", "-"),
            ("Mumbai(Andheri East)", "-"),
            ("Hyderabad, Pune, Bengaluru", "-"),
            ("Not disclosed", "-"),
        ],
    );
}

#[test]
fn places_are_recognized_in_lists_brackets_and_aliases() {
    check(
        "jobLocation",
        places,
        &[
            ("Bangalore/Bengaluru(HSR Layout +1)", "bengaluru<karnataka<IN"),
            ("Delhi / NCR", "delhi<IN"),
            ("Mumbai (All Areas)", "mumbai<maharashtra<IN"),
            ("Gurgaon/Gurugram", "gurugram<haryana<IN"),
            ("Hyderabad/Secunderabad(Gachibowli)", "hyderabad<telangana<IN"),
            ("Noida, NCR (Delhi | Gurgaon | Noida)", "noida<uttar-pradesh<IN"),
            ("WFH(work from home)", "remote"),
            (
                "Hybrid - Hyderabad, Bengaluru, Mumbai (All Areas)",
                "hyderabad<telangana<IN bengaluru<karnataka<IN mumbai<maharashtra<IN hybrid",
            ),
            (
                "SF, NYC, SEA, CHI",
                "san-francisco<california<US new-york<new-york-state<US seattle<washington-state<US chicago<illinois<US",
            ),
            ("Remote - US or Canada", "remote from CA+US"),
            ("Remote (EMEA)", "~EMEA remote from EMEA"),
            ("Remote, Worldwide", "remote from anywhere"),
            ("2 Locations", "~2 Locations"),
            ("Indiana", "indiana<US"),
            ("Indianapolis, Indiana", "indianapolis<indiana<US"),
            ("India", "IN"),
            ("Remote Canada", "remote from CA"),
            ("Remote (New Jersey, US)", "new-jersey<US remote from US"),
            ("LatAm", "~LatAm"),
            ("St. Louis, MO, United States", "st-louis<missouri<US"),
            ("PERTH, WESTERN AUSTRALIA, Australia", "perth<western-australia<AU"),
            ("Illinois - Chicago", "chicago<illinois<US"),
            ("Mohali/SAS Nagar", "mohali<punjab<IN"),
            ("Trivandrum/Thiruvananthapuram", "thiruvananthapuram<kerala<IN"),
            ("Graz, ", "graz<AT"),
            ("Taipei City", "taipei<TW"),
            ("新北市, New Taipei City, Taiwan", "new-taipei-city<TW"),
            ("United States of America (USA), North Carolina", "north-carolina<US"),
            ("California; United States - West Coast", "california<US US"),
            ("Remote - US: Select locations", "remote from US"),
            ("Remote Home Office - US", "remote from US"),
            ("Anywhere in the United States", "remote from US"),
            ("Remote in Ontario, Canada or within U.S.", "ontario<CA remote from CA+US"),
            ("Remote, Seattle, Washington, United States", "seattle<washington-state<US remote from US"),
            ("Hybrid: Bellevue, Washington", "bellevue<washington-state<US hybrid"),
            (
                "Any Graduate or Under Graduate can apply|Handle...",
                "~Any Graduate or Under Graduate can apply|Handle...",
            ),
        ],
    );
}

#[test]
fn a_list_of_places_is_parted_where_the_next_one_begins() {
    check(
        "jobLocation",
        places,
        &[
            (
                "San Francisco, New York, Denver",
                "san-francisco<california<US new-york<new-york-state<US denver<colorado<US",
            ),
            (
                "Bokaro, Dhanbad, Jamshedpur, Ranchi",
                "bokaro-in<IN dhanbad<jharkhand<IN jamshedpur<jharkhand<IN ranchi<jharkhand<IN",
            ),
            ("Denmark Hill, London", "london<england<GB"),
            ("London, New York", "london<england<GB new-york<new-york-state<US"),
            ("Rochester, New York", "rochester<new-york-state<US"),
            (
                "Austin, TX, New York, New York, United States, San Francisco, California, United States",
                "austin<texas<US new-york<new-york-state<US san-francisco<california<US",
            ),
            ("Grand Haven, MI, Holland, MI", "grand-haven-mi-us<michigan<US holland-mi-us<michigan<US"),
            ("Frankfurt, Germany, London, UK", "frankfurt<hesse<DE london<england<GB"),
            ("CANADA, Raleigh, North Carolina, United States", "CA raleigh<north-carolina<US"),
            ("Bahamas, Chicago, Hong Kong", "BS chicago<illinois<US HK"),
            ("UT - Cottonwood Heights, FL -Jacksonville", "cottonwood-heights-ut-us<utah<US jacksonville<florida<US"),
            ("Albuquerque, NM and Oak Ridge, TN", "albuquerque<new-mexico<US oak-ridge-tn-us<tennessee<US"),
            ("Detroit-Ann Arbor, USA", "detroit<michigan<US ann-arbor<michigan<US"),
            (
                "California, USA, Remote; Nevada, USA, Remote; Washington, USA, Remote",
                "california<US nevada<US washington-state<US remote from US",
            ),
        ],
    );
}

#[test]
fn who_may_apply_is_read_in_the_order_of_official_lists() {
    check(
        "applicantLocationRequirements",
        places,
        &[
            ("USA, Canada", "from CA+US"),
            ("Virgin Islands, British", "from VG"),
            ("Korea, Republic of", "from KR"),
            ("Congo, The Democratic Republic of the", "from CD"),
        ],
    );
}

#[test]
fn titles_are_shown_without_what_hides_or_shouts() {
    check(
        "title",
        |posting| posting.title.clone(),
        &[
            ("Senior\u{200b} Baker\t \u{202e}", "Senior Baker"),
            ("R&amp;D Engineer", "R&D Engineer"),
            ("SENIOR SOFTWARE ENGINEER", "Senior Software Engineer"),
            ("URGENT HIRING!!! JAVA DEVELOPER", "Urgent Hiring!!! Java Developer"),
            ("SAP ABAP", "SAP ABAP"),
            ("QA", "QA"),
            ("CNA / LPN", "CNA / LPN"),
            ("VP OF IT", "VP OF IT"),
            ("BACK-END DEVELOPER (PHP/SQL)", "Back-End Developer (PHP/SQL)"),
            ("Engineer III, AWS", "Engineer III, AWS"),
            ("[Job-10730] SR Data Engineer, Portugal", "SR Data Engineer, Portugal"),
            ("Planning Analyst (Req-7558)", "Planning Analyst"),
            ("Data Analyst (ID#10848)", "Data Analyst"),
            ("Technical Analyst IV (Job 1215) - Navy Exp.", "Technical Analyst IV - Navy Exp."),
            ("Lead Data Engineer (REF501E)", "Lead Data Engineer"),
            ("Data Analyst (PGD-9992)", "Data Analyst"),
            ("(1303) Senior Site Reliability Engineer", "Senior Site Reliability Engineer"),
            ("Senior Machine Learning Engineer #7405", "Senior Machine Learning Engineer"),
            ("SENIOR DATA ANALYST (Job Id 2657)", "Senior Data Analyst"),
            ("Quality Assurance Intern (Summer 2026)", "Quality Assurance Intern (Summer 2026)"),
            ("Dean of Students (2025-2026)", "Dean of Students (2025-2026)"),
            ("Associate (2026)", "Associate (2026)"),
            ("Data Analyst (W2)", "Data Analyst (W2)"),
            ("Physician (1099)", "Physician (1099)"),
            ("Auditor (ISO 27001)", "Auditor (ISO 27001)"),
            ("Quality Engineer (AS9100)", "Quality Engineer (AS9100)"),
            ("(12345)", "(12345)"),
        ],
    );
}

#[test]
fn the_title_as_the_feed_writes_it_is_kept() {
    check(
        "title",
        |posting| posting.original_title.clone().unwrap_or_default(),
        &[
            ("Planning Analyst (Req-7558)", "Planning Analyst (Req-7558)"),
            ("SENIOR SOFTWARE ENGINEER", "SENIOR SOFTWARE ENGINEER"),
            ("Baker", ""),
        ],
    );
}

#[test]
fn text_decoded_wrongly_is_mended_where_that_is_certain() {
    let text = |posting: &JobPosting| posting.description.plain_text();
    check(
        "description",
        text,
        &[
            ("It isn\u{e2}\u{80}\u{99}t caf\u{c3}\u{a9}", "It isn’t café"),
            ("\u{e2}\u{80}\u{9c}The best way\u{e2}\u{80}\u{9d}", "“The best way”"),
            ("CAFÉ à Paris, Â© 2026", "CAFÉ à Paris, Â© 2026"),
        ],
    );
}

#[test]
fn descriptions_cut_anywhere_keep_their_words_and_no_markup() {
    let text = |posting: &JobPosting| posting.description.plain_text();
    check(
        "description",
        text,
        &[
            ("<li>knead</li><li>bake</li>", "knead bake"),
            ("<p>Bread and <stro", "Bread and"),
            ("<p>Bread and <a href=\"https://example.com/x", "Bread and"),
            ("<p>Tom &amp; An&am", "Tom & An&am"),
            ("&lt;p&gt;Bread &lt;/p&gt;&lt;p&gt;and&lt;/", "Bread and"),
            ("&amp;lt;p&amp;gt;Bread&amp;lt;/p&amp;gt;", "Bread"),
            ("Bread &lt;b&gt;fresh&lt;/b&gt; d", "Bread fresh d"),
        ],
    );
}

#[test]
fn skills_that_were_glued_are_parted_only_when_that_is_certain() {
    let skills = |posting: &JobPosting| posting.skills.join(" | ");
    check(
        "skills",
        skills,
        &[
            ("C++ , C#, .NET, Node.js", "C++ | C# | .NET | Node.js"),
            ("pythonpower bisqlraws", "Python | Power BI | SQL | R | AWS"),
            ("javaspring bootmicroservices", "Java | Spring Boot | Microservices"),
            ("PythonDjangoPostgreSQL", "Python | Django | PostgreSQL"),
            ("management", "management"),
            ("sqlite", "SQLite"),
            ("javascript", "JavaScript"),
            ("Cyber lawContract review", "Cyber lawContract review"),
            ("goodness", "goodness"),
        ],
    );
}
