//! Types of a job board: jobs, companies, places, pay, and settings.
//!
//! They are plain values with no behavior beyond their own rules: no markup, no files, no clock. Every value is
//! already validated; `feed` and `ingest` are the only way from untrusted input to these types.

mod board;
mod card;
mod city;
mod country;
mod date;
mod description;
mod experience;
mod host;
mod job_id;
mod language;
mod link;
mod named_place;
mod organization;
mod pay_currencies;
mod place;
mod posting;
mod region;
mod salary;
mod seniority;
mod skill;
mod skill_icon;
mod slug;
mod typed_pay;
mod work;
mod world_region;
mod years;

pub use board::{
    BoardFigure, BoardSettings, InterfaceLanguage, PicturesWanted, SocialLink, Testimonial, ValueProposition,
};
pub use card::{CardApplicants, JobCard};
pub use city::{CITIES, City};
pub use country::Country;
pub use date::{Date, month_of};
pub use description::{Block, Description, Inline, cut_at_word};
pub use experience::Experience;
pub use host::{HostLimits, HostName, HostSettings};
pub use job_id::{IdSource, JobId};
pub use language::{language_name, language_tag};
pub use link::{EmailAddress, HowToApply, WebUrl};
pub use named_place::NamedPlace;
pub use organization::{Organization, Person, Picture, SizeRange, SocialProfile};
pub use pay_currencies::PayCurrencies;
pub use place::Place;
pub(crate) use posting::ANYWHERE;
pub use posting::{AlsoPosted, ApplicantLocation, HiringOrganization, JobPosting, Provenance, SkillSource};
pub use region::{REGIONS, Region};
pub use salary::{
    Amount, BaseSalary, Currency, PayRange, Rates, SalaryUnit, amount_in_short, group_digits, short_money,
};
pub use seniority::Seniority;
pub use skill::{SKILLS, skill_key};
pub use skill_icon::skill_icon;
pub use slug::Slug;
pub use typed_pay::{pay_examples, read_pay};
pub use work::{EmploymentType, VisaSponsorship, WorkplaceType};
pub use world_region::{countries_in, world_region};
pub use years::Years;
