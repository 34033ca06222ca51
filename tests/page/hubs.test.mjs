/** The two hubs, the choice between them, and the publication date that the dates of the one made here are counted from. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { clipboard, comes, fixture, open, read, saved } from './harness.mjs';

let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

const FLOOD = `Flood at the mill

The mill at Hillford stopped yesterday after the river rose, its owner, Ada Lund, said.

Nobody was hurt in the flood, which came up to the second floor of the mill within an hour.

The wheel will turn again when the water falls, Lund said.`;
const MANY = `Thirty things\n\nThis one holds 30 names.${' and more'.repeat(30)}\n\nIt says no more than that.`;
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');
const said = (page, words) => page.locator('#said', { hasText: words }).waitFor({ state: 'attached' });
const labels = (page) => page.locator('.event-label > time').allInnerTexts().then((all) => all.map((label) => label.replaceAll('\u00a0', ' ')));

async function setDate(page, day) {
  await page.locator('#date-change').click();
  await page.locator('#date-field').fill(day);
  await page.getByRole('button', { name: 'Apply' }).click();
}

/** What a download of this format holds. */
async function exported(page, name) {
  await page.locator('#export').click();
  const { text } = await saved(page, page.locator('#exports li', { hasText: name }).getByRole('button', { name: /Download/ }));
  await page.keyboard.press('Escape');
  return text;
}

test('the hub made here: every citation of it leads to a paragraph that is there', async () => {
  const page = await site.page();
  await read(page, FLOOD);
  assert.ok(await page.locator('.points li').count() > 0);
  assert.ok((await page.locator('.card h3').allInnerTexts()).includes('Ada Lund'));
  const cites = await page.locator('#hub a.cite').all();
  assert.ok(cites.length > 0);
  await comes(() => page.locator('#hub .is-absent').count(), 0);
  for (const cite of cites) {
    await cite.click();
    await comes(() => page.evaluate(() => `para. ${document.activeElement?.getAttribute('data-number')}`), await cite.innerText());
  }
  await page.finish();
});

test('where a page has both, the publisher’s hub comes first, and two radio buttons switch by mouse and keyboard', async () => {
  const page = await site.page();
  await comes(() => page.getByRole('radio', { name: 'Publisher’s hub' }).isChecked(), true, 'with the sample too');
  await read(page, published);
  const [first, second] = [page.getByRole('radio', { name: 'Publisher’s hub' }), page.getByRole('radio', { name: 'Made here' })];
  await comes(() => page.getByRole('group', { name: 'Which hub to show' }).getByRole('radio').count(), 2);
  await comes(() => first.isChecked(), true);
  const words = await page.locator('.points').innerText();
  await first.focus();
  await page.keyboard.press('ArrowRight');
  await said(page, /^Made here\. Digest with/);
  await comes(() => second.evaluate((node) => node === document.activeElement && node.checked), true, 'the focus stays on the switch');
  await comes(() => page.locator('.hub-from').innerText(), 'The hub, made here from the article');
  assert.notEqual(await page.locator('.points').innerText(), words);
  await page.locator('#article a.mark').first().click();
  await comes(() => focused(page), /^(card|event)-/, 'the marks lead into the hub that is shown');
  await page.getByText('Publisher’s hub').click();
  await comes(() => page.locator('.points').innerText(), words);
  await page.finish();
});

const CHECKED = `Hillford reopens its mill

The mill at Hillford sold 45 tons of flour to Marren Foods in May.

The town council did not pay for the new wheel of the mill.

Its owner, Ada Lund, has baked bread since 1998.

- DIGEST HUB
- The mill at Hillford sold 45 tons of flour to Marren Foods in May.
- The mill at Hillford sold 54 tons of flour to Marren Foods in May.
- Everybody in the valley is fond of fresh bread.
The town council paid for the new wheel of the mill[para. 2].
The mill is the pride of the valley[para. 3].
- Marren Foods
- Marren Foods is a baker of the valley.
- May 2024:
- The town council did not pay for the new wheel of the mill.
- By June 2027:
- The mill is to be sold.
`;
const SAYS = /^✓\s*The pasted article says so$/;
const OTHERWISE = /^≠\s*The pasted article says otherwise$/;
const OPEN = /^○\s*The pasted article does not say it in these words: compare for yourself$/;

test('row 21: each statement of a publisher says whether the pasted article bears it out, and leads to the place', async () => {
  const page = await site.page();
  await read(page, CHECKED);
  const marks = (part) => page.locator(`${part} .support`).allInnerTexts().then((all) => all.map((text) => [SAYS, OTHERWISE, OPEN].findIndex((verdict) => verdict.test(text.trim()))));
  await comes(() => marks('.points'), [0, 1, 2]);
  await comes(() => marks('.summary'), [1, 2]);
  await comes(() => marks('.card-text'), [2]);
  await comes(() => marks('.event-text'), [2, 2]);
  await comes(() => page.locator('.support.is-contradicted').first().getAttribute('title'), 'The pasted article says otherwise');
  const otherwise = page.locator('.points button.support.is-contradicted');
  await otherwise.focus();
  await page.keyboard.press('Enter');
  await comes(() => page.evaluate(() => document.activeElement?.closest('#article')?.id), 'article', 'the place has the focus');
  await comes(() => page.evaluate(() => document.activeElement?.textContent?.includes('45 tons of flour')), true);
  await comes(() => page.locator('button.support.is-open').count(), 0, 'what nobody says has no place to lead to');
  await page.getByText('Made here').click();
  await comes(() => page.locator('.support').count(), 0, 'a claim made here is made of its sources');
  await page.finish();
});

test('of an article that is not in the paste, what cites nothing is not judged', async () => {
  const page = await site.page();
  await read(page, CHECKED.replace('[para. 3]', '[para. 3][para. 40]'));
  await comes(() => page.locator('.points .support').count(), 2, 'what the piece says and denies is told');
  await comes(() => page.locator('.card-text .support, .event-text .support').count(), 0);
  await page.finish();
});

test('what is amiss in a publisher’s hub is said beside that hub, not beside the one made here', async () => {
  const page = await site.page();
  await read(page, published.replace('[para. 3][para. 4]', '[para. 3][para. 999]'));
  const notice = page.locator('.notices li', { hasText: 'shown without a link' });
  await comes(() => notice.count(), 1);
  await page.getByText('Made here', { exact: true }).click();
  await comes(() => page.locator('.hub-from').innerText(), /made here/);
  await comes(() => notice.count(), 0);
  await page.finish();
});

test('what uses a paragraph is told once: a key point that stands in the summary too, a name of two sentences', async () => {
  const page = await site.page();
  await read(page, FLOOD);
  const twice = await page.locator('.points bdi').first().innerText();
  await comes(() => page.locator('.summary bdi').allInnerTexts().then((all) => all.includes(twice)), true, 'the case is there');
  await page.locator('#article button.number').first().click();
  const lines = await page.locator('#sheet .uses button').allInnerTexts();
  assert.ok(lines.length > 1, lines.join());
  assert.deepEqual(lines, [...new Set(lines)]);
  await page.finish();
});

test('a later article begins with its publisher’s hub again', async () => {
  const page = await site.page();
  await read(page, published);
  await page.getByText('Made here', { exact: true }).click();
  await read(page, published.replace('Hillford Bakeries', 'Hillford Brewers'));
  await comes(() => page.getByRole('radio', { name: 'Publisher’s hub' }).isChecked(), true);
  await comes(() => page.locator('.hub-from').innerText(), /publisher’s page/);
  await page.finish();
});

test('exports follow the choice', async () => {
  const page = await site.page();
  await read(page, published);
  const point = 'Three Hillford bakeries will share a hall from next spring.';
  assert.ok((await exported(page, 'Markdown')).includes(point));
  await page.getByText('Made here', { exact: true }).click();
  assert.equal((await exported(page, 'Markdown')).includes(point), false);
  await page.finish();
});

test('copying as Markdown is the first thing that the export key offers', async () => {
  const page = await site.page();
  await read(page, published);
  await page.keyboard.press('e');
  await comes(() => page.getByRole('button', { name: 'Copy Markdown' }).evaluate((node) => node === document.activeElement), true);
  await page.keyboard.press('Enter');
  await said(page, 'Copied');
  assert.match(await clipboard(page), /^# Hillford Bakeries/m);
  await page.finish();
});

test('a date that is set moves “yesterday”, is said, and keeps the focus; cleared, it is gone', async () => {
  const page = await site.page();
  await read(page, FLOOD);
  await comes(() => page.locator('.published').innerText(), /^No publication date found Set date/);
  await comes(() => labels(page), []);
  await setDate(page, '2024-05-02');
  await said(page, 'published on 2 May 2024');
  await comes(() => focused(page), 'date-change');
  await comes(() => page.locator('.published').innerText(), /^Published 2 May 2024 \(as you set it\) Change/);
  await comes(() => labels(page), ['May 1, 2024']);
  await page.locator('#article a.mark', { hasText: 'yesterday' }).click();
  await comes(() => focused(page), /^event-/, 'the date in the text leads to its event');
  await setDate(page, '2023-01-01');
  await said(page, 'published on 1 January 2023');
  await comes(() => labels(page), ['Dec. 31, 2022']);
  await comes(() => exported(page, 'Timeline, CSV'), /2022-12-31/);
  await page.locator('#date-change').click();
  await page.getByRole('button', { name: 'Clear' }).click();
  await said(page, 'The date is cleared');
  await comes(() => labels(page), []);
  await comes(() => focused(page), 'date-change');
  await page.finish();
});

test('the date that the text tells can be cleared, everything follows, a reload keeps it so, and it can be brought back', async () => {
  const page = await site.page();
  const [title, ...rest] = FLOOD.split('\n\n');
  await read(page, [title, 'May 2, 2024', ...rest].join('\n\n'));
  await comes(() => labels(page), ['May 1, 2024']);
  await page.locator('#date-change').click();
  await comes(() => page.locator('#date-as-read').count(), 0, 'there is nothing to go back to');
  await page.locator('#date-clear').click();
  await said(page, 'Read again without a publication date');
  await comes(() => labels(page), []);
  await comes(() => page.locator('.published').innerText(), /^No publication date, as you set it Set date/);
  assert.doesNotMatch(await exported(page, 'Markdown'), /^date:/m);
  await page.reload();
  await page.waitForFunction(() => /as you set it/.test(document.querySelector('.published')?.textContent ?? ''));
  await page.locator('#date-change').click();
  await page.locator('#date-as-read').click();
  await said(page, 'published on 2 May 2024, as the text says');
  await comes(() => labels(page), ['May 1, 2024']);
  await page.finish();
});

test('the date form opens on its field, closes by Escape, takes no empty date; the chosen hub outlives a new date', async () => {
  const page = await site.page();
  await read(page, published);
  await page.getByText('Made here', { exact: true }).click();
  await page.locator('#date-change').focus();
  await page.keyboard.press('Enter');
  await comes(() => focused(page), 'date-field');
  await page.keyboard.press('Escape');
  await comes(() => focused(page), 'date-change');
  await comes(() => page.locator('#date-form').isVisible(), false);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Apply' }).click();
  await comes(() => page.locator('#date-form').isVisible(), true, 'nothing is applied');
  await page.locator('#date-field').fill('2026-03-01');
  await page.keyboard.press('Enter');
  await said(page, 'published on 1 March 2026');
  await comes(() => page.getByRole('radio', { name: 'Made here' }).isChecked(), true);
  await comes(() => page.locator('.hub-from').innerText(), /made here/);
  await page.finish();
});

test('the sample’s date can be set too, and it stays the sample', async () => {
  const page = await site.page();
  await setDate(page, '2025-04-01');
  await said(page, 'published on 1 April 2025');
  await comes(() => page.locator('.sample-note').innerText(), /invented/);
  await comes(() => page.locator('#desk').isVisible(), true);
  await page.finish();
});

test('minor names and late events of a made hub are folded, and what leads to them opens the fold', async () => {
  const page = await site.page({ fake: true });
  await read(page, MANY);
  const names = (of) => page.locator(`${of} h3`).allInnerTexts();
  const shown = await names('[data-part=who] > .cards > .card');
  assert.deepEqual(shown, ['0', '1', '2', '3', '4', '5', '6', '8', '9', '10', '12', '13', '14'].map((n) => `Name ${n}`));
  const folds = page.locator('#hub details.fold');
  await comes(() => folds.locator('> summary').allInnerTexts(), ['17 more names', '10 more events']);
  await comes(() => page.locator('#card-29').isVisible(), false);
  await page.locator('#article a.mark[href="#card-29"]').click();
  await comes(() => focused(page), 'card-29');
  await comes(() => page.locator('#card-29').isVisible(), true);
  await page.locator('#article button.number').first().click();
  await page.locator('#sheet .uses button', { hasText: '2019' }).click();
  await comes(() => focused(page), 'event-29');
  await page.finish();
});

test('a publisher’s names and events are never folded', async () => {
  const page = await site.page();
  const extra = Array.from({ length: 20 }, (_, i) => `- Person Number${i}\n- Person Number${i} bakes bread.\n`).join('');
  await read(page, published.replace('- 2019:', `${extra}- 2019:`));
  await comes(() => page.locator('.fold').count(), 0);
  await page.finish();
});

test('print unfolds what is folded', needs('media'), async () => {
  const page = await site.page({ fake: true });
  await read(page, MANY);
  await page.emulateMedia({ media: 'print' });
  await comes(() => page.locator('#card-29').isVisible(), true);
  await comes(() => page.locator('.fold > summary').first().isVisible(), false);
  await page.finish();
});

test('after a paste the heading has the focus, and no line under it until a key leads there', async () => {
  const page = await site.page();
  await page.keyboard.press('Tab');
  await read(page, published);
  const line = () => page.locator('#part-digest').evaluate((node) => getComputedStyle(node).textDecorationLine);
  await comes(() => focused(page), 'part-digest');
  await comes(() => line(), 'none');
  await page.keyboard.press('2');
  await page.keyboard.press('1');
  await comes(() => line(), 'underline');
  await page.finish();
});
