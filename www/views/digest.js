/**
 * @import { Hub } from '../pkg/digest_hub.js'
 * @import { Length } from '../lengths.js'
 * @import { Look } from './citations.js'
 */

import { el } from '../dom.js';
import { inTurns } from '../growing.js';
import { LENGTHS } from '../lengths.js';
import { WORDS } from '../strings.js';
import { claimView } from './citations.js';

/** Elements of the summary that are there from the first moment. */
const SEEN_FIRST_OF_SUMMARY = 40;
/** Words that are read in a minute. */
const A_MINUTE = 200;

/**
 * @param {Hub['digest']} digest
 * @param {Look} look
 * @param {Node | null} choice of the summary's length, where there is one
 * @returns {Node[]}
 */
export function digestView(digest, look, choice) {
  if (digest.key_points.length + digest.summary.length === 0) return [el('p', { class: 'none' }, WORDS.digest.none)];
  const parts = [];
  if (digest.key_points.length > 0) {
    const points = digest.key_points.map((claim, i) => el('li', {}, claimView(claim, `k${i}`, look)));
    parts.push(el('h3', {}, WORDS.digest.short), el('ol', { class: 'points' }, points));
  }
  if (digest.summary.length > 0) {
    const summary = el('div', { class: 'summary' });
    inTurns(summary, digest.summary.length, (i) => {
      const view = el('p', { class: 'part' }, digest.summary[i]?.claims.flatMap((claim, j) => [claimView(claim, `s${i}-${j}`, look), ' ']) ?? []);
      summary.append(view);
      return view;
    }, SEEN_FIRST_OF_SUMMARY);
    parts.push(el('div', { class: 'summary-head' }, el('h3', {}, WORDS.digest.long(minutesOf(digest))), choice), summary);
  }
  return parts;
}

/**
 * How long the summary takes to read: whole minutes, at least one.
 * @param {Hub['digest']} digest
 */
export function minutesOf({ summary }) {
  const words = summary.flatMap((part) => part.claims).reduce((sum, claim) => sum + claim.text.split(/\s+/).length, 0);
  return Math.max(1, Math.round(words / A_MINUTE));
}

/**
 * How long a summary that is made here is to be.
 * @param {Length} length
 * @param {(length: Length) => void} choose
 */
export function lengthView(length, choose) {
  const options = LENGTHS.map((value) => {
    const radio = el('input', { type: 'radio', name: 'length', id: `length-${value}`, value, onchange: () => choose(value) });
    radio.checked = value === length;
    return el('label', {}, radio, WORDS.digest.lengths[value]);
  });
  return el('fieldset', { class: 'choice lengths' }, el('legend', { class: 'unseen' }, WORDS.digest.lengthLabel), options);
}
