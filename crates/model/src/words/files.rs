//! Words of files that the build writes without the app: the widget's scripts, and the pages for operators.
//!
//! A script takes its texts by name, and replaces each `#` with a number or a name. A page has a placeholder for each text.
//! In these, what is between backticks becomes code, and `@board@` becomes the board's name.

use super::NamedTexts;

named_texts! {
    /// Texts of the widget by their keys in `OpenRoles.words`.
    WIDGET, WIDGET_PSEUDO:

    search = "Search these jobs";
    clear = "Clear";
    one = "1 job";
    many = "# jobs";
    of = "# of # jobs";
    newest = "# of the newest # jobs";
    posted = "Posted #";
    none = "No open jobs at the moment.";
    unmatched = "No job matches.";
    searching = "Searching…";
    corrected = "Showing results for #.";
    typed = "Search instead for #";
    titles = "Descriptions weren’t searched.";
    find = "Find in #";
    further = "# more";
    unfound = "No value with these letters";
    more = "Show more";
    these = "See these jobs on #";
    all = "See all jobs on #";
    back = "All jobs";
    apply = "Apply";
    there = "See this job on the board";
    closed = "This job is closed.";
}

named_texts! {
    /// Texts of the element itself, which has no view yet when it needs them.
    ELEMENT, ELEMENT_PSEUDO:

    failed = "The jobs could not be loaded.";
    retry = "Retry";
}

named_texts! {
    /// Page where an operator makes a snippet.
    SNIPPET_PAGE, SNIPPET_PAGE_PSEUDO:

    title = "Embed jobs";
    heading = "Embed jobs on your page";
    intro = "Choose what to show, look at it below, and copy the code into your page. The widget needs no account and sets \
        no cookies.";
    company = "Company";
    all_companies = "All companies";
    department = "Department";
    all_departments = "All departments";
    location = "Location";
    all_locations = "All locations";
    limit = "Jobs at first";
    order = "Order";
    by_day = "Newest first";
    by_salary = "Highest salary first";
    columns = "Columns";
    one_column = "One";
    two_columns = "Up to two";
    three_columns = "Up to three";
    colors = "Colors";
    colors_of_page = "Like the page around it";
    light = "Light";
    dark = "Dark";
    target = "Jobs open";
    same_tab = "In the same tab";
    new_tab = "In a new tab";
    inside = "Inside the widget";
    accent = "Accent color";
    plain = "Use the text color as accent";
    deep_link = "Keep filters in your page's address";
    pin = "Pin the script";
    pin_note = "Your page then runs exactly today's script. After each update of this board, it shows plain links instead \
        of the widget until you paste new code.";
    code = "The code";
    without_script = "Choosing and copying need JavaScript. Without it, copy this code. Replace `…` with the company's \
        slug, which is the last part of the address of its page on this board.";
    jobs_on_board = "Jobs on @board@";
    copy = "Copy the code";
    policy = "If your page has a content security policy";
    policy_sources = "The policy must allow the board's scripts and data:";
    policy_limits = "Without `'wasm-unsafe-eval'`, the widget searches only the jobs that it shows. If your `style-src` \
        blocks the accent color, set `--open-roles-accent` in your style sheet.";
    preview = "Preview";
}

named_texts! {
    /// Script of that page.
    SNIPPET, SNIPPET_PSEUDO:

    all = "All jobs";
    copied = "Copied.";
    selected = "Selected: copy it with your keyboard.";
}

named_texts! {
    /// Page where an operator checks feeds. The report itself is that of `openroles doctor`.
    DOCTOR_PAGE, DOCTOR_PAGE_PSEUDO:

    title = "Check feeds";
    heading = "Check your feeds";
    intro = "See what your feeds of job postings contain, what gets lost on the way to a board, and what search engines \
        would reject, each with a remedy. The files stay on your device: nothing is uploaded.";
    without_script = "This page needs JavaScript. Without it, run `openroles doctor` with your files.";
    files = "Feed files";
    files_note = "You can also drop files anywhere on this page: JSON, JSON Lines, XML, RSS, saved web pages, or tables, \
        also compressed with gzip, of up to 200 MB each.";
    company = "Company, for feeds that don't name it";
    paste = "Paste a feed instead";
    text = "Text of the feed";
    check_text = "Check the text";
    report = "Report";
    empty = "Nothing has been checked yet.";
    again = "Try again";
    save = "Save the report";
    start_over = "Start over";
}

named_texts! {
    /// Script of that page.
    DOCTOR, DOCTOR_PSEUDO:

    pasted = "pasted text";
    reading = "Reading #…";
    checking = "Checking #…";
    checking_of = "Checking # (# of #)…";
    program = "The doctor";
    unfinished = "the program could not be loaded, or it stopped: check your connection and try again; for large feeds, use \
        the command-line tool, `openroles doctor`";
    failed = "The feed could not be checked.";
    all_failed = "None of the feeds could be checked.";
    empty = "Nothing has been checked yet.";
    stop = "Stop";
    start_over = "Start over";
}

named_texts! {
    /// Worker of that page: why a feed can't be read.
    DOCTOR_WORKER, DOCTOR_WORKER_PSEUDO:

    too_large = "it is larger than 200 MB, which is too much for a page: use the command-line tool, `openroles doctor`";
    zstd = "it is compressed with zstd, which browsers cannot unpack: unpack it first, or use the command-line tool, \
        `openroles doctor`";
    torn = "its gzip data cannot be unpacked: check that the download finished";
    gone = "it cannot be read: choose files, not folders, and choose a file again after it has changed";
}
