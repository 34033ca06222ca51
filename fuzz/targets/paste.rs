//! The whole pipeline, with every promise of `tests/common`.
#![no_main]

digest_hub_fuzz::texts!(digest_hub_fuzz::targets::paste);
