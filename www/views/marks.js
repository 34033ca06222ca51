/**
 * Which stretches of a block are names and dates, and the block's text cut along them.
 *
 * @import { Analysis, Block, DateMention, Hub, Mention } from '../pkg/digest_hub.js'
 *
 * @typedef {object} Mark
 * @property {number} start
 * @property {number} end
 * @property {string} kind
 * @property {string | null} target id of the card or event; none for what was set aside inside a block
 * @property {number} [date] of a date that no event has: which it is
 */

import { el, said, saidWhole } from '../dom.js';
import { inTurns } from '../growing.js';
import { chunkEnds } from '../text.js';

/** Longer blocks are laid out in slices, so that one line of five million letters does not hold the page up. */
const CHUNK = 4000;

/**
 * @param {Analysis} analysis
 * @param {Hub} hub
 * @returns {Map<number, Mark[]>} by block, in order, none inside another
 */
export function marksOf(analysis, hub) {
  /** @type {Map<number, Mark[]>} */
  const marks = new Map();
  const add = (/** @type {Mention} */ place, /** @type {string} */ kind, /** @type {string | null} */ target, /** @type {{ date?: number }} */ more = {}) => {
    const known = marks.get(place.block) ?? [];
    known.push({ start: place.start, end: place.end, kind, target, ...more });
    marks.set(place.block, known);
  };
  hub.entities.forEach((entity, i) => entity.mentions.forEach((place) => add(place, entity.kind, `card-${i}`)));
  hub.timeline.forEach((event, i) => event.dates.forEach((index) => {
    const date = analysis.dates[index];
    if (date) add(date.mention, 'date', `event-${i}`);
  }));
  const told = new Set(hub.timeline.flatMap((event) => event.dates));
  analysis.dates.forEach((date, i) => {
    if (!told.has(i) && date.edtf && (date.kind === 'date' || date.kind === 'time') && !isToldAbove(date, analysis)) add(date.mention, 'date', `b${date.mention.block}`, { date: i });
  });
  addSetAside(analysis, add);
  for (const [block, found] of marks) marks.set(block, apart(found));
  return marks;
}

/**
 * Whether a line of the page's own says this date, right above it: that of publication, in the byline.
 * @param {DateMention} date
 * @param {Analysis} analysis
 */
function isToldAbove(date, { article: { blocks, published } }) {
  return blocks[date.mention.block]?.kind === 'byline' && published?.from === 'byline' && date.edtf === published.date;
}

/**
 * What was set aside may lie inside a block, which is then shown with that stretch muted.
 * @param {Analysis} analysis
 * @param {(place: Mention, kind: string, target: null) => void} add
 */
function addSetAside(analysis, add) {
  const { blocks, set_aside: ranges } = analysis.article;
  let block = 0;
  for (const range of ranges) {
    while (block < blocks.length && (blocks[block]?.end ?? 0) <= range.start) block += 1;
    const host = blocks[block];
    if (host && host.start < range.end) add({ block, start: Math.max(0, range.start - host.start), end: Math.min(host.text.length, range.end - host.start) }, 'aside', null);
  }
}

/**
 * @param {Mark[]} marks
 * @returns {Mark[]}
 */
function apart(marks) {
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = -1;
  return marks.filter((mark) => {
    if (mark.start < end || mark.end <= mark.start) return false;
    end = mark.end;
    return true;
  });
}

/**
 * @param {Block} block
 * @param {Mark[]} marks
 * @param {(mark: Mark, event: Event) => void} onMark
 * @returns {HTMLElement}
 */
export function proseView({ kind, text }, marks, onMark) {
  const say = kind === 'title' ? saidWhole : said;
  if (text.length <= CHUNK * 2) return el('span', { class: 'words' }, sliceView(text, 0, text.length, marks, onMark, say));
  const words = el('span', { class: 'words' });
  const ends = chunkEnds(text, CHUNK);
  inTurns(words, ends.length, (index) => {
    const slice = el('span', { class: 'chunk' }, sliceView(text, ends[index - 1] ?? 0, ends[index] ?? 0, marks, onMark, say));
    words.append(slice);
    return slice;
  }, 1);
  return words;
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Mark[]} marks
 * @param {(mark: Mark, event: Event) => void} onMark
 * @param {typeof said} say
 */
function sliceView(text, from, to, marks, onMark, say) {
  const nodes = [];
  let at = from;
  for (const mark of marks) {
    if (mark.end <= at) continue;
    if (mark.start >= to) break;
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, to);
    if (start > at) nodes.push(say(text.slice(at, start)));
    nodes.push(markView(text.slice(start, end), mark, onMark, say));
    at = end;
  }
  if (at < to) nodes.push(say(text.slice(at, to)));
  return nodes;
}

/**
 * @param {string} text
 * @param {Mark} mark
 * @param {(mark: Mark, event: Event) => void} onMark
 * @param {typeof said} say
 */
function markView(text, mark, onMark, say) {
  if (!mark.target) return el('span', { class: 'in-aside' }, said(text));
  return el('a', { class: 'mark', 'data-kind': mark.kind, href: `#${mark.target}`, 'aria-haspopup': mark.date !== undefined && 'dialog', onclick: (/** @type {Event} */ event) => onMark(mark, event) }, say(text));
}
