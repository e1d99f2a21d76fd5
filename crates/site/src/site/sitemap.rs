//! `sitemap.xml` with its parts, and `robots.txt`.
//!
//! Takes pages with the day each last changed, and returns file contents. It doesn't select jobs and writes no
//! files.

use openroles_app::routes::Route;
use openroles_model::domain::{BoardSettings, Date};

use super::xml::escaped;

/// Page to list in a sitemap.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct SitemapEntry {
    /// The page.
    pub(super) route: Route,
    /// Day on which it last changed, if known.
    pub(super) changed: Option<Date>,
}

/// File at the top of the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TextFile {
    /// File name.
    pub(super) name: String,
    /// Contents.
    pub(super) text: String,
}

/// Sitemap that `robots.txt` names.
const INDEX: &str = "sitemap.xml";

/// Most addresses in one file, a limit of the sitemap protocol.
const MOST_ADDRESSES: usize = 50_000;

const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Number of files of the sitemap of this many pages.
pub(super) fn file_count(pages: usize) -> usize {
    pages.div_ceil(MOST_ADDRESSES) + 1
}

/// Files of the sitemap: its parts, and the index that lists them. Empty if the site's address isn't set.
pub(super) fn sitemap(board: &BoardSettings, pages: &[SitemapEntry]) -> Vec<TextFile> {
    if board.site_url.is_none() {
        return Vec::new();
    }
    let mut index = format!("{DECLARATION}<sitemapindex xmlns=\"{NAMESPACE}\">\n");
    let mut files = Vec::new();
    for (at, part) in pages.chunks(MOST_ADDRESSES).enumerate() {
        let name = format!("sitemap-{}.xml", at + 1);
        push_entry(
            &mut index,
            "sitemap",
            &root_address(board, &name),
            part.iter().filter_map(|page| page.changed).max(),
        );
        files.push(TextFile { text: urlset(board, part), name });
    }
    index.push_str("</sitemapindex>\n");
    files.push(TextFile { name: INDEX.to_owned(), text: index });
    files
}

/// `robots.txt`, which allows everything except searches: they show the same jobs over and over.
pub(super) fn robots(board: &BoardSettings) -> TextFile {
    let searches = Route::Jobs.href(&board.base_path);
    let mut text = format!(
        "# Every combination of filters is a page of jobs that have pages of their own: those are worth crawling.\n\
         User-agent: *\nDisallow: {searches}?\n"
    );
    if board.site_url.is_some() {
        text.push_str(&format!("\nSitemap: {}\n", root_address(board, INDEX)));
    }
    TextFile { name: "robots.txt".to_owned(), text }
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

/// URL of a file at the top of the site; relative if the site's address isn't set.
fn root_address(board: &BoardSettings, name: &str) -> String {
    format!("{}{name}", Route::Home.url(board).unwrap_or_default())
}

fn urlset(board: &BoardSettings, pages: &[SitemapEntry]) -> String {
    let mut xml = format!("{DECLARATION}<urlset xmlns=\"{NAMESPACE}\">\n");
    for SitemapEntry { route, changed } in pages {
        push_entry(&mut xml, "url", &route.url(board).unwrap_or_default(), *changed);
    }
    xml.push_str("</urlset>\n");
    xml
}

fn push_entry(xml: &mut String, element: &str, address: &str, changed: Option<Date>) {
    xml.push_str(&format!("<{element}><loc>{}</loc>", escaped(address)));
    if let Some(day) = changed {
        xml.push_str(&format!("<lastmod>{day}</lastmod>"));
    }
    xml.push_str(&format!("</{element}>\n"));
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::{Slug, WebUrl};

    fn board() -> BoardSettings {
        BoardSettings {
            site_url: WebUrl::parse("https://jobs.example.com"),
            base_path: "/in/".to_owned(),
            ..BoardSettings::named("Samples")
        }
    }

    fn job(number: usize, changed: &str) -> SitemapEntry {
        let slug = Slug::of(&format!("job {number}")).expect("ascii");
        SitemapEntry { route: Route::Job(slug), changed: Date::parse(changed) }
    }

    #[test]
    fn a_sitemap_names_pages_and_the_day_they_changed() {
        let files = sitemap(&board(), &[job(1, "2026-11-20"), job(2, "2026-11-22"), job(3, "")]);
        let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names, ["sitemap-1.xml", "sitemap.xml"]);
        assert_eq!(
            files[0].text.lines().skip(2).collect::<Vec<_>>(),
            [
                "<url><loc>https://jobs.example.com/in/jobs/job-1/</loc><lastmod>2026-11-20</lastmod></url>",
                "<url><loc>https://jobs.example.com/in/jobs/job-2/</loc><lastmod>2026-11-22</lastmod></url>",
                "<url><loc>https://jobs.example.com/in/jobs/job-3/</loc></url>",
                "</urlset>",
            ]
        );
        let part =
            "<sitemap><loc>https://jobs.example.com/in/sitemap-1.xml</loc><lastmod>2026-11-22</lastmod></sitemap>";
        assert!(files[1].text.contains(part), "{}", files[1].text);
    }

    #[test]
    fn a_part_has_no_more_addresses_than_the_protocol_allows() {
        let pages: Vec<SitemapEntry> = (0..=MOST_ADDRESSES).map(|number| job(number, "2026-11-20")).collect();
        let files = sitemap(&board(), &pages);
        let counts: Vec<usize> = files.iter().map(|file| file.text.matches("<loc>").count()).collect();
        assert_eq!(counts, [MOST_ADDRESSES, 1, 2]);
    }

    #[test]
    fn without_an_address_there_is_no_sitemap_and_searches_stay_out_all_the_same() {
        assert_eq!(sitemap(&BoardSettings::named("x"), &[job(1, "")]), []);
        let robots = robots(&BoardSettings::named("x")).text;
        assert!(robots.contains("Disallow: /jobs/?\n") && !robots.contains("Sitemap"), "{robots}");
        let robots = super::robots(&board()).text;
        assert!(robots.contains("Disallow: /in/jobs/?\n"), "{robots}");
        assert!(robots.contains("Sitemap: https://jobs.example.com/in/sitemap.xml\n"), "{robots}");
    }
}
