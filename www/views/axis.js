/**
 * The axis above the timeline: a picture of what the list says, and hidden from those who hear the list. A day is a
 * tick, a month or more a bar; "since" fades to the right, "by" fades in from the left to a hard end, blurred dates
 * have soft ends, and what is expected is hollow. Where most events crowd into a fifth of the span, the axis breaks before
 * and behind them.
 *
 * @import { TimelineEvent } from '../pkg/digest_hub.js'
 *
 * @typedef {{ from: number, to: number, open: 'left' | 'right' | 'none', soft: boolean, expected: boolean }} Stretch days since 1970
 * @typedef {(day: number) => number} Scale
 * @typedef {{ from: number, to: number }} Crowd days since 1970
 */

import { svgEl } from '../dom.js';

const WIDTH = 560;
const MARGIN = 8;
const LINE = 44;
const ROW = 8;
const DAY = 86_400_000;
/** What a part beyond a break keeps of the width. */
const BEYOND_BREAK = 0.22;
/** The room of a year in the larger letters of a phone, with what keeps it from the next. */
const YEAR = 52;
const GAP = 18;
const LANES = 4;
/** How far an open end is drawn. */
const FADE = 72;

/**
 * @param {TimelineEvent[]} events
 * @returns {Node | null}
 */
export function axisView(events) {
  const stretches = events.flatMap((event) => stretchOf(event) ?? []).sort((a, b) => a.from - b.from);
  const [first] = stretches;
  if (!first || stretches.length < 3) return null;
  const end = Math.max(...stretches.map((stretch) => stretch.to));
  if (end - first.from < 7) return null;
  const crowd = crowdOf(stretches, first.from, end);
  const breaks = crowd === null ? {} : breaksOf(crowd, first.from, end);
  const scale = crowd === null ? straight(first.from, end, MARGIN, WIDTH - MARGIN) : broken(first.from, crowd, end, breaks);
  return svgEl('svg', { class: 'axis', viewBox: `0 0 ${WIDTH} 72`, 'aria-hidden': 'true', focusable: 'false' },
    fades(), baseline(breaks), yearTicks(first.from, end, crowd, scale), marksView(stretches, scale));
}

/**
 * @param {TimelineEvent} event
 * @returns {Stretch | null}
 */
function stretchOf(event) {
  const open = event.date?.endsWith('/..') ? 'right' : event.date?.startsWith('../') ? 'left' : 'none';
  const from = dayOf(event.earliest ?? event.latest);
  const to = dayOf(event.latest ?? event.earliest);
  if (from === null || to === null || to < from) return null;
  const third = (to - from) / 3;
  if (event.modifier === 'early') return { from, to: to - 2 * third, open, soft: true, expected: event.expected };
  if (event.modifier === 'mid') return { from: from + third, to: to - third, open, soft: true, expected: event.expected };
  if (event.modifier === 'late') return { from: from + 2 * third, to, open, soft: true, expected: event.expected };
  return { from, to, open, soft: event.modifier !== null, expected: event.expected };
}

/** @param {string | null} iso */
function dayOf(iso) {
  const time = iso ? Date.parse(`${iso}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? null : time / DAY;
}

/**
 * The stretch that four fifths of the events fill, if it is no more than a fifth of the span.
 * @param {Stretch[]} stretches in order
 * @param {number} start
 * @param {number} end
 * @returns {Crowd | null}
 */
function crowdOf(stretches, start, end) {
  const most = Math.ceil(stretches.length * 0.8);
  for (let i = 0; i + most <= stretches.length; i += 1) {
    const from = stretches[i]?.from ?? start;
    const to = Math.max(...stretches.slice(i, i + most).map((stretch) => stretch.to));
    if (to - from <= (end - start) / 5) return { from, to };
  }
  return null;
}

/**
 * Where the axis breaks: before the crowd, behind it, or both.
 * @param {Crowd} crowd
 * @param {number} start
 * @param {number} end
 * @returns {{ before?: number, behind?: number }}
 */
function breaksOf(crowd, start, end) {
  const part = (WIDTH - 2 * MARGIN) * BEYOND_BREAK;
  return { ...crowd.from > start && { before: MARGIN + part }, ...crowd.to < end && { behind: WIDTH - MARGIN - part } };
}

/**
 * @param {number} start
 * @param {number} end
 * @param {number} left
 * @param {number} right
 * @returns {Scale}
 */
function straight(start, end, left, right) {
  const unit = (right - left) / Math.max(1, end - start);
  return (day) => left + Math.min(Math.max(day - start, 0), end - start) * unit;
}

/**
 * @param {number} start
 * @param {Crowd} crowd
 * @param {number} end
 * @param {{ before?: number, behind?: number }} breaks
 * @returns {Scale}
 */
function broken(start, crowd, end, { before = MARGIN - GAP / 2, behind = WIDTH - MARGIN + GAP / 2 }) {
  const first = straight(start, crowd.from, MARGIN, before - GAP / 2);
  const crowded = straight(crowd.from, crowd.to, before + GAP / 2, behind - GAP / 2);
  const last = straight(crowd.to, end, behind + GAP / 2, WIDTH - MARGIN);
  return (day) => (day < crowd.from ? first(day) : day > crowd.to ? last(day) : crowded(day));
}

/** @param {{ before?: number, behind?: number }} breaks */
function baseline({ before, behind }) {
  const zigzags = [before, behind].map((at) => (at === undefined ? '' : `H${at - 6}l3 -5l4 10l4 -10l3 5`)).join('');
  return svgEl('path', { class: 'axis-line', d: `M0 ${LINE}${zigzags}H${WIDTH}` });
}

/**
 * Years where there is room for them; beside a break, the year in which the crowd begins.
 * @param {number} start
 * @param {number} end
 * @param {Crowd | null} crowd
 * @param {Scale} scale
 */
function yearTicks(start, end, crowd, scale) {
  const [firstYear, lastYear] = [yearOf(start), yearOf(end)];
  const step = Math.max(1, Math.ceil((lastYear - firstYear) / 200));
  const edge = crowd === null ? WIDTH - 30 : scale(crowd.from);
  const ticks = crowd === null ? [] : [yearTick(edge, yearOf(crowd.from))];
  let last = -Infinity;
  for (let year = firstYear; year <= lastYear; year += step) {
    const day = Date.UTC(year, 0, 1) / DAY;
    const x = scale(day);
    const taken = crowd !== null && Math.abs(x - edge) < YEAR;
    if (day < start - 1 || x - last < YEAR || x > WIDTH - 30 || taken) continue;
    last = x;
    ticks.push(yearTick(x, year));
  }
  return ticks.flat();
}

/** @param {number} day */
function yearOf(day) {
  return new Date(day * DAY).getUTCFullYear();
}

/**
 * @param {number} x
 * @param {number} year
 */
function yearTick(x, year) {
  return [svgEl('path', { class: 'axis-line', d: `M${x} ${LINE}v6` }), svgEl('text', { class: 'axis-year', x, y: LINE + 20 }, String(year))];
}

/**
 * Each stretch in the lowest lane that is free where it begins.
 * @param {Stretch[]} stretches in order
 * @param {Scale} scale
 */
function marksView(stretches, scale) {
  /** @type {number[]} */
  const ends = [];
  return stretches.map((stretch) => {
    const [left, right] = reach(stretch, scale);
    const free = ends.findIndex((end) => end < left - 2);
    const lane = free >= 0 ? free : ends.length < LANES ? ends.length : ends.indexOf(Math.min(...ends));
    ends[lane] = right;
    return stretchView(stretch, left, right, LINE - 12 - lane * ROW);
  });
}

/**
 * @param {Stretch} stretch
 * @param {Scale} scale
 * @returns {[number, number]}
 */
function reach(stretch, scale) {
  const [left, right] = [scale(stretch.from), scale(stretch.to)];
  if (stretch.open === 'right') return [left, Math.min(WIDTH, left + FADE)];
  if (stretch.open === 'left') return [Math.max(0, right - FADE), right];
  return [left, Math.max(right, left + 3)];
}

/**
 * @param {Stretch} stretch
 * @param {number} left
 * @param {number} right
 * @param {number} y
 */
function stretchView(stretch, left, right, y) {
  const hollow = stretch.expected ? ' is-hollow' : '';
  if (right - left < 4) return svgEl('path', { class: `axis-tick${hollow}`, d: `M${left + 1.5} ${y - 2}V${LINE}` });
  const fill = stretch.open === 'right' ? 'out' : stretch.open === 'left' ? 'in' : stretch.soft ? 'soft' : null;
  return svgEl('rect', { class: `axis-bar${hollow}`, x: left, y, width: right - left, height: 5, rx: 1, ...(fill && !stretch.expected && { fill: `url(#axis-${fill})` }) });
}

function fades() {
  const fade = (/** @type {string} */ id, /** @type {[number, number][]} */ stops) => svgEl('linearGradient', { id: `axis-${id}` }, stops.map(([offset, opacity]) => svgEl('stop', { class: 'axis-stop', offset, 'stop-opacity': opacity })));
  return svgEl('defs', {}, fade('out', [[0, 1], [1, 0]]), fade('in', [[0, 0], [1, 1]]), fade('soft', [[0, 0], [0.3, 1], [0.7, 1], [1, 0]]));
}
