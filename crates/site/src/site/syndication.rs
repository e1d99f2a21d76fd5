//! A page's newest jobs as Atom and as JSON Feed.

use openroles_app::routes::Route;
use openroles_model::{
    domain::{BoardSettings, Date, JobCard},
    words::ValueWords,
};
use serde_json::{Value, json};

use super::xml::{escaped, push_element};

/// Newest jobs of one page.
pub(super) struct Syndicated<'a> {
    /// Operator's settings.
    pub(super) board: &'a BoardSettings,
    /// Title of the feed.
    pub(super) title: String,
    /// Page that lists these jobs.
    pub(super) route: Route,
    /// Jobs, newest first, each with the day it last changed.
    pub(super) jobs: Vec<(&'a JobCard, Date)>,
}

/// Most jobs in a feed. Feed readers poll every few hours, and fewer new jobs than this appear in between.
pub(super) const MOST_JOBS: usize = 50;

impl Syndicated<'_> {
    /// The feed as Atom 1.0; `None` if the site's address isn't set.
    pub(super) fn atom(&self) -> Option<String> {
        let (page, feed) = self.addresses()?;
        let mut xml =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n".to_owned();
        push_element(&mut xml, "title", &self.title);
        push_element(&mut xml, "id", &page);
        push_link(&mut xml, "self", "application/atom+xml", &feed.atom);
        push_link(&mut xml, "alternate", "text/html", &page);
        let newest = self.jobs.iter().map(|(_, changed)| *changed).max();
        push_element(&mut xml, "updated", &newest.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), midnight));
        for (card, changed) in &self.jobs {
            self.push_entry(&mut xml, card, *changed)?;
        }
        xml.push_str("</feed>\n");
        Some(xml)
    }

    /// The feed as JSON Feed 1.1; `None` if the page has none, or if the site's address isn't set.
    pub(super) fn json(&self) -> Option<Value> {
        let (page, feed) = self.addresses()?;
        let url = feed.json?;
        let items: Option<Vec<Value>> = self.jobs.iter().map(|(card, changed)| self.item(card, *changed)).collect();
        Some(json!({
            "version": "https://jsonfeed.org/version/1.1",
            "title": self.title,
            "home_page_url": page,
            "feed_url": url,
            "language": self.board.languages.first(),
            "items": items?,
        }))
    }

    /// URL of the page, and those of its two feeds.
    fn addresses(&self) -> Option<(String, openroles_app::routes::FeedFiles)> {
        Some((self.route.url(self.board)?, self.route.feed_urls(self.board)?))
    }

    fn push_entry(&self, xml: &mut String, card: &JobCard, changed: Date) -> Option<()> {
        let url = Route::Job(card.slug.clone()).url(self.board)?;
        xml.push_str("<entry>\n");
        push_element(xml, "title", &card.title);
        push_element(xml, "id", &url);
        push_link(xml, "alternate", "text/html", &url);
        push_element(xml, "published", &midnight(card.date_posted.unwrap_or(changed)));
        push_element(xml, "updated", &midnight(changed));
        xml.push_str(&format!("<author><name>{}</name></author>\n", escaped(card.hiring_organization.label())));
        for skill in card.stated_skills() {
            xml.push_str(&format!("<category term=\"{}\"/>\n", escaped(skill)));
        }
        push_element(xml, "summary", &in_a_line(card, self.board.words().values));
        xml.push_str("</entry>\n");
        Some(())
    }

    fn item(&self, card: &JobCard, changed: Date) -> Option<Value> {
        let url = Route::Job(card.slug.clone()).url(self.board)?;
        Some(json!({
            "id": url,
            "url": url,
            "title": card.title,
            "content_text": in_a_line(card, self.board.words().values),
            "date_published": midnight(card.date_posted.unwrap_or(changed)),
            "date_modified": midnight(changed),
            "authors": [{"name": card.hiring_organization.label()}],
            "tags": card.stated_skills(),
        }))
    }
}

fn push_link(xml: &mut String, relation: &str, kind: &str, address: &str) {
    xml.push_str(&format!("<link rel=\"{relation}\" type=\"{kind}\" href=\"{}\"/>\n", escaped(address)));
}

/// Midnight UTC of a day, because feed formats require a time.
fn midnight(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// Facts of a card and its excerpt: `Acme · Pune · ₹10L - ₹30L / yr: Build tools …`.
fn in_a_line(card: &JobCard, words: &ValueWords) -> String {
    let salary = card.base_salary.as_ref().map(|salary| salary.in_words(words));
    let workplace = card.workplace.map(|workplace| workplace.label(words).to_owned());
    let organization = Some(card.hiring_organization.label().to_owned());
    let places = Some(card.places.join(", ")).filter(|places| !places.is_empty());
    let facts: Vec<String> = [organization, places, workplace, salary].into_iter().flatten().collect();
    let separator = if card.excerpt.is_empty() { "" } else { ": " };
    format!("{}{separator}{}", facts.join(" · "), card.excerpt)
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_feeds::{
        feed,
        ingest::{IngestOptions, ingest},
    };
    use openroles_model::domain::WebUrl;

    fn cards() -> Vec<JobCard> {
        let feed = r#"[{"id": "1", "title": "R&D <lead>", "company": "Acme & Co", "description": "Build.", "skills": ["C++"],
            "datePosted": "2026-11-18", "jobLocation": "Pune, India", "baseSalary": "₹10L - ₹30L / yr"}]"#;
        let postings = ingest(feed::read(feed.as_bytes(), None).expect("a feed"), &IngestOptions::default()).postings;
        postings.iter().map(|posting| posting.card(None, None)).collect()
    }

    fn syndicated<'a>(board: &'a BoardSettings, cards: &'a [JobCard]) -> Syndicated<'a> {
        let day = Date::from_ymd(2026, 11, 20).expect("a day");
        let jobs = cards.iter().map(|card| (card, day)).collect();
        Syndicated { board, title: "Jobs on A & B".to_owned(), route: Route::Home, jobs }
    }

    #[test]
    fn both_feeds_say_the_same_of_a_job() {
        let board =
            BoardSettings { site_url: WebUrl::parse("https://jobs.example.com"), ..BoardSettings::named("A & B") };
        let cards = cards();
        let feed = syndicated(&board, &cards);
        let atom = feed.atom().expect("an address");
        for line in [
            "<title>Jobs on A &amp; B</title>",
            "<link rel=\"self\" type=\"application/atom+xml\" href=\"https://jobs.example.com/feed.xml\"/>",
            "<updated>2026-11-20T00:00:00Z</updated>",
            "<title>R&amp;D &lt;lead&gt;</title>",
            "<id>https://jobs.example.com/jobs/randd-lead-acme-and-co/</id>",
            "<published>2026-11-18T00:00:00Z</published>",
            "<author><name>Acme &amp; Co</name></author>",
            "<category term=\"C++\"/>",
            "<summary>Acme &amp; Co · Pune, India · ₹10L - ₹30L / yr: Build.</summary>",
        ] {
            assert!(atom.contains(line), "{line} is not in {atom}");
        }
        let json = feed.json().expect("an address");
        assert_eq!(json["feed_url"], "https://jobs.example.com/feed.json");
        assert_eq!(json["items"][0]["title"], "R&D <lead>");
        assert_eq!(json["items"][0]["content_text"], "Acme & Co · Pune, India · ₹10L - ₹30L / yr: Build.");
        assert_eq!(json["items"][0]["date_published"], "2026-11-18T00:00:00Z");
    }

    #[test]
    fn without_an_address_there_is_no_feed() {
        let (board, cards) = (BoardSettings::named("x"), cards());
        assert_eq!(syndicated(&board, &cards).atom(), None);
        assert_eq!(syndicated(&board, &cards).json(), None);
    }
}
