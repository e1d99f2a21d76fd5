//! Words of the widget and of the page that makes its code.

use super::ScriptWords;

script_words! {
    /// Texts of the widget by their keys in `OpenRoles.words`; `#` is replaced with a number or a name.
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

script_words! {
    /// Texts of the element itself, which has no view yet when it needs them.
    ELEMENT, ELEMENT_PSEUDO:

    failed = "The jobs could not be loaded.";
    retry = "Retry";
}

script_words! {
    /// Texts of the page where an operator makes a snippet.
    SNIPPET, SNIPPET_PSEUDO:

    all = "All jobs";
    copied = "Copied.";
    selected = "Selected: copy it with your keyboard.";
}
