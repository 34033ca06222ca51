/** What is taken away from the page: the hub as a page of its own, on paper, and the tool itself. */

import assert from 'node:assert/strict';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { comes, DIST, fixture, open, read, saved } from './harness.mjs';

let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

/** What the “Download” of a format hands over. */
async function downloaded(page, name) {
  await page.locator('#export').click();
  const row = page.locator('#exports li', { hasText: name });
  const file = await saved(page, row.getByRole('button', { name: /Download/ }));
  await page.keyboard.press('Escape');
  return file;
}

test('row 10: the exported page runs nothing, asks for nothing, and its citations lead to its paragraphs', async () => {
  const page = await site.page();
  const evil = published.replace('Three bakeries', '<img src=x onerror=alert(1)><script>alert(2)</script> Three bakeries');
  await read(page, evil);
  const { name, text } = await downloaded(page, 'Web page');
  assert.match(name, /\.html$/);
  const other = await page.context().newPage();
  const seen = { requests: [], errors: [] };
  other.on('request', (request) => seen.requests.push(request.url()));
  other.on('console', (message) => seen.errors.push(message.text()));
  other.on('dialog', (dialog) => { seen.errors.push('dialog'); dialog.dismiss(); });
  await other.setContent(text);
  await comes(() => other.locator('script, img, iframe, link, [onerror]').count(), 0);
  await comes(() => other.locator('article').innerText(), /<img src=x onerror=alert\(1\)><script>/, 'shown as text');
  const font = await other.evaluate(() => getComputedStyle(document.body).maxWidth);
  assert.notEqual(font, 'none', 'its policy lets its own style in');
  const citations = await other.locator('a.cite').evaluateAll((all) => all.map((cite) => document.querySelector(cite.getAttribute('href'))?.tagName));
  assert.ok(citations.length >= 4 && citations.every((tag) => tag === 'P' || tag === 'LI'), citations.join());
  await comes(() => other.locator('h1').innerText(), 'Hillford Bakeries Agree to Share One Oven');
  assert.deepEqual(seen, { requests: [], errors: [] });
  await page.finish();
});

test('row 12: a downloaded table holds no formula, a calendar folds its lines, JSON-LD ends no script, Markdown and YAML stay text', async () => {
  const page = await site.page();
  await read(page, `Sheds: "#1" </script> of *the* harbour

Nordwind Corp. grew by a third in May 2024, and it paid for the käseweiße paint on the doors, which had come off in flakes.

DIGEST HUB
Who's Who
- @home
- @home is a firm.
What Happened When
- May 2024:
- -2+3 is what Nordwind Corp. grew by, and the käseweiße paint on the doors came off in flakes as wide as a hand.
- 2025:
- =SUM(A1:A9) sheds were sold.
`);
  for (const [name, escaped] of [['Who’s who, CSV', "'@home"], ['Timeline, CSV', "'=SUM"]]) {
    const { text } = await downloaded(page, name);
    assert.ok(text.includes(escaped), text);
    assert.doesNotMatch(text, /(?:^|[,\n])"?[=+@-]/);
  }
  const calendar = (await downloaded(page, 'Timeline, calendar')).text;
  assert.ok(calendar.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75), calendar);
  assert.ok(calendar.replaceAll('\r\n ', '').includes('the käseweiße paint on the doors came off in flakes as wide as a hand'), calendar);
  const linked = (await downloaded(page, 'JSON-LD')).text;
  assert.doesNotMatch(linked, /<\/script/i);
  assert.equal(JSON.parse(linked).headline, 'Sheds: "#1" </script> of *the* harbour');
  const notes = (await downloaded(page, 'Markdown')).text;
  assert.ok(notes.includes('title: "Sheds: \\"#1\\" </script> of *the* harbour"'), notes);
  assert.ok(notes.includes('# Sheds: "\\#1" \\</script\\> of \\*the\\* harbour'), notes);
  await page.finish();
});

test('on paper: the hub first, folds open, the article on a new page, citations in brackets, nothing to press', needs('media'), async () => {
  const page = await site.page({ fake: true });
  await read(page, 'A made hub\n\nThis one holds 30 names.\n\nIt says no more than that.');
  await page.emulateMedia({ media: 'print' });
  const seen = await page.evaluate(() => {
    const top = (selector) => document.querySelector(selector)?.getBoundingClientRect().top ?? NaN;
    const cite = document.querySelector('a.cite');
    return {
      order: [top('#part-digest'), top('#part-who'), top('#part-when'), top('#article .prose')],
      brackets: [getComputedStyle(cite, '::before').content, cite.textContent, getComputedStyle(cite, '::after').content].join(''),
      apart: getComputedStyle(document.querySelector('#left')).breakBefore,
      buttons: [...document.querySelectorAll('button, select, input')].filter((node) => node.checkVisibility()).map((node) => node.id || node.className),
      title: document.querySelector('.paper-title')?.getBoundingClientRect().height > 0 && document.querySelector('.paper-title').textContent,
      last: document.querySelector('#card-29').getBoundingClientRect().height,
    };
  });
  assert.equal(seen.title, 'A made hub', 'the paper says of what it is the hub');
  assert.deepEqual(seen.order, [...seen.order].sort((a, b) => a - b));
  assert.equal(seen.brackets, '"["para. 1"]"');
  assert.equal(seen.apart, 'page');
  assert.deepEqual(seen.buttons.filter((name) => !/^number$/.test(name)), []);
  assert.ok(seen.last > 0, 'what is folded on the screen is printed');
  await page.finish();
});

test('the tool can be taken along, and says whose data it holds', async () => {
  const page = await site.page();
  // The version is the core's, which has come once it has read something.
  await read(page, published);
  await page.locator('#about').click();
  const about = page.locator('#told');
  for (const credit of [/GeoNames, CC BY 4\.0/, /United States Census/, /SIL Open Font License/, /Version \d/]) assert.match(await about.innerText(), credit);
  const href = await about.locator('a[download]').getAttribute('href');
  assert.equal(href, './digest-hub.html');
  assert.ok((await stat(join(DIST, href))).size > 1_000_000);
  await page.keyboard.press('Escape');
  await comes(() => page.evaluate(() => document.activeElement?.id), 'about');
  await page.locator('#new').click();
  await comes(() => page.locator('#desk .download a').getAttribute('href'), './digest-hub.html');
  await page.finish();
});
