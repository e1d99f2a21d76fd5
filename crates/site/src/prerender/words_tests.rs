//! Test that every word of a page comes from the table of words.
//!
//! Pages are drawn with words in `⟦⟧`, of a board on which every word of the data contains `ж`. Whatever has neither is
//! a literal in the code. Numbers are exempt, and so is the country of the jobs, whose name is data.

use std::sync::Arc;

use leptos::prelude::Owner;
use maud::Markup;
use openroles_app::{
    browser::FetchError,
    components::{chips, corrections, no_hits, salary_split},
    page::{
        CompaniesData, CompanyData, HomeData, JobData, JobsData, LandingData, LandingLink, LandingTopic, ListData,
        PageData, SimilarJobsData, TimeOnBoard,
    },
    store::{LoadError, provide_board},
};
use openroles_engine::{
    index::{DataFiles, Index, fixture, write_after},
    query::{Query, newest, parse_query_string},
};
use openroles_model::{
    domain::{
        AlsoPosted, ApplicantLocation, BoardFigure, BoardSettings, Currency, Description, EmailAddress, EmploymentType,
        Experience, HiringOrganization, HowToApply, InterfaceLanguage, JobPosting, NamedPlace, Organization, Person,
        Provenance, SizeRange, SkillSource, Slug, SocialLink, SocialProfile, Testimonial, ValueProposition,
        VisaSponsorship, WebUrl, WorkplaceType,
    },
    words::PSEUDO,
};

use super::{tests::drawn_on, *};

/// What every word of the data contains, in either case.
const MARKS: [char; 2] = ['ж', 'Ж'];

/// Attributes that people read or hear.
const ATTRIBUTES: [&str; 5] = ["aria-label", "aria-valuetext", "title", "alt", "placeholder"];

/// Elements of the head whose `content` people read.
const READ: [&str; 4] = ["name=\"description\"", "og:title", "og:description", "og:site_name"];

#[test]
fn every_page_takes_its_words_from_the_table() {
    let (postings, company) = (postings(), company());
    let index = with_new_jobs(&postings).in_words(&PSEUDO);
    let mut unknown = Vec::new();
    for (page, route) in pages(&index, &postings, &company) {
        let html = drawn_on(board(), page, &route);
        assert!(html.contains('⟦') && html.contains('ж'), "nothing is shown: {html}");
        let texts = texts(&html).into_iter().filter(|text| !is_explained(text));
        unknown.extend(texts.map(|text| format!("{route:?}: {text}")));
    }
    assert_eq!(unknown, [""; 0], "move these texts to src/words.rs");
}

/// Index of a board whose second build added these jobs.
fn with_new_jobs(postings: &[JobPosting]) -> Index {
    let contents = fixture::contents(postings);
    let builds: Vec<_> = postings.iter().map(|_| fixture::build(2)).collect();
    Index::from_written(&write_after(&contents, &builds, DataFiles::Small), fixture::today()).expect("just written")
}

#[test]
fn what_only_a_search_shows_takes_its_words_from_the_table() {
    let index = fixture::index(&postings()).in_words(&PSEUDO);
    let searches = [
        "q=жbakre&skill=жRust&-company=жacme&salary=900000",
        "q=жnothing&workplace=remote&type=INTERN&salary=900000&undisclosed=hide",
        "salary=90000000",
    ];
    let found = searches.map(|search| JobsData::of(&index, &parse_query_string(search).query));
    let parts = Owner::new().with(|| {
        provide_board(Arc::new(board()));
        found.each_ref().map(searched)
    });
    for html in parts.iter().flatten() {
        let unknown: Vec<String> = texts(&html.0).into_iter().filter(|text| !is_explained(text)).collect();
        assert_eq!(unknown, [""; 0], "move these texts to src/words.rs: {}", html.0);
    }
    assert!(parts.iter().flatten().filter(|html| html.0.contains('⟦')).count() > 5, "{parts:?}");
}

/// What a search can show in addition to a page of all jobs.
fn searched(data: &JobsData) -> [Markup; 4] {
    let cleared = data.query.cleared();
    [chips(&data.chips, &cleared), salary_split(data), corrections(&data.corrections, &data.query), no_hits(data)]
}

#[test]
fn failures_take_their_words_from_the_table() {
    let url = || "/data".to_owned();
    let reason = "reason".to_owned();
    for error in [
        FetchError::Unreachable { url: url() }.into(),
        FetchError::TimedOut { url: url() }.into(),
        FetchError::Status { url: url(), status: 500 }.into(),
        FetchError::TooLarge { url: url() }.into(),
        FetchError::Corrupt { reason: reason.clone() }.into(),
        LoadError::Malformed { url: url(), reason },
        LoadError::Missing { url: url() },
        LoadError::Empty { url: url(), rejection_count: 0 },
        LoadError::Empty { url: url(), rejection_count: 2 },
    ] {
        for text in [error.message(&PSEUDO.failures), error.remedy(&PSEUDO.failures).to_owned()] {
            assert!(text.starts_with('⟦') && text.ends_with('⟧'), "{text}");
        }
    }
}

#[test]
fn a_literal_is_told_from_words_of_the_table_and_from_data() {
    for text in [
        "⟦Jobs at ⟦жAcme⟧⟧",
        "жBaker",
        "⟦Remote⟧ · жPune, India",
        "⟦Posted⟧: 3",
        "₹5L+",
        "⟦Jobs like ",
        " in 3⟧ · жPune",
    ] {
        assert!(is_explained(text), "{text}");
    }
    for text in ["Jobs", "⟦Jobs⟧ at жAcme", "3 jobs", "жBaker, Remote", "India job", " of 3⟧ jobs"] {
        assert!(!is_explained(text), "{text}");
    }
    let html =
        "<body><p title=\"a &amp; b\" class=\"c\">d<b>e</b></p><script>f</script><meta name=\"g\" content=\"h\">";
    assert_eq!(texts(html), ["a   b", "d", "e"]);
}

/// Name of the country that jobs of the fixture are in.
const COUNTRY: &str = "India";

/// Whether every word of a text comes from the table of words or from the data.
fn is_explained(text: &str) -> bool {
    let rest = outside_of_brackets(text);
    let mut parts = rest.split([',', '·', ':']).map(str::trim);
    parts.all(|part| part == COUNTRY || part.split_whitespace().all(is_data))
}

/// Whether a word is marked as data, is a number, or has no letter.
fn is_data(word: &str) -> bool {
    word.contains(MARKS) || word.contains(|each: char| each.is_ascii_digit()) || !word.contains(char::is_alphabetic)
}

/// Text without what is between `⟦` and `⟧`. Markup inside a sentence cuts it into several texts, so either can be
/// missing.
fn outside_of_brackets(text: &str) -> String {
    let mut depth = 0;
    let mut outside = String::new();
    for character in text.chars() {
        match character {
            '⟦' => depth += 1,
            '⟧' if depth == 0 => outside.clear(),
            '⟧' => depth -= 1,
            _ if depth == 0 => outside.push(character),
            _ => {}
        }
    }
    outside
}

/// Texts and attributes of a page that people read or hear.
fn texts(html: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = html;
    while let Some((text, after)) = rest.split_once('<') {
        texts.push(text);
        let (tag, next) = after.split_once('>').unwrap_or((after, ""));
        let named = ATTRIBUTES.iter().filter_map(|name| attribute(tag, name));
        let read = READ.iter().any(|read| tag.contains(read)).then(|| attribute(tag, "content")).flatten();
        texts.extend(named.chain(read));
        rest = if tag.starts_with("script") { next.split_once("</script>").map_or("", |(_, next)| next) } else { next };
    }
    let without_codes = |text: &str| CODES.iter().fold(text.to_owned(), |text, code| text.replace(code, " "));
    texts.into_iter().map(without_codes).filter(|text| !text.trim().is_empty()).collect()
}

/// Escaped punctuation.
const CODES: [&str; 6] = ["&amp;", "&lt;", "&gt;", "&quot;", "&#x27;", "&#39;"];

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split_once('"').map(|(value, _)| value)
}

/// A board with everything that an operator can set.
fn board() -> BoardSettings {
    let url = WebUrl::parse("https://example.com/жboard");
    BoardSettings {
        interface: InterfaceLanguage::Pseudo,
        tagline: "жtagline".to_owned(),
        site_url: WebUrl::parse("https://example.com"),
        currency: Currency::INR,
        notice: Some("жnotice".to_owned()),
        testimonials: vec![Testimonial {
            name: "жAda".to_owned(),
            role: "жbaker".to_owned(),
            quote: "жgood".to_owned(),
        }],
        hiring_companies: vec!["жAcme".to_owned()],
        value_propositions: vec![ValueProposition { title: "жfast".to_owned(), text: "жquick".to_owned() }],
        figures: vec![BoardFigure { value: 3, label: "жmatches".to_owned() }],
        social_links: url.into_iter().map(|url| SocialLink { network: "жnet".to_owned(), url }).collect(),
        search_example: Some("жbaker".to_owned()),
        ..BoardSettings::named("жBoard")
    }
}

/// More jobs than fit on a page of results, with everything that a job can state.
fn postings() -> Vec<JobPosting> {
    let plain = (0..45).map(|at| fixture::posting(&format!("жBaker ж{at}")).at(&format!("жShop ж{}", at / 9)));
    let mut postings: Vec<JobPosting> =
        plain.map(|posting| posting.with_skills(&["жBread"]).in_city("жPune")).collect();
    for (at, posting) in (0..).zip(&mut postings) {
        posting.date_posted = Some(fixture::today().plus_days(-7 * at));
        *posting = posting.clone().paying(1e6 + 1e5 * f64::from(at)).employed(EmploymentType::FullTime);
    }
    postings.extend([full(), closed(), mailed(), nameless(), remote()]);
    postings
}

fn named(title: &str) -> JobPosting {
    fixture::posting(title).at("жAcme")
}

fn full() -> JobPosting {
    let way = |url| HowToApply::Url(WebUrl::parse(url).expect("a URL"));
    JobPosting {
        provenance: Provenance::Agency { agency: Some("жAgency".to_owned()), recruiter: Some("жEve".to_owned()) },
        industry: Some("жFood".to_owned()),
        department: Some("жKitchen".to_owned()),
        applicant_location: ApplicantLocation::Worldwide,
        valid_through: Some(fixture::today().plus_days(9)),
        how_to_apply: Some(way("https://example.com/apply")),
        visa_sponsorship: Some(VisaSponsorship::Offered),
        also_posted: vec![
            AlsoPosted { places: vec!["жDelhi".to_owned()], how_to_apply: way("https://жexample.com/b") },
            AlsoPosted { places: Vec::new(), how_to_apply: way("https://жexample.com/c") },
        ],
        original_title: Some("жBAKER".to_owned()),
        ..named("жHead жbaker").described(&"жlong жtext ".repeat(200)).with_skills(&SKILLS)
    }
    .in_city("жPune")
    .in_city("жDelhi")
    .years(Some(2.0), Some(5.0))
    .paying(2e6)
    .working(WorkplaceType::Hybrid)
    .employed(EmploymentType::FullTime)
    .posted_days_ago(3)
}

const SKILLS: [&str; 7] = ["жBread", "жRust", "жa", "жb", "жc", "жd", "жe"];

fn closed() -> JobPosting {
    let recruiter = Some("жEve".to_owned());
    let provenance = Provenance::Direct { recruiter };
    JobPosting { provenance, ..named("жClosed").with_skills(&["жBread"]).open_for_days(-3) }
}

fn mailed() -> JobPosting {
    let how_to_apply = EmailAddress::parse("a@example.com").map(HowToApply::Email);
    let provenance = Provenance::Agency { agency: None, recruiter: None };
    let skill_source = SkillSource::Found;
    let applicant_location = ApplicantLocation::Places(vec!["жMars".to_owned()]);
    let posting = named("жMailed").with_skills(&SKILLS).paying_in("USD", 1e5).described("жtext");
    JobPosting { how_to_apply, provenance, skill_source, applicant_location, ..posting }
}

fn nameless() -> JobPosting {
    let description = "жsomebody".to_owned();
    let hiring_organization = HiringOrganization::Anonymous { description };
    JobPosting { hiring_organization, ..named("жNameless").working(WorkplaceType::Remote) }
}

fn remote() -> JobPosting {
    let applicant_location = ApplicantLocation::Worldwide;
    let experience = Experience::from_years(None, Some(2.0));
    JobPosting { applicant_location, experience, ..named("жRemote").working(WorkplaceType::Remote) }
}

fn company() -> Organization {
    let url = || WebUrl::parse("https://жexample.com").expect("a URL");
    let profile = |network: &str| SocialProfile { network: network.to_owned(), url: url() };
    Organization {
        name: "жShop ж1".to_owned(),
        slug: Slug::of_or_hash("жShop ж1"),
        logo: None,
        website: Some(url()),
        founded: Some(2015),
        kind: Some("жProducts".to_owned()),
        size: Some(SizeRange { min: 10, max: None }),
        stage: Some("жFunded".to_owned()),
        about: fixture::posting("ж").described("жabout").description,
        social_profiles: vec![profile("blog"), profile("жnet")],
        team: vec![Person { name: "жAda".to_owned(), role: Some("жfounder".to_owned()), image: None }],
        recruiter_count: Some(2),
        video_count: Some(1),
    }
}

/// Every kind of page, with and without contents.
fn pages(index: &Index, postings: &[JobPosting], company: &Organization) -> Vec<(PageData, Route)> {
    let none = fixture::index(&[]);
    let words = &PSEUDO.head;
    let city = NamedPlace { slug: Slug::of_or_hash("жPune"), name: "жPune".to_owned() };
    let topic = LandingTopic::of("жBread", &city).expect("a slug");
    let link = LandingLink { slug: topic.slug.clone(), title: topic.title(words), count: 3 };
    let landing = LandingData::of(index, topic.clone(), &newest(index, &topic.query(), 9), vec![link.clone()]);
    let listed =
        |index: &Index, page: u32| PageData::Jobs(Box::new(JobsData::of(index, &Query::default().with_page(page))));
    let similar = SimilarJobsData::of(index, &postings[0].slug).expect("indexed");
    let similar_route = Route::SimilarJobs(Some(postings[0].slug.clone()));
    let alone = SimilarJobsData { similar: Vec::new(), ..similar.clone() };
    let quiet = Organization { about: Description::default(), slug: Slug::of_or_hash("x"), ..company.clone() };
    let home = |index: &Index| HomeData { landings: vec![link.clone()], ..HomeData::of(index, &board()) };
    let mut pages = vec![
        (PageData::Home(Box::new(home(index))), Route::Home),
        (PageData::Home(Box::new(home(&none))), Route::Home),
        (listed(index, 0), Route::Jobs),
        (PageData::List(Box::new(ListData::of(index, 1).expect("a page"))), Route::JobsPage(1)),
        (PageData::List(Box::new(ListData::of(&none, 1).expect("a page"))), Route::JobsPage(1)),
        (listed(&none, 0), Route::Jobs),
        (PageData::SimilarJobs(Box::new(similar)), similar_route.clone()),
        (PageData::SimilarJobs(Box::new(alone)), similar_route),
        (PageData::SimilarJobs(Box::default()), Route::SimilarJobs(None)),
        (PageData::Companies(CompaniesData::of(index)), Route::Companies),
        (PageData::Companies(CompaniesData::of(&none)), Route::Companies),
        (PageData::Company(Box::new(CompanyData::of(index, company.clone()))), Route::Company(company.slug.clone())),
        (PageData::Company(Box::new(CompanyData::of(index, quiet.clone()))), Route::Company(quiet.slug)),
        (PageData::Landing(Box::new(landing)), Route::Landing(topic.slug)),
        (PageData::NotFound, Route::NotFound),
    ];
    for (moves, posting) in (0..).zip(postings.iter().take(1).chain(postings.iter().skip(45))) {
        let on_board = Some(TimeOnBoard { since: fixture::today(), moves });
        let data = JobData { on_board, ..JobData::of(index, &board(), posting.clone(), Some(company.clone())) };
        pages.push((PageData::Job(Box::new(data)), Route::Job(posting.slug.clone())));
    }
    pages
}
