//! Splits skills that lost their separators: `pythonpower bisqlraws`, `PythonDjangoPostgreSQL`.
//!
//! It splits only if that is certain: the whole text consists of known skills, or the text is too long for one skill.
//! In the second case, it keeps the known skills between capitals.

use openroles_model::domain::skill_key;

use super::{guess::Sureness, known_skills};

/// The skills in a glued text, and how sure they are; `None` if the text may be a single skill.
pub(super) fn parts(text: &str) -> Option<(Vec<String>, Sureness)> {
    let text = text.trim();
    if text.len() > LONGEST_TEXT || text.contains([',', ';']) || known_skills::known(text).is_some() {
        return None;
    }
    whole(text).or_else(|| Some((between_capitals(text)?, Sureness::Doubtful)))
}

/// In bytes. Longer texts aren't lists of skills.
const LONGEST_TEXT: usize = 600;
/// Two names in a row may be the name of a third thing: `SwiftUI`.
const FEWEST_PARTS: usize = 3;
/// With fewer parts, a single letter may be a coincidence: `scala` and `r` in "scalar".
const FEWEST_AROUND_LETTERS: usize = 5;
/// In bytes. A shorter text may be the name of one skill.
const TOO_LONG_FOR_ONE: usize = 60;
/// In bytes of its key. No known name is longer.
const LONGEST_NAME: usize = 40;

/// The text as a sequence of known skills without a remainder, as few as possible; with single letters, it is never
/// sure.
fn whole(text: &str) -> Option<(Vec<String>, Sureness)> {
    let key = skill_key(text);
    // `best[end]`: the fewest names that make up the key up to `end`, and the start of the last one.
    let mut best: Vec<Option<(usize, usize)>> = vec![None; key.len() + 1];
    best[0] = Some((0, 0));
    for end in (1..=key.len()).filter(|end| key.is_char_boundary(*end)) {
        for start in (end.saturating_sub(LONGEST_NAME)..end).filter(|start| key.is_char_boundary(*start)) {
            let Some((count, _)) = best[start] else { continue };
            let is_better = best[end].is_none_or(|(known, _)| count + 1 < known);
            if is_better && known_skills::of_key(&key[start..end]).is_some() {
                best[end] = Some((count + 1, start));
            }
        }
    }
    let mut names = Vec::new();
    let mut end = key.len();
    while end > 0 {
        let (_, start) = best[end]?;
        names.push(key[start..end].to_owned());
        end = start;
    }
    names.reverse();
    let has_letter = names.iter().any(|name| name.len() == 1);
    let (fewest, sureness) =
        if has_letter { (FEWEST_AROUND_LETTERS, Sureness::Likely) } else { (FEWEST_PARTS, Sureness::Sure) };
    let canonical = || names.iter().filter_map(|name| known_skills::of_key(name)).map(str::to_owned).collect();
    (names.len() >= fewest).then(|| (canonical(), sureness))
}

/// The known skills of a long text that is cut before each capital after a lowercase letter; `JavaScript` stays whole.
fn between_capitals(text: &str) -> Option<Vec<String>> {
    if text.len() <= TOO_LONG_FOR_ONE {
        return None;
    }
    let starts = text
        .char_indices()
        .zip(text.chars().skip(1))
        .filter(|((_, one), next)| one.is_lowercase() && next.is_uppercase());
    let mut cuts: Vec<usize> = vec![0];
    cuts.extend(starts.map(|((at, one), _)| at + one.len_utf8()));
    cuts.push(text.len());
    if cuts.len() <= FEWEST_PARTS {
        return None;
    }
    let mut names = Vec::new();
    let mut at = 0;
    while at + 1 < cuts.len() {
        // Try the longest name first, so that "Java" and "Script" stay together.
        let ends = (at + 1..cuts.len().min(at + 4)).rev();
        let found = ends.filter_map(|end| Some((end, known_skills::known(text[cuts[at]..cuts[end]].trim())?))).next();
        names.extend(found.map(|(_, name)| name.to_owned()));
        at = found.map_or(at + 1, |(end, _)| end);
    }
    Some(names)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_one_skill_stays_whole() {
        for text in ["SwiftUI", "scalar", "Data entry", "javascript", "management", "MIS reporting", "a,b"] {
            assert_eq!(parts(text), None, "{text}");
        }
    }

    #[test]
    fn a_long_text_gives_the_skills_between_its_capitals() {
        let text = "Cyber lawContract reviewJavaScriptPythonTime managementAnalyticalLegalROCCosmetics";
        let (names, sureness) = parts(text).expect("glued");
        assert_eq!((names, sureness), (["JavaScript", "Python"].map(str::to_owned).to_vec(), Sureness::Doubtful));
    }

    #[test]
    fn a_text_that_is_all_names_of_skills_is_surely_a_list_of_them() {
        for (text, sureness) in
            [("PythonDjangoPostgreSQL", Sureness::Sure), ("pythondjangopostgresqlreactr", Sureness::Likely)]
        {
            assert_eq!(parts(text).expect("glued").1, sureness, "{text}");
        }
    }
}
