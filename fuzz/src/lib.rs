//! What the targets share: the promises, which are those of the tests, and inputs that are made of a text's own pieces.

#[path = "../../tests/common/mod.rs"]
pub mod common;
#[path = "../../tests/common/targets.rs"]
pub mod targets;

mod pieces;

pub use libfuzzer_sys;
pub use pieces::mutated;

/// A target that takes texts, mutated byte by byte or piece by piece. libFuzzer calls functions of fixed names, which
/// only a macro can make in each binary.
#[macro_export]
macro_rules! texts {
    ($target:path) => {
        use $crate::libfuzzer_sys;
        libfuzzer_sys::fuzz_target!(|data: &[u8]| $target(&String::from_utf8_lossy(data)));
        libfuzzer_sys::fuzz_mutator!(|data: &mut [u8], size: usize, max_size: usize, seed: u32| {
            $crate::mutated(data, size, max_size, seed)
        });
    };
}
