/** Which build this is; `cargo xtask build` fills it in. Without one nothing is kept for offline use. */
export const BUILD = '';
