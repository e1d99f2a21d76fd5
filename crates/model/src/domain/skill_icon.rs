//! Which brand symbol appears next to a skill.
//!
//! A skill's name goes in, the name of a file in `public/brands` comes out, without its extension. It doesn't know how
//! symbols are drawn or placed.

/// The brand symbol for a skill, whatever its case, spacing, and punctuation; most skills have none.
pub fn skill_icon(canonical_skill: &str) -> Option<&'static str> {
    let name = folded(canonical_skill);
    ICONS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(symbol, _)| *symbol)
}

/// Symbols in alphabetical order, each with the folded names of its skills.
const ICONS: [(&str, &[&str]); 88] = [
    ("adobeillustrator", &["adobeillustrator", "illustrator"]),
    ("adobephotoshop", &["adobephotoshop", "photoshop"]),
    ("amazonaws", &["aws", "amazonwebservices", "amazonaws"]),
    ("android", &["android", "androiddevelopment", "androidsdk"]),
    ("angular", &["angular", "angularjs"]),
    ("ansible", &["ansible"]),
    ("apacheairflow", &["airflow", "apacheairflow"]),
    ("apachekafka", &["kafka", "apachekafka"]),
    ("apachespark", &["spark", "apachespark", "pyspark"]),
    ("autocad", &["autocad"]),
    ("codeigniter", &["codeigniter"]),
    ("cplusplus", &["c++", "cpp"]),
    ("csharp", &["c#", "csharp"]),
    ("css3", &["css", "css3"]),
    ("cypress", &["cypress"]),
    ("databricks", &["databricks"]),
    ("dbt", &["dbt"]),
    ("django", &["django"]),
    ("docker", &["docker"]),
    ("dotnet", &["net", "dotnet", "netcore", "dotnetcore", "netframework"]),
    ("elasticsearch", &["elasticsearch"]),
    ("elixir", &["elixir"]),
    ("express", &["express", "expressjs"]),
    ("fastapi", &["fastapi"]),
    ("figma", &["figma"]),
    ("flutter", &["flutter"]),
    ("git", &["git"]),
    ("github", &["github", "githubactions"]),
    ("gitlab", &["gitlab", "gitlabci"]),
    ("go", &["go", "golang", "goprogramming"]),
    ("googleads", &["googleads", "googleadwords"]),
    ("googleanalytics", &["googleanalytics"]),
    ("googlecloud", &["gcp", "googlecloud", "googlecloudplatform"]),
    ("grafana", &["grafana"]),
    ("graphql", &["graphql"]),
    ("hibernate", &["hibernate"]),
    ("html5", &["html", "html5"]),
    ("hubspot", &["hubspot"]),
    ("ios", &["ios", "iosdevelopment"]),
    ("javascript", &["javascript", "js"]),
    ("jenkins", &["jenkins"]),
    ("jira", &["jira"]),
    ("jquery", &["jquery"]),
    ("kotlin", &["kotlin"]),
    ("kubernetes", &["kubernetes", "k8s"]),
    ("laravel", &["laravel"]),
    ("linux", &["linux"]),
    ("looker", &["looker"]),
    ("microsoftazure", &["azure", "microsoftazure", "microsoftwindowsazure", "windowsazure"]),
    ("mongodb", &["mongodb"]),
    ("mysql", &["mysql"]),
    ("nestjs", &["nest", "nestjs"]),
    ("nextdotjs", &["next", "nextjs"]),
    ("nginx", &["nginx"]),
    ("nodedotjs", &["node", "nodejs"]),
    ("openjdk", &["java", "openjdk", "corejava"]),
    ("pandas", &["pandas"]),
    ("php", &["php"]),
    ("playwright", &["playwright"]),
    ("postgresql", &["postgresql", "postgres"]),
    ("prometheus", &["prometheus"]),
    ("python", &["python"]),
    ("pytorch", &["pytorch"]),
    ("quickbooks", &["quickbooks"]),
    ("r", &["r", "rprogramming"]),
    ("rabbitmq", &["rabbitmq"]),
    ("react", &["react", "reactjs", "reactnative"]),
    ("redis", &["redis"]),
    ("ruby", &["ruby"]),
    ("rubyonrails", &["rails", "rubyonrails", "ror"]),
    ("rust", &["rust"]),
    ("salesforce", &["salesforce"]),
    ("sap", &["sap"]),
    ("scala", &["scala"]),
    ("selenium", &["selenium", "seleniumwebdriver"]),
    ("shopify", &["shopify"]),
    ("sketch", &["sketch"]),
    ("snowflake", &["snowflake"]),
    ("spring", &["spring", "springmvc", "springframework"]),
    ("springboot", &["springboot"]),
    ("swift", &["swift"]),
    ("tableau", &["tableau"]),
    ("tailwindcss", &["tailwind", "tailwindcss"]),
    ("tensorflow", &["tensorflow"]),
    ("terraform", &["terraform"]),
    ("typescript", &["typescript", "ts"]),
    ("wordpress", &["wordpress"]),
    ("zendesk", &["zendesk"]),
];

/// Longer texts aren't names of skills; cutting them bounds the work.
const LONGEST_NAME: usize = 40;

/// A name without the differences between spellings: case, spaces, most punctuation, and a remark in parentheses.
fn folded(skill: &str) -> String {
    let bare = skill.split('(').next().unwrap_or(skill);
    let kept = bare.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '#'));
    kept.take(LONGEST_NAME).map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_skill_share_its_symbol() {
        for (skill, symbol) in [
            ("Node.js", Some("nodedotjs")),
            ("NodeJS (Node.js)", Some("nodedotjs")),
            ("Amazon Web Services (AWS)", Some("amazonaws")),
            ("Microsoft Windows Azure", Some("microsoftazure")),
            (".NET", Some("dotnet")),
            ("C#", Some("csharp")),
            ("C++", Some("cplusplus")),
            ("C", None),
            ("Java", Some("openjdk")),
            ("Javascript", Some("javascript")),
            ("Hibernate (Java)", Some("hibernate")),
            ("R", Some("r")),
            ("", None),
            ("(R)", None),
            ("Patient care", None),
        ] {
            assert_eq!(skill_icon(skill), symbol, "{skill}");
        }
    }

    #[test]
    fn every_symbol_has_a_file_and_every_file_a_skill() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public/brands");
        let files = std::fs::read_dir(folder).expect("public/brands");
        let mut names: Vec<String> =
            files.map(|file| file.expect("a file").file_name().into_string().expect("Unicode")).collect();
        names.sort();
        assert_eq!(names, ICONS.map(|(symbol, _)| format!("{symbol}.svg")));
    }

    #[test]
    fn every_name_is_folded_and_means_one_symbol() {
        let names: Vec<&str> = ICONS.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for name in &names {
            assert_eq!(folded(name), *name);
            assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
        }
    }
}
