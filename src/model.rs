//! Reads the container of trained weights and large tables; the only thing in the core that can fail.
//!
//! Layout, all numbers little-endian: the magic `DHUBWTS1`, the CRC-32 of everything behind it (4 bytes), the number
//! of sections (4 bytes), then for each section its name (8 bytes, padded with zeros), offset and length in the file
//! (4 bytes each), then the sections' bytes.

use std::fmt;

const MAGIC: &[u8; 8] = b"DHUBWTS1";
const HEADER: usize = 16;
const ENTRY: usize = 16;

/// The container that the core carries; `cargo xtask train` makes it.
pub const BUILT_IN: &[u8] = include_bytes!("../data/weights.bin");

/// Why a weights file was refused. Opaque: the message is for people.
#[derive(Debug)]
pub struct Error(&'static str);

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the weights file cannot be used: {}", self.0)
    }
}

impl std::error::Error for Error {}

/// A checked container: its sections lie inside the file and their bytes are those that were written.
#[derive(Debug)]
pub struct Container<'a> {
    bytes: &'a [u8],
}

impl<'a> Container<'a> {
    /// Checks magic, checksum and section table.
    pub fn read(bytes: &'a [u8]) -> Result<Self, Error> {
        if bytes.len() < HEADER {
            return Err(Error("it is too short"));
        }
        if bytes[..7] != MAGIC[..7] {
            return Err(Error("it is not a weights file of digest-hub"));
        }
        if bytes[7] != MAGIC[7] {
            return Err(Error("it was made for another version of digest-hub"));
        }
        if crc32(&bytes[12..]) != number(bytes, 8) {
            return Err(Error("it is damaged (its checksum does not match)"));
        }
        let container = Self { bytes };
        let fits = |at: usize| container.entry(at).is_some_and(|(_, range)| range.end <= bytes.len());
        if !(0..container.sections()).all(fits) {
            return Err(Error("a section lies outside the file"));
        }
        Ok(container)
    }

    /// The bytes of a section, where the file has it.
    #[must_use]
    pub fn section(&self, name: &str) -> Option<&[u8]> {
        (0..self.sections())
            .filter_map(|at| self.entry(at))
            .find(|(found, _)| *found == name.as_bytes())
            .map(|(_, range)| &self.bytes[range])
    }

    fn sections(&self) -> usize {
        number(self.bytes, 12) as usize
    }

    fn entry(&self, at: usize) -> Option<(&[u8], std::ops::Range<usize>)> {
        let from = HEADER.checked_add(at.checked_mul(ENTRY)?)?;
        let entry = self.bytes.get(from..from.checked_add(ENTRY)?)?;
        let name = &entry[..8];
        let name = &name[..name.iter().position(|b| *b == 0).unwrap_or(8)];
        let (offset, length) = (number(entry, 8) as usize, number(entry, 12) as usize);
        Some((name, offset..offset.checked_add(length)?))
    }
}

fn number(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at..at + 4).and_then(|b| b.try_into().ok()).map_or(0, u32::from_le_bytes)
}

/// CRC-32 as in ISO 3309 and zip.
fn crc32(bytes: &[u8]) -> u32 {
    const TABLE: [u32; 256] = crc_table();
    !bytes.iter().fold(u32::MAX, |crc, byte| (crc >> 8) ^ TABLE[((crc ^ u32::from(*byte)) & 255) as usize])
}

const fn crc_table() -> [u32; 256] {
    let mut table = [0; 256];
    let mut at = 0;
    while at < 256 {
        let mut crc = at as u32;
        let mut bit = 0;
        while bit < 8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
            bit += 1;
        }
        table[at] = crc;
        at += 1;
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut body = u32::try_from(sections.len()).unwrap().to_le_bytes().to_vec();
        let mut at = HEADER + ENTRY * sections.len();
        for (name, bytes) in sections {
            let mut padded = [0; 8];
            padded[..name.len()].copy_from_slice(name.as_bytes());
            body.extend(padded);
            body.extend(u32::try_from(at).unwrap().to_le_bytes());
            body.extend(u32::try_from(bytes.len()).unwrap().to_le_bytes());
            at += bytes.len();
        }
        body.extend(sections.iter().flat_map(|(_, bytes)| bytes.iter()));
        [MAGIC.as_slice(), &crc32(&body).to_le_bytes(), &body].concat()
    }

    #[test]
    fn sections_are_read_back() {
        let bytes = container(&[("names", b"abc"), ("digest", b"")]);
        let container = Container::read(&bytes).unwrap();
        assert_eq!(container.section("names"), Some(b"abc".as_slice()));
        assert_eq!(container.section("digest"), Some(b"".as_slice()));
        assert_eq!(container.section("dates"), None);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926, "the check value of CRC-32");
    }

    #[test]
    fn bad_files_are_refused_with_a_reason() {
        let good = container(&[("names", b"abcdef")]);
        let broken = |change: fn(&mut Vec<u8>)| {
            let mut bytes = good.clone();
            change(&mut bytes);
            Container::read(&bytes).unwrap_err().to_string()
        };
        assert!(broken(|b| b.truncate(3)).contains("too short"));
        assert!(broken(|b| b[0] = b'X').contains("not a weights file"));
        assert!(broken(|b| b[7] = b'9').contains("another version"));
        assert!(broken(|b| *b.last_mut().unwrap() ^= 1).contains("damaged"));
        assert!(broken(|b| b.truncate(30)).contains("damaged"));
        let mut far = container(&[("names", b"abc")]);
        far[28..32].copy_from_slice(&u32::MAX.to_le_bytes());
        let sum = crc32(&far[12..]).to_le_bytes();
        far[8..12].copy_from_slice(&sum);
        assert!(Container::read(&far).unwrap_err().to_string().contains("outside"));
    }
}
