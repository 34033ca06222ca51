/**
 * @import { Entity } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el, pressable, said } from '../dom.js';
import { WORDS } from '../strings.js';
import { claimView } from './citations.js';
import { foldView } from './fold.js';

/** So many are shown whatever their weight; of a kind that nothing tells, only the first few. */
const FIRST = 12;
const FIRST_OTHER = 6;
const WEIGHTY = 250;

/**
 * @param {Entity[]} entities
 * @param {Look} look
 * @param {(entity: number, step: 1 | -1) => void} step
 * @param {boolean} folds whether minor names are folded away: a publisher's are all of its choosing
 * @returns {Node[]}
 */
export function entitiesView(entities, look, step, folds) {
  if (entities.length === 0) return [el('p', { class: 'none' }, WORDS.who.none)];
  const cards = entities.map((entity, i) => cardView(entity, i, look, step));
  const isMinor = (/** @type {unknown} */ _, /** @type {number} */ i) => folds && minor(entities[i], i);
  const rest = cards.filter(isMinor);
  const list = el('ul', { class: 'cards' }, cards.filter((card, i) => !isMinor(card, i)));
  return rest.length === 0 ? [list] : [list, foldView(WORDS.who.more(rest.length), el('ul', { class: 'cards' }, rest))];
}

/**
 * @param {Entity | undefined} entity
 * @param {number} index
 */
function minor(entity, index) {
  if (entity?.kind === 'other' && index >= FIRST_OTHER) return true;
  return index >= FIRST && (entity?.salience ?? 0) < WEIGHTY;
}

/**
 * @param {Entity} entity
 * @param {number} index
 * @param {Look} look
 * @param {(entity: number, step: 1 | -1) => void} step
 */
function cardView(entity, index, look, step) {
  return el('li', { class: 'card', id: `card-${index}`, tabindex: '-1', 'data-kind': entity.kind },
    el('div', { class: 'card-head' },
      el('h3', {}, said(entity.name)),
      entity.mentions.length > 0 && stepper(entity, index, step)),
    el('p', { class: 'card-facts' }, facts(entity)),
    entity.description.length > 0 && el('p', { class: 'card-text' }, entity.description.flatMap((claim, j) => [claimView(claim, `e${index}-${j}`, look), ' '])));
}

/**
 * @param {Entity} entity
 * @returns {Node[]}
 */
function facts(entity) {
  const aliases = entity.aliases.flatMap((alias, i) => [i > 0 && ', ', said(alias)]);
  return [
    el('span', { class: 'kind' }, WORDS.who.kind(entity.kind)),
    ...(entity.ticker ? [said(entity.ticker, { class: 'ticker' })] : []),
    ...(entity.role ? [said(entity.role, { class: 'role' })] : []),
    ...(aliases.length > 0 ? [el('span', { class: 'aliases' }, WORDS.who.also, aliases)] : []),
  ];
}

/**
 * @param {Entity} entity
 * @param {number} index
 * @param {(entity: number, step: 1 | -1) => void} step
 */
function stepper(entity, index, step) {
  const count = el('span', { class: 'step-at', id: `step-at-${index}` }, WORDS.who.count(entity.mentions.length));
  return el('div', { class: 'stepper', role: 'group', 'aria-label': WORDS.who.mentions(entity.name) },
    pressable('‹', () => step(index, -1), { class: 'step', 'aria-label': WORDS.who.previous }),
    count,
    pressable('›', () => step(index, 1), { class: 'step', 'aria-label': WORDS.who.next }));
}

/**
 * Puts the place of the stepper into the card that is there, so that the button pressed keeps its focus.
 * @param {number} index
 * @param {number} at
 * @param {number} of
 */
export function showStep(index, at, of) {
  const place = document.getElementById(`step-at-${index}`);
  place?.replaceChildren(WORDS.who.at(at, of));
}
