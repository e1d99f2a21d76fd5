//! Reads values from JSON with little code, for programs that a browser downloads.
//!
//! `serde_json` generates code for each type that reads fields by name or by position and describes each error. Here, fields
//! are looked up by name first and then read as a sequence, and an error only says that the form is wrong. This takes less
//! than half as much code in the app.

use std::{fmt, vec};

use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor, value::U32Deserializer,
};
use serde_json::{Value, map};

/// Reads a value. Fields that the type doesn't have are ignored. The error is a message that says what is wrong.
///
/// ```
/// #[derive(serde::Deserialize)]
/// struct Point { x: u32, #[serde(default)] y: u32 }
///
/// let point: Point = openroles_model::json::read(br#"{"z": 3, "x": 1}"#)?;
/// assert_eq!((point.x, point.y), (1, 0));
/// # Ok::<(), String>(())
/// ```
pub fn read<T: DeserializeOwned>(text: &[u8]) -> Result<T, String> {
    let value: Value = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    T::deserialize(Node(value)).map_err(|WrongForm| WrongForm.to_string())
}

/// The value doesn't have the form that its type expects.
#[derive(Debug)]
struct WrongForm;

impl fmt::Display for WrongForm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("its values do not have the expected form")
    }
}

impl std::error::Error for WrongForm {}

/// Overrides every provided method, because those format messages, and that code would be linked.
impl de::Error for WrongForm {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        Self
    }
    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        Self
    }
    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self
    }
    fn missing_field(_: &'static str) -> Self {
        Self
    }
    fn duplicate_field(_: &'static str) -> Self {
        Self
    }
}

/// A JSON value to read from.
struct Node(Value);

/// Defines the methods that read integers.
macro_rules! read_integers {
    ($($method:ident)*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
            match (self.0.as_u64(), self.0.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                (None, None) => Err(WrongForm),
            }
        })*
    };
}

impl<'de> Deserializer<'de> for Node {
    type Error = WrongForm;

    read_integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_bool(self.0.as_bool().ok_or(WrongForm)?)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_f64(self.0.as_f64().ok_or(WrongForm)?)
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        match self.0 {
            Value::String(text) => visitor.visit_string(text),
            _ => Err(WrongForm),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_string(visitor)
    }

    fn deserialize_char<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_string(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        if self.0.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        match self.0 {
            Value::Array(items) => visitor.visit_seq(Sequence::of(items)),
            _ => Err(WrongForm),
        }
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        match self.0 {
            Value::Object(members) => visitor.visit_map(Members { rest: members.into_iter(), value: Value::Null }),
            _ => Err(WrongForm),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        visitor.visit_seq(Sequence::of_fields(self.0, fields)?)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        visitor.visit_enum(Variant::of(self.0, variants)?)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        visitor.visit_unit()
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, WrongForm> {
        if self.0.is_null() { visitor.visit_unit() } else { Err(WrongForm) }
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_unit(visitor)
    }

    /// No type that is read here deserializes bytes, identifiers, or values of any form.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, WrongForm> {
        Err(WrongForm)
    }

    serde::forward_to_deserialize_any! { bytes byte_buf identifier }
}

/// Elements of an array, or values of a struct's fields in their order; `None` for a field that is missing.
struct Sequence(vec::IntoIter<Option<Value>>);

impl Sequence {
    fn of(items: Vec<Value>) -> Self {
        Self(items.into_iter().map(Some).collect::<Vec<_>>().into_iter())
    }

    fn of_fields(value: Value, fields: &[&str]) -> Result<Self, WrongForm> {
        let Value::Object(mut members) = value else { return Err(WrongForm) };
        Ok(Self(fields.iter().map(|field| members.remove(*field)).collect::<Vec<_>>().into_iter()))
    }
}

impl<'de> SeqAccess<'de> for Sequence {
    type Error = WrongForm;

    /// Derived code takes `None` for a field that is missing, and still asks for the next one.
    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, WrongForm> {
        self.0.next().flatten().map(|value| seed.deserialize(Node(value))).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

/// Members of an object with arbitrary names.
struct Members {
    rest: map::IntoIter,
    /// Value of the member whose name was read last.
    value: Value,
}

impl<'de> MapAccess<'de> for Members {
    type Error = WrongForm;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, WrongForm> {
        let Some((name, value)) = self.rest.next() else { return Ok(None) };
        self.value = value;
        seed.deserialize(Node(Value::String(name))).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, WrongForm> {
        seed.deserialize(Node(self.value.take()))
    }
}

/// A variant of an enum: a name, or an object with one member.
struct Variant {
    index: u32,
    content: Value,
}

impl Variant {
    fn of(value: Value, variants: &[&str]) -> Result<Self, WrongForm> {
        let (name, content) = match value {
            Value::String(name) => (name, Value::Null),
            Value::Object(members) => members.into_iter().next().ok_or(WrongForm)?,
            _ => return Err(WrongForm),
        };
        let index = variants.iter().position(|variant| *variant == name).ok_or(WrongForm)?;
        Ok(Self { index: index as u32, content })
    }
}

impl<'de> EnumAccess<'de> for Variant {
    type Error = WrongForm;
    type Variant = Node;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, Node), WrongForm> {
        Ok((seed.deserialize(U32Deserializer::new(self.index))?, Node(self.content)))
    }
}

impl<'de> VariantAccess<'de> for Node {
    type Error = WrongForm;

    fn unit_variant(self) -> Result<(), WrongForm> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, WrongForm> {
        seed.deserialize(self)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, WrongForm> {
        self.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, WrongForm> {
        visitor.visit_seq(Sequence::of_fields(self.0, fields)?)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Everything {
        number: i32,
        share: f64,
        text: String,
        list: Vec<Kind>,
        by_name: BTreeMap<String, u64>,
        pair: (u8, Option<bool>),
        wrapped: Wrapped,
        absent: Option<String>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        skipped: Vec<u32>,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        left_out: Option<u32>,
        last: bool,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    #[serde(rename_all = "lowercase")]
    enum Kind {
        Unit,
        One(String),
        Two(u8, u8),
        Fields { left: i64, right: Option<Box<Kind>> },
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Wrapped(u16);

    fn everything() -> Everything {
        Everything {
            number: -3,
            share: 2.5,
            text: "über \"x\"\n".to_owned(),
            list: vec![
                Kind::Unit,
                Kind::One("a".to_owned()),
                Kind::Two(1, 2),
                Kind::Fields { left: i64::MIN, right: Some(Box::new(Kind::Unit)) },
            ],
            by_name: BTreeMap::from([("b".to_owned(), u64::MAX), ("a".to_owned(), 0)]),
            pair: (7, None),
            wrapped: Wrapped(9),
            absent: None,
            skipped: Vec::new(),
            left_out: None,
            last: true,
        }
    }

    #[test]
    fn what_serde_json_writes_is_read_as_serde_json_reads_it() {
        for skipped in [vec![], vec![1, 2]] {
            let everything = Everything { left_out: skipped.first().copied(), skipped, ..everything() };
            let text = serde_json::to_vec(&everything).expect("json");
            assert_eq!(read::<Everything>(&text).as_ref(), Ok(&everything));
            assert_eq!(serde_json::from_slice::<Everything>(&text).expect("json"), everything);
        }
    }

    #[test]
    fn whole_numbers_are_fractions_too() {
        assert_eq!(read::<f64>(b"3"), Ok(3.0));
    }

    #[test]
    fn what_has_another_form_is_refused() {
        for text in ["", "{", "[]", "{\"number\": 1}", "null", "{\"number\": \"1\"}", "\"text\""] {
            assert!(read::<Everything>(text.as_bytes()).is_err(), "{text}");
        }
        for text in ["\"none\"", "{}", "{\"one\": 1}", "{\"two\": [1]}", "{\"fields\": {}}", "3"] {
            assert!(read::<Kind>(text.as_bytes()).is_err(), "{text}");
        }
        assert!(read::<u8>(b"300").is_err());
        assert!(read::<Value>(b"{}").is_err(), "types that take anything aren't supported");
    }

    #[test]
    fn deep_nesting_is_refused_before_it_takes_the_stack() {
        let deep = "{\"fields\":{\"left\":1,\"right\":".repeat(10_000);
        assert!(read::<Kind>(deep.as_bytes()).is_err());
    }
}
