//! Percent-encoding of query strings, as HTML forms do it.

/// Encodes a value. Letters, digits, and characters without a meaning in query strings are kept, a space becomes
/// `+`, and all others are escaped.
pub fn encoded(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b',' | b':' | b'/' | b'@' => {
                escaped.push(char::from(byte));
            }
            b' ' => escaped.push('+'),
            _ => escaped.push_str(&format!("%{byte:02X}")),
        }
    }
    escaped
}

/// The text has a `%` without two hexadecimal digits, or the decoded bytes aren't UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotText;

/// Decodes a value.
pub fn decoded(text: &str) -> Result<String, NotText> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        bytes.push(match first {
            b'+' => b' ',
            b'%' => {
                let (digits, after) = rest.split_first_chunk::<2>().ok_or(NotText)?;
                rest = after;
                hexadecimal(*digits).ok_or(NotText)?
            }
            _ => *first,
        });
    }
    String::from_utf8(bytes).map_err(|_not_utf8| NotText)
}

fn hexadecimal([high, low]: [u8; 2]) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    Some((digit(high)? * 16 + digit(low)?) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_can_be_read_stays_readable() {
        assert_eq!(encoded("C++ & C#, 5/5: ok@x"), "C%2B%2B+%26+C%23,+5/5:+ok@x");
        assert_eq!(encoded("é"), "%C3%A9");
    }

    #[test]
    fn junk_is_no_text() {
        for text in ["%", "%a", "%zz", "%+1", "%ff", "a%C3"] {
            assert_eq!(decoded(text), Err(NotText), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_survives(text in any::<String>()) {
            prop_assert_eq!(decoded(&encoded(&text)), Ok(text));
        }
    }
}
