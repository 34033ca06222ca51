/**
 * A hub, published or made: the same three parts.
 *
 * @import { Analysis, Hub, Notice } from '../pkg/digest_hub.js'
 * @import { WhichHub } from './choice.js'
 * @import { Length } from '../lengths.js'
 * @import { Look } from './citations.js'
 *
 * @typedef {object} HubState
 * @property {number} pasteLength
 * @property {boolean} isSample
 * @property {Look} look
 * @property {(entity: number, step: 1 | -1) => void} step
 * @property {Length} length of the summary
 * @property {(length: Length) => void} summarise
 */

import { el, said, saidWhole } from '../dom.js';
import { inTurns } from '../growing.js';
import { WORDS } from '../strings.js';
import { SOFT_LIMIT } from '../text.js';
import { digestView, lengthView } from './digest.js';
import { entitiesView } from './entities.js';
import { timelineView } from './timeline.js';

/** @type {Hub} */
export const EMPTY_HUB = { digest: { key_points: [], summary: [] }, entities: [], timeline: [] };

/**
 * The hub to show, as far as there is a choice.
 * @param {Analysis} analysis
 * @param {WhichHub} which
 * @returns {Hub | null}
 */
export function hubOf(analysis, which) {
  const made = holdsAnything(analysis.hub) ? analysis.hub : null;
  return which === 'made' ? made ?? analysis.published_hub : analysis.published_hub ?? made;
}

/** @param {Analysis} analysis */
export function hasBoth(analysis) {
  return analysis.published_hub !== null && holdsAnything(analysis.hub);
}

/** @param {Hub} hub */
function holdsAnything({ digest, entities, timeline }) {
  return digest.key_points.length + digest.summary.length + entities.length + timeline.length > 0;
}

/**
 * @param {Hub | null} hub
 * @param {Analysis} analysis
 * @param {HubState} state
 * @returns {Node[]}
 */
export function renderHub(hub, analysis, state) {
  // What is amiss in a publisher's hub is said beside that hub.
  const ofThis = analysis.notices.filter((notice) => hub === analysis.published_hub || !notice.code.startsWith('published-'));
  const notices = noticesView(ofThis, state);
  if (!hub) return [noHubView(), ...notices];
  const folds = hub !== analysis.published_hub;
  return [
    ...paperTitle(analysis, state.look.lang),
    headOf(hub, analysis, state),
    ...notices,
    partsView([
      () => sectionView('digest', WORDS.digest.title, digestView(hub.digest, state.look, folds ? lengthView(state.length, state.summarise) : null)),
      () => sectionView('who', WORDS.who.title, entitiesView(hub.entities, state.look, state.step, folds)),
      () => sectionView('when', WORDS.when.title, timelineView(hub.timeline, state.look, folds)),
    ]),
  ];
}

/**
 * One below the other, each when the one before it is whole: what is read first comes first, and nothing moves it.
 * @param {(() => Element)[]} parts
 */
function partsView(parts) {
  const host = el('div', { class: 'parts' });
  const add = (/** @type {number} */ i) => {
    const part = /** @type {() => Element} */ (parts[i])();
    host.append(part);
    return part;
  };
  inTurns(host, parts.length, add, 1);
  return host;
}

/**
 * On paper the hub comes before the article, so that it needs the article's name.
 * @param {Analysis} analysis
 * @param {string} lang
 */
function paperTitle({ article }, lang) {
  return article.title === null ? [] : [el('p', { class: 'paper-title' }, saidWhole(article.title, { lang }))];
}

/**
 * Where the hub is from.
 * @param {Hub} hub
 * @param {Analysis} analysis
 * @param {HubState} state
 */
function headOf(hub, analysis, state) {
  const fromPublisher = state.isSample ? WORDS.hub.sample : WORDS.hub.fromPublisher;
  return el('p', { class: 'hub-from' }, hub === analysis.published_hub ? fromPublisher : WORDS.hub.madeHere);
}

/**
 * @param {'digest' | 'who' | 'when'} part
 * @param {string} title
 * @param {Node[]} content
 */
function sectionView(part, title, content) {
  return el('section', { class: 'part-of-hub', 'data-part': part, 'aria-labelledby': `part-${part}` }, el('h2', { id: `part-${part}`, tabindex: '-1' }, title), content);
}

function noHubView() {
  return el('section', { class: 'part-of-hub no-hub', 'data-part': 'digest' }, el('h2', { id: 'part-digest', tabindex: '-1' }, WORDS.hub.noneTitle), el('p', {}, WORDS.hub.none), el('p', {}, WORDS.hub.noneArticle));
}

/**
 * @param {Notice[]} notices
 * @param {HubState} state
 * @returns {Node[]}
 */
function noticesView(notices, state) {
  const lines = notices.map(({ code, message }) => el('li', { 'data-code': code }, said(WORDS.notice(code, message)), code === 'published-citation-absent' && ` ${WORDS.hub.absentKey}`));
  if (state.pasteLength > SOFT_LIMIT) lines.unshift(el('li', { 'data-code': 'long' }, WORDS.hub.long(state.pasteLength)));
  return lines.length > 0 ? [el('ul', { class: 'notices' }, lines)] : [];
}
