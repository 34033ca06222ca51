/**
 * @import { Hub } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el } from '../dom.js';
import { inTurns } from '../growing.js';
import { WORDS } from '../strings.js';
import { claimView } from './citations.js';

/** Elements of the summary that are there from the first moment. */
const SEEN_FIRST_OF_SUMMARY = 80;

/**
 * @param {Hub['digest']} digest
 * @param {Look} look
 * @returns {Node[]}
 */
export function digestView(digest, look) {
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
    parts.push(el('h3', {}, WORDS.digest.long), summary);
  }
  return parts;
}
