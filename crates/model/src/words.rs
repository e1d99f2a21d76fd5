//! Every word of the interface: one table of texts, and of functions for sentences with numbers, names, and plurals.
//!
//! The app, the heads of pages, the widget, and the pages for operators take their words from it. It doesn't know where a
//! text is shown. Numbers come into a sentence as text. Where a part of a sentence is markup, such as a link, the text has
//! a `#`: each sentence is in one piece, so that a language can order its words.
//!
//! What describes a posting or a company is data and isn't in here. Neither are names of countries, regions of the world,
//! and languages, and the short forms of amounts.

/// Declares an area of the table: its type and, from the same rows, its words. A row with parameters is a sentence.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident: $(
        $(#[$about:meta])* $field:ident $(($($arg:ident: $type:ty),+))? = $text:expr;
    )+) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the name and the English text say what a text is for")]
        pub struct $name {
            $($(#[$about])* pub $field: words!(@type $(($($type),+))?),)+
        }

        impl $name {
            pub(super) const ENGLISH: Self = Self {
                $($field: words!(@english $(($($arg: $type),+))? $text),)+
            };

            #[cfg(any(test, feature = "fixture"))]
            pub(super) const PSEUDO: Self = Self {
                $($field: words!(@pseudo $(($($arg: $type),+))? $text),)+
            };
        }
    };
    (@type ($($type:ty),+)) => { fn($($type),+) -> String };
    (@type) => { &'static str };
    (@english ($($arg:ident: $type:ty),+) $text:expr) => { |$($arg: $type),+| $text };
    (@english $text:expr) => { $text };
    (@pseudo ($($arg:ident: $type:ty),+) $text:expr) => { |$($arg: $type),+| format!("⟦{}⟧", $text) };
    (@pseudo $text:expr) => { concat!("⟦", $text, "⟧") };
}

/// Declares the texts of a file, by their names in it.
macro_rules! named_texts {
    ($(#[$doc:meta])* $english:ident, $pseudo:ident: $($key:ident = $text:literal;)+) => {
        $(#[$doc])*
        pub(super) const $english: NamedTexts = &[$((stringify!($key), $text)),+];

        #[cfg(any(test, feature = "fixture"))]
        pub(super) const $pseudo: NamedTexts = &[$((stringify!($key), concat!("⟦", $text, "⟧"))),+];
    };
}

mod files;
mod pages;
mod searching;
mod values;

pub use pages::{CompanyWords, FailureWords, FrameWords, HeadWords, HomeWords, JobWords};
pub use searching::{ExperienceWords, FilterWords, PayFilterWords, SearchWords};
pub(crate) use values::ENGLISH_MONTHS;
pub use values::{FacetWords, ValueWords};

/// All words of the interface in one language.
pub struct Words {
    /// Header, footer, and what every page can show.
    pub frame: FrameWords,
    /// Why something couldn't be loaded and what to do, without final periods.
    pub failures: FailureWords,
    /// Search box and search page.
    pub search: SearchWords,
    /// Filters next to the results, and chips for those that are set.
    pub filters: FilterWords,
    /// Filter by years of experience.
    pub experience: ExperienceWords,
    /// Filter by pay, and what pay is compared with.
    pub pay: PayFilterWords,
    /// Cards and pages of jobs.
    pub job: JobWords,
    /// Pages of companies and the list of them.
    pub company: CompanyWords,
    /// Front page, landing pages, and the operator's sections.
    pub home: HomeWords,
    /// Titles and descriptions of pages, for tabs, search engines, and feed readers.
    pub head: HeadWords,
    /// Names of facets.
    pub facets: FacetWords,
    /// Labels of values that the index holds as codes, and how days, years, and pay are written. A static of its own,
    /// because the widget's engine needs nothing else of the table.
    pub values: &'static ValueWords,
}

/// Texts of files that the build writes without the app: the widget's scripts, and the pages for operators. They are
/// apart from the other words, because the app needs none of them.
pub struct FileWords {
    /// Texts of the widget by their keys in `OpenRoles.words`.
    pub widget: NamedTexts,
    /// Texts of the element itself, which has no view yet when it needs them.
    pub element: NamedTexts,
    /// Page where an operator makes a snippet.
    pub snippet_page: NamedTexts,
    /// Script of that page.
    pub snippet: NamedTexts,
    /// Page where an operator checks feeds.
    pub doctor_page: NamedTexts,
    /// Script of that page.
    pub doctor: NamedTexts,
    /// Worker of that page: why a feed can't be read.
    pub doctor_worker: NamedTexts,
}

/// Texts of a file by their names in it.
pub type NamedTexts = &'static [(&'static str, &'static str)];

/// The words in English.
pub static ENGLISH: Words = Words {
    frame: FrameWords::ENGLISH,
    failures: FailureWords::ENGLISH,
    search: SearchWords::ENGLISH,
    filters: FilterWords::ENGLISH,
    experience: ExperienceWords::ENGLISH,
    pay: PayFilterWords::ENGLISH,
    job: JobWords::ENGLISH,
    company: CompanyWords::ENGLISH,
    home: HomeWords::ENGLISH,
    head: HeadWords::ENGLISH,
    facets: FacetWords::ENGLISH,
    values: &ValueWords::ENGLISH,
};

/// Those of files in English.
pub static FILES_IN_ENGLISH: FileWords = FileWords {
    widget: files::WIDGET,
    element: files::ELEMENT,
    snippet_page: files::SNIPPET_PAGE,
    snippet: files::SNIPPET,
    doctor_page: files::DOCTOR_PAGE,
    doctor: files::DOCTOR,
    doctor_worker: files::DOCTOR_WORKER,
};

/// The words in a language that doesn't exist: English in `⟦⟧`, so that a test can tell them from literals.
#[cfg(any(test, feature = "fixture"))]
pub static PSEUDO: Words = Words {
    frame: FrameWords::PSEUDO,
    failures: FailureWords::PSEUDO,
    search: SearchWords::PSEUDO,
    filters: FilterWords::PSEUDO,
    experience: ExperienceWords::PSEUDO,
    pay: PayFilterWords::PSEUDO,
    job: JobWords::PSEUDO,
    company: CompanyWords::PSEUDO,
    home: HomeWords::PSEUDO,
    head: HeadWords::PSEUDO,
    facets: FacetWords::PSEUDO,
    values: &ValueWords::PSEUDO,
};

/// Those of files in that language.
#[cfg(any(test, feature = "fixture"))]
pub static FILES_IN_PSEUDO: FileWords = FileWords {
    widget: files::WIDGET_PSEUDO,
    element: files::ELEMENT_PSEUDO,
    snippet_page: files::SNIPPET_PAGE_PSEUDO,
    snippet: files::SNIPPET_PSEUDO,
    doctor_page: files::DOCTOR_PAGE_PSEUDO,
    doctor: files::DOCTOR_PSEUDO,
    doctor_worker: files::DOCTOR_WORKER_PSEUDO,
};
