//! Files for the widget: its scripts, a short list of jobs per company, and the page where operators make a
//! snippet.
//!
//! The sources are in `public/embed`. Scripts that another script imports get a hash in their names; `open-roles.js`,
//! which host pages load, keeps its name and doesn't change with the jobs, so hosts can pin it.

use openroles_app::routes::Route;
use openroles_engine::{index::DocId, widget::WidgetList};
use openroles_model::{domain::Organization, facets::Facet};
use rayon::prelude::*;

use super::{
    SiteError,
    app_files::{ENGINE, SideProgram, write_program},
    compact::{compact_style, script, without_comments},
    json,
    operator_page::{WORDS, object, operator_page},
    plan::Plan,
    staging::Staging,
    xml::escaped,
};
use crate::prerender::INTERFACE;

const ELEMENT: &str = include_str!("../../../../public/embed/open-roles.js");
const VIEW: &str = include_str!("../../../../public/embed/view.js");
const SEARCH: &str = include_str!("../../../../public/embed/search.js");
const JOB: &str = include_str!("../../../../public/embed/job.js");
const STYLE: &str = include_str!("../../../../style/widget.css");

const SNIPPET_PAGE: &str = include_str!("../../../../public/embed/index.html");
const SNIPPET_SCRIPT: &str = include_str!("../../../../public/embed/snippet.js");
const SNIPPET_STYLES: [&str; 4] = [
    include_str!("../../../../style/tokens.css"),
    include_str!("../../../../style/base.css"),
    include_str!("../../../../style/operator.css"),
    include_str!("../../../../style/snippet.css"),
];

/// List of the whole board. It can't clash with a company's list because no slug contains a dot.
const WHOLE_BOARD: &str = "embed/all.jobs.json";
/// Page where an operator makes a snippet.
const SNIPPET: &str = "embed/index.html";

/// Writes the scripts, the snippet page, and all lists of jobs.
pub(super) fn write(staging: &Staging, plan: &Plan<'_>) -> Result<(), SiteError> {
    write_scripts(staging, plan)?;
    write_snippet_page(staging, plan)?;
    let (board, index) = (plan.input.board, plan.index);
    let open: Vec<DocId> = index.docs().filter(|doc| !index.is_expired(*doc)).collect();
    staging.write("widget", WHOLE_BOARD, &json("widget", &WidgetList::of(index, board, &open))?)?;
    plan.input.organizations.par_iter().try_for_each(|company| {
        let docs = index.company_docs(&company.slug);
        let list = json("widget", &WidgetList::of(index, board, &docs))?;
        staging.write("widget", &format!("embed/{}.json", company.slug), &list)
    })
}

/// Writes the element and the modules it imports. All of them but the element have hashed names.
fn write_scripts(staging: &Staging, plan: &Plan<'_>) -> Result<(), SiteError> {
    let style = serde_json::to_string(&compact_style(STYLE)).unwrap_or_default();
    let known = Facet::of_widget();
    let offered: Vec<Facet> = known.iter().copied().filter(|facet| facet.is_offered_by_widget()).collect();
    let facets = keys(&known);
    let view = script(VIEW, &[("facets", &facets), ("offered", &keys(&offered))]);
    let words = plan.input.board.words_of_files();
    let labels = offered.iter().map(|facet| (facet.key(), facet.label(plan.input.board.words())));
    let texts = object(words.widget.iter().copied().chain(labels).chain([("lang", INTERFACE)]));
    let view = view.replace("\"@style@\"", &style).replace(WORDS, &texts);
    let view = staging.write_asset("widget-view", "js", view.as_bytes())?;
    let search = match plan.input.app.map(|app| write_program(staging, app, ENGINE)).transpose()?.flatten() {
        Some(SideProgram { script: engine, wasm }) => {
            let text = script(SEARCH, &[("engine", &engine), ("wasm", &wasm)]);
            staging.write_asset("widget-search", "js", text.as_bytes())?
        }
        None => String::new(),
    };
    let job = staging.write_asset("widget-job", "js", without_comments(JOB).as_bytes())?;
    let element = script(ELEMENT, &[("facets", &facets), ("view", &view), ("search", &search), ("job", &job)]);
    let element = words.element.iter().fold(element, |script, (name, text)| {
        script.replace(&format!("\"@{name}@\""), &serde_json::to_string(text).unwrap_or_default())
    });
    staging.write("widget", "embed/open-roles.js", element.as_bytes())
}

/// Keys of facets, separated by spaces, as the scripts expect them.
fn keys(facets: &[Facet]) -> String {
    facets.iter().map(|facet| facet.key()).collect::<Vec<_>>().join(" ")
}

fn write_snippet_page(staging: &Staging, plan: &Plan<'_>) -> Result<(), SiteError> {
    let board = plan.input.board;
    let style = compact_style(&SNIPPET_STYLES.concat());
    let style = staging.write_asset("snippet", "css", style.as_bytes())?;
    let (words, head) = (board.words_of_files(), &board.words().head);
    let jobs_at = (head.on_board)(&(head.company)("@company@"), &board.name);
    let texts = object(words.snippet.iter().copied().chain([("jobs_at", jobs_at.as_str())]));
    let script = without_comments(SNIPPET_SCRIPT).replace(WORDS, &texts);
    let script = staging.write_asset("snippet", "js", script.as_bytes())?;
    let mut companies: Vec<&Organization> = plan.input.organizations.iter().collect();
    companies.sort_by_key(|company| company.name.to_lowercase());
    let options: String = companies
        .iter()
        .map(|company| format!("<option value=\"{}\">{}</option>\n", company.slug, escaped(&company.name)))
        .collect();
    let address = Route::Home.url(board).unwrap_or_else(|| board.base_path.clone());
    let values = [
        ("@lang@", INTERFACE.to_owned()),
        ("@address@", escaped(&address)),
        ("@base@", escaped(&board.base_path)),
        ("@style@", style),
        ("@script@", script),
        ("@board@", escaped(&board.name)),
        // Last, so that a company's name that contains a placeholder isn't replaced.
        ("@companies@", options),
    ];
    let page = operator_page(SNIPPET_PAGE, words.snippet_page, &values);
    staging.write("widget", SNIPPET, page.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_keep_to_what_can_be_compacted() {
        for script in [ELEMENT, VIEW, SEARCH, JOB, SNIPPET_SCRIPT] {
            let inside = without_comments(script);
            assert!(!inside.contains("/*"), "a comment spans lines or follows code");
            assert_eq!(inside.matches('`').count() % 2, 0);
            assert!(inside.lines().all(|line| line.matches('`').count() % 2 == 0), "a template spans lines");
        }
    }
}
