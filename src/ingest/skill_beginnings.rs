//! Where in a text a name of a skill may start: at few words, found with hardly more than a look at each.
//!
//! A word's first four letters, whatever their case, are a number; the numbers of all names are remembered.

/// The beginnings of words.
pub(super) struct Beginnings {
    /// A bit for the digest of each.
    bits: Vec<u64>,
}

/// Bits of a letter in a number.
const LETTER: u32 = 5;
/// Letters of a beginning.
const LETTERS: usize = 4;
/// Bits of a digest: with some hundred names, one of forty other beginnings is taken for one of theirs.
const DIGEST: u32 = 15;

impl Beginnings {
    pub(super) fn none() -> Self {
        Self { bits: vec![0; (1 << DIGEST) / u64::BITS as usize] }
    }

    /// Remembers how a word begins.
    pub(super) fn add(&mut self, word: &str) {
        let digest = digest(number(word.bytes().filter(|byte| *byte != b'.')));
        self.bits[digest / 64] |= 1 << (digest % 64);
    }

    /// Where in a text such words may start, in order; some of them do not.
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

/// Letters and digits are 1 to 31, all else is 0.
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

/// The number of the word that some bytes begin with.
fn number(bytes: impl Iterator<Item = u8>) -> u32 {
    let mut number = 0;
    let mut is_over = false;
    for code in bytes.map(code).chain([0; LETTERS]).take(LETTERS) {
        is_over |= code == 0;
        number = number << LETTER | if is_over { 0 } else { code };
    }
    number
}

/// Where letters or digits follow what is neither; inside of words, too, behind letters of other scripts.
fn word_starts(bytes: &[u8]) -> Vec<u32> {
    let mut starts = vec![0; bytes.len() / 2 + 1];
    let (mut count, mut before) = (0, 0);
    // Every place is written down, and written over where it is none: a branch for each word would take most of the time.
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
