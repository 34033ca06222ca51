//! Dates against a day of publication.
#![no_main]

digest_hub_fuzz::texts!(digest_hub_fuzz::targets::dates);
