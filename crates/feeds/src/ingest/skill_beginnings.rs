//! Where in a text a skill's name may start. It rules out most words after a glance at each.
//!
//! A word's first four letters, in any case, make a number; the numbers of all names are remembered.

/// The first letters of words, as a set.
pub(super) struct Beginnings {
    /// One bit per digest.
    bits: Vec<u64>,
}

/// Bits per letter in a number.
const LETTER: u32 = 5;
/// Number of letters that count.
const LETTERS: usize = 4;
/// Bits of a digest. With some hundred names, 1 in 40 other words passes by mistake.
const DIGEST: u32 = 15;

impl Beginnings {
    pub(super) fn none() -> Self {
        Self { bits: vec![0; (1 << DIGEST) / u64::BITS as usize] }
    }

    /// Adds a word's first letters.
    pub(super) fn add(&mut self, word: &str) {
        let digest = digest(number(word.bytes().filter(|byte| *byte != b'.')));
        self.bits[digest / 64] |= 1 << (digest % 64);
    }

    /// Where in a text such words may start, in order. Some places are false positives.
    pub(super) fn places<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> {
        let bytes = text.as_bytes();
        let number = |place: usize| number(bytes[place..].iter().copied());
        word_starts(bytes).into_iter().map(|place| place as usize).filter(move |place| self.has(number(*place)))
    }

    fn has(&self, number: u32) -> bool {
        let digest = digest(number);
        self.bits[digest / 64] >> (digest % 64) & 1 == 1
    }
}

/// A byte's code: 1 to 31 for letters and digits, 0 for others.
fn code(byte: u8) -> u32 {
    CODES[usize::from(byte)].into()
}

const CODES: [u8; 256] = {
    let mut codes = [0; 256];
    let mut byte = 0;
    while byte < 128_u8 {
        codes[byte as usize] = match byte {
            b'A'..=b'Z' | b'a'..=b'z' => byte & 31,
            b'0'..=b'9' => 27 + byte % 5,
            _ => 0,
        };
        byte += 1;
    }
    codes
};

/// The number for the word at the start of `bytes`.
fn number(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut number = 0;
    let mut is_over = false;
    for code in bytes.map(code).chain([0; LETTERS]).take(LETTERS) {
        is_over |= code == 0;
        number = number << LETTER | if is_over { 0 } else { code };
    }
    number
}

/// Where a letter or digit follows another byte. This includes places inside words, after letters of other scripts.
fn word_starts(bytes: &[u8]) -> Vec<u32> {
    let mut starts = vec![0; bytes.len() / 2 + 1];
    let (mut count, mut before) = (0, 0);
    // Writes every place, and overwrites those that aren't starts: a branch per word would take most of the time.
    for (place, byte) in bytes.iter().enumerate() {
        let code = code(*byte);
        starts[count] = place as u32;
        count += usize::from(code != 0 && before == 0);
        before = code;
    }
    starts.truncate(count);
    starts
}

fn digest(number: u32) -> usize {
    (number.wrapping_mul(0x9e37_79b1) >> (u32::BITS - DIGEST)) as usize
}
