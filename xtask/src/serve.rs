//! `cargo xtask serve`: from a fresh checkout to a sample board in the browser.

use std::process::ExitCode;

use crate::{
    Error, app_folder, site,
    workspace::{Workspace, run},
};

/// Options of `cargo xtask serve`.
#[derive(clap::Args)]
pub(crate) struct ServeOptions {
    /// Port on 127.0.0.1; 0 chooses a free one.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

/// Installs what is missing, builds everything, and serves until interrupted.
pub(crate) fn serve(workspace: &Workspace, options: &ServeOptions) -> Result<ExitCode, Error> {
    app_folder::build(workspace)?;
    site::build_site(workspace)?;
    let mut server = workspace.command(site::openroles(workspace));
    server.arg("serve").arg(site::site_folder(workspace)).args(["--port", &options.port.to_string()]);
    run(&mut server)?;
    Ok(ExitCode::SUCCESS)
}
