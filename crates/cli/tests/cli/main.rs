//! The command line tool, driven from outside: what each command prints and writes, and its exit code.

mod build;
mod doctor;
mod every_command;
mod harness;
mod headers;
#[path = "../support/place.rs"]
mod place;
mod sample;
mod schema;
mod search;
mod serve;
mod similar;
