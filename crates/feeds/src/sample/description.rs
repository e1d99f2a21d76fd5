//! The text of a sample posting: random sentences, in an order that all postings share.
//!
//! 40 % are plain text with `•` bullets instead of HTML, as in real feeds.

use openroles_model::unicode::capitalized;

use super::{SampleDraft, random::Random};

/// Ends every description, so that nobody takes a sample for a job.
pub(super) const LABEL: &str =
    "This posting is a generated sample: the job, the employer and the people in it are invented.";

/// A piece of the text, before it becomes HTML or plain text.
enum SampleBlock {
    Paragraph(String),
    Heading(&'static str),
    List(Vec<String>),
}

/// The description: 150 to 400 words.
pub(super) fn write(draft: &SampleDraft<'_>, random: &mut Random) -> String {
    let words = SampleWords::of(draft);
    let mut blocks = vec![SampleBlock::Paragraph(opening(&words, random))];
    blocks.push(SampleBlock::Heading(random.pick(&DUTY_HEADINGS)));
    blocks.push(SampleBlock::List(duties(draft, &words, random)));
    blocks.push(SampleBlock::Heading(random.pick(&NEED_HEADINGS)));
    blocks.push(SampleBlock::List(needs(draft, &words, random)));
    if random.chance(60) {
        blocks.push(SampleBlock::Heading(random.pick(&EXTRA_HEADINGS)));
        let count = 2 + random.below(2) as usize;
        blocks.push(SampleBlock::List(sentences(&EXTRAS, count, &words, random)));
    }
    blocks.push(SampleBlock::Paragraph(sentences(&CLOSINGS, 3, &words, random).join(" ")));
    blocks.push(SampleBlock::Paragraph(LABEL.to_owned()));
    if random.chance(60) { to_html(&blocks) } else { to_plain_text(&blocks) }
}

/// What fills the gaps in a template.
struct SampleWords<'a> {
    company: &'a str,
    trade: &'static str,
    title: &'a str,
    place: String,
    years: String,
    department: String,
    fields: &'static [&'static str],
    skills: &'a [&'static str],
}

impl<'a> SampleWords<'a> {
    fn of(draft: &'a SampleDraft<'_>) -> Self {
        Self {
            company: if draft.is_anonymous { "our client" } else { &draft.company.name },
            trade: draft.company.sector.trade(),
            title: &draft.title,
            place: draft.setting.in_words(),
            years: draft.career.years_in_words(),
            department: draft.role.department.to_lowercase(),
            fields: draft.role.fields,
            skills: &draft.skills,
        }
    }

    fn word(&self, name: &str, random: &mut Random) -> &str {
        match name {
            "company" => self.company,
            "trade" => self.trade,
            "title" => self.title,
            "place" => &self.place,
            "years" => &self.years,
            "team" => &self.department,
            "field" => random.pick(self.fields),
            "skill" => random.pick(self.skills),
            _ => "",
        }
    }

    /// The template with its gaps filled and its first letter capitalized.
    fn fill(&self, template: &str, random: &mut Random) -> String {
        let mut pieces = template.split(['{', '}']);
        let mut text = pieces.next().unwrap_or_default().to_owned();
        while let (Some(name), Some(between)) = (pieces.next(), pieces.next()) {
            text.push_str(self.word(name, random));
            text.push_str(between);
        }
        capitalized(&text)
    }
}

fn opening(words: &SampleWords<'_>, random: &mut Random) -> String {
    let first = words.fill(random.pick(&OPENINGS), random);
    let rest = sentences(&SETTINGS, 3, words, random);
    format!("{first} {}", rest.join(" "))
}

fn duties(draft: &SampleDraft<'_>, words: &SampleWords<'_>, random: &mut Random) -> Vec<String> {
    let own = 3 + random.below(2) as usize;
    let mut list = sentences(draft.role.duties, own, words, random);
    let shared = 1 + random.below(2) as usize;
    list.extend(sentences(&DUTIES, shared, words, random));
    list
}

/// Every list of skills starts with the main skill, so that text and skills agree.
fn needs(draft: &SampleDraft<'_>, words: &SampleWords<'_>, random: &mut Random) -> Vec<String> {
    let main = words.fill(&random.pick(&MAIN_SKILL).replace("{main}", draft.skills[0]), random);
    let mut list = vec![main, words.fill(&random.pick(&SECOND_SKILL).replace("{second}", draft.skills[1]), random)];
    list.push(format!("Working knowledge of {}", draft.skills[2..].join(", ")));
    list.extend(sentences(draft.role.needs, 2, words, random));
    let shared = 1 + random.below(2) as usize;
    list.extend(sentences(&NEEDS, shared, words, random));
    list
}

/// `count` different templates, filled.
fn sentences(templates: &[&'static str], count: usize, words: &SampleWords<'_>, random: &mut Random) -> Vec<String> {
    let chosen = random.pick_some(templates, count);
    chosen.into_iter().map(|template| words.fill(template, random)).collect()
}

fn to_html(blocks: &[SampleBlock]) -> String {
    let mut html = String::new();
    for block in blocks {
        match block {
            SampleBlock::Paragraph(text) => html.push_str(&format!("<p>{}</p>", escaped(text))),
            SampleBlock::Heading(text) => html.push_str(&format!("<h3>{}</h3>", escaped(text))),
            SampleBlock::List(items) => {
                let items: String = items.iter().map(|item| format!("<li>{}</li>", escaped(item))).collect();
                html.push_str(&format!("<ul>{items}</ul>"));
            }
        }
    }
    html
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

fn to_plain_text(blocks: &[SampleBlock]) -> String {
    let blocks = blocks.iter().map(|block| match block {
        SampleBlock::Paragraph(text) => format!("{text}\n\n"),
        SampleBlock::Heading(text) => format!("{text}:\n"),
        SampleBlock::List(items) => format!("• {}\n\n", items.join("\n• ")),
    });
    blocks.collect::<String>().trim_end().to_owned()
}

const DUTY_HEADINGS: [&str; 5] =
    ["What you will do", "Responsibilities", "Your work", "The role", "Roles and responsibilities"];

const NEED_HEADINGS: [&str; 5] =
    ["What you bring", "Requirements", "Must-have skills", "Who we look for", "Skills and experience"];

const EXTRA_HEADINGS: [&str; 4] = ["Nice to have", "A plus", "Good to have", "Counts in your favor"];

const OPENINGS: [&str; 14] = [
    "{company} is looking for a colleague to work on {field} {place}.",
    "Our {team} team is growing, and this seat is for someone who cares about {field}.",
    "You know {skill} well and want to see your work used: then read on.",
    "We are hiring for the position of {title} {place}.",
    "{company} has a new opening {place}, with {field} at its center.",
    "Someone has to make {field} better, and it could well be you.",
    "After a good year {company} is adding to its {team} team.",
    "This is a {trade} job for people who like to finish what they start.",
    "If {field} is where you feel at home, {company} would like to meet you.",
    "A small group looks after {field} at {company}, and it has room for one more.",
    "{company} needs an experienced pair of hands for {field}.",
    "The position of {title} is open {place}, starting as soon as it suits you.",
    "Plenty of people in {trade} can use {skill}; few can explain it, and those we want.",
    "A colleague is moving on after years with us, so {field} needs a new owner.",
];

const SETTINGS: [&str; 14] = [
    "You will work {place} in a group of six to ten.",
    "The team plans in short cycles and shows its work to everyone on Fridays.",
    "Most of what we do in {trade} is never seen, which is how we know it works.",
    "Decisions are written down, so nobody has to have been in the room.",
    "You will report to the head of {team} and have a say in what comes next.",
    "We keep meetings to the middle of the day and leave the rest for work.",
    "Our customers rely on us every day, and they tell us quickly when something is off.",
    "The first month is for learning: no targets, a lot of questions.",
    "People stay with us for years, and several have come back after leaving.",
    "You will find good groundwork, and enough left to improve.",
    "We measure results, not hours.",
    "Expect variety: one week it is {field}, the next a problem nobody has seen before.",
    "There is a budget for books, courses and one conference a year.",
    "You will meet the people who use what you make, in person and often.",
];

const DUTIES: [&str; 10] = [
    "Share what you know about {skill} with newer colleagues",
    "Estimate honestly and raise a hand early when a plan slips",
    "Work with neighboring teams on {field}",
    "Keep documents short, current and easy to find",
    "Suggest one improvement a month, and carry out the good ones",
    "Present results to people from other departments",
    "Help interview future colleagues",
    "Choose tools for the {team} team and look after them",
    "Follow what is new around {skill}, and tell us what is worth the trouble",
    "Stand in for colleagues on leave",
];

const MAIN_SKILL: [&str; 6] = [
    "{years} of work with {main}",
    "{main}: {years}, much of it in daily use",
    "{years} in {field} or close to it, with {main} at the center",
    "Strong command of {main}, shown in real projects",
    "{main} at a level where others ask you for advice",
    "Thorough knowledge of {main}, from study or from practice",
];

const SECOND_SKILL: [&str; 6] = [
    "Good practical knowledge of {second}",
    "{second}, enough to work without supervision",
    "Confidence with {second} under deadline",
    "Real use of {second}, not only a course",
    "{second} as a second language, so to speak",
    "Sound experience with {second} in a team",
];

const NEEDS: [&str; 10] = [
    "Clear English, spoken and written",
    "A graduate degree, or experience that makes up for it",
    "The habit of asking before assuming",
    "Reliability: what you promise on Monday is there on Friday",
    "Interest in {trade} and its odd rules",
    "Readiness to learn from mistakes in the open",
    "Structure in your work and ease with change",
    "A notice period of 60 days at most",
    "Experience in a company that grew quickly",
    "Respect for colleagues of every trade",
];

const EXTRAS: [&str; 10] = [
    "Earlier work in {trade}",
    "A certificate in {skill}",
    "Time spent leading a small team",
    "Experience with customers in other countries",
    "A second Indian language",
    "Talks, articles or open work we can look at",
    "Knowledge of {field} from the customer's side",
    "Some experience in a start-up",
    "A link to something you made for fun",
    "Practice in training others in {skill}",
];

const CLOSINGS: [&str; 14] = [
    "The process is a call, a practical exercise of two hours, and a conversation with the team.",
    "We answer every application within a week.",
    "Health insurance covers you and your family from the first day.",
    "There are 24 days of leave, and we notice when you do not take them.",
    "Part-time arrangements are possible; just ask.",
    "Travel to interviews is paid.",
    "We welcome people of every background and are glad to arrange what you need for the interview.",
    "Tell us in a few lines what you would like to do about {field}.",
    "A cover letter is not needed; a link to your work says more.",
    "The workplace {place} can be visited before you decide.",
    "Parents get six months of leave, whichever parent they are.",
    "Relocation is supported with a month of housing.",
    "Salaries are reviewed every April.",
    "You will know after each step what comes next and when.",
];
