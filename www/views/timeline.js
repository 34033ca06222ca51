/**
 * @import { TimelineEvent } from '../pkg/digest_hub.js'
 * @import { Look } from './citations.js'
 */

import { el, saidWhole } from '../dom.js';
import { inTurns } from '../growing.js';
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
  if (events.length === 0) return [el('p', { class: 'none' }, look.isMade ? WORDS.when.noneMade : WORDS.when.none)];
  const axis = axisView(events);
  const first = folds ? Math.min(FIRST_EVENTS, events.length) : events.length;
  const list = listView(events, 0, first, look);
  const rest = events.length - first;
  const more = rest > 0 && foldView(WORDS.when.more(rest), listView(events, first, events.length, look));
  return [axis, list, more].filter((part) => part instanceof Node);
}

/**
 * @param {TimelineEvent[]} events
 * @param {number} from
 * @param {number} to
 * @param {Look} look
 */
function listView(events, from, to, look) {
  const list = el('ol', { class: 'events', start: from > 0 && from + 1 });
  const add = (/** @type {number} */ i) => {
    const view = eventView(/** @type {TimelineEvent} */ (events[from + i]), from + i, look);
    list.append(view);
    return view;
  };
  inTurns(list, to - from, add, 0);
  return list;
}

/**
 * @param {TimelineEvent} event
 * @param {number} index
 * @param {Look} look
 */
function eventView(event, index, look) {
  return el('li', { class: 'event', id: `event-${index}`, tabindex: '-1', 'data-expected': event.expected },
    el('div', { class: 'event-label' }, labelView(event, look), event.expected && el('span', { class: 'expected' }, WORDS.when.expected), ' ', whyButton(WORDS.why.event, () => look.why({ event }))),
    el('p', { class: 'event-text' }, claimView(event.claim, `t${index}`, look), ' ', placeView(event, index, look)));
}

/**
 * A publisher's label stands as it was printed; one that is made here is in the language of the interface.
 * @param {TimelineEvent} event
 * @param {boolean} isMade
 */
export function eventLabel(event, isMade) {
  return isMade ? WORDS.when.label(event) : event.label;
}

/**
 * @param {TimelineEvent} event
 * @param {Look} look
 */
function labelView(event, look) {
  const datetime = timeValue(event);
  const words = eventLabel(event, look.isMade);
  // A day does not part from its month at the end of a line.
  const label = saidWhole(words.replace(/ (?=\d{1,2}(?!\d))/g, '\u00a0'), { lang: words === event.label && look.lang });
  return datetime ? el('time', { datetime }, label) : el('span', {}, label);
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
