//! Which brand symbol of the icon sprite appears next to a skill.
//!
//! A skill's name goes in, the identifier of a `<symbol>` in `public/icons.svg` comes out. It doesn't know how symbols
//! are drawn or placed.

/// The symbol for a skill, whatever its case, spacing, and punctuation; most skills have none.
pub fn skill_icon(canonical_skill: &str) -> Option<&'static str> {
    let name = folded(canonical_skill);
    ICONS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(symbol, _)| *symbol)
}

/// Symbols in alphabetical order, each with the folded names of its skills.
const ICONS: [(&str, &[&str]); 88] = [
    ("icon-adobeillustrator", &["adobeillustrator", "illustrator"]),
    ("icon-adobephotoshop", &["adobephotoshop", "photoshop"]),
    ("icon-amazonaws", &["aws", "amazonwebservices", "amazonaws"]),
    ("icon-android", &["android", "androiddevelopment", "androidsdk"]),
    ("icon-angular", &["angular", "angularjs"]),
    ("icon-ansible", &["ansible"]),
    ("icon-apacheairflow", &["airflow", "apacheairflow"]),
    ("icon-apachekafka", &["kafka", "apachekafka"]),
    ("icon-apachespark", &["spark", "apachespark", "pyspark"]),
    ("icon-autocad", &["autocad"]),
    ("icon-codeigniter", &["codeigniter"]),
    ("icon-cplusplus", &["c++", "cpp"]),
    ("icon-csharp", &["c#", "csharp"]),
    ("icon-css3", &["css", "css3"]),
    ("icon-cypress", &["cypress"]),
    ("icon-databricks", &["databricks"]),
    ("icon-dbt", &["dbt"]),
    ("icon-django", &["django"]),
    ("icon-docker", &["docker"]),
    ("icon-dotnet", &["net", "dotnet", "netcore", "dotnetcore", "netframework"]),
    ("icon-elasticsearch", &["elasticsearch"]),
    ("icon-elixir", &["elixir"]),
    ("icon-express", &["express", "expressjs"]),
    ("icon-fastapi", &["fastapi"]),
    ("icon-figma", &["figma"]),
    ("icon-flutter", &["flutter"]),
    ("icon-git", &["git"]),
    ("icon-github", &["github", "githubactions"]),
    ("icon-gitlab", &["gitlab", "gitlabci"]),
    ("icon-go", &["go", "golang", "goprogramming"]),
    ("icon-googleads", &["googleads", "googleadwords"]),
    ("icon-googleanalytics", &["googleanalytics"]),
    ("icon-googlecloud", &["gcp", "googlecloud", "googlecloudplatform"]),
    ("icon-grafana", &["grafana"]),
    ("icon-graphql", &["graphql"]),
    ("icon-hibernate", &["hibernate"]),
    ("icon-html5", &["html", "html5"]),
    ("icon-hubspot", &["hubspot"]),
    ("icon-ios", &["ios", "iosdevelopment"]),
    ("icon-javascript", &["javascript", "js"]),
    ("icon-jenkins", &["jenkins"]),
    ("icon-jira", &["jira"]),
    ("icon-jquery", &["jquery"]),
    ("icon-kotlin", &["kotlin"]),
    ("icon-kubernetes", &["kubernetes", "k8s"]),
    ("icon-laravel", &["laravel"]),
    ("icon-linux", &["linux"]),
    ("icon-looker", &["looker"]),
    ("icon-microsoftazure", &["azure", "microsoftazure", "microsoftwindowsazure", "windowsazure"]),
    ("icon-mongodb", &["mongodb"]),
    ("icon-mysql", &["mysql"]),
    ("icon-nestjs", &["nest", "nestjs"]),
    ("icon-nextdotjs", &["next", "nextjs"]),
    ("icon-nginx", &["nginx"]),
    ("icon-nodedotjs", &["node", "nodejs"]),
    ("icon-openjdk", &["java", "openjdk", "corejava"]),
    ("icon-pandas", &["pandas"]),
    ("icon-php", &["php"]),
    ("icon-playwright", &["playwright"]),
    ("icon-postgresql", &["postgresql", "postgres"]),
    ("icon-prometheus", &["prometheus"]),
    ("icon-python", &["python"]),
    ("icon-pytorch", &["pytorch"]),
    ("icon-quickbooks", &["quickbooks"]),
    ("icon-r", &["r", "rprogramming"]),
    ("icon-rabbitmq", &["rabbitmq"]),
    ("icon-react", &["react", "reactjs", "reactnative"]),
    ("icon-redis", &["redis"]),
    ("icon-ruby", &["ruby"]),
    ("icon-rubyonrails", &["rails", "rubyonrails", "ror"]),
    ("icon-rust", &["rust"]),
    ("icon-salesforce", &["salesforce"]),
    ("icon-sap", &["sap"]),
    ("icon-scala", &["scala"]),
    ("icon-selenium", &["selenium", "seleniumwebdriver"]),
    ("icon-shopify", &["shopify"]),
    ("icon-sketch", &["sketch"]),
    ("icon-snowflake", &["snowflake"]),
    ("icon-spring", &["spring", "springmvc", "springframework"]),
    ("icon-springboot", &["springboot"]),
    ("icon-swift", &["swift"]),
    ("icon-tableau", &["tableau"]),
    ("icon-tailwindcss", &["tailwind", "tailwindcss"]),
    ("icon-tensorflow", &["tensorflow"]),
    ("icon-terraform", &["terraform"]),
    ("icon-typescript", &["typescript", "ts"]),
    ("icon-wordpress", &["wordpress"]),
    ("icon-zendesk", &["zendesk"]),
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

    const SPRITE: &str = include_str!("../../../../public/icons.svg");

    #[test]
    fn spellings_of_a_skill_share_its_symbol() {
        for (skill, symbol) in [
            ("Node.js", Some("icon-nodedotjs")),
            ("NodeJS (Node.js)", Some("icon-nodedotjs")),
            ("Amazon Web Services (AWS)", Some("icon-amazonaws")),
            ("Microsoft Windows Azure", Some("icon-microsoftazure")),
            (".NET", Some("icon-dotnet")),
            ("C#", Some("icon-csharp")),
            ("C++", Some("icon-cplusplus")),
            ("C", None),
            ("Java", Some("icon-openjdk")),
            ("Javascript", Some("icon-javascript")),
            ("Hibernate (Java)", Some("icon-hibernate")),
            ("R", Some("icon-r")),
            ("", None),
            ("(R)", None),
            ("Patient care", None),
        ] {
            assert_eq!(skill_icon(skill), symbol, "{skill}");
        }
    }

    #[test]
    fn every_symbol_is_in_the_sprite() {
        for (symbol, _) in ICONS {
            assert!(SPRITE.contains(&format!("id=\"{symbol}\"")), "{symbol} is not in public/icons.svg");
        }
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
