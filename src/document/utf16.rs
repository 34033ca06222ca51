//! From byte offsets to UTF-16 code units, by a table made once.

/// Bytes between two checkpoints.
const STEP: usize = 64;

/// UTF-16 offsets at every [`STEP`]th byte; between two of them at most [`STEP`] bytes are counted.
#[derive(Debug)]
pub struct Utf16Table {
    checkpoints: Vec<u32>,
}

impl Utf16Table {
    /// One pass over the text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut units = 0;
        let checkpoints = text
            .as_bytes()
            .chunks(STEP)
            .map(|chunk| {
                let at = units;
                units += units_begun(chunk);
                at
            })
            .collect();
        Self { checkpoints }
    }

    /// UTF-16 code units before the byte `offset` of the table's `text`.
    #[must_use]
    pub fn at(&self, text: &str, offset: usize) -> usize {
        let chunk = offset / STEP;
        let counted = self.checkpoints.get(chunk).copied().unwrap_or_else(|| self.checkpoints.last().copied().unwrap_or(0));
        let from = chunk.min(self.checkpoints.len().saturating_sub(1)) * STEP;
        (counted + units_begun(&text.as_bytes()[from..offset.min(text.len())])) as usize
    }
}

/// Code units of the characters whose first byte is among `bytes`: two for four-byte characters, else one.
fn units_begun(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u32::from(*byte & 0xC0 != 0x80) + u32::from(*byte >= 0xF0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_offset_agrees_with_encode_utf16() {
        let text = "a😀é—漢".repeat(200);
        let table = Utf16Table::new(&text);
        for (offset, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(table.at(&text, offset), text[..offset].encode_utf16().count(), "byte {offset}");
        }
        assert_eq!(Utf16Table::new("").at("", 0), 0);
    }
}
