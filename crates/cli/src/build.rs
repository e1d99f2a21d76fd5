//! `openroles build`: turns feeds into a static site.
//!
//! Reads and judges every feed, builds the index, and hands everything to `site`. If any of this fails, nothing is
//! written, and an existing site stays as it is.

use std::{collections::HashMap, mem, path::PathBuf, str::FromStr, time::Instant};

use indicatif::{ProgressBar, ProgressStyle};
use openroles_feeds::{
    config::{self, Settings},
    doctor::{Checkup, Diagnoses},
    feed::{FeedId, FeedKind, Rejection},
    ingest::{IngestOptions, Ingested, Intake},
};
use openroles_model::domain::{Date, HostName, JobId, PayCurrencies};
use openroles_site::site::{
    self, EarlierSite, PagesWanted, PictureCopy, PreviousBuild, SiteInput, SiteReport, WriteProgress,
};

use super::{
    Outcome, build_json, columns, day_or_today,
    earlier::EarlierArguments,
    error::CliError,
    feeds::{self, Feeds, parse_kind},
    logos,
    output::{self, Colors},
    parse_date, settings,
    summary::{self, Build, DefaultCurrency, Kept},
};

/// Arguments of `openroles build`.
#[derive(Debug, clap::Args)]
pub(super) struct BuildArguments {
    /// Feeds: files, folders, http(s) addresses, or `-` for standard input. May be compressed with gzip or zstd.
    #[arg(long, value_name = "PATH", required = true, num_args = 1..)]
    feed: Vec<PathBuf>,
    /// Output folder. If it contains a site, the site is replaced completely.
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    #[command(flatten)]
    earlier: EarlierArguments,
    /// Config file, such as board.toml.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// Feed format [default: detected]
    #[arg(long, value_parser = parse_kind)]
    kind: Option<FeedKind>,
    /// Employer of postings that don't name one.
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// Folder with the browser app, which `cargo xtask app` builds in `dist`; not needed with `--pages none`.
    #[arg(long, value_name = "DIR")]
    app: Option<PathBuf>,
    /// Origin of the site, such as https://jobs.example.com; overrides the config file.
    #[arg(long, value_name = "URL")]
    site_url: Option<String>,
    /// Path of the site on its host, such as /jobs/; overrides the config file.
    #[arg(long, value_name = "/x/")]
    base_path: Option<String>,
    /// Which jobs get a page: all, only the first N (the app also shows the others), or none, which writes only the
    /// index.
    #[arg(long, value_name = "all|N|none", default_value = "all", value_parser = parse_pages)]
    pages: PagesWanted,
    /// Host whose limits the site must stay within: cloudflare-pages, github-pages, netlify, or s3; overrides the config
    /// file.
    #[arg(long, value_name = "NAME")]
    host: Option<HostName>,
    /// Build the site for this day, such as 2026-11-23 [default: today]
    #[arg(long, value_name = "DATE", value_parser = parse_date)]
    now: Option<Date>,
    /// Build the site even if no job is open.
    #[arg(long)]
    allow_empty: bool,
    /// Print only warnings and errors.
    #[arg(long)]
    quiet: bool,
    /// Print the summary as JSON.
    #[arg(long, conflicts_with = "quiet")]
    json: bool,
}

/// Builds the site and prints its summary.
pub(super) fn run(arguments: &BuildArguments) -> Result<Outcome, CliError> {
    let start = Instant::now();
    let mut settings = arguments.settings()?;
    site::expect_app(arguments.app.as_deref(), arguments.pages)?;
    let now = day_or_today(arguments.now)?;
    let (earlier, continuation) = arguments.earlier.open(&arguments.out)?;
    summary::of_recovery(&earlier.recovery).iter().for_each(output::warn);
    let options = IngestOptions { company: arguments.company.clone(), duplicates: settings.duplicates };
    let mut intake = Intake::new(options).on_day(now);
    let mut checkup = Checkup::default();
    let reading = settings.reading(arguments.kind);
    let mut feeds = feeds::read(&arguments.feed, &reading, &mut |piece| checkup.take(&mut intake, piece));
    feeds.settle(&earlier)?;
    let mut ingested = judged(intake, &feeds, &earlier)?;
    let long_closed = ingested.leave_out(|posting| site::is_long_closed(posting, now));
    ingested.add_to_apply_links(&settings.apply_parameters);
    let pay = arguments.open_pay(&ingested, long_closed, now)?;
    let taken = settings.compare_in_commonest(&pay);
    summary::of_missing_rates(&pay, &settings.board).iter().for_each(output::warn);
    let kept = Kept::of(&ingested, &earlier, now);
    kept.iter().for_each(output::warn);
    let copies = settings.fetches_logos.then(|| logos::copy(&mut ingested.organizations));
    let (of_jobs, counted_days) = (feeds_of_jobs(&ingested), mem::take(&mut ingested.counted_days));
    let succession = PreviousBuild { earlier: &earlier, feeds: of_jobs, counted_days, reading: feeds.reading() };
    let report = arguments.write(&settings, &ingested, copies.as_deref(), &succession, now)?;
    if !arguments.quiet {
        let diagnoses = checkup.finish(&ingested, &feeds.names(), now);
        let (out, duration) = (arguments.out.as_path(), start.elapsed());
        let (ingested, kept) = (&ingested, kept.as_ref());
        let currency = taken.map(|currency| DefaultCurrency { currency, pay: &pay });
        let (continuation, report) = (&continuation, &report);
        let build = Build { feeds: &feeds, ingested, long_closed, kept, continuation, currency, report, out, duration };
        arguments.print(&build, &diagnoses)?;
    }
    let is_complete =
        ingested.rejections.iter().all(|rejection| rejection.reason.is_harmless()) && feeds.incomplete == 0;
    Ok(if is_complete { Outcome::Done } else { Outcome::WithLosses })
}

impl BuildArguments {
    /// The config file's settings, overridden by the command line's.
    fn settings(&self) -> Result<Settings, CliError> {
        let mut settings = settings(self.config.as_deref())?;
        if let Some(url) = &self.site_url {
            settings.board.site_url = Some(config::parse_site_url(url)?);
        }
        if let Some(path) = &self.base_path {
            settings.board.base_path = config::parse_base_path(path)?;
        }
        settings.host.name = self.host.or(settings.host.name);
        Ok(settings)
    }

    /// The currencies of the open jobs' pay; an error if no job is open, unless `--allow-empty` is set.
    fn open_pay(&self, ingested: &Ingested, long_closed: usize, now: Date) -> Result<PayCurrencies, CliError> {
        let open = || ingested.postings.iter().filter(|posting| !posting.is_expired(now));
        if open().next().is_none() && !self.allow_empty {
            return Err(CliError::NoOpenJob { jobs: ingested.postings.len() + long_closed, now });
        }
        Ok(PayCurrencies::of(open()))
    }

    fn print(&self, build: &Build<'_>, diagnoses: &Diagnoses) -> Result<(), CliError> {
        if self.json {
            return output::print_json(&build_json::of_build(build));
        }
        output::print(&summary::of_build(build))?;
        output::print(&columns::in_words(diagnoses.unread_columns()))?;
        output::print(&summary::of_checkup(diagnoses, Colors::of_output()))
    }

    fn write(
        &self,
        settings: &Settings,
        ingested: &Ingested,
        picture_copies: Option<&[PictureCopy]>,
        succession: &PreviousBuild<'_>,
        now: Date,
    ) -> Result<SiteReport, CliError> {
        let board = &settings.board;
        let bar = if self.quiet || self.json { ProgressBar::hidden() } else { progress_bar() };
        let input = SiteInput {
            board,
            postings: &ingested.postings,
            organizations: &ingested.organizations,
            picture_copies,
            app: self.app.as_deref(),
            pages: self.pages,
            pictures: settings.pictures,
            host: settings.host,
            now,
            out: &self.out,
            progress: &|progress: WriteProgress| {
                bar.set_length(progress.total as u64);
                bar.set_position(progress.done as u64);
            },
        };
        let report = site::write_after(&input, succession);
        bar.finish_and_clear();
        Ok(report?)
    }
}

/// The feeds' postings. Reports each rejected record, and adds which jobs are missing only because their feed failed.
fn judged(intake: Intake, feeds: &Feeds, earlier: &EarlierSite) -> Result<Ingested, CliError> {
    let earlier_jobs = earlier.jobs(feeds.reading())?;
    let mut ingested = intake.finish(&earlier_jobs);
    let (_merged, refused): (Vec<&Rejection>, Vec<&Rejection>) =
        ingested.rejections.iter().partition(|rejection| rejection.reason.is_merge());
    if !refused.is_empty() {
        output::warn(&summary::of_rejections(feeds, &refused));
    }
    if ingested.postings.is_empty() && !ingested.rejections.is_empty() {
        return Err(CliError::NothingToShow { rejection_count: ingested.rejections.len() });
    }
    if !ingested.unread.is_empty() {
        ingested.keep(earlier.stated(&ingested.unread)?);
    }
    Ok(ingested)
}

/// The feed of each job, by identifier.
fn feeds_of_jobs(ingested: &Ingested) -> HashMap<JobId, FeedId> {
    let jobs = ingested.postings.iter().zip(&ingested.origins);
    jobs.map(|(posting, origin)| (posting.id.clone(), origin.feed)).collect()
}

/// A progress bar; it is visible only on a terminal.
fn progress_bar() -> ProgressBar {
    let style = ProgressStyle::with_template("{bar:40} {human_pos} of {human_len} files");
    ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
}

fn parse_pages(text: &str) -> Result<PagesWanted, String> {
    match text {
        "all" => Ok(PagesWanted::All),
        "none" => Ok(PagesWanted::None),
        _ => usize::from_str(text)
            .map(PagesWanted::First)
            .map_err(|_not_a_number| "write `all`, `none`, or a number".to_owned()),
    }
}
