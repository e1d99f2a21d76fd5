//! Feeds: bytes in a source's own words become raw, untrusted postings.
