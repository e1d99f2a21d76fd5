//! Links that are safe to put on a page.

use serde::{Deserialize, Serialize};

/// An absolute `http` or `https` URL without spaces or control characters, at most 2,048 bytes.
///
/// It can't hold other schemes (`javascript:`, `data:`), so no page can link to one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct WebUrl(String);

/// An e-mail address of the plain form `local@domain.tld`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EmailAddress(String);

/// Where candidates apply.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum HowToApply {
    /// A page of the employer, an agency, or an applicant tracking system.
    Url(WebUrl),
    /// A mailbox; links to it begin with `mailto:`.
    Email(EmailAddress),
}

const LONGEST_URL: usize = 2_048;
const LONGEST_EMAIL: usize = 254;

impl WebUrl {
    /// Reads a URL as feeds write it: surrounding white space is dropped, everything else must be clean.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let rest = strip_scheme(text)?;
        let host = host_of(rest);
        let is_clean =
            !text.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\' | '`'));
        let has_host = !host.is_empty() && !host.starts_with(['.', '-']);
        (is_clean && has_host && text.len() <= LONGEST_URL).then(|| Self(text.to_owned()))
    }

    /// The URL as the feed wrote it, trimmed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The host without `www.`, to show where a link leads.
    pub fn host(&self) -> &str {
        let host = strip_scheme(&self.0).map(host_of).unwrap_or_default();
        host.strip_prefix("www.").unwrap_or(host)
    }
}

impl EmailAddress {
    /// Reads an address; drops a leading `mailto:` and everything after `?`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let text = text.split('?').next().unwrap_or_default();
        let (local, domain) = text.split_once('@')?;
        let is_local =
            !local.is_empty() && local.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=^_{|}~-".contains(c));
        let is_domain = domain.contains('.')
            && domain.split('.').all(|label| {
                !label.is_empty()
                    && !label.starts_with('-')
                    && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            });
        (is_local && is_domain && text.len() <= LONGEST_EMAIL).then(|| Self(text.to_owned()))
    }

    /// The address without `mailto:`.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl HowToApply {
    /// Reads either kind, because feeds mix them in one field.
    pub fn parse(text: &str) -> Option<Self> {
        WebUrl::parse(text).map(Self::Url).or_else(|| EmailAddress::parse(text).map(Self::Email))
    }

    /// The target of a link on a page.
    pub fn href(&self) -> String {
        match self {
            Self::Url(url) => url.as_str().to_owned(),
            Self::Email(address) => format!("mailto:{}", address.as_str()),
        }
    }
}

impl TryFrom<String> for WebUrl {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not an http or https URL"))
    }
}

impl From<WebUrl> for String {
    fn from(url: WebUrl) -> Self {
        url.0
    }
}

impl TryFrom<String> for EmailAddress {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is not an e-mail address"))
    }
}

impl From<EmailAddress> for String {
    fn from(address: EmailAddress) -> Self {
        address.0
    }
}

fn strip_scheme(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    (scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")).then_some(rest)
}

fn host_of(rest: &str) -> &str {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_links() {
        for (text, is_link) in [
            ("https://example.com/jobs?id=1#apply", true),
            (" http://example.com ", true),
            ("HTTPS://EXAMPLE.COM", true),
            ("javascript:alert(1)", false),
            ("java\nscript://x", false),
            ("data:text/html,x", false),
            ("https://", false),
            ("https://exa mple.com", false),
            ("https://example.com/\"onclick=", false),
            ("//example.com", false),
        ] {
            assert_eq!(WebUrl::parse(text).is_some(), is_link, "{text}");
        }
    }

    #[test]
    fn a_mailbox_is_read_without_its_scheme_and_subject() {
        let apply = HowToApply::parse("mailto:jobs@example.com?subject=Hi").expect("an address");
        assert_eq!(apply.href(), "mailto:jobs@example.com");
        assert_eq!(HowToApply::parse("jobs at example"), None);
        assert_eq!(HowToApply::parse("a@b@example.com"), None);
    }

    #[test]
    fn the_host_is_shown_without_www() {
        assert_eq!(WebUrl::parse("https://www.example.com/a").expect("valid").host(), "example.com");
    }
}
