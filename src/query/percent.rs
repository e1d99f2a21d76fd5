//! Percent-encoding, as forms write it in query strings.

/// Letters, digits and signs that mean nothing in a query string stay, a space is `+`, the rest is escaped.
pub(crate) fn encoded(value: &str) -> String {
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

/// A `%` is not followed by two hexadecimal digits, or the bytes are not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotText;

/// The text that was escaped.
pub(crate) fn decoded(text: &str) -> Result<String, NotText> {
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
