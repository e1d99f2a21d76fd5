//! The HTTP headers a site wants, once: for the preview server and for the `_headers` file that hosts read.

/// What every response carries, whatever it is.
pub fn security_headers(connect: &[String]) -> [(&'static str, String); 4] {
    [
        ("Content-Security-Policy", content_security_policy(connect)),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "strict-origin-when-cross-origin".to_owned()),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
    ]
}

/// How long a copy of the file at `path` (below the site's folder) may be used without asking again.
pub fn cache_control(path: &str) -> &'static str {
    let extension = path.rsplit('.').next().unwrap_or_default();
    if is_content_hashed(path) {
        "public, max-age=31536000, immutable"
    } else if ["svg", "png", "jpg", "jpeg", "webp", "avif", "ico", "woff2"].contains(&extension) {
        "public, max-age=3600"
    } else {
        "no-cache"
    }
}

/// The media type of the file at `path`, by its extension.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json; charset=utf-8",
        "webmanifest" => "application/manifest+json; charset=utf-8",
        "xml" => "application/xml; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "wasm" => "application/wasm",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "gz" => "application/gzip",
        _ => "application/octet-stream",
    }
}

/// Nothing runs, loads or frames the site but what is its own; `connect` lists origins a live feed comes from.
fn content_security_policy(connect: &[String]) -> String {
    let connect: String = connect.iter().map(|origin| format!(" {origin}")).collect();
    format!(
        "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' https: data:; \
         connect-src 'self'{connect}; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; object-src 'none'"
    )
}

/// Whether the name changes with the content: under `assets/` or `data/`, with a part of at least eight hex digits.
fn is_content_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let is_hash = |part: &str| part.len() >= 8 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    (path.starts_with("assets/") || path.starts_with("data/")) && name.split(['.', '-', '_']).any(is_hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_whose_name_changes_with_their_content_are_kept_for_good() {
        for (path, is_kept) in [
            ("assets/openroles-app-3f2a1b9c8d7e6f50_bg.wasm", true),
            ("data/index.0123456789abcdef.bin", true),
            ("data/manifest.json", false),
            ("index.html", false),
            ("sw.js", false),
            ("jobs/deadbeef00/index.html", false),
            ("assets/logo.svg", false),
        ] {
            assert_eq!(cache_control(path).contains("immutable"), is_kept, "{path}");
        }
    }

    #[test]
    fn the_policy_admits_no_inline_code_and_only_the_feed_as_a_stranger() {
        let own = content_security_policy(&[]);
        assert!(!own.contains("unsafe-inline") && !own.contains("'unsafe-eval'"), "{own}");
        assert!(own.contains("connect-src 'self';"), "{own}");
        let with_feed = content_security_policy(&["https://feed.example.com".to_owned()]);
        assert!(with_feed.contains("connect-src 'self' https://feed.example.com;"), "{with_feed}");
    }
}
