//! A page that carries its publisher's hub.
#![no_main]

digest_hub_fuzz::texts!(digest_hub_fuzz::targets::hub);
