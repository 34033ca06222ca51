/**
 * A claim and the citations behind it. The label is what a publisher prints, `para. 9`, and nothing else names the
 * link, so that what is seen and what is spoken are the same.
 *
 * @import { Claim, Entity, Mention, TimelineEvent } from '../pkg/digest_hub.js'
 *
 * @typedef {object} Look what a claim needs to know of the article
 * @property {Map<number, number>} blockOf paragraph number → index of its block
 * @property {(block: number) => number | null} numberOf the paragraph number of a block
 * @property {string} lang of the article, which is that of its claims
 * @property {(from: string, number: number, places: Mention[]) => void} follow
 * @property {(mention: Mention, from: string) => void} show
 * @property {(what: Asked) => void} why
 * @property {boolean} isMade whether the hub is made here, so that its labels are the page's own words
 * @typedef {{ claim: Claim } | { event: TimelineEvent } | { entity: Entity } | { date: number }} Asked a date by its place among those of the analysis
 */

import { el, saidWhole, unseen } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {Claim} claim
 * @param {string} key unique in the page
 * @param {Look} look
 */
export function claimView(claim, key, look) {
  const cites = citationsView(claim, key, look);
  return el('span', { class: 'claim', id: `claim-${key}`, tabindex: '-1' }, saidWhole(claim.text, { lang: look.lang }), BOUND, cites, supportView(claim, key, look), whyButton(WORDS.why.claim, () => look.why({ claim })));
}

/** A citation at the beginning of a line would seem to be that of the next sentence, and a sign to ask by to ask of that. */
const BOUND = '\u00a0';

/**
 * A small way to ask, which shows itself where the pointer or the focus is.
 * @param {string} what
 * @param {() => void} ask
 */
export function whyButton(what, ask) {
  // Its sign is drawn by the style sheet, so that what is copied or read aloud is the sentence.
  return el('button', { type: 'button', class: 'why', title: what, 'aria-label': what, onclick: ask });
}

/** The sign of each verdict; words say the same to whoever does not see it. */
const SIGNS = { supported: '✓', contradicted: '≠', open: '○' };

/**
 * What the pasted paragraphs say of a publisher's claim; where they speak of it, the sign leads to the place.
 * @param {Claim} claim
 * @param {string} key
 * @param {Look} look
 * @returns {(Node | string)[]}
 */
function supportView(claim, key, look) {
  if (!claim.support) return [];
  const { verdict, places } = claim.support;
  const shown = [el('span', { 'aria-hidden': 'true' }, SIGNS[verdict]), unseen(WORDS.support[verdict])];
  const attributes = { class: `support is-${verdict}`, title: WORDS.support[verdict] };
  const [place] = places;
  if (!place) return [' ', el('span', attributes, shown)];
  const id = `support-${key}`;
  return [' ', el('button', { ...attributes, id, type: 'button', onclick: () => look.show(place, id) }, shown)];
}

/**
 * @param {Claim} claim
 * @param {string} key
 * @param {Look} look
 * @returns {(Node | string)[]}
 */
function citationsView(claim, key, look) {
  const cites = [];
  for (let i = 0; i < claim.paragraphs.length; i += 1) {
    const number = claim.paragraphs[i] ?? 0;
    const block = look.blockOf.get(number);
    const absent = claim.paragraphs.slice(i, absentUntil(claim.paragraphs, i, look));
    if (cites.length > 0) cites.push(' ');
    if (block !== undefined) cites.push(linkedCite(claim, `cite-${key}-${i}`, number, block, look));
    else if (absent.length < RUN) cites.push(absentCite(WORDS.para(number)));
    else {
      cites.push(absentCite(WORDS.paras(ranges(absent))));
      i += absent.length - 1;
    }
  }
  return cites;
}

/** So many citations in a row that lead nowhere are told in one. */
const RUN = 3;

/**
 * Where the run of citations that lead nowhere ends.
 * @param {number[]} numbers
 * @param {number} from
 * @param {Look} look
 */
function absentUntil(numbers, from, look) {
  const end = numbers.findIndex((number, i) => i >= from && look.blockOf.has(number));
  return end < 0 ? numbers.length : end;
}

/**
 * 3, 4, 5, 9 as `3–5, 9`.
 * @param {number[]} numbers
 */
function ranges(numbers) {
  /** @type {[number, number][]} */
  const found = [];
  for (const number of numbers) {
    const last = found.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else found.push([number, number]);
  }
  return found.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join(', ');
}

/**
 * @param {Claim} claim
 * @param {string} id
 * @param {number} number
 * @param {number} block
 * @param {Look} look
 */
function linkedCite(claim, id, number, block, look) {
  const places = claim.sources.filter((place) => place.block === block);
  return citeView(id, number, block, () => look.follow(id, number, places));
}

/**
 * @param {string} id
 * @param {number} number
 * @param {number} block
 * @param {(id: string) => void} follow
 */
export function citeView(id, number, block, follow) {
  const onclick = (/** @type {MouseEvent} */ event) => {
    event.preventDefault();
    follow(id);
  };
  return el('a', { class: 'cite', id, href: `#b${block}`, onclick }, WORDS.para(number));
}

/** @param {string} label */
function absentCite(label) {
  return el('span', { class: 'cite is-absent' }, label, el('span', { class: 'query', 'aria-hidden': 'true' }, '?'), unseen(` (${WORDS.hub.absent})`));
}
