//! Words of the search: the search box, the list of results, and the filters.

words! {
    /// Search box and search page.
    SearchWords:

    field = "Title, skill, company or place";
    search_jobs = "Search jobs";
    try_words(example: &str) = format!("Try {example}");
    button = "Search";
    suggestions = "Suggestions";
    suggested_title = "Title";
    needs_script = "Search and filters need JavaScript. Without it, this page shows the newest jobs, even if a link asks for \
        others. Below them is a link to all jobs.";
    skip_to_results = "Skip to results";
    searching = "Searching…";
    none_loaded = "No jobs loaded";
    loading = "Loading jobs";
    records_rejected(count: usize) = match count {
        1 => "1 record of the feed could not be shown".to_owned(),
        _ => format!("{count} records of the feed could not be shown"),
    };
    ignored(part: &str, reason: &str) = format!("`{part}` was ignored: {reason}");
    unknown_parameter = "a search has no such parameter";
    bad_value = "it does not accept that value";
    bad_encoding = "its encoding is not valid";
    repeated = "it repeats an earlier part";
    too_long = "the address is too long";
    sort_by = "Sort by";
    by_relevance = "Relevance";
    by_pay_reached = "Pay reached first";
    by_day = "Newest";
    by_day_added = "Recently added";
    by_salary = "Salary";
    /// `#` is the corrected words.
    showing_results_for = "Showing results for #.";
    search_instead_for(typed: &str) = ["Search instead for ", typed].concat();
    pages_of_jobs = "Pages of jobs";
    pages_of_results = "Pages of results";
    previous = "Previous";
    next = "Next";
    page(number: usize) = format!("Page {number}");
    no_match = "No job matches everything you asked for";
    without_words(text: &str) = format!("Without the words “{text}”");
    any_value(facet: &str) = ["Any ", &facet.to_ascii_lowercase()].concat();
    start_over = "Start over with all jobs";
}

words! {
    /// Filters next to the results, and chips for those that are set.
    FilterWords:

    filters = "Filters";
    filters_set(count: usize) = format!("Filters ({count})");
    close = "Close filters";
    keys = "Up and down arrow keys move between values, right and left between a value and its exclusion";
    show(jobs: &str) = format!("Show {jobs}");
    hide(jobs: &str) = format!("Hide {jobs}");
    match_any_skill = "Match any of these skills";
    match_all_skills = "Match all of these skills";
    set = "Refinements";
    clear_all = "Clear all";
    excluded(label: &str) = format!("Not {label}");
    remove(facet: &str, label: &str) = format!("Remove {facet}: {label}");
    stated_pay_only = "Stated pay only";
    find_value = "Find a value";
    find_in(facet: &str) = format!("Find in {facet}");
    no_value = "No value with these letters";
    more_values(count: usize) = format!("{count} more: type to narrow");
    show_fewer = "Show fewer";
    show_all(count: usize) = format!("Show all {count}");
    exclude(label: &str) = format!("Exclude {label}");
    stop_excluding(label: &str) = format!("Stop excluding {label}");
    /// For screen readers.
    job_after_number = " job";
    jobs_after_number = " jobs";
    such_as(examples: &str) = format!("Such as {examples}");
    not_understood(noun: &str, examples: &str) = format!("This isn't {noun}: try {examples}.");
}

words! {
    /// Filter by years of experience.
    ExperienceWords:

    legend = "Experience";
    your_years = "Your years of experience";
    number_of_years = "a number of years";
    examples = "5, 5.5, 2-5, or 5+";
    open_to(years: &str) = ["Open to ", &years.to_ascii_lowercase()].concat();
    not_stated(count: usize, jobs: &str) = match count {
        1 => format!("{jobs} doesn't state it (included)"),
        _ => format!("{jobs} don't state it (included)"),
    };
    any = "Any experience";
    chart = "Jobs by the years of experience they are open to";
    years = "Years";
}

words! {
    /// Filter by pay, and what pay is compared with.
    PayFilterWords:

    legend = "Salary per year";
    least = "Minimum salary per year";
    any = "Any salary";
    salaries = "Salaries";
    yearly_salary = "a yearly salary";
    examples(short: &str, in_full: &str) = [short, " or ", in_full].concat();
    at_least(amount: &str) = format!("At least {amount} a year");
    at_least_in(currency: &str) = format!("At least, in {currency}");
    compared = "Compared with the top of each range";
    chart = "Jobs by the top of their pay per year";
    per_year = "Pay per year";
    up_to(amount: &str) = format!("Up to {amount}");
    or_more(amount: &str) = format!("{amount} or more");
    between(from: &str, to: &str) = format!("{from} to {to}");
    not_stated(jobs: &str) = format!("{jobs} without stated pay");
    in_other_currency(jobs: &str) = format!("{jobs} with pay in another currency");
    both(not_stated: &str, in_other_currency: &str) = format!("{not_stated} and {in_other_currency}");
    reach(count: usize, number: &str, amount: &str) = match count {
        1 => format!("{number} reaches {amount}"),
        _ => format!("{number} reach {amount}"),
    };
    do_not_state(count: usize, number: &str) = match count {
        1 => format!("{number} doesn't state pay"),
        _ => format!("{number} don't state pay"),
    };
    state_in_other_currency(count: usize, number: &str) = match count {
        1 => format!("{number} states pay in another currency"),
        _ => format!("{number} state pay in another currency"),
    };
    hidden(jobs: &str) = [jobs, " (hidden)"].concat();
    show_hidden = "Show them";
    hide_in_other_currency = "Hide pay in another currency";
    hide_not_stated = "Hide jobs without stated pay";
    converted(day: &str) = format!("Other currencies are converted with rates of {day}");
    converted_undated = "Other currencies are converted with undated rates";
}
