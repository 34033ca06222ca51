//! Pasted HTML.
#![no_main]

digest_hub_fuzz::texts!(digest_hub_fuzz::targets::html);
