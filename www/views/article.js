/**
 * The article: its blocks as they came, numbered in the gutter, and what was set aside folded under them.
 *
 * @import { Analysis, Block, Hub } from '../pkg/digest_hub.js'
 * @import { Mark } from './marks.js'
 *
 * @typedef {object} ArticleState
 * @property {string} paste
 * @property {boolean} isSample
 * @property {string | undefined} name of the file that it came from
 * @property {string | null | undefined} published what the person set as its date
 * @property {number} shownBlocks
 * @property {{ onMark: (mark: Mark, event: Event) => void, onNumber: (number: number, event: Event) => void, more: () => void, date: (day: string | null) => void, edit: () => void, toggleMarks: () => void }} on
 * @property {boolean} marks
 */

import { el, pressable, said, unseen } from '../dom.js';
import { inTurns } from '../growing.js';
import { WORDS } from '../strings.js';
import { marksOf, proseView } from './marks.js';
import { publishedView } from './published.js';
import { usesOf } from './uses.js';
import { asideView } from './aside.js';

/** From so many blocks on, those out of sight are not laid out. */
const LONG = 300;
/** Elements of the blocks that are there from the first moment. */
const SEEN_FIRST = 100;

/**
 * Its head and what it says.
 * @param {Analysis} analysis
 * @param {Hub} hub
 * @param {ArticleState} state
 * @returns {(() => HTMLElement[])[]}
 */
export function articleParts(analysis, hub, state) {
  return [() => [headView(analysis, state)], () => bodyView(analysis, hub, state)];
}

/**
 * @param {Analysis} analysis
 * @param {Hub} hub
 * @param {ArticleState} state
 */
function bodyView(analysis, hub, state) {
  const { article } = analysis;
  const marks = marksOf(analysis, hub);
  // Marks of Markdown are muted where they stand, in the article itself.
  const aside = article.set_aside.filter((range) => range.kind !== 'markup');
  const shown = article.blocks.slice(0, state.shownBlocks);
  const left = article.blocks.length - shown.length;
  const kinds = [...new Set([...marks.values()].flat().filter((mark) => mark.target).map((mark) => mark.kind))];
  const prose = el('div', { class: shown.length > LONG ? 'prose is-long' : 'prose', lang: article.language === 'und' ? '' : article.language });
  addBlocks(prose, shown, marks, usesOf(hub, hub === analysis.hub), state);
  return [
    ...(kinds.length > 0 ? [keyView(kinds, state)] : []),
    prose,
    ...(left > 0 ? [pressable(WORDS.article.more(left), state.on.more, { class: 'more' })] : []),
    ...(aside.length > 0 ? [asideView(aside, state.paste)] : []),
  ];
}

/**
 * @param {Analysis} analysis
 * @param {ArticleState} state
 */
function headView({ article }, state) {
  const numbered = article.blocks.filter((block) => block.number !== null).length;
  const published = publishedView(article.published, state.published, state.on.date);
  return el('header', { class: 'article-head' },
    state.isSample && el('p', { class: 'sample-note' }, el('strong', {}, WORDS.article.sampleLabel), ' ', WORDS.article.sampleNote),
    el('p', { class: 'meta' },
      el('span', {}, WORDS.article.meta(article.words, numbered), !state.isSample && [' ', pressable(WORDS.article.edit, state.on.edit, { class: 'quiet' })]),
      published.line,
      state.name && el('span', {}, WORDS.article.fromFile, said(state.name))),
    published.form);
}

/**
 * @param {string[]} kinds
 * @param {ArticleState} state
 */
function keyView(kinds, state) {
  const order = ['company', 'organisation', 'person', 'place', 'other', 'date'].filter((kind) => kinds.includes(kind));
  return el('div', { class: 'marks-key' },
    pressable(WORDS.article.key, state.on.toggleMarks, { class: 'quiet', id: 'marks-toggle', 'aria-pressed': String(state.marks) }),
    el('ul', {}, order.map((kind) => el('li', {}, el('span', { class: 'mark', 'data-kind': kind }, WORDS.who.kind(kind))))));
}

/**
 * @param {Element} host
 * @param {Block[]} blocks
 * @param {Map<number, Mark[]>} marks
 * @param {Map<number, unknown[]>} uses
 * @param {ArticleState} state
 */
function addBlocks(host, blocks, marks, uses, state) {
  inTurns(host, blocks.length, (index) => {
    const block = /** @type {Block} */ (blocks[index]);
    const view = blockView(block, index, marks.get(index) ?? [], uses, state);
    placeOf(host, block, blocks[index - 1]).append(view);
    return view;
  }, SEEN_FIRST);
}

/**
 * Neighbouring items share one list, so that a screen reader counts them together.
 * @param {Element} host
 * @param {Block} block
 * @param {Block | undefined} before
 */
function placeOf(host, block, before) {
  if (block.kind !== 'list') return host;
  if (before?.kind !== 'list') host.append(el('ul', { class: 'items' }));
  return host.lastElementChild ?? host;
}

/** @type {Record<Block['kind'], 'h2' | 'h3' | 'p' | 'li'>} */
const TAG_OF = { title: 'h2', deck: 'p', byline: 'p', heading: 'h3', body: 'p', list: 'li', caption: 'p', note: 'p' };

/**
 * @param {Block} block
 * @param {number} index
 * @param {Mark[]} marks
 * @param {Map<number, unknown[]>} uses
 * @param {ArticleState} state
 */
function blockView(block, index, marks, uses, state) {
  const number = block.number === null ? null : numberView(block.number, uses, state);
  return el(TAG_OF[block.kind], { class: `block is-${block.kind}`, id: `b${index}`, tabindex: '-1', 'data-number': block.number }, number, proseView(block, marks, state.on.onMark));
}

/**
 * @param {number} number
 * @param {Map<number, unknown[]>} uses
 * @param {ArticleState} state
 */
function numberView(number, uses, state) {
  if (!uses.has(number)) return el('span', { class: 'number' }, String(number));
  const [before = '', behind = ''] = WORDS.paraNumber;
  return el('button', { type: 'button', class: 'number', onclick: (/** @type {Event} */ event) => state.on.onNumber(number, event) }, unseen(before), String(number), behind !== '' && unseen(behind));
}
