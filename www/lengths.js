/**
 * How long a summary is to be: the person's choice, which this browser remembers.
 *
 * @typedef {'short' | 'standard' | 'long'} Length
 */

import { recalledChoice, rememberChoice } from './remembered.js';

const NAME = 'summary';

/** @type {Length[]} */
export const LENGTHS = ['short', 'standard', 'long'];
/** @type {Length} what the sample's analysis was made with */
export const STANDARD = 'standard';

export function knownLength() {
  const known = recalledChoice(NAME);
  return LENGTHS.find((length) => length === known) ?? STANDARD;
}

/** @param {Length} length */
export function keepLength(length) {
  rememberChoice(NAME, length);
}
