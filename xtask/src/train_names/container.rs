//! The container file, as `src/model.rs` reads it.

use std::io::Write;

use anyhow::Result;
use flate2::{Compression, Crc, write::GzEncoder};

const MAGIC: &[u8] = b"DHUBWTS1";
const HEADER: usize = 16;
const ENTRY: usize = 16;

/// The file with the sections in their order.
pub fn container(sections: &[(&str, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut body = u32::try_from(sections.len())?.to_le_bytes().to_vec();
    let mut at = HEADER + ENTRY * sections.len();
    for (name, bytes) in sections {
        let mut padded = [0; 8];
        padded[..name.len()].copy_from_slice(name.as_bytes());
        body.extend(padded);
        body.extend(u32::try_from(at)?.to_le_bytes());
        body.extend(u32::try_from(bytes.len())?.to_le_bytes());
        at += bytes.len();
    }
    sections.iter().for_each(|(_, bytes)| body.extend(bytes));
    let mut crc = Crc::new();
    crc.update(&body);
    Ok([MAGIC, &crc.sum().to_le_bytes(), &body].concat())
}

/// Bytes behind gzip, as a host sends them.
pub fn compressed(bytes: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

/// Appends a number, seven bits a byte, low ones first.
pub fn push_varint(mut number: u32, out: &mut Vec<u8>) {
    while number >= 128 {
        out.push(u8::try_from(number & 127).unwrap_or(0) | 128);
        number >>= 7;
    }
    out.push(u8::try_from(number).unwrap_or(0));
}
