//! Exports, each read back.
#![no_main]

digest_hub_fuzz::texts!(digest_hub_fuzz::targets::exports);
