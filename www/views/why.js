/**
 * Why the hub says what it says: the slices that a sentence was made from, how a date was worked out, and under which
 * forms a name was found.
 *
 * @import { Analysis, Claim, Entity, Mention, TimelineEvent } from '../pkg/digest_hub.js'
 */

import { el, said } from '../dom.js';
import { WORDS } from '../strings.js';
import { eventLabel } from './timeline.js';

/** So many forms of a name are told. */
const FORMS = 12;

/**
 * @param {Claim} claim
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
export function whyClaim(claim, analysis) {
  return [
    el('h2', { id: 'sheet-title' }, WORDS.why.claim),
    el('p', { class: 'why-said' }, said(claim.text)),
    ...sourcesView(claim, analysis),
    ...datesView(claim.dates, analysis),
  ];
}

/**
 * @param {TimelineEvent} event
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
export function whyEvent(event, analysis) {
  const dates = event.dates.length > 0 ? event.dates : event.claim.dates;
  return [
    el('h2', { id: 'sheet-title' }, WORDS.why.event),
    el('p', { class: 'why-said' }, said(eventLabel(event, analysis.hub.timeline.includes(event))), ': ', said(event.claim.text)),
    ...(event.date_from === 'published' ? [el('p', {}, WORDS.why.byPublication)] : []),
    ...(event.expected ? [el('p', {}, WORDS.why.expected)] : []),
    ...datesView(dates, analysis),
    ...sourcesView(event.claim, analysis),
  ];
}

/**
 * @param {Entity} entity
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
export function whyEntity(entity, analysis) {
  /** @type {Map<string, { count: number, first: Mention }>} */
  const forms = new Map();
  for (const place of entity.mentions) {
    const form = textOf(place, analysis).replace(/\s+/g, ' ');
    const known = forms.get(form);
    if (known) known.count += 1;
    else forms.set(form, { count: 1, first: place });
  }
  const rows = [...forms].slice(0, FORMS).map(([form, { count, first }]) => el('li', {}, said(form), el('span', { class: 'why-where' }, ` ${WORDS.why.times(count)}, ${WORDS.why.first(whereIs(first, analysis))}`)));
  return [
    el('h2', { id: 'sheet-title' }, WORDS.why.entity),
    el('p', { class: 'why-said' }, said(entity.name), ` · ${WORDS.who.kind(entity.kind)}`),
    el('h3', {}, rows.length > 0 ? WORDS.why.forms : WORDS.why.noSource),
    el('ul', { class: 'why-forms' }, rows),
  ];
}

/**
 * A date in the text that no event has.
 * @param {number} index
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
export function whyDate(index, analysis) {
  const date = analysis.dates[index];
  if (!date) return [];
  return [
    el('h2', { id: 'sheet-title' }, WORDS.why.event),
    el('p', { class: 'why-said' }, said(date.text), ' ', el('span', { class: 'why-where' }, whereIs(date.mention, analysis))),
    ...datesView([index], analysis),
  ];
}

/**
 * @param {number[]} indexes
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
function datesView(indexes, analysis) {
  const rows = indexes.flatMap((index) => {
    const date = analysis.dates[index];
    if (!date) return [];
    const { anchor } = date;
    const counted = anchor && anchor.mention === null ? WORDS.why.countedFrom(WORDS.published.day(anchor.date), WORDS.why.source(anchor.from)) : anchor ? WORDS.why.countedFrom(WORDS.published.day(anchor.date), said(`“${textOf(anchor.mention ?? date.mention, analysis)}”`).textContent ?? '') : null;
    return [el('li', {},
      said(`“${date.text}”`), date.edtf ? [' → ', el('b', {}, said(date.edtf))] : ` ${WORDS.why.leftOpen}`,
      el('span', { class: 'why-where' }, ` · ${WORDS.why.rule(date.rule)}${counted ? `, ${counted}` : ''}`))];
  });
  return rows.length > 0 ? [el('h3', {}, WORDS.why.dates), el('ul', { class: 'why-dates' }, rows)] : [];
}

/**
 * @param {Claim} claim
 * @param {Analysis} analysis
 * @returns {Node[]}
 */
function sourcesView({ text, sources }, analysis) {
  const [only, ...more] = sources;
  if (!only) return [el('h3', {}, WORDS.why.noSource)];
  if (more.length === 0 && textOf(only, analysis).replace(/\s+/g, ' ') === text) return [el('h3', {}, WORDS.why.verbatim(whereIs(only, analysis)))];
  return [el('h3', {}, WORDS.why.madeFrom), ...sources.map((place) => sourceView(place, analysis))];
}

/**
 * @param {Mention} place
 * @param {Analysis} analysis
 */
function sourceView(place, analysis) {
  return el('blockquote', { class: 'why-slice' }, said(textOf(place, analysis)), ' ', el('span', { class: 'why-where' }, whereIs(place, analysis)));
}

/**
 * @param {Mention} place
 * @param {Analysis} analysis
 */
function textOf(place, analysis) {
  return analysis.article.blocks[place.block]?.text.slice(place.start, place.end) ?? '';
}

/**
 * @param {Mention} place
 * @param {Analysis} analysis
 */
function whereIs(place, analysis) {
  const number = analysis.article.blocks[place.block]?.number ?? null;
  return number === null ? WORDS.who.unnumbered : WORDS.para(number);
}
