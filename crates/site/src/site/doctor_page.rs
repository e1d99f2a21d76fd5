//! The `/doctor/` page, where an operator checks feeds without installing anything. It runs `openroles doctor` in
//! the browser.
//!
//! Its source is in `public/doctor`. It needs a program that is built with the app, so a site without the app
//! doesn't have this page.

use openroles_model::words::NamedTexts;

use super::{
    SiteError, SiteInput,
    app_files::{SideProgram, write_program},
    compact::{compact_style, script},
    operator_page::{WORDS, object, operator_page},
    staging::Staging,
    xml::escaped,
};
use crate::prerender::INTERFACE;

const PAGE: &str = include_str!("../../../../public/doctor/index.html");
const SCRIPT: &str = include_str!("../../../../public/doctor/page.js");
const WORKER: &str = include_str!("../../../../public/doctor/worker.js");
const STYLES: [&str; 5] = [
    include_str!("../../../../style/tokens.css"),
    include_str!("../../../../style/base.css"),
    include_str!("../../../../style/operator.css"),
    include_str!("../../../../style/doctor.css"),
    include_str!("../../../../style/report.css"),
];

/// Writes the page and its program; does nothing if the program wasn't built.
pub(super) fn write(staging: &Staging, input: &SiteInput<'_>) -> Result<(), SiteError> {
    let program = input.app.map(|app| write_program(staging, app, "doctor")).transpose()?.flatten();
    let Some(SideProgram { script: program, wasm }) = program else { return Ok(()) };
    let style = staging.write_asset("doctor", "css", compact_style(&STYLES.concat()).as_bytes())?;
    let words = input.board.words_of_files();
    let worker = script_with_texts(WORKER, words.doctor_worker, &[("program", &program), ("wasm", &wasm)]);
    let worker = staging.write_asset("doctor-worker", "js", worker.as_bytes())?;
    let page_script = script_with_texts(SCRIPT, words.doctor, &[("worker", &worker)]);
    let page_script = staging.write_asset("doctor-page", "js", page_script.as_bytes())?;
    let values = [
        ("@lang@", INTERFACE.to_owned()),
        ("@base@", escaped(&input.board.base_path)),
        ("@style@", style),
        ("@script@", page_script),
        // Last, so that a board's name that contains a placeholder isn't replaced.
        ("@board@", escaped(&input.board.name)),
    ];
    let page = operator_page(PAGE, words.doctor_page, &values);
    staging.write("app", "doctor/index.html", page.as_bytes())
}

fn script_with_texts(source: &str, texts: NamedTexts, names: &[(&str, &str)]) -> String {
    script(source, names).replace(WORDS, &object(texts.iter().copied()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use openroles_model::domain::BoardSettings;

    #[test]
    fn scripts_are_written_without_comments_and_with_every_name_filled_in() {
        let words = BoardSettings::default().words_of_files();
        let scripts =
            [(SCRIPT, words.doctor, ["worker", "worker"]), (WORKER, words.doctor_worker, ["program", "wasm"])];
        for (source, texts, marks) in scripts {
            for (name, _) in texts {
                assert!(source.contains(&format!("WORDS.{name}")), "nothing shows `{name}`");
            }
            let written = script_with_texts(source, texts, &marks.map(|mark| (mark, "assets/x.js")));
            assert!(!written.contains("/*") && !written.contains("//"), "{written}");
            assert!(!written.contains("\"@") && written.contains("\"assets/x.js\""), "{written}");
            assert!(written.lines().all(|line| line.matches('`').count() % 2 == 0), "a template spans lines");
        }
    }
}
