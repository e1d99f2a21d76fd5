//! Configuration for web servers that sends a site's headers. The preview server uses the same table,
//! [`headers`](super::headers).

use super::headers::{PathHeader, headers_by_path, headers_file, security_headers};

/// Web server or hosting service.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Netlify, Cloudflare Pages, and others that read a `_headers` file.
    Netlify,
    /// nginx.
    Nginx,
    /// Caddy.
    Caddy,
}

/// Configuration that makes `host` send the headers of a site under `base_path`; for `connect` and `hsts`, see
/// [`security_headers`].
pub fn host_headers(host: Host, base_path: &str, connect: &[String], hsts: bool) -> String {
    match host {
        Host::Netlify => headers_file(base_path, connect, hsts),
        Host::Nginx => nginx(base_path, connect, hsts),
        Host::Caddy => caddy(base_path, connect, hsts),
    }
}

/// Headers that depend on the path come from `map` blocks, and nginx doesn't send a header whose value is empty.
/// All headers are in one block because nginx ignores those of outer blocks if an inner block has any.
fn nginx(base_path: &str, connect: &[String], hsts: bool) -> String {
    let by_path = headers_by_path();
    let mut text = "# next to the server blocks\n".to_owned();
    for header in &by_path {
        text.push_str(&format!("map $uri {} {{\n", variable(header)));
        text.push_str(&format!("    default \"{}\";\n", header.elsewhere.unwrap_or_default()));
        // nginx tries exact paths first and then uses the first regular expression that matches, so the order is
        // reversed.
        for (pattern, value) in header.rules.iter().rev() {
            let pattern = match pattern.strip_suffix('*') {
                Some(start) => format!("~^{base_path}{start}").replace('.', "\\."),
                None => format!("{base_path}{pattern}"),
            };
            text.push_str(&format!("    {pattern} \"{value}\";\n"));
        }
        text.push_str("}\n");
    }
    text.push_str(&format!("# in the site's server block\nlocation {base_path} {{\n"));
    for (name, value) in security_headers(connect, hsts) {
        text.push_str(&format!("    add_header {name} \"{value}\" always;\n"));
    }
    for header in &by_path {
        text.push_str(&format!("    add_header {} {};\n", header.name, variable(header)));
    }
    text.push_str("}\n");
    text
}

fn variable(header: &PathHeader) -> String {
    format!("$openroles_{}", header.name.to_ascii_lowercase().replace('-', "_"))
}

/// Each matcher excludes paths that have another value, so the order of directives doesn't matter. `?` sets a
/// header only if no other directive has set it.
fn caddy(base_path: &str, connect: &[String], hsts: bool) -> String {
    let by_path = headers_by_path();
    let mut text = format!("header {base_path}* {{\n");
    for (name, value) in security_headers(connect, hsts) {
        text.push_str(&format!("\t{name} \"{value}\"\n"));
    }
    for header in &by_path {
        text.push_str(&header.elsewhere.map(|value| format!("\t?{} \"{value}\"\n", header.name)).unwrap_or_default());
    }
    text.push_str("}\n");
    for header in &by_path {
        for (number, value) in header.values().into_iter().enumerate() {
            let matcher = format!("@{}-{}", header.name.to_ascii_lowercase(), number + 1);
            let (paths, others) = header.with_value(value);
            text.push_str(&format!("{matcher} {{\n\tpath{}\n", listed(base_path, &paths)));
            if !others.is_empty() {
                text.push_str(&format!("\tnot path{}\n", listed(base_path, &others)));
            }
            text.push_str(&format!("}}\nheader {matcher} {} \"{value}\"\n", header.name));
        }
    }
    text
}

fn listed(base_path: &str, patterns: &[&str]) -> String {
    patterns.iter().map(|pattern| format!(" {base_path}{pattern}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_is_told_the_whole_policy_and_every_lifetime() {
        let origins = ["https://feed.example.com".to_owned()];
        for host in [Host::Netlify, Host::Nginx, Host::Caddy] {
            let text = host_headers(host, "/in/", &origins, true);
            for (name, value) in security_headers(&origins, true) {
                assert!(text.contains(name) && text.contains(&value), "{name} is not in {text}");
            }
            for header in headers_by_path() {
                assert!(text.contains(header.name), "{} is not in {text}", header.name);
                assert!(header.rules.iter().all(|(_, value)| text.contains(value)), "{text}");
            }
        }
    }

    #[test]
    fn nginx_looks_at_a_whole_path_first_and_at_dots_as_such() {
        let text = nginx("/a.b/", &[], true);
        for line in [
            "    default \"no-cache\";",
            "    ~^/a\\.b/assets/ \"public, max-age=31536000, immutable\";",
            "    /a.b/data/manifest.json \"no-cache\";",
            "    ~^/a\\.b/embed/ \"*\";",
            "location /a.b/ {",
            "    add_header X-Content-Type-Options \"nosniff\" always;",
            "    add_header Cache-Control $openroles_cache_control;",
        ] {
            assert!(text.lines().any(|one| one == line), "{line} is not in {text}");
        }
    }

    #[test]
    fn caddy_sets_each_header_of_a_path_once() {
        let text = caddy("/in/", &[], true);
        for lines in [
            "header /in/* {\n\tContent-Security-Policy \"default-src 'self';",
            "\t?Cache-Control \"no-cache\"\n}\n",
            "@cache-control-1 {\n\tpath /in/assets/* /in/data/*\n\tnot path /in/data/manifest.json\n}\n",
            "header @cache-control-1 Cache-Control \"public, max-age=31536000, immutable\"\n",
            "header @x-robots-tag-1 X-Robots-Tag \"noindex\"\n",
        ] {
            assert!(text.contains(lines), "{lines} is not in {text}");
        }
    }
}
