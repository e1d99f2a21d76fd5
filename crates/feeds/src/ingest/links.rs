//! Link targets: cleaned, completed, and without redirects that only track clicks.

use openroles_model::domain::WebUrl;
use percent_encoding::percent_decode_str;

/// A link's final target; `None` for anything that a page must not link to (`javascript:`, relative paths).
pub(super) fn target(text: &str) -> Option<WebUrl> {
    let text = text.trim();
    let complete = match text.get(..4) {
        _ if text.starts_with("//") => format!("https:{text}"),
        Some(start) if start.eq_ignore_ascii_case("www.") => format!("https://{text}"),
        _ => text.to_owned(),
    };
    let mut url = WebUrl::parse(&complete)?;
    for _ in 0..MOST_REDIRECTS {
        let Some(inner) = redirected(&url) else {
            break;
        };
        url = inner;
    }
    Some(url)
}

/// The most nested redirects to follow.
const MOST_REDIRECTS: usize = 3;

/// Redirect services: the host's ending, the start of the path, and the parameter with the target.
const REDIRECTS: [(&str, &str, &str); 9] = [
    ("safelinks.protection.outlook.com", "/", "url"),
    ("google.com", "/url", "q"),
    ("google.com", "/url", "url"),
    ("linkedin.com", "/redir/", "url"),
    ("linkedin.com", "/safety/go", "url"),
    ("lnkd.in", "/", "url"),
    ("facebook.com", "/l.php", "u"),
    ("slack-redir.net", "/link", "url"),
    ("youtube.com", "/redirect", "q"),
];

fn redirected(url: &WebUrl) -> Option<WebUrl> {
    let host = url.host().to_ascii_lowercase();
    let (_, after_scheme) = url.as_str().split_once("://")?;
    let path = after_scheme.find('/').map_or("/", |at| &after_scheme[at..]);
    let (path, query) = path.split_once('?')?;
    let is_service = |(ending, start, _): &&(&str, &str, &str)| is_on(&host, ending) && path.starts_with(start);
    let values = REDIRECTS.iter().filter(is_service).filter_map(|(_, _, name)| parameter(query, name));
    values.filter_map(|value| WebUrl::parse(&value)).next()
}

/// Whether a host, in lower case, is `ending` or a subdomain of it.
pub(super) fn is_on(host: &str, ending: &str) -> bool {
    host.strip_suffix(ending).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

/// The value of a query parameter, decoded.
fn parameter(query: &str, name: &str) -> Option<String> {
    let pairs = query.split(['&', '#']).map(without_entity);
    let (_, value) = pairs.filter_map(|pair| pair.split_once('=')).find(|(key, _)| *key == name)?;
    Some(percent_decoded(value))
}

/// A query pair without the rest of an escaped `&amp;`: `&;data=` is what is left of `&amp;data=`.
pub(super) fn without_entity(pair: &str) -> &str {
    pair.trim_start_matches("amp;").trim_start_matches(';')
}

pub(super) fn percent_decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_lead_where_they_say() {
        for (text, expected) in [
            ("https://example.com/a?b=c", Some("https://example.com/a?b=c")),
            ("//example.com", Some("https://example.com")),
            ("www.example.com/jobs", Some("https://www.example.com/jobs")),
            (
                "https://ind01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.com%2Fa%23b&;data=05%7C01&reserved=0",
                Some("https://example.com/a#b"),
            ),
            ("https://www.google.com/url?sa=D&q=https://example.com/x&ust=1", Some("https://example.com/x")),
            (
                "https://example.com/url?q=https://other.example",
                Some("https://example.com/url?q=https://other.example"),
            ),
            (
                "https://www.google.com/url?q=javascript%3Aalert(1)",
                Some("https://www.google.com/url?q=javascript%3Aalert(1)"),
            ),
            ("https://notgoogle.com/url?q=https://x.example", Some("https://notgoogle.com/url?q=https://x.example")),
            ("javascript:alert(1)", None),
            ("/jobs/1", None),
            ("", None),
        ] {
            assert_eq!(target(text).as_ref().map(WebUrl::as_str), expected, "{text}");
        }
    }

    #[test]
    fn a_redirect_in_redirects_is_unwrapped_and_a_loop_ends() {
        let inner = "https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%3A%2F%2Fexample.com";
        let wrapped = format!("https://eur01.safelinks.protection.outlook.com/?url={inner}");
        assert_eq!(target(&wrapped).as_ref().map(WebUrl::as_str), Some("https://example.com"));
    }
}
