/** Which build this is; `cargo xtask build` fills it in. Without one nothing is kept for offline use. */
export const BUILD = '';

/** @returns {string | null} where the whole tool lies as one file; beside its sources there is none */
export function singleFile() {
  return BUILD === '' ? null : './digest-hub.html';
}
