//! An employer as its company page shows it.

use serde::{Deserialize, Serialize};

use super::{description::Description, link::WebUrl, slug::Slug};

/// A named employer. Anonymous employers are never an `Organization`, because they have no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The name as pages show it.
    pub name: String,
    /// Last segment of its page's path: `/companies/SLUG/`.
    pub slug: Slug,
    /// Its logo; pages draw a monogram if there is none.
    pub logo: Option<Picture>,
    /// Its own site, not its page on this board.
    pub website: Option<WebUrl>,
    /// Year of founding: `2015`.
    pub founded: Option<u16>,
    /// What it makes: `Products & Services`.
    pub kind: Option<String>,
    /// Number of employees, as a range.
    pub size: Option<SizeRange>,
    /// Its stage as a business: `Profitable`, `Raised funding`.
    pub stage: Option<String>,
    /// Its description of itself; empty if the feed has none.
    pub about: Description,
    /// Its profiles on other sites.
    pub social_profiles: Vec<SocialProfile>,
    /// People whom the company page introduces.
    pub team: Vec<Person>,
    /// Number of its recruiters on this board.
    pub recruiter_count: Option<u32>,
    /// Number of its videos.
    pub video_count: Option<u32>,
}

impl Organization {
    /// Its logo and its people's pictures.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.logo.iter().chain(self.team.iter().filter_map(|person| person.image.as_ref()))
    }

    /// Like `pictures`, to record where their copies are.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Picture> {
        self.logo.iter_mut().chain(self.team.iter_mut().filter_map(|person| person.image.as_mut()))
    }
}

/// A range of employee counts; both ends inclusive, `max` absent for "and more".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SizeRange {
    /// Lower end, inclusive.
    pub min: u32,
    /// Upper end, inclusive; `None` means "or more".
    pub max: Option<u32>,
}

/// A company's profile on another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocialProfile {
    /// The network, in lower case: `linkedin`, `blog`.
    pub network: String,
    /// Address of the company's profile there.
    pub url: WebUrl,
}

/// A member of a company's team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// Job title there: `Co-founder`.
    pub role: Option<String>,
    /// A portrait; `None` if the feed has none.
    pub image: Option<Picture>,
}

/// A picture that a feed links to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Its original address; pages never load it from there.
    pub url: WebUrl,
    /// Path of the site's own copy, relative to the base path. Pages show only copies, so that a visitor's browser
    /// contacts no other host.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<String>,
}

impl Picture {
    /// A picture that isn't copied yet, by the text of its address; `None` if that isn't a URL.
    pub fn parse(url: &str) -> Option<Self> {
        WebUrl::parse(url).map(|url| Self { url, copy: None })
    }

    /// The original address, if there is a copy that pages can show.
    pub fn shown(&self) -> Option<&WebUrl> {
        self.copy.as_ref().map(|_| &self.url)
    }
}

impl SizeRange {
    /// The value in URLs: `100-1000`, `5000-plus`.
    pub fn code(&self) -> String {
        match self.max {
            Some(max) => format!("{}-{max}", self.min),
            None => format!("{}-plus", self.min),
        }
    }

    /// Reads `100-1000`, `100 - 1,000 employees`, `5000+`, `5000-plus`, `50`.
    pub fn parse(text: &str) -> Option<Self> {
        let numbers: Vec<u32> = text
            .replace(',', "")
            .split(|c: char| !c.is_ascii_digit())
            .filter(|digits| !digits.is_empty())
            .map(str::parse)
            .collect::<Result<_, _>>()
            .ok()?;
        match numbers[..] {
            [min] if text.contains('+') || text.contains("plus") => Some(Self { min, max: None }),
            [only] => Some(Self { min: only, max: Some(only) }),
            [min, max] if min <= max => Some(Self { min, max: Some(max) }),
            _ => None,
        }
    }
}

/// As pages show it: `100-1000`, `5000+`, `50`.
impl std::fmt::Display for SizeRange {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.max {
            Some(max) if max == self.min => write!(formatter, "{max}"),
            Some(max) => write!(formatter, "{}-{max}", self.min),
            None => write!(formatter, "{}+", self.min),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_their_codes_read_back() {
        for (text, shown) in
            [("100-1000", "100-1000"), ("1,001 - 5,000 employees", "1001-5000"), ("5000+", "5000+"), ("50", "50")]
        {
            let size = SizeRange::parse(text).expect(text);
            assert_eq!(size.to_string(), shown);
            assert_eq!(SizeRange::parse(&size.code()), Some(size));
        }
        assert_eq!(SizeRange::parse("large"), None);
        assert_eq!(SizeRange::parse("1000-100"), None);
    }
}
