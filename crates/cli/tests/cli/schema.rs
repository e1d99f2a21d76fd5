//! `openroles schema`: that it prints JSON.

use serde_json::Value;

use crate::harness::Place;

#[test]
fn the_schema_is_json() {
    let output = Place::new().run(&["schema"]);
    assert_eq!(output.code, 0);
    serde_json::from_str::<Value>(&output.out).expect("json");
}
