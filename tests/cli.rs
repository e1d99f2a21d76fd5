//! The command line tool, driven from outside.
