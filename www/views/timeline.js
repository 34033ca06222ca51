/**
 * @import { TimelineEvent } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el, said } from '../dom.js';
import { WORDS } from '../strings.js';
import { claimView, whyButton } from './citations.js';
import { axisView } from './axis.js';
import { foldView } from './fold.js';

/** More than so many events of a made hub are folded away. */
const FIRST_EVENTS = 20;
const TIME_VALUE = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/;

/**
 * @param {TimelineEvent[]} events
 * @param {Look} look
 * @param {boolean} folds
 * @returns {Node[]}
 */
export function timelineView(events, look, folds) {
  if (events.length === 0) return [el('p', { class: 'none' }, WORDS.when.none)];
  const axis = axisView(events);
  const items = events.map((event, i) => eventView(event, i, look));
  const rest = folds ? items.splice(FIRST_EVENTS) : [];
  const list = el('ol', { class: 'events' }, items);
  const more = rest.length > 0 && foldView(WORDS.when.more(rest.length), el('ol', { class: 'events', start: FIRST_EVENTS + 1 }, rest));
  return [axis, list, more].filter((part) => part instanceof Node);
}

/**
 * @param {TimelineEvent} event
 * @param {number} index
 * @param {Look} look
 */
function eventView(event, index, look) {
  return el('li', { class: 'event', id: `event-${index}`, tabindex: '-1', 'data-expected': event.expected },
    el('div', { class: 'event-label' }, labelView(event), event.expected && el('span', { class: 'expected' }, WORDS.when.expected), ' ', whyButton(WORDS.why.event, () => look.why({ event }))),
    el('p', { class: 'event-text' }, claimView(event.claim, `t${index}`, look), placeView(event, index, look)));
}

/** @param {TimelineEvent} event */
function labelView(event) {
  const datetime = timeValue(event);
  return datetime ? el('time', { datetime }, said(event.label)) : el('span', {}, said(event.label));
}

/**
 * What `<time>` takes: the event's own year, month or day, else the first day that it can mean.
 * @param {TimelineEvent} event
 * @returns {string | null}
 */
export function timeValue(event) {
  for (const value of [event.date, event.earliest, event.latest]) {
    if (value && TIME_VALUE.test(value) && !value.startsWith('0000')) return value;
  }
  return null;
}

/**
 * A published entry cites no paragraph; where the core found its sentence, the entry still leads there.
 * @param {TimelineEvent} event
 * @param {number} index
 * @param {Look} look
 */
function placeView(event, index, look) {
  const source = event.claim.sources[0];
  if (!source || event.claim.paragraphs.length > 0) return null;
  const id = `place-t${index}`;
  const onclick = (/** @type {MouseEvent} */ click) => {
    click.preventDefault();
    look.show(source, id);
  };
  return el('a', { class: 'cite', id, href: `#b${source.block}`, onclick }, WORDS.when.inText);
}
