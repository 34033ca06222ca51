/** What a reader gets from a paste, a file or a keyboard. Titles name the row of the fault table that they hold. */

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { comes, fixture, open, openFile, paragraphs, paste, read, saved } from './harness.mjs';

let site;
let published;
before(async () => { [site, published] = [await open(), await fixture('published.txt')]; });
after(() => site?.close());

const HUB = '- DIGEST HUB';
const plain = (...lines) => lines.join('\n\n');
const PROSE = ['The mill stopped on Monday after the river rose.', 'Its owner said that nobody had been hurt in the flood.', 'The wheel will turn again when the water falls.'];

test('a published page: key points, summary, names and timeline stand beside the article, word for word', async () => {
  const page = await site.page();
  await read(page, published);
  await comes(() => page.locator('#article h2').innerText(), 'Hillford Bakeries Agree to Share One Oven');
  await comes(() => paragraphs(page).then((all) => all.length), 4);
  await comes(() => page.locator('.points li bdi').allInnerTexts(), published.split(HUB)[1].split('\n').slice(1, 4).map((line) => line.slice(2)));
  await comes(() => page.locator('.summary .part').count(), 2);
  await comes(() => page.locator('.card h3').allInnerTexts(), ['Crumbridge Foods Ltd.', 'Odile Marren']);
  await comes(() => page.locator('.event-label > time').evaluateAll((all) => all.map((node) => [node.textContent, /^\d{4}(-\d\d){0,2}$/.test(node.dateTime)])), [['2019', true], ['By June 2027', true]]);
  await comes(() => page.locator('a.cite').allInnerTexts(), ['para. 1', 'para. 2', 'para. 3', 'para. 4']);
  await comes(() => page.locator('#hub [aria-label^="para"]').count(), 0, 'nothing but what is seen names a citation');
  await page.finish();
});

test('what was set aside can be read under the article', async () => {
  const page = await site.page();
  await read(page, published);
  await page.locator('.aside summary').click();
  await page.locator('.aside li').first().waitFor();
  const text = await page.locator('.aside').textContent();
  assert.match(text, /Subscribe to both papers/);
  assert.match(text, /DIGEST HUB/);
  await page.finish();
});

test('a page without a hub: numbered paragraphs, and the hub made here', async () => {
  const page = await site.page();
  await read(page, plain('Flood at the mill', ...PROSE));
  await comes(() => paragraphs(page).then((all) => all.length), 3);
  await comes(() => page.locator('.hub-from').innerText(), 'The hub, made here from the article');
  await comes(() => page.locator('#hub-choice').innerText(), '', 'no choice where there is but one');
  await page.finish();
});

test('a text of a few words: that it is too little for a hub', async () => {
  const page = await site.page();
  await read(page, 'the rain went on');
  await comes(() => page.locator('#hub').innerText(), /Too little text/);
  await page.finish();
});

test('rich text keeps its paragraphs and headings', async () => {
  const page = await site.page();
  const html = `<h1>Flood at the mill</h1>${PROSE.map((line) => `<p>${line}</p>`).join('')}<h2>What next</h2><p>The council meets on Friday to talk about the dam.</p>`;
  await read(page, ['Flood at the mill', ...PROSE].join(' '), html);
  await comes(() => paragraphs(page).then((all) => all.length), 4);
  await comes(() => page.locator('#article h3', { hasText: 'What next' }).count(), 1);
  await page.finish();
});

test('row 1: white space or two words leave the empty page as it is, without an error', async () => {
  const page = await site.page();
  for (const text of [' \n\t ', 'two words', '—']) {
    await paste(page, text);
    await page.waitForTimeout(100);
    await comes(() => page.locator('#desk').isVisible(), true, JSON.stringify(text));
    await comes(() => page.locator('#fault').isVisible(), false, JSON.stringify(text));
    await comes(() => page.locator('.sample-note').innerText(), /invented/i);
  }
  await page.finish();
});

test('typing works too: the button reads what was typed', async () => {
  const page = await site.page();
  await comes(() => page.locator('#desk-read').isVisible(), false);
  await page.locator('#desk-text').fill(plain('Flood at the mill', ...PROSE));
  await page.locator('#desk-read').click();
  await page.locator('#article .block[data-number="3"]', { hasText: 'wheel' }).waitFor();
  await comes(() => page.locator('#desk').isVisible(), false);
  await page.finish();
});

test('row 4: more than five million characters are refused with the count, and the start is offered', async () => {
  const page = await site.page();
  await page.evaluate(() => { window.bigPaste = `${'The mill stopped on Monday. '.repeat(10)}\n\n`.repeat(18_000); });
  const length = await page.evaluate(() => window.bigPaste.length);
  await page.evaluate(() => window.pasted(window.bigPaste));
  await comes(() => page.locator('#fault').innerText(), new RegExp(length.toLocaleString('en')));
  await page.getByRole('button', { name: 'Read the first 200,000 characters' }).click();
  await page.locator('#article .block[data-number="100"]').waitFor();
  assert.ok(await page.locator('#article .prose').textContent().then((shown) => shown.length) <= 200_000 + 10_000);
  await page.finish();
});

test('row 4: a hundred thousand paragraphs: the first two thousand blocks, then more; the page stays responsive', async () => {
  const page = await site.page();
  await page.evaluate(() => window.pasted(Array.from({ length: 100_000 }, (_, i) => `The mill number ${i} stopped.`).join('\n\n')));
  await page.locator('.more').waitFor({ timeout: 90_000 });
  const arrive = (count) => page.waitForFunction((count) => document.querySelectorAll('#article .block').length === count, count);
  await arrive(2000);
  await page.locator('.more').click();
  await arrive(4000);
  await page.finish();
});

test('row 4: one line of three million characters is split for display and loses nothing', async () => {
  const page = await site.page();
  await page.evaluate(() => window.pasted('The mill stopped and the river rose again, '.repeat(70_000)));
  await page.locator('#article .chunk').first().waitFor({ state: 'attached', timeout: 90_000 });
  const whole = 'The mill stopped and the river rose again, '.repeat(70_000).trim();
  await page.waitForFunction((length) => document.querySelector('#article .prose')?.textContent?.trim().length >= length, whole.length);
  const shown = await page.locator('#article .prose .words').evaluateAll((all) => all.map((node) => node.textContent ?? '').join(''));
  // Not by `equal`, which would print both.
  assert.ok(shown.trim() === whole, `${shown.length} of ${whole.length}`);
  await page.finish();
});

test('row 5: every kind of line end gives the same paragraphs', async () => {
  const page = await site.page();
  const lines = ['Flood at the mill', ...PROSE];
  await read(page, lines.join('\n\n'));
  const expected = await paragraphs(page);
  assert.equal(expected.length, 3);
  for (const end of ['\r', '\r\n', '\u0085', '\v', '\f', '\u2028', '\u2029']) {
    await read(page, lines.join(end + end));
    await comes(() => paragraphs(page), expected, JSON.stringify(end));
  }
  await page.finish();
});

test('row 6: lone surrogates, NUL and soft hyphens neither truncate the text nor break the page', async () => {
  const page = await site.page();
  const odd = 'The \uD83D mill\u0000 stop\u00ADped\u200B \uDE00 on Monday.';
  await read(page, plain('Flood at the mill', odd, ...PROSE));
  const [first] = await page.locator('#article .block[data-number="1"] .words').evaluateAll((all) => all.map((node) => node.textContent));
  assert.equal(first, 'The \uFFFD mill\u0000 stop\u00ADped\u200B \uFFFD on Monday.');
  await comes(() => paragraphs(page).then((all) => all.length), 4);
  await page.finish();
});

test('row 6: the core is handed well-formed text, so that its offsets and the page’s count the same letters', async () => {
  const page = await site.page({ fake: true });
  await read(page, 'Flood at the mill\n\nThe \uD83D mill stopped on Monday.\n\nNobody was hurt.');
  await comes(() => page.locator('#article [data-number="1"] .words').textContent(), 'The \uFFFD mill stopped on Monday.');
  await page.finish();
});

test('row 7: emoji before a name do not move its mark', async () => {
  const page = await site.page();
  await read(page, published.replace('The hall belongs to', '🥖🥐👩‍🍳 The hall belongs to'));
  const marks = await page.locator('#article a.mark[data-kind]').evaluateAll((all) => all.map((node) => node.textContent));
  assert.ok(marks.includes('Crumbridge Foods Ltd.'), marks.join(' | '));
  assert.ok(marks.includes('Odile Marren'), marks.join(' | '));
  await page.finish();
});

test('row 8: an override in the title is not in the tab or a file name, each text has its own direction, accents are capped', async () => {
  const page = await site.page();
  await read(page, published.replace('Hillford Bakeries', '\u202EHillford\u2066 Bakeries').replace('ending a rivalry', `ending a\u202E riv${'\u0301'.repeat(20_000)}alry`));
  assert.doesNotMatch(await page.title(), /[\u202A-\u202E\u2066-\u2069]/);
  await comes(() => page.title(), /Hillford/);
  const longest = await page.locator('#article .block[data-number="1"]').evaluate((node) => Math.max(0, ...[...(node.textContent ?? '').matchAll(/\p{M}+/gu)].map((m) => m[0].length)));
  assert.ok(longest > 0 && longest <= 30, `${longest} marks on one base`);
  await comes(() => page.locator('#article .words, #hub .claim').evaluateAll((all) => all.filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim())).length), 0, 'no text outside <bdi>');
  await page.locator('#export').click();
  const file = await saved(page, page.locator('#exports li', { hasText: 'Plain text' }).getByRole('button', { name: /Download/ }));
  assert.match(file.name, /^[\p{L}\p{N}-]+\.txt$/u);
  await page.finish();
});

test('row 10: markup in the text, a file name or an entity named __proto__ is text and nothing else', async () => {
  const page = await site.page();
  const evil = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '<svg onload=alert(1)><math><mtext></p>'].join(' ');
  await read(page, published.replaceAll('Odile Marren', '__proto__').replace('Three bakeries', `Three ${evil} bakeries`).replace('- 2019:', `- 2019 ${evil}:`));
  await comes(() => page.locator('main :is(script, img, math, iframe)').count(), 0);
  await comes(() => page.locator('#article .block[data-number="1"]').innerText(), /<script>alert\(1\)<\/script>/);
  assert.ok((await page.locator('.card h3').allInnerTexts()).includes('__proto__'));
  await page.locator('#new').click();
  await openFile(page, '<img src=x onerror=alert(1)>.txt', plain('Flood at the mill', ...PROSE));
  await page.locator('.meta', { hasText: 'onerror' }).waitFor();
  await comes(() => page.locator('main img').count(), 0);
  const html = `<p>${PROSE[0]}</p><script>alert(1)</script><img src="/leak.png" onerror="alert(1)"><p>${PROSE[1]}</p><p>${PROSE[2]}</p>`;
  await read(page, PROSE.join('\n'), html);
  assert.doesNotMatch(await page.locator('#article .prose').innerText(), /alert/);
  await page.finish();
});

test('row 11: javascript: and data: addresses in a paste do not become links', async () => {
  const page = await site.page();
  await read(page, PROSE.join('\n'), `${PROSE.map((line) => `<p><a href="javascript:alert(1)">${line}</a> <a href="data:text/html,x">more of it</a></p>`).join('')}`);
  await comes(() => page.locator('a:not([download])').evaluateAll((all) => all.map((node) => node.getAttribute('href')).filter((href) => !href?.startsWith('#'))), []);
  await page.finish();
});

test('row 20: files in UTF-8, UTF-16 and Windows-1252 are read as they were written', async () => {
  const page = await site.page();
  const text = plain('Flood at the café', 'The “mill” stopped on Monday — the river rose.', ...PROSE.slice(1));
  const wide = (order) => { const bytes = Buffer.from(text, 'utf16le'); return order === 'be' ? bytes.swap16() : bytes; };
  const narrow = Buffer.from([...text].map((letter) => ({ '“': 0x93, '”': 0x94, '—': 0x97 })[letter] ?? letter.charCodeAt(0)));
  const files = { 'utf-8': Buffer.from(text), 'utf-8 with mark': Buffer.from(`\uFEFF${text}`), 'utf-16le': Buffer.concat([Buffer.from([0xff, 0xfe]), wide('le')]), 'utf-16be': Buffer.concat([Buffer.from([0xfe, 0xff]), wide('be')]), 'utf-16le bare': wide('le'), 'utf-16be bare': wide('be'), 'windows-1252': narrow };
  for (const [name, bytes] of Object.entries(files)) {
    if (!await page.locator('#desk').isVisible()) await page.locator('#new').click();
    await openFile(page, `${name}.txt`, bytes);
    await page.locator('.meta', { hasText: `${name}.txt` }).waitFor();
    await comes(() => page.locator('#article h2').innerText(), 'Flood at the café', name);
    assert.equal((await paragraphs(page))[0], 'The “mill” stopped on Monday — the river rose.', name);
  }
  await page.finish();
});

test('row 20: a PDF, an office file and a picture are refused with advice', async () => {
  const page = await site.page();
  const files = { 'a.pdf': ['%PDF-1.7 and then some', /PDF/], 'a.docx': [Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), /Office/], 'a.txt': [Buffer.from(Array.from({ length: 900 }, (_, i) => (i * 7) % 31)), /not text/] };
  for (const [name, [bytes, words]] of Object.entries(files)) {
    await openFile(page, name, bytes);
    await page.locator('#fault h2', { hasText: words }).waitFor();
    await comes(() => page.locator('#fault p').first().innerText(), /paste/i);
  }
  await comes(() => page.locator('#desk').isVisible(), true);
  await page.finish();
});

test('row 21: a citation to a paragraph that is not there is shown, flagged by more than colour, and is no link', async () => {
  const page = await site.page();
  await read(page, published.replace('[para. 3][para. 4]', '[para. 3][para. 999][para. 0]').replace('Three rival', `${'Three rival bakeries are to bake in one hall. '.repeat(60)}Three rival`));
  const absent = page.locator('.part .is-absent');
  const told = (length) => absent.allTextContents().then((all) => all.map((text) => text.slice(0, length)));
  await comes(() => told(9), ['para. 999', 'para. 0? ']);
  await comes(() => absent.evaluateAll((all) => all.map((node) => [node.tagName, node.querySelector('a') === null, node.querySelector('.query')?.textContent, getComputedStyle(node).textDecorationStyle])), [['SPAN', true, '?', 'dotted'], ['SPAN', true, '?', 'dotted']]);
  await comes(() => page.locator('.notices').innerText(), /\. Their sign is a dotted line and “\?”\./);
  await read(page, published.replace('[para. 3][para. 4]', '[para. 3][para. 7][para. 8][para. 9][para. 12]'));
  await comes(() => told(14), ['paras. 7–9, 12'], 'a run of them is told in one');
  await comes(() => page.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0, 'what is only spoken does not make the page itself scroll');
  await page.finish();
});

test('no line of the hub ends inside a short word with a hyphen, and what is copied is the word', async () => {
  const page = await site.page({ context: { viewport: { width: 320, height: 640 } } });
  const title = 'COVID-19 closes the Self-Help Mill';
  await read(page, plain(title, ...['Ada Lim', 'Otto Brandt', 'Mara Quill'].map((name) => `${name} said that COVID-19 had closed the Self-Help Mill and that a well-known X-ray firm would pay for every fourteen-day rest of its half-time and full-time hands.`)));
  const words = page.locator('#hub .whole');
  const lines = await words.evaluateAll((all) => all.filter((word) => word.checkVisibility()).map((word) => [word.textContent, word.getClientRects().length]));
  assert.ok(lines.some(([word]) => word.startsWith('COVID-19')), JSON.stringify(lines));
  assert.deepEqual(lines.filter(([, count]) => count !== 1), []);
  await comes(() => page.locator('.claim > bdi').first().textContent(), /COVID-19 had closed the Self-Help Mill/);
  await page.finish();
});

test('row 21: a hub without a summary, without marks, or with other bullets is still read', async () => {
  const page = await site.page();
  const variants = { 'dots for bullets': published.replace(/^- /gm, '• '), 'no marks': published.replace(/\[para\. \d+\]/g, '') };
  for (const [name, text] of Object.entries(variants)) {
    await read(page, text);
    await comes(() => page.locator('.points li').count(), 3, name);
    await comes(() => page.locator('#fault').isVisible(), false, name);
  }
  await page.finish();
});

test('every format can be downloaded, and the menu says so', async () => {
  const page = await site.page();
  await read(page, published);
  await page.locator('#export').click();
  for (const button of await page.locator('#exports').getByRole('button', { name: /Download/ }).all()) {
    const { name, text } = await saved(page, button);
    assert.ok(text.includes('Crumbridge'), name);
  }
  await page.finish();
});
