//! Words of values: names of facets, labels of values that the index holds as codes, and how days, years, and pay are
//! written.

words! {
    /// Names of facets.
    FacetWords:

    skill = "Skill";
    location = "Location";
    /// One value of the facet above.
    place = "Place";
    workplace = "Workplace";
    applicants = "Open to applicants in";
    experience = "Experience";
    salary = "Salary";
    employment_type = "Employment type";
    company = "Company";
    department = "Department";
    industry = "Industry";
    company_size = "Company size";
    company_type = "Company type";
    company_stage = "Company stage";
    source = "Posted by";
    language = "Language of the posting";
    visa_sponsorship = "Visa sponsorship";
    posted = "Date posted";
}

words! {
    /// Labels of values that the index holds as codes, and how days, years, and pay are written.
    ValueWords:

    on_site = "On-site";
    hybrid = "Hybrid";
    remote = "Remote";
    /// Of a job that states neither a place nor where applicants may live.
    remote_only = "Remote only";
    full_time = "Full-time";
    part_time = "Part-time";
    contractor = "Contract";
    temporary = "Temporary";
    intern = "Internship";
    volunteer = "Volunteer";
    per_diem = "Per diem";
    other_employment = "Other";
    visa_offered = "Offered";
    visa_not_offered = "Not offered";
    employer = "Employer";
    agency = "Recruitment agency";
    anywhere = "Anywhere";
    other_places = "Other places";
    not_stated = "Not stated";
    last_day = "Last 24 hours";
    last_week = "Last 7 days";
    last_month = "Last 30 days";
    /// `month` is 1 to 12.
    date(day: u32, month: u32, year: i32) = format!("{day} {} {year}", ENGLISH_MONTHS[month as usize - 1]);
    /// `number` is half of `halves`, as text.
    years(halves: u8, number: &str) = match halves {
        0 => "Fresher".to_owned(),
        2 => "1 year".to_owned(),
        _ => [number, " years"].concat(),
    };
    years_between(from: &str, to: &str) = [from, " to ", to, " years"].concat();
    years_or_more(from: &str) = [from, "+ years"].concat();
    /// `number` is the years that `months` are, as text.
    experience(months: u16, number: &str) = [number, if months == 12 { " yr" } else { " yrs" }].concat();
    experience_between(from: &str, to: &str) = [from, " - ", to, " yrs"].concat();
    experience_from(from: &str) = [from, "+ yrs"].concat();
    pay_between(from: &str, to: &str) = [from, " - ", to].concat();
    pay_from(from: &str) = [from, "+"].concat();
    /// Years of experience, or pay.
    up_to(most: &str) = ["up to ", most].concat();
    pay_per(amount: &str, unit: &str) = [amount, " / ", unit].concat();
    hour = "hr";
    day = "day";
    week = "wk";
    month = "mo";
    year = "yr";
    two_weeks = "two weeks";
    half_month = "half month";
}

/// The months as they are shown. Feeds are read with the same names.
pub(crate) const ENGLISH_MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
