//! RSS, Atom, and JSON Feed, with the additions that job boards make to them.
//!
//! Often, the employer's name is only before the title ("Acme: Baker"). This is certain on boards that are known for
//! it. The last resort is the channel's own name.

use super::{
    raw::RawPosting,
    source::{Fields, PlaceAt, RecordReader, Salary, Section, Source},
    wire::Wire,
};

pub(super) const SOURCE: Source = Source {
    name: "rss",
    telling: &[
        &["pubDate", "link"],
        &["guid", "link"],
        &["link.@href"],
        &["link", "description", "title"],
        &["content_html", "url"],
        &["date_published", "url"],
    ],
    reading: RecordReader::Fields(&Fields {
        id: &["joblisting:jobId", "guid", "id", "link.@href", "link"],
        url: &["link", "link.@href", "url"],
        title: &["title"],
        organization: &["job_listing:company", "company", "companyName", "hiringOrganization", "author.name"],
        logo: &["media:content.@url"],
        description: &["content:encoded", "content_html", "content", "description", "summary", "content_text"],
        sections: &[
            Section { of: "", heading: "", text: "joblisting:examplesofduties" },
            Section { of: "", heading: "", text: "joblisting:qualifications" },
            Section { of: "", heading: "", text: "joblisting:supplementalinformation" },
            Section { of: "", heading: "", text: "joblisting:benefits" },
        ],
        skills: &["skills"],
        salary: Salary {
            min: &["joblisting:minimumSalary"],
            max: &["joblisting:maximumSalary"],
            currency: &["joblisting:salaryCurrency"],
            unit: &["joblisting:salaryInterval"],
            text: &["salary", "job_listing:salary"],
        },
        places: &[PlaceAt::Words(&["joblisting:location", "job_listing:location", "location"])],
        applicants: &["region"],
        employment: &["joblisting:jobType", "job_listing:job_type", "type", "jobtype"],
        industry: &["joblisting:categories.joblisting:category", "category.@term", "category", "tags"],
        department: &["joblisting:department"],
        date_posted: &["pubDate", "published", "date_published", "dc:date", "updated"],
        valid_through: &["joblisting:advertiseToDateTimeUTC", "expires_at", "expirationDate"],
        language: &["dc:language", "^.channel.language"],
        finish,
        ..Fields::NONE
    }),
};

/// Boards that put the company before the title.
const COMPANY_FIRST: [&str; 1] = ["weworkremotely.com"];

fn finish(wire: Wire<'_>, posting: &mut RawPosting) {
    if posting.organization.name.is_some() {
        return;
    }
    let is_company_first =
        posting.url.as_ref().is_some_and(|url| COMPANY_FIRST.iter().any(|host| url.contains(&format!("//{host}/"))));
    let parts = posting.title.as_deref().and_then(|title| title.split_once(": "));
    if let Some((company, title)) = parts.filter(|_parts| is_company_first) {
        posting.organization.name = Some(company.to_owned());
        posting.title = Some(title.to_owned());
        posting.workplace.push("remote".to_owned());
    } else if posting.organization.handle.is_none() {
        posting.organization.handle = wire.text(&["^.channel.title", "^.title"]);
    }
}

#[cfg(test)]
mod tests {
    use super::super::outline::check;

    #[test]
    fn rss_is_read_with_the_additions_of_job_boards() {
        check(
            r#"<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:joblisting="http://www.neogov.com/namespaces/JobListing"><channel><title>Acme County</title><link>https://example.com</link><language>en-us</language>
            <item><guid isPermaLink="true">https://example.com/jobs/41</guid><link>https://example.com/jobs/41</link><title>Baker</title><description>&lt;p&gt;Bread&lt;/p&gt;</description><pubDate>Wed, 19 Aug 2026 23:10:38 GMT</pubDate>
            <joblisting:jobId>41</joblisting:jobId><joblisting:minimumSalary>65</joblisting:minimumSalary><joblisting:maximumSalary>85</joblisting:maximumSalary><joblisting:salaryCurrency>USD</joblisting:salaryCurrency><joblisting:salaryInterval>Hour</joblisting:salaryInterval>
            <joblisting:department>Kitchen</joblisting:department><joblisting:location>Atlanta, Georgia</joblisting:location><joblisting:qualifications>&lt;p&gt;Hands&lt;/p&gt;</joblisting:qualifications><joblisting:categories><joblisting:category>Food</joblisting:category></joblisting:categories></item></channel></rss>"#,
            "rss",
            &["41 | Baker | - | https://example.com/jobs/41
              handle Acme County · place Atlanta, Georgia · pay 65-85 USD Hour · industry Food · department Kitchen · posted Wed, 19 Aug 2026 23:10:38 GMT · language en-us
              <p>Bread</p> / <p>Hands</p>"],
        );
    }

    #[test]
    fn a_board_known_for_it_has_the_company_before_the_title() {
        check(
            "<rss><channel><title>Remote jobs</title><item><title>Acme: Baker: Bread</title><region>Anywhere in the World</region><category>Food</category><type>Full-Time</type><description>x</description><pubDate>Wed, 19 Aug 2026 23:10:38 +0000</pubDate><link>https://weworkremotely.com/remote-jobs/acme-baker</link></item></channel></rss>",
            "rss",
            &["https://weworkremotely.com/remote-jobs/acme-baker | Baker: Bread | Acme | https://weworkremotely.com/remote-jobs/acme-baker
              workplace remote · from Anywhere in the World · type Full-Time · industry Food · posted Wed, 19 Aug 2026 23:10:38 +0000
              x"],
        );
    }

    #[test]
    fn atom_and_json_feeds_are_read() {
        check(
            r#"<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme jobs</title><entry><id>tag:1</id><title type="html">Baker &amp;amp; cook</title><link rel="alternate" href="https://example.com/1"/><published>2026-08-01T00:00:00Z</published><content type="html">&lt;p&gt;Bread&lt;/p&gt;</content><author><name>Acme</name></author><category term="Food"/></entry></feed>"#,
            "rss",
            &["tag:1 | Baker &amp; cook | Acme | https://example.com/1
              industry Food · posted 2026-08-01T00:00:00Z
              <p>Bread</p>"],
        );
        check(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Acme","items":[{"id":"1","url":"https://example.com/1","title":"Baker","content_html":"<p>Bread</p>","date_published":"2026-08-01T00:00:00Z"}]}"#,
            "rss",
            &["1 | Baker | - | https://example.com/1
              handle Acme · posted 2026-08-01T00:00:00Z
              <p>Bread</p>"],
        );
    }
}
