//! Words of pages: their frame, their contents, and their heads.

words! {
    /// Header, footer, and what every page can show.
    FrameWords:

    skip_to_content = "Skip to content";
    main_navigation = "Main";
    jobs = "Jobs";
    companies = "Companies";
    promise(board: &str) = [board, " · no account, no tracking: searching happens on your device"].concat();
    follow(board: &str, network: &str) = ["Follow ", board, " on ", network].concat();
    breadcrumbs = "Breadcrumbs";
    loading = "Loading";
    nothing_here = "Nothing is at this address";
    nothing_here_because = "The job may be filled, or the link may be old.";
    all_jobs = "All jobs";
    all_companies = "All companies";
    /// `number` is `count` as text.
    jobs_counted(count: usize, number: &str) = match count {
        1 => format!("{number} job"),
        _ => format!("{number} jobs"),
    };
    search_and_filter = "Search and filter them";
    search_all_open = "Search all open jobs";
    no_open_job = "No job is open at the moment";
    come_back = "Come back later.";
}

words! {
    /// Why something couldn't be loaded and what to do, without final periods.
    FailureWords:

    not_loaded = "The jobs could not be loaded";
    retry = "Retry";
    malformed = "The board's data cannot be read";
    missing = "This page is missing";
    no_jobs = "The board has no jobs";
    none_valid(rejected: usize) = match rejected {
        1 => "The board has no jobs that can be shown; 1 record was rejected".to_owned(),
        _ => format!("The board has no jobs that can be shown; {rejected} records were rejected"),
    };
    unreachable = "You are offline, or the board could not be reached";
    timed_out(seconds: u64) = format!("The board did not answer within {seconds} seconds");
    status(status: u16) = format!("The board's server reports an error (status {status})");
    too_large(megabytes: usize) = format!("The data is larger than {megabytes} MB");
    corrupt = "The data arrived damaged";
    check_connection = "Check your connection, then try again";
    slow_network = "The network is slow at the moment; try again";
    try_in_a_minute = "Try again in a minute; if that doesn't help, tell the board's operator";
    come_back = "Come back later: nothing is open at the moment";
}

words! {
    /// Cards and pages of jobs.
    JobWords:

    experience = "Experience";
    salary = "Salary";
    location = "Location";
    employment_type = "Employment type";
    posted = "Posted";
    /// On the card of a job that was added in the last days.
    new = "New";
    agency_job(agency: Option<&str>, recruiter: Option<&str>) = match (agency, recruiter) {
        (Some(agency), Some(recruiter)) => ["Agency job via ", agency, " by ", recruiter].concat(),
        (Some(agency), None) => ["Agency job via ", agency].concat(),
        (None, Some(recruiter)) => ["Agency job by ", recruiter].concat(),
        (None, None) => "Agency job".to_owned(),
    };
    posted_by(name: &str) = format!("Posted by {name}");
    recruiters(count: u32) = if count == 1 { "1 recruiter".to_owned() } else { format!("{count} recruiters") };
    videos(count: u32) = if count == 1 { "1 video".to_owned() } else { format!("{count} videos") };
    skills = "Skills";
    found_skills = "Skills found in the text";
    found_in_text = "Found in the text:";
    more_skills(count: usize) = format!("+{count} more");
    description = "Job description";
    no_description = "The posting has no text; the employer's page may say more.";
    read_more = "Read more";
    read_less = "Read less";
    closed_on(day: &str) = ["This job closed on ", day].concat();
    apply_now = "Apply now";
    apply_now_for(title: &str) = ["Apply now for ", title].concat();
    apply_by_mail = "Apply by e-mail";
    apply_by_mail_for(title: &str) = ["Apply by e-mail for ", title].concat();
    no_way_to_apply = "The posting does not say how to apply";
    also_posted(count: usize) = format!("Also posted elsewhere ({count})");
    places_at_host(places: &str, host: &str) = format!("{places}, at {host}");
    apply_for(title: &str, way: &str) = ["Apply for ", title, ": ", way].concat();
    anywhere = "Anywhere in the world";
    department = "Department";
    industry = "Industry";
    place = "Place";
    apply_from = "Apply from";
    visa_sponsorship = "Visa sponsorship";
    on_board_since = "On this board since";
    /// How often the posting date has moved, after the day; empty for 0.
    moved(count: u32) = match count {
        0 => String::new(),
        1 => " · posting date moved once".to_owned(),
        _ => format!(" · posting date moved {count} times"),
    };
    apply_until = "Apply until";
    posted_as = "Posted as";
    reference = "Reference";
    about(company: &str) = format!("About {company}");
    all_at(company: &str) = ["All jobs at ", company].concat();
    pay_compared = "How this pay compares";
    pay_chart = "Pay per year, lowest first";
    this_job = "This job";
    job_column = "Job";
    pay_column = "Pay";
    /// `#` is how many of them: a number, or the text below.
    pay_is_above(similar: usize, currency: &str) = format!(
        "The top of this range is above that of # of {similar} similar jobs that state their pay. Compared per year in \
         {currency}; an hour counts as one of 2,080 a year."
    );
    none = "none";
    not_found = "Job not found";
    gone = "This job is no longer here";
    similar = "Similar jobs";
    more_similar = "More similar jobs";
    /// `#` is the title.
    similar_to = "Jobs similar to #";
    none_similar = "No open job is similar";
    similar_need_script = "This list needs JavaScript. The page of the job shows the most similar jobs without it.";
    shared_skills(count: u32) = match count {
        1 => "1 shared skill".to_owned(),
        _ => format!("{count} shared skills"),
    };
    shared_title_words(words: &str) = format!("also “{words}”");
    similar_experience = "similar experience";
    same_company = "same company";
}

words! {
    /// Pages of companies and the list of them.
    CompanyWords:

    founded = "Founded";
    kind = "Type";
    size = "Size";
    stage = "Stage";
    team = "Connect with the team";
    profiles = "Company social profiles";
    on_network(name: &str, network: &str) = [name, " on ", network].concat();
    blog = "Blog";
    open_jobs(count: usize) = if count == 1 { "1 open job".to_owned() } else { format!("{count} open jobs") };
    no_open_job = "No job is open here at the moment.";
    posting_times = "Hiring over time";
    posting_times_chart = "Open jobs by the time they were posted";
    week_from = "Week from";
    month_from = "Month from";
    by_week = "Jobs open now, by the week they were posted.";
    by_month = "Jobs open now, by the month they were posted.";
    posted_earlier(count: usize) = match count {
        1 => "1 more was posted earlier.".to_owned(),
        _ => format!("{count} more were posted earlier."),
    };
    not_found = "Company not found";
    not_here = "This board has no such company";
    see_all = "See all companies";
    none_hiring = "No company has an open job";
    to_front_page = "Go to the front page";
    field = "Company";
    by_name = "Name";
    by_job_count = "Number of jobs";
    companies_counted(count: usize) = match count {
        1 => "1 company".to_owned(),
        _ => format!("{count} companies"),
    };
    none_called(name: &str) = format!("No company is called “{name}”");
    try_a_part = "Try a part of its name";
    first_letters = "First letters";
    other_initial = "Other";
}

words! {
    /// Front page, landing pages, and the operator's sections.
    HomeWords:

    to_start_with = "Jobs to start with";
    all_jobs(jobs: &str) = ["All ", jobs].concat();
    browse = "Browse";
    by_skill = "By skill";
    by_place = "By place";
    by_company = "By company";
    often_sought = "Popular searches";
    related = "Related";
    open(jobs: &str) = [jobs, " open"].concat();
    why_here(board: &str) = format!("Why apply to jobs via {board}");
    users_love(board: &str) = format!("Users love {board}");
    figures = "The board in figures";
    hiring_on(board: &str) = format!("Companies hiring on {board}");
    not_found = "Didn't find the job you were looking for?";
    search_all_on(board: &str) = ["Search all open jobs on ", board, " by skill, place, pay and more."].concat();
    search = "Search relevant jobs";
}

words! {
    /// Titles and descriptions of pages, for tabs, search engines, and feed readers.
    HeadWords:

    board(count: usize, board: &str) = match count {
        1 => format!("1 open job on {board}, searchable on your device without an account"),
        _ => format!("{count} open jobs on {board}, searchable on your device without an account"),
    };
    jobs(board: &str) = format!("All open jobs on {board}: search by skill, place, pay, experience and company");
    job(title: &str, company: &str, places: &str) = format!("{title} at {company}{places}");
    similar(title: &str) = format!("Jobs similar to {title}");
    similar_counted(count: usize, job: &str) = match count {
        1 => format!("1 job similar to {job}, with the reasons why"),
        _ => format!("{count} jobs similar to {job}, each with the reasons why"),
    };
    companies(board: &str) = format!("Every company with an open job on {board}");
    company(name: &str) = format!("Jobs at {name}");
    company_counted(count: usize, name: &str) = match count {
        1 => format!("1 open job at {name}"),
        _ => format!("{count} open jobs at {name}"),
    };
    list(page: u32, count: u32) = match count {
        1 => "All jobs".to_owned(),
        _ => format!("All jobs, page {page} of {count}"),
    };
    list_counted(count: usize, board: &str) = match count {
        1 => format!("The only open job on {board}"),
        _ => format!("All {count} open jobs on {board}, newest first"),
    };
    landing(skill: &str, city: &str) = format!("{skill} jobs in {city}");
    landing_counted(count: usize, title: &str, companies: &str) = format!("{count} {title}, at {companies}");
    and_others(companies: &str) = [companies, " and others"].concat();
    not_found = "Not found";
    nothing_here = "There is nothing at this address";
    on_board(title: &str, board: &str) = format!("{title} on {board}");
    feed_of(board: &str) = format!("Jobs on {board}");
    feed_of_page = "These jobs";
}
