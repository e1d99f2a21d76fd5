//! An employer as its company page shows it.

use serde::{Deserialize, Serialize};

use super::{description::Description, link::WebUrl, slug::Slug};

/// A named employer. Anonymous ones are never an `Organization`: they get no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Organization {
    /// The company's name.
    pub name: String,
    /// Its path under `/companies/`.
    pub slug: Slug,
    /// A picture of its logo; a monogram is drawn where there is none.
    pub logo: Option<Picture>,
    /// Its own site.
    pub website: Option<WebUrl>,
    /// Year of founding.
    pub founded: Option<u16>,
    /// What it makes: `Products & Services`.
    pub kind: Option<String>,
    /// How many people work there.
    pub size: Option<SizeRange>,
    /// How it stands: `Profitable`, `Raised funding`.
    pub stage: Option<String>,
    /// What it says of itself.
    pub about: Description,
    /// Its profiles elsewhere.
    pub social_profiles: Vec<SocialProfile>,
    /// People to connect with.
    pub team: Vec<Person>,
    /// How many recruiters it has on this board.
    pub recruiter_count: Option<u32>,
    /// How many videos it shows.
    pub video_count: Option<u32>,
}

impl Organization {
    /// Every picture of it.
    pub fn pictures(&self) -> impl Iterator<Item = &Picture> {
        self.logo.iter().chain(self.team.iter().filter_map(|person| person.image.as_ref()))
    }

    /// Every picture of it, to note its copy.
    pub fn pictures_mut(&mut self) -> impl Iterator<Item = &mut Picture> {
        self.logo.iter_mut().chain(self.team.iter_mut().filter_map(|person| person.image.as_mut()))
    }
}

/// A head count range; both ends inclusive, `max` absent for "and more".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SizeRange {
    /// At least this many.
    pub min: u32,
    /// At most this many.
    pub max: Option<u32>,
}

/// A profile on another site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SocialProfile {
    /// The network, in lower case: `linkedin`, `blog`.
    pub network: String,
    /// The profile.
    pub url: WebUrl,
}

/// Someone on the team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Full name.
    pub name: String,
    /// What they do there.
    pub role: Option<String>,
    /// A picture.
    pub image: Option<Picture>,
}

/// A picture that a feed names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Where it is.
    pub url: WebUrl,
    /// The site's own copy of it, below the base path: pages show no other, as a visitor's browser asks nobody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub copy: Option<String>,
}

impl Picture {
    /// The picture in the text of an address; not copied yet.
    pub fn parse(url: &str) -> Option<Self> {
        WebUrl::parse(url).map(|url| Self { url, copy: None })
    }

    /// Where it is, if pages show it.
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

/// For people: `100-1000`, `5000+`.
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
