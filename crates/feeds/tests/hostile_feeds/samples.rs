//! A small feed of each source, which tests and the fuzzer damage.

/// Feed whose records are all alike.
pub(crate) struct Sample {
    /// Name of the source.
    pub(crate) kind: &'static str,
    /// Text before the records.
    pub(crate) head: &'static str,
    /// Record, with `{n}` for its number.
    pub(crate) record: &'static str,
    /// Separator.
    pub(crate) between: &'static str,
    /// Text after the last record.
    pub(crate) tail: &'static str,
}

impl Sample {
    /// Four records, numbered from 1.
    pub(crate) fn records(&self) -> Vec<String> {
        (1..=4).map(|number| self.record.replace("{n}", &number.to_string())).collect()
    }

    /// The feed of these records.
    pub(crate) fn of(&self, records: &[String]) -> String {
        format!("{}{}{}", self.head, records.join(self.between), self.tail)
    }
}

/// At least one feed of each source.
pub(crate) const FEEDS: &[Sample] = &[
    sample("native", "[", r#"{"@type":"JobPosting","identifier":"{n}","title":"Baker {n}"}"#, ",", "]"),
    sample("native", "", r#"{"@type":"JobPosting","identifier":"{n}","title":"Baker {n}"}"#, "\n", "\n"),
    sample(
        "network-jobs",
        "",
        r#"{"id":"{n}","title":"Baker {n}","companyDomain":"a.example","firstSeen":"2026"}"#,
        "\n",
        "",
    ),
    sample(
        "greenhouse",
        r#"{"jobs":["#,
        r#"{"id":"{n}","title":"Baker {n}","absolute_url":"x","updated_at":"y"}"#,
        ",",
        "]}",
    ),
    sample("lever", "[", r#"{"id":"{n}","text":"Baker {n}","categories":{}}"#, ",", "]"),
    sample("ashby", r#"{"jobs":["#, r#"{"id":"{n}","title":"Baker {n}","jobUrl":"x","isListed":true}"#, ",", "]}"),
    sample("workable", r#"{"name":"A","jobs":["#, r#"{"shortcode":"{n}","title":"Baker {n}"}"#, ",", "]}"),
    sample("recruitee", r#"{"offers":["#, r#"{"id":"{n}","title":"Baker {n}","careers_url":"x"}"#, ",", "]}"),
    sample(
        "smartrecruiters",
        r#"{"limit":9,"content":["#,
        r#"{"id":"{n}","name":"Baker {n}","releasedDate":"x"}"#,
        ",",
        "]}",
    ),
    sample("teamtailor", r#"{"items":["#, r#"{"id":"{n}","_jobposting":{"title":"Baker {n}"}}"#, ",", "]}"),
    sample("pinpoint", r#"{"data":["#, r#"{"id":"{n}","title":"Baker {n}","compensation_visible":true}"#, ",", "]}"),
    sample("bamboohr", r#"{"result":["#, r#"{"id":"{n}","jobOpeningName":"Baker {n}"}"#, ",", "]}"),
    sample("rippling", "[", r#"{"uuid":"{n}","name":"Baker {n}","workLocation":{}}"#, ",", "]"),
    sample(
        "workday",
        r#"{"jobPostings":["#,
        r#"{"bulletFields":["{n}"],"title":"Baker {n}","externalPath":"/job/Pune/Baker_{n}"}"#,
        ",",
        "]}",
    ),
    sample("remoteok", "[", r#"{"id":"{n}","position":"Baker {n}","epoch":1}"#, ",", "]"),
    sample(
        "remotive",
        r#"{"jobs":["#,
        r#"{"id":"{n}","title":"Baker {n}","candidate_required_location":""}"#,
        ",",
        "]}",
    ),
    sample("arbeitnow", r#"{"data":["#, r#"{"slug":"{n}","title":"Baker {n}","job_types":[]}"#, ",", "]}"),
    sample("jobicy", r#"{"jobs":["#, r#"{"id":"{n}","jobTitle":"Baker {n}","jobGeo":""}"#, ",", "]}"),
    sample(
        "himalayas",
        r#"{"jobs":["#,
        r#"{"guid":"{n}","title":"Baker {n}","locationRestrictions":[],"companyName":"A"}"#,
        ",",
        "]}",
    ),
    sample(
        "personio",
        "<workzag-jobs>",
        "<position><id>{n}</id><name>Baker {n}</name><recruitingCategory/></position>",
        "",
        "</workzag-jobs>",
    ),
    sample(
        "rss",
        "<rss><channel>",
        "<item><guid>{n}</guid><link>x</link><title>Baker {n}</title></item>",
        "\n",
        "</channel></rss>",
    ),
    sample("table", "Job ID,Job Title\n", "{n},Baker {n}", "\n", "\n"),
    sample("table", "<jobs>", "<job><jobid>{n}</jobid><title>Baker {n}</title></job>", "", "</jobs>"),
];

const fn sample(
    kind: &'static str,
    head: &'static str,
    record: &'static str,
    between: &'static str,
    tail: &'static str,
) -> Sample {
    Sample { kind, head, record, between, tail }
}
