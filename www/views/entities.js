/**
 * @import { Entity, Mention } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 *
 * @typedef {{ entity: Entity, index: number }} Numbered
 */

import { el, must, pressable, saidWhole } from '../dom.js';
import { finishGrowing, inTurns } from '../growing.js';
import { WORDS } from '../strings.js';
import { citeView, claimView, whyButton } from './citations.js';
import { foldView } from './fold.js';

/** So many are shown whatever their weight; of a kind that nothing tells, only the first few. */
const FIRST = 12;
const FIRST_OTHER = 6;
const WEIGHTY = 250;
/** From so many names on they can be shown by kind. */
const FILTERED = 6;
/** So many places are told of a name that has no text. */
const MOST_NAMED = 5;
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
  const cards = entities.map((entity, index) => ({ entity, index }));
  const isMinor = (/** @type {Numbered} */ { entity, index }) => folds && minor(entity, index);
  const rest = cards.filter(isMinor);
  const listOf = (/** @type {Numbered[]} */ some) => {
    const list = el('ul', { class: 'cards' });
    const add = (/** @type {number} */ i) => {
      const { entity, index } = /** @type {Numbered} */ (some[i]);
      const card = cardView(entity, index, look, step);
      list.append(card);
      return card;
    };
    inTurns(list, some.length, add, 0);
    return list;
  };
  const list = listOf(cards.filter((card) => !isMinor(card)));
  const folded = rest.length > 0 && foldView(WORDS.who.more(rest.length), listOf(rest));
  return [filterView(entities), list, folded].filter((part) => part instanceof Node);
}

/**
 * Which kinds to show, where there are several and enough names to look for one.
 * @param {Entity[]} entities
 */
function filterView(entities) {
  const kinds = KINDS.filter((kind) => entities.some((entity) => entity.kind === kind));
  if (kinds.length < 2 || entities.length < FILTERED) return null;
  const show = (/** @type {string} */ kind) => {
    finishGrowing();
    entities.forEach((entity, i) => { must(`card-${i}`, HTMLElement).hidden = kind !== '' && entity.kind !== kind; });
    for (const fold of document.querySelectorAll('[data-part=who] details.fold')) {
      if (!(fold instanceof HTMLDetailsElement)) continue;
      fold.open ||= kind !== '';
      fold.hidden = !fold.querySelector('.card:not([hidden])');
    }
  };
  const option = (/** @type {string} */ value, /** @type {string} */ label, /** @type {number} */ count) => {
    const radio = el('input', { type: 'radio', name: 'kind', value, onchange: () => show(value) });
    radio.checked = value === '';
    if (value === '') radio.id = 'kind-all';
    return el('label', { 'data-kind': value || false }, radio, `${label} ${count}`);
  };
  const options = kinds.map((kind) => option(kind, WORDS.who.kinds(kind), entities.filter((entity) => entity.kind === kind).length));
  return el('fieldset', { class: 'choice kinds' }, el('legend', { class: 'unseen' }, WORDS.who.filter), option('', WORDS.who.all, entities.length), options);
}

/**
 * @param {Entity} entity
 * @param {number} index
 */
function minor(entity, index) {
  if (entity.kind === 'other' && index >= FIRST_OTHER) return true;
  return index >= FIRST && entity.salience < WEIGHTY;
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
      el('h3', {}, saidWhole(entity.name, { lang: look.lang })),
      whyButton(WORDS.why.entity, () => look.why({ entity })),
      entity.mentions.length > 0 && stepper(entity, index, step)),
    el('p', { class: 'card-facts' }, facts(entity, look.lang)),
    entity.description.length > 0 ? el('p', { class: 'card-text' }, entity.description.flatMap((claim, j) => [claimView(claim, `e${index}-${j}`, look), ' '])) : namedView(entity, index, look));
}

/**
 * Of whom nothing is told: where the article names them.
 * @param {Entity} entity
 * @param {number} index
 * @param {Look} look
 */
function namedView(entity, index, look) {
  /** @type {Map<number, Mention>} */
  const first = new Map();
  for (const mention of entity.mentions) {
    const number = look.numberOf(mention.block);
    if (number !== null && !first.has(number)) first.set(number, mention);
  }
  if (first.size === 0) return null;
  const cites = [...first].slice(0, MOST_NAMED).flatMap(([number, mention]) => [' ', citeView(`named-${index}-${number}`, number, mention.block, (id) => look.show(mention, id))]);
  return el('p', { class: 'card-facts' }, el('span', {}, WORDS.who.named, cites));
}

/**
 * @param {Entity} entity
 * @param {string} lang
 * @returns {Node[]}
 */
function facts(entity, lang) {
  const aliases = entity.aliases.flatMap((alias, i) => [i > 0 && ', ', saidWhole(alias, { lang })]);
  return [
    el('span', { class: 'kind' }, WORDS.who.kind(entity.kind)),
    ...(entity.ticker ? [saidWhole(entity.ticker, { class: 'ticker' })] : []),
    ...(entity.role ? [saidWhole(entity.role, { class: 'role', lang })] : []),
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
