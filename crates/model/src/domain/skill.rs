//! Skills by their canonical names, with the other names people write.
//!
//! There is one table, for ingest, which merges spellings in postings, and for the analyzer, which lets a search for
//! one name find the others. Variants that differ only in case, spaces, hyphens, or points need no entry: see
//! [`skill_key`].

use crate::unicode;

/// Canonical names, each with its aliases, by field of work. A key occurs once in the whole table.
#[rustfmt::skip]
pub const SKILLS: &[(&str, &[&str])] = &[
    // Languages
    ("Ada", &[]), ("Apex", &["salesforce apex"]), ("Assembly", &["assembler", "asm"]), ("Bash", &["bash scripting"]),
    ("C", &["c language", "c programming"]), ("C#", &["csharp", "c sharp"]), ("C++", &["cpp", "cplusplus", "c plus plus"]),
    ("Clojure", &[]), ("ClojureScript", &["cljs"]), ("COBOL", &[]), ("CUDA", &[]), ("Dart", &["dartlang"]),
    ("Delphi", &[]), ("Elixir", &[]), ("Elm", &[]), ("Erlang", &[]), ("F#", &["fsharp"]), ("Fortran", &[]),
    ("Go", &["golang"]), ("Groovy", &[]), ("Haskell", &[]), ("Java", &["core java", "java programming"]),
    ("JavaScript", &["js", "ecmascript", "java script", "es6", "vanilla js"]), ("Julia", &[]),
    ("Kotlin", &[]), ("Lua", &[]), ("MATLAB", &[]), ("Objective-C", &["objc", "obj-c"]), ("OCaml", &[]), ("Perl", &[]),
    ("PHP", &["core php"]), ("PL/SQL", &["oracle plsql"]), ("PowerShell", &["ms powershell"]), ("Prolog", &[]),
    ("Python", &["python3", "python 3", "python programming", "core python"]), ("R", &["r language", "r programming", "rlang"]),
    ("Ruby", &[]), ("Rust", &["rustlang"]), ("SAS", &["base sas"]), ("Scala", &[]), ("Scheme", &[]),
    ("Shell scripting", &["shell", "shell script", "unix shell", "unix shell scripting"]), ("Smalltalk", &[]),
    ("Solidity", &[]), ("SQL", &["structured query language"]), ("Swift", &[]), ("SystemVerilog", &[]),
    ("T-SQL", &["transact sql"]), ("TypeScript", &["ts", "type script"]), ("VBA", &["excel vba", "visual basic for applications"]),
    ("Verilog", &[]), ("VHDL", &[]), ("Visual Basic", &["vb", "vb6"]), ("VB.NET", &["visual basic .net"]),
    ("WebAssembly", &["wasm"]), ("Zig", &[]), ("ABAP", &["sap abap"]),
    // Web front end
    ("Angular", &["angular 2+", "angular2"]), ("AngularJS", &["angular.js", "angular 1"]), ("Astro", &[]), ("Backbone.js", &["backbone"]),
    ("Bootstrap", &["twitter bootstrap"]), ("CSS", &["css3", "cascading style sheets"]), ("D3.js", &["d3"]),
    ("Electron", &["electron.js"]), ("Ember.js", &["ember"]), ("Gatsby", &["gatsbyjs"]), ("GraphQL", &[]), ("HTML", &["html5"]),
    ("jQuery", &[]), ("Leptos", &[]), ("Less", &["less css"]), ("Material UI", &["mui"]), ("Next.js", &["next"]), ("Nuxt", &["nuxt.js"]),
    ("Qt", &[]), ("React", &["react.js"]), ("React Native", &[]), ("Redux", &["redux.js"]), ("RxJS", &[]),
    ("Sass", &["scss"]), ("Solid.js", &[]), ("Storybook", &[]), ("Svelte", &["svelte.js"]), ("SvelteKit", &[]),
    ("Tailwind CSS", &["tailwind"]), ("Three.js", &[]), ("Vite", &["vitejs"]), ("Vue.js", &["vue", "vue 3"]), ("Webpack", &[]),
    ("Web accessibility", &["a11y", "wcag"]),
    // Web back end
    (".NET", &["dotnet", "dot net", "net framework", "microsoft .net"]), (".NET Core", &["dotnet core"]), ("ADO.NET", &[]),
    ("ASP.NET", &["asp net"]), ("ASP.NET Core", &[]), ("ASP.NET MVC", &[]), ("Blazor", &[]), ("CakePHP", &[]), ("CodeIgniter", &[]),
    ("Django", &[]), ("Drupal", &[]), ("Entity Framework", &["ef core"]), ("Express", &["express.js"]), ("FastAPI", &[]),
    ("Flask", &[]), ("gRPC", &[]), ("Hibernate (Java)", &["hibernate"]), ("J2EE", &["java ee", "jakarta ee", "jee"]),
    ("Laravel", &[]), ("LINQ", &[]), ("Magento", &[]), ("Microservices", &["micro services", "microservice", "microservices architecture"]),
    ("MVC", &["mvc framework", "model view controller"]), ("NestJS", &["nest"]), ("Node.js", &["node"]),
    ("OAuth", &["oauth2", "oauth 2.0"]), ("Phoenix Framework", &[]), ("Play Framework", &[]),
    ("REST", &["rest api", "rest apis", "restful", "restful api", "restful apis", "restful web services", "rest services"]),
    ("Ruby on Rails", &["rails", "ror"]), ("SOAP", &[]), ("Spring", &["spring framework"]), ("Spring Boot", &[]), ("Spring MVC", &[]),
    ("Symfony", &[]), ("Tomcat", &["apache tomcat"]), ("WCF", &["windows communication foundation"]), ("Web API", &["asp.net web api"]),
    ("Web services", &["webservice"]), ("WebSockets", &["websocket"]), ("WordPress", &[]), ("WPF", &["windows presentation foundation"]),
    // Mobile
    ("Android", &["android development"]), ("Flutter", &[]), ("iOS", &["ios development"]), ("Ionic", &["ionic framework"]),
    ("Jetpack Compose", &[]), ("SwiftUI", &[]), ("Xamarin", &[]),
    // Data stores and streams
    ("Amazon Redshift", &["redshift", "aws redshift"]), ("Apache Airflow", &["airflow"]), ("Apache Beam", &[]),
    ("Apache Flink", &["flink"]), ("Apache Hive", &["hive"]), ("Apache Kafka", &["kafka"]), ("Apache Spark", &["spark"]),
    ("BigQuery", &["google bigquery", "big query"]), ("Cassandra", &["apache cassandra"]), ("ClickHouse", &[]), ("CockroachDB", &[]),
    ("Cosmos DB", &["azure cosmos db"]), ("CouchDB", &[]), ("Databricks", &["azure databricks"]), ("DB2", &["ibm db2"]), ("dbt", &["data build tool"]),
    ("Delta Lake", &[]), ("DynamoDB", &["amazon dynamodb", "aws dynamodb"]), ("Elasticsearch", &["elastic search", "elastic"]), ("Hadoop", &["apache hadoop"]),
    ("HBase", &[]), ("MariaDB", &[]), ("Memcached", &[]), ("MongoDB", &["mongo"]), ("SQL Server", &["ms sql server", "ms sql", "mssql", "microsoft sql server"]),
    ("MySQL", &[]), ("Neo4j", &[]), ("NoSQL", &[]), ("OpenSearch", &[]), ("Oracle", &["oracle db", "oracle database"]),
    ("PostgreSQL", &["postgres", "pgsql", "postgre sql"]), ("Presto", &[]), ("PySpark", &[]), ("RabbitMQ", &[]), ("Redis", &[]),
    ("Snowflake", &["snowflake db"]), ("Solr", &["apache solr"]), ("SQLite", &[]), ("Sybase", &[]), ("Teradata", &[]), ("Trino", &[]),
    // Data and machine learning
    ("Artificial intelligence", &["ai"]), ("Big data", &[]), ("Business intelligence", &["bi"]), ("Computer vision", &[]),
    ("Data analysis", &["data analytics"]), ("Data engineering", &[]), ("Data mining", &[]), ("Data modeling", &["data modelling"]),
    ("Data science", &[]), ("Data structures", &[]), ("Data visualization", &["data visualisation"]), ("Data warehousing", &["data warehouse"]),
    ("Deep learning", &[]), ("ETL", &["extract transform load"]), ("Excel", &["ms excel", "microsoft excel", "advanced excel"]),
    ("Generative AI", &["gen ai"]), ("Hugging Face", &[]), ("Informatica", &[]), ("Jupyter", &["jupyter notebook"]), ("Keras", &[]), ("LangChain", &[]),
    ("Large language models", &["llm", "llms"]), ("Looker", &[]), ("Machine learning", &["ml"]), ("MLflow", &[]), ("MLOps", &[]),
    ("Natural language processing", &["nlp"]), ("NumPy", &[]), ("OpenCV", &[]), ("pandas", &["python pandas"]), ("Power BI", &["microsoft power bi"]),
    ("PyTorch", &[]), ("Qlik Sense", &[]), ("QlikView", &[]), ("scikit-learn", &["sklearn"]), ("SPSS", &["ibm spss"]), ("SSIS", &["sql server integration services"]),
    ("SSRS", &["sql server reporting services"]), ("Stata", &[]), ("Statistics", &[]), ("Tableau", &[]), ("Talend", &[]), ("TensorFlow", &[]),
    // Cloud and operations
    ("Ansible", &[]), ("Argo CD", &[]), ("AWS", &["amazon web services", "amazon aws", "aws cloud"]), ("AWS Lambda", &["lambda"]),
    ("Azure", &["microsoft azure", "ms azure", "windows azure", "microsoft windows azure", "azure cloud"]), ("Azure Data Factory", &["adf"]), ("Azure DevOps", &["vsts"]),
    ("Bitbucket", &[]), ("Chef", &[]), ("CI/CD", &["continuous integration", "cicd pipelines"]), ("CircleCI", &[]), ("CloudFormation", &["aws cloudformation"]),
    ("Cloudflare", &[]), ("Consul", &[]), ("Datadog", &[]), ("DevOps", &["dev ops"]), ("Docker", &["docker container"]), ("Amazon EC2", &["ec2"]),
    ("Amazon S3", &["s3"]), ("ELK", &["elk stack"]), ("Git", &[]), ("GitHub", &[]), ("GitHub Actions", &[]), ("GitLab", &[]), ("Google Cloud", &["gcp", "google cloud platform"]), ("Grafana", &[]),
    ("Helm", &[]), ("Heroku", &[]), ("Istio", &[]), ("Jenkins", &[]), ("Kubernetes", &["k8s", "kube"]), ("Linux", &["gnu linux"]), ("Maven", &["apache maven"]),
    ("Nginx", &[]), ("OpenShift", &["red hat openshift"]), ("OpenStack", &[]), ("OpenTelemetry", &[]), ("Prometheus", &[]), ("Pulumi", &[]), ("Puppet", &[]),
    ("Red Hat", &["rhel", "red hat enterprise linux"]), ("Site reliability engineering", &["sre"]), ("Splunk", &[]), ("Subversion", &["svn"]),
    ("Terraform", &[]), ("Unix", &[]), ("Vagrant", &[]), ("HashiCorp Vault", &[]), ("VMware", &[]), ("Windows Server", &[]),
    // Testing
    ("Appium", &[]), ("Cucumber", &[]), ("Cypress", &[]), ("Jest", &[]), ("JMeter", &["apache jmeter"]), ("JUnit", &[]), ("Mocha", &[]), ("Playwright", &[]),
    ("Postman", &[]), ("pytest", &[]), ("Quality assurance", &["qa"]), ("Selenium", &["selenium webdriver"]), ("TestNG", &[]), ("Test automation", &["automation testing", "automated testing"]),
    // Business software and ways of working
    ("Adobe Illustrator", &["illustrator"]), ("Adobe Photoshop", &["photoshop"]), ("Agile", &["agile methodology", "agile methodologies"]), ("AutoCAD", &["auto cad"]), ("Confluence", &[]),
    ("CRM", &["customer relationship management"]), ("ERP", &[]), ("Figma", &[]), ("Google Analytics", &[]), ("HubSpot", &[]), ("Jira", &["atlassian jira"]), ("Kanban", &[]), ("Microsoft Office", &["ms office"]),
    ("Microsoft Dynamics 365", &["dynamics 365", "ms dynamics 365"]), ("Object-oriented programming", &["oop", "oops"]), ("PMP", &[]), ("Power Apps", &["powerapps"]), ("Power Automate", &[]), ("Project management", &[]), ("Robotic process automation", &["rpa"]),
    ("Salesforce", &["sfdc"]), ("SAP", &[]), ("SAP FICO", &[]), ("SAP HANA", &["hana"]), ("Scrum", &[]), ("Search engine optimization", &["seo"]), ("ServiceNow", &["service now"]), ("SharePoint", &["ms sharepoint", "microsoft sharepoint"]),
    ("Tally", &["tally erp"]), ("Test-driven development", &["tdd"]), ("UiPath", &[]), ("UML", &[]), ("Unity", &["unity 3d"]), ("Unreal Engine", &["unreal"]), ("User experience", &["ux", "ux design"]), ("User interface design", &["ui design"]),
    ("Workday", &[]), ("Zendesk", &[]), ("Cybersecurity", &["cyber security"]), ("Embedded systems", &["embedded"]), ("Internet of things", &["iot"]), ("Blockchain", &["block chain"]), ("Algorithms", &[]), ("Distributed systems", &[]), ("System design", &[]),
];

/// What all spellings of a skill share: lowercase letters, digits, `+`, and `#`.
///
/// A leading point is kept, so that `.NET` isn't a network.
pub fn skill_key(text: &str) -> String {
    let text = text.trim();
    let point = text.starts_with('.').then_some('.');
    let signs = text.chars().filter(|c| c.is_alphanumeric() || matches!(c, '+' | '#'));
    let mut key: String = point.into_iter().chain(signs).collect();
    if key.is_ascii() {
        // Nearly all keys are ASCII, and there are many: change them in place.
        key.make_ascii_lowercase();
        return key;
    }
    unicode::lower(&key)
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use super::*;

    #[test]
    fn no_name_belongs_to_two_skills() {
        let mut owners: HashMap<String, &str> = HashMap::new();
        for (canonical, aliases) in SKILLS {
            for name in [canonical].into_iter().chain(*aliases) {
                let earlier = owners.insert(skill_key(name), canonical);
                assert_eq!(earlier.unwrap_or(canonical), *canonical, "{name}");
            }
        }
    }

    #[test]
    fn spellings_share_a_key_and_languages_keep_theirs() {
        assert_eq!(skill_key("Node JS"), skill_key("node.js"));
        assert_eq!(skill_key("scikit-learn"), skill_key("Scikit Learn"));
        let languages = ["C", "C++", "C#", "F#", ".NET", "R", "Go"].map(skill_key);
        assert_eq!(languages.iter().collect::<std::collections::HashSet<_>>().len(), languages.len());
    }
}
