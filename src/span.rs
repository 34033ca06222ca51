//! Byte ranges into the one owned text.

use std::ops::Range;

/// A byte range `start..end` on character boundaries of the text that it was made from.
///
/// 32 bits a side: a text of 4 GiB is refused before it gets here, and there is one span for every token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of `range`; both ends must fit 32 bits, which [`Span::MAX_TEXT`] guarantees.
    #[must_use]
    pub fn new(range: Range<usize>) -> Self {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { start: narrow(range.start), end: narrow(range.end) }
    }

    /// The longest text, in bytes, that spans can address.
    pub const MAX_TEXT: usize = u32::MAX as usize;

    /// The range, for slicing.
    #[must_use]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The slice of `text` that the span covers; empty where it does not fit.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// From the first byte of this span to the last of `other`.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start, end: other.end }
    }

    /// The part of this span from `offset` bytes after its start.
    #[must_use]
    pub fn skip(self, offset: usize) -> Self {
        Self::new((self.start as usize + offset).min(self.end as usize)..self.end as usize)
    }

    /// This span without white space at either end.
    #[must_use]
    pub fn trim(self, text: &str) -> Self {
        let slice = self.of(text);
        let left = slice.len() - slice.trim_start().len();
        let kept = slice.trim().len();
        let start = self.start as usize + if kept == 0 { 0 } else { left };
        Self::new(start..start + kept)
    }
}
