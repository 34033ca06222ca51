/** The axis above the timeline: what it draws for each kind of date, and where it breaks. On the sources as they stand. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, WWW } from './harness.mjs';

let site;
let page;
before(async () => {
  site = await open(WWW);
  page = await site.page();
});
after(() => site?.close());

/** What is drawn for these events: each mark with its form, and how often the line breaks. */
const drawn = (events) => page.evaluate(async (events) => {
  const { axisView } = await import(new URL('views/axis.js', document.baseURI).href);
  const axis = axisView(events.map((event) => ({ modifier: null, expected: false, latest: event.earliest, ...event })));
  if (!axis) return null;
  const number = (node, name) => Number(node.getAttribute(name));
  const marks = [...axis.querySelectorAll('.axis-bar, .axis-tick')].map((node) => ({ form: node.tagName === 'rect' ? 'bar' : 'tick', fill: node.getAttribute('fill'), hollow: node.classList.contains('is-hollow'), x: node.tagName === 'rect' ? number(node, 'x') : Number(/^M([\d.]+)/.exec(node.getAttribute('d'))[1]) }));
  return { marks, breaks: axis.querySelector('.axis-line').getAttribute('d').match(/l3 -5l4 10l4 -10l3 5/g)?.length ?? 0, years: [...axis.querySelectorAll('.axis-year')].map((node) => node.textContent) };
}, events);

const day = (date) => ({ date, earliest: date });
const year = (date) => ({ date, earliest: `${date}-01-01`, latest: `${date}-12-31` });

test('a day is a tick, a year a bar, an early year soft, “since” fades out, “by” fades in, what is expected is hollow', async () => {
  const { marks, breaks } = await drawn([
    day('2018-05-02'), year('2019'), { ...year('2020'), modifier: 'early' }, { date: '2021/..', earliest: '2021-01-01', latest: null },
    { date: '../2023-05', earliest: null, latest: '2023-05-31' }, { ...year('2025'), expected: true },
  ]);
  assert.deepEqual(marks.map(({ form, fill, hollow }) => [form, fill, hollow]), [
    ['tick', null, false], ['bar', null, false], ['bar', 'url(#axis-soft)', false], ['bar', 'url(#axis-out)', false], ['bar', 'url(#axis-in)', false], ['bar', null, true],
  ]);
  assert.equal(breaks, 0);
});

test('where four fifths of the events fall in a fifth of the span the axis breaks: before them, behind them, or both', async () => {
  const crowd = Array.from({ length: 8 }, (_, i) => day(`2025-0${i + 1}-10`));
  for (const [events, wanted] of [[[day('1990-01-01'), ...crowd], 1], [[...crowd, { ...year('2050'), expected: true }], 1], [[day('1990-01-01'), ...crowd, year('2050')], 2], [crowd, 0]]) {
    const { marks, breaks } = await drawn(events);
    assert.equal(breaks, wanted);
    const places = marks.map(({ x }) => x);
    assert.deepEqual(places, [...places].sort((a, b) => a - b), 'in the order of time');
    assert.ok(places.every((x) => x >= 0 && x <= 560), places.join());
    const crowded = places.slice(events[0].date === '1990-01-01' ? 1 : 0).slice(0, 8);
    assert.ok(crowded.at(-1) - crowded[0] > 250, `the crowd has most of the width: ${crowded.join()}`);
  }
});

test('fewer than three dates, or days of one week, are no picture', async () => {
  assert.equal(await drawn([day('2025-01-01'), day('2025-06-01')]), null);
  assert.equal(await drawn([day('2025-01-01'), day('2025-01-02'), day('2025-01-03')]), null);
});
