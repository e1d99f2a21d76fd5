//! The `head` element of a page: title, metadata, and links to the files of the app.
//!
//! Elements that are specific to this page carry `data-page`, so that the app can replace them when it shows
//! another page: see `browser::set_page_head`.

use openroles_app::{
    page::{Head, PageContext, PageData, canonical_link},
    pages::ANNOUNCEMENT,
    routes::Route,
    structured_data::escaped,
};

use super::{AppAssets, PageFiles, PageInput, PagePicture, Scheme, color, contains_settings, escape::script};

/// Path of the web app manifest, relative to the site's folder.
pub const WEB_MANIFEST: &str = "manifest.webmanifest";

/// Name of the color at the top of every page.
pub const TOP_COLOR: &str = "surface";

/// Contents of the `head` element.
pub(super) fn html(input: &PageInput, route: &Route, files: PageFiles<'_>) -> String {
    let head = input.page.head(&input.board);
    let mut html = String::from(
        "<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n",
    );
    html.push_str(&format!("<title>{}</title>\n", escaped(&head.title)));
    html.push_str(&head.description_tag());
    html.push('\n');
    html.push_str("<meta name=\"color-scheme\" content=\"light dark\">\n");
    push_address(&mut html, input, route);
    push_preview(&mut html, &head, input, route);
    push_picture(&mut html, files.picture);
    push_feeds(&mut html, input, route);
    push_look(&mut html, &input.board.base_path, files.app);
    push_files(&mut html, input, files.app);
    push_expectation(&mut html);
    let context = PageContext { board: &input.board, now: input.now };
    for data in input.page.structured_data(&context) {
        let json = script(&data.to_string());
        html.push_str(&format!("<script type=\"application/ld+json\" data-page>{json}</script>\n"));
    }
    html
}

/// Adds the canonical URL, or `noindex` for a page that search engines shouldn't list.
fn push_address(html: &mut String, input: &PageInput, route: &Route) {
    if !input.page.is_listed(input.now) {
        return push_named(html, "robots", "noindex");
    }
    html.push_str(&canonical_link(route, &input.board));
    html.push('\n');
}

/// Adds what networks show with a link to the page, as Open Graph properties, which all of them read.
fn push_preview(html: &mut String, head: &Head, input: &PageInput, route: &Route) {
    let board = &input.board;
    let url = route.url(board);
    // The board's name has its own property.
    let title = head.title.strip_suffix(board.name.as_str()).and_then(|title| title.strip_suffix(" · "));
    let language = board.languages.first().map(|tag| tag.replace('-', "_")).filter(|tag| tag.contains('_'));
    let properties = [
        ("og:type", Some("website")),
        ("og:site_name", Some(board.name.as_str())),
        ("og:title", Some(title.unwrap_or(&head.title))),
        ("og:description", Some(head.description.as_str())),
        ("og:url", url.as_deref()),
        ("og:locale", language.as_deref()),
    ];
    for (property, value) in properties {
        if let Some(value) = value {
            push_property(html, property, value);
        }
    }
}

/// Adds the sharing picture, if there is one.
fn push_picture(html: &mut String, picture: Option<&PagePicture>) {
    let Some(PagePicture { url, width, height, alt }) = picture else {
        return push_named(html, "twitter:card", "summary");
    };
    push_property(html, "og:image", url);
    push_property(html, "og:image:type", "image/png");
    push_property(html, "og:image:width", &width.to_string());
    push_property(html, "og:image:height", &height.to_string());
    push_property(html, "og:image:alt", alt);
    push_named(html, "twitter:card", "summary_large_image");
}

/// Adds links to the board's feeds of new jobs and to the page's own, for feed readers to discover.
fn push_feeds(html: &mut String, input: &PageInput, route: &Route) {
    let board = &input.board;
    let own = Some(route).filter(|route| **route != Route::Home);
    let words = &board.words().head;
    let feeds =
        [(Some(&Route::Home), (words.feed_of)(&board.name), ""), (own, words.feed_of_page.to_owned(), " data-page")];
    for (route, title, scope) in feeds {
        let Some(feed) = route.and_then(|route| route.feed_urls(board)) else { continue };
        for (kind, url) in [("application/atom+xml", Some(feed.atom)), ("application/feed+json", feed.json)] {
            let Some(url) = url else { continue };
            let (title, url) = (escaped(&title), escaped(&url));
            html.push_str(&format!(
                "<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{url}\"{scope}>\n"
            ));
        }
    }
}

fn push_named(html: &mut String, name: &str, value: &str) {
    html.push_str(&format!("<meta name=\"{name}\" content=\"{}\" data-page>\n", escaped(value)));
}

fn push_property(html: &mut String, property: &str, value: &str) {
    html.push_str(&format!("<meta property=\"{property}\" content=\"{}\" data-page>\n", escaped(value)));
}

/// Delays the first paint until the parser has reached the announcement element, after the main content: a page
/// painted halfway would shift when the rest arrives. On a first visit, the style sheet delays the first paint
/// anyway.
fn push_expectation(html: &mut String) {
    html.push_str(&format!("<link rel=\"expect\" href=\"#{ANNOUNCEMENT}\" blocking=\"render\">\n"));
}

/// Adds icons, the web app manifest, and the theme colors of the browser's toolbar.
fn push_look(html: &mut String, base: &str, assets: &AppAssets) {
    html.push_str(&format!("<link rel=\"icon\" type=\"image/svg+xml\" href=\"{base}favicon.svg\">\n"));
    let Some(icon) = &assets.touch_icon else { return };
    html.push_str(&format!("<link rel=\"apple-touch-icon\" href=\"{base}{icon}\">\n"));
    html.push_str(&format!("<link rel=\"manifest\" href=\"{base}{WEB_MANIFEST}\">\n"));
    for (name, scheme) in [("light", Scheme::Light), ("dark", Scheme::Dark)] {
        let color = color(TOP_COLOR, scheme);
        html.push_str(&format!(
            "<meta name=\"theme-color\" content=\"{color}\" media=\"(prefers-color-scheme: {name})\">\n"
        ));
    }
}

fn push_files(html: &mut String, input: &PageInput, assets: &AppAssets) {
    let base = &input.board.base_path;
    if let Some(style) = &assets.style {
        html.push_str(&format!("<link rel=\"stylesheet\" href=\"{base}{style}\">\n"));
    }
    let Some(boot) = &assets.boot else { return };
    html.push_str(&format!("<script type=\"module\" src=\"{base}{boot}\""));
    let started = [
        ("board", if contains_settings(&input.page) { &None } else { &assets.board }),
        ("script", &assets.script),
        ("wasm", &assets.wasm),
        ("reader-script", &assets.reader_script),
        ("reader-wasm", &assets.reader_wasm),
    ];
    for (name, file) in started {
        html.push_str(&file.as_ref().map(|file| format!(" data-{name}=\"{base}{file}\"")).unwrap_or_default());
    }
    if matches!(input.page, PageData::Jobs(_)) {
        for (name, files) in [("ahead", &assets.search_files), ("words", &assets.word_files)] {
            let files: Vec<String> = files.iter().map(|file| format!("{base}{file}")).collect();
            html.push_str(&format!(" data-{name}=\"{}\"", files.join(" ")));
        }
    }
    if !needs_app(&input.page) {
        html.push_str(" data-start=\"on-intent\"");
    }
    // The boot script reads this day: a page that shows a job that has closed since then starts the app at once.
    let closing = input.page.first_closing().map(|date| format!(" data-closing=\"{date}\""));
    html.push_str(&closing.unwrap_or_default());
    html.push_str("></script>\n");
}

/// Whether the app starts with the page. A search needs it for its counts, the page of similar jobs for its jobs, and an
/// address without a file may be a page of the app; all other pages are complete without it.
fn needs_app(page: &PageData) -> bool {
    matches!(page, PageData::Jobs(_) | PageData::SimilarJobs(_) | PageData::NotFound)
}
