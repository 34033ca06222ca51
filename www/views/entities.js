/**
 * @import { Entity } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el, pressable, said } from '../dom.js';
import { WORDS } from '../strings.js';
import { claimView, whyButton } from './citations.js';
import { foldView } from './fold.js';

/** So many are shown whatever their weight; of a kind that nothing tells, only the first few. */
const FIRST = 12;
const FIRST_OTHER = 6;
const WEIGHTY = 250;
/** From so many names on they can be shown by kind. */
const FILTERED = 6;
/** @type {Entity['kind'][]} */
const KINDS = ['company', 'organisation', 'person', 'place', 'other'];

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
  const folded = rest.length > 0 && foldView(WORDS.who.more(rest.length), el('ul', { class: 'cards' }, rest));
  return [filterView(entities, cards), list, folded].filter((part) => part instanceof Node);
}

/**
 * Which kinds to show, where there are several and enough names to look for one.
 * @param {Entity[]} entities
 * @param {HTMLElement[]} cards
 */
function filterView(entities, cards) {
  const kinds = KINDS.filter((kind) => entities.some((entity) => entity.kind === kind));
  if (kinds.length < 2 || entities.length < FILTERED) return null;
  const show = (/** @type {string} */ kind) => {
    entities.forEach((entity, i) => { const card = cards[i]; if (card) card.hidden = kind !== '' && entity.kind !== kind; });
    for (const fold of document.querySelectorAll('[data-part=who] details.fold')) {
      if (!(fold instanceof HTMLDetailsElement)) continue;
      fold.open ||= kind !== '';
      fold.hidden = !fold.querySelector('.card:not([hidden])');
    }
  };
  const option = (/** @type {string} */ value, /** @type {string} */ label, /** @type {number} */ count) => {
    const radio = el('input', { type: 'radio', name: 'kind', value, onchange: () => show(value) });
    radio.checked = value === '';
    return el('label', { 'data-kind': value || false }, radio, `${label} ${count}`);
  };
  const options = kinds.map((kind) => option(kind, WORDS.who.kinds(kind), entities.filter((entity) => entity.kind === kind).length));
  return el('fieldset', { class: 'choice kinds' }, el('legend', { class: 'unseen' }, WORDS.who.filter), option('', WORDS.who.all, entities.length), options);
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
      whyButton(WORDS.why.entity, () => look.why({ entity })),
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
