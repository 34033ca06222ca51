/**
 * The page as a function of its state.
 *
 * @import { Analysis, Hub, Mention } from './pkg/digest_hub.js'
 * @import { Fault, Work } from './views/status.js'
 * @import { Mark } from './views/marks.js'
 * @import { Asked } from './views/citations.js'
 * @import { Place } from './travel.js'
 * @import { WhichHub } from './views/choice.js'
 * @import { Language } from './strings.js'
 * @import { Length } from './lengths.js'
 *
 * @typedef {'digest' | 'who' | 'when' | 'article'} Tab
 * @typedef {object} About where a paste is from, and what the person chose for it
 * @property {string | undefined} [name] of its file
 * @property {boolean} isSample
 * @property {string | null} [published] the publication date, where the person set it; `none` where there is to be none
 * @property {'date' | 'length'} [again] what changed, where it is already on the page and only read anew
 *
 * @typedef {About & { paste: string, which: WhichHub, analysis: Analysis, hub: Hub | null, blockOf: Map<number, number> }} Shown
 * @typedef {object} State
 * @property {Shown | null} shown what is read
 * @property {string} kept the paste that is being read, or that could not be
 * @property {Work | null} work
 * @property {Fault | null} fault
 * @property {boolean} desk whether the paste area is open
 * @property {number} shownBlocks
 * @property {boolean} marks
 * @property {Tab} tab the part that a phone shows
 * @property {Language} language of the interface
 * @property {Length} length of the summary
 *
 * @typedef {object} Doings what a person can do in what is rendered
 * @property {() => void} cancel
 * @property {(entity: number, step: 1 | -1) => void} stepMention
 * @property {(mark: Mark, event: Event) => void} followMark
 * @property {(number: number) => void} openUses
 * @property {() => void} toggleMarks
 * @property {(text: string) => void} edit
 * @property {() => void} more
 * @property {(which: WhichHub) => void} choose
 * @property {(day: string | null) => void} date a day, `none`, or what the text says
 * @property {(length: Length) => void} summarise makes the summary as long
 * @property {(from: string, place: Place) => void} follow
 * @property {(what: Asked) => void} why
 */

import { el, must } from './dom.js';
import { inTurns } from './growing.js';
import { WORDS } from './strings.js';
import { withoutBidi } from './text.js';
import { articleParts } from './views/article.js';
import { choiceView } from './views/choice.js';
import { nameFrame } from './views/frame.js';
import { EMPTY_HUB, hasBoth, renderHub } from './views/hub.js';
import { faultView, workView } from './views/status.js';

/** @type {Map<string, unknown[]>} */
const painted = new Map();
/** @type {Language | null} */
let spoken = null;

/**
 * Builds a region again only where something that it is made from has changed.
 * @param {string} id
 * @param {unknown[]} inputs
 * @param {() => Node[]} build
 * @returns {boolean} whether it did
 */
function paint(id, inputs, build) {
  const last = painted.get(id);
  if (last && last.every((input, i) => input === inputs[i])) return false;
  painted.set(id, inputs);
  must(id, HTMLElement).replaceChildren(...build());
  return true;
}

/**
 * @param {State} state
 * @param {Doings} on
 * @returns {boolean} whether the article or its hub was built anew
 */
export function renderPage(state, on) {
  const { shown, work, fault } = state;
  if (state.language !== spoken) {
    spoken = state.language;
    painted.clear();
    nameFrame(spoken);
  }
  document.body.dataset['tab'] = state.tab;
  document.body.dataset['marks'] = state.marks ? 'on' : 'off';
  document.body.dataset['desk'] = state.desk ? 'open' : 'shut';
  must('work', HTMLElement).hidden = !work;
  must('fault', HTMLElement).hidden = !fault;
  must('desk', HTMLElement).hidden = !state.desk;
  must('desk-close', HTMLElement).hidden = !shown || shown.isSample;
  paint('work', [work], () => (work ? workView(work, on.cancel) : []));
  paint('fault', [fault], () => (fault ? faultView(fault) : []));
  // The switch is not built anew by what it does, so that it keeps the focus.
  paint('hub-choice', [shown?.analysis], () => (shown && hasBoth(shown.analysis) ? [choiceView(shown.which, on.choose)] : []));
  const hub = paint('hub-parts', [shown, shown ? null : fault], () => (shown ? hubNodes(shown, state.length, on) : fault ? [el('p', { class: 'none' }, WORDS.hub.waiting)] : []));
  const article = paint('article', [shown, state.shownBlocks], () => (shown ? articleNodes(shown, state, on) : []));
  document.getElementById('marks-toggle')?.setAttribute('aria-pressed', String(state.marks));
  for (const tab of document.querySelectorAll('#tabs button')) tab.setAttribute('aria-current', String(tab.id === `tab-${state.tab}`));
  const title = shown && !shown.isSample ? shown.analysis.article.title : null;
  document.title = title ? `${withoutBidi(title)} · ${WORDS.name}` : WORDS.name;
  return hub || article;
}

/**
 * Where each numbered paragraph is among the blocks.
 * @param {Analysis} analysis
 */
export function blocksByNumber(analysis) {
  return new Map(analysis.article.blocks.flatMap((block, i) => (block.number === null ? [] : [/** @type {[number, number]} */ ([block.number, i])])));
}

/**
 * @param {Shown} shown
 * @param {Length} length
 * @param {Doings} on
 */
function hubNodes({ hub, analysis, blockOf, paste, isSample }, length, on) {
  const { blocks, language } = analysis.article;
  const numberOf = (/** @type {number} */ block) => blocks[block]?.number ?? null;
  const look = {
    blockOf,
    numberOf,
    lang: language === 'und' ? '' : language,
    why: on.why,
    isMade: hub === analysis.hub,
    follow: (/** @type {string} */ from, /** @type {number} */ number, /** @type {Mention[]} */ places) => {
      const block = blockOf.get(number);
      if (block !== undefined) on.follow(from, { block, number, places });
    },
    show: (/** @type {Mention} */ mention, /** @type {string} */ from) => on.follow(from, { block: mention.block, number: numberOf(mention.block), places: [mention] }),
  };
  return renderHub(hub, analysis, { pasteLength: paste.length, isSample, look, step: on.stepMention, length, summarise: on.summarise });
}

/**
 * @param {Shown} shown
 * @param {State} state
 * @param {Doings} on
 * @returns {Node[]}
 */
function articleNodes({ hub, analysis, paste, name, isSample, published }, { shownBlocks, marks }, on) {
  const does = { onMark: on.followMark, onNumber: on.openUses, more: on.more, date: on.date, edit: () => on.edit(paste), toggleMarks: on.toggleMarks };
  const parts = articleParts(analysis, hub ?? EMPTY_HUB, { paste, name, isSample, published, shownBlocks, marks, on: does });
  if (!isSample) return parts.flatMap((part) => part());
  // A newcomer looks at the hub, and at the place to paste into. A host of its own: what comes in its place ends its growing.
  const host = el('div');
  inTurns(host, parts.length, (i) => {
    host.append(...parts[i]?.() ?? []);
    return host;
  }, 0);
  return [host];
}
