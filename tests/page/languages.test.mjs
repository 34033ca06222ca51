/** The languages of the interface: the same words in each, the browser's own first, and the article in its own. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { comes, DIST, fixture, open, read, saved, WWW } from './harness.mjs';

const words = (name) => import(pathToFileURL(join(WWW, name)).href);
const { ENGLISH } = await words('words-en.js');
const { CHINESE } = await words('words-zh.js');
const HAN = /\p{Script=Han}/u;
/** Whose browser prefers Chinese; not every engine can be told so from outside. */
const CHINESE_READER = { prepare: (page) => page.addInitScript(() => { Object.defineProperty(navigator, 'languages', { get: () => ['zh-CN', 'en'] }); }) };

let site;
before(async () => { site = await open(); });
after(() => site?.close());

/** Every word by its path: `fault.link.corrupt.title`. */
function leaves(value, path = '') {
  if (typeof value !== 'object') return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`));
}

/** What a word says of things whose values can be told again in any language. */
function filled(word) {
  if (typeof word === 'string') return word;
  const marks = [7, 8, 9, 6].slice(0, word.length);
  const said = word(...marks);
  return typeof said === 'string' ? said : JSON.stringify(said);
}

test('both languages have the same keys, the same kinds of words, and the same places to fill', () => {
  const [english, chinese] = [new Map(leaves(ENGLISH)), new Map(leaves(CHINESE))];
  assert.ok(english.size > 200, String(english.size));
  assert.deepEqual([...chinese.keys()].sort(), [...english.keys()].sort());
  const dates = new Set(['published.day', 'published.applied', 'published.readAgain']);
  const choices = /\.(?:kind|kinds|source|rule|stage|from)$|^notice$|countedFrom$|^when\.label$/;
  for (const [path, word] of english) {
    const other = chinese.get(path);
    assert.equal(typeof other, typeof word, path);
    if (typeof word !== 'function') continue;
    assert.ok(other.length <= word.length, `${path} takes ${word.length}`);
    if (dates.has(path) || choices.test(path)) continue;
    const numbers = (said) => (said.match(/\d/g) ?? []).filter((digit) => '6789'.includes(digit)).sort().join('');
    assert.equal(numbers(filled(other)), numbers(filled(word)), `${path}: ${filled(other)} beside ${filled(word)}`);
  }
});

test('the test of places can fail: a word that lost its number is seen', () => {
  assert.notEqual(filled((n) => `${n} names`).match(/7/g), null);
  assert.equal(filled(() => 'names').match(/7/g), null);
});

test('what stands in the page before its scripts run is what they will say', async () => {
  const html = await readFile(join(DIST, 'index.html'), 'utf8');
  for (const words of [ENGLISH.promise, ENGLISH.desk.title, ENGLISH.desk.lede, ENGLISH.skip]) assert.ok(html.includes(`>${words}<`), words);
});

test('every word of the Chinese interface is Chinese, but for names and signs', () => {
  const same = /^(?:name|paraNumber\.\d|published\.day|aside\.kind|who\.at|why\.(?:of|times)|finding\.at|opened\.untitled|notice|when\.label|help\.rows\.\d+\.0|about\.credits\.\d\.[12]|exports\.formats\.\d\.(?:format|suffix|type|name))$/;
  const foreign = leaves(CHINESE).filter(([path]) => !same.test(path)).filter(([, word]) => {
    const said = typeof word === 'function' ? filled(word) : word;
    return said !== '' && !HAN.test(said) && !/^[（），。、]$/.test(said);
  });
  assert.deepEqual(foreign.map(([path]) => path), []);
});

test('every notice of the core and every rule of a date has Chinese words', () => {
  for (const code of ['language', 'few-sentences', 'published-part-missing', 'published-part-doubled', 'published-citation-absent', 'published-uncited', 'published-label-unread', 'published-entry-incomplete']) assert.match(CHINESE.notice(code, 'x'), HAN, code);
  assert.match(CHINESE.notice('published-citation-absent', 'The publisher’s hub cites 33 paragraphs; the pasted text holds 2 numbered paragraphs. 31 citations are shown without a link.'), / 31 /);
  assert.match(CHINESE.notice('published-part-missing', 'The publisher’s hub, as it was pasted, has no summary and no who’s who.'), /缺少：摘要、人物与机构。/);
  assert.match(CHINESE.notice('published-label-unread', '2 labels in the publisher’s timeline could not be read as a date: “Phase 9”, “later”.'), / 2 .*Phase 9/);
  assert.equal(CHINESE.notice('of-another-version', 'Something new.'), 'Something new.');
});

test('a label that is made here is said in Chinese by its value; what has none keeps the core’s words', () => {
  const cases = [
    ['2025-10-23', null, '2025年10月23日'], ['2019-03', null, '2019年3月'], ['2018', null, '2018年'], ['2023-36', null, '2023年第四季度'], ['2012-22', null, '2012年夏季'],
    ['2018/..', null, '自2018年起'], ['../2025-05', null, '截至2025年5月'], ['../2020-03', 'early', '截至2020年3月上旬'], ['2022/2023', null, '2022年至2023年'],
    ['2025', 'early', '2025年初'], ['2017-03', 'late', '2017年3月下旬'], ['199X', 'early', '20世纪90年代初'], ['2025~', 'about', '约2025年'],
    [null, null, 'As printed'], ['20XX', null, 'As printed'], ['2025-10-23T09', null, 'As printed'],
  ];
  for (const [date, modifier, said] of cases) assert.equal(CHINESE.when.label({ label: 'As printed', date, modifier }), said, String(date));
});

test('a Chinese reader finds the page in Chinese, the article and its sentences in English', async () => {
  const page = await site.page(CHINESE_READER);
  await read(page, await fixture('published.txt'));
  await comes(() => page.locator('html').getAttribute('lang'), 'zh-Hans');
  await comes(() => page.locator('#part-digest').innerText(), '摘要');
  await comes(() => page.locator('#article .prose').getAttribute('lang'), 'en');
  await comes(() => page.locator('.points bdi').first().getAttribute('lang'), 'en');
  await comes(() => page.locator('.event-label > time').allInnerTexts(), ['2019', 'By June 2027'], 'a publisher’s labels stand as printed');
  await page.locator('.choice label', { hasText: '本页生成' }).click();
  await page.locator('.event-label bdi', { hasText: '年' }).first().waitFor();
  await comes(() => page.locator('.event-label bdi').evaluateAll((all) => all.map((node) => node.textContent).filter((label) => /[a-z]/i.test(label))), [], 'those that are made here are the page’s own words');
  await comes(() => page.locator('a.cite').first().innerText(), '第 1 段');
  const left = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement?.closest('[lang], bdi, kbd, noscript, script, textarea');
      if (own?.matches('html') && /[a-z]{3}/i.test(node.nodeValue ?? '') && !/\p{Script=Han}/u.test(node.nodeValue ?? '')) found.push(node.nodeValue);
    }
    return found.filter((text) => !/^(?:digest-hub|Markdown|JSON|JSON-LD)$/.test(text));
  });
  assert.deepEqual(left, [], 'words of the interface that are not Chinese');
  await page.finish();
});

test('the language can be switched: what is read, what was typed and the place stay, and the choice is kept', async () => {
  const page = await site.page();
  await page.locator('#desk-text').fill('A text that somebody is writing');
  await page.locator('#language').selectOption('zh-Hans');
  await comes(() => page.locator('#desk-text').inputValue(), 'A text that somebody is writing');
  await comes(() => page.locator('#desk-title').innerText(), '粘贴一篇文章');
  await comes(() => page.locator('#language').inputValue(), 'zh-Hans', 'and the other one can be chosen');
  await page.locator('#language').selectOption('en');
  await read(page, await fixture('asking.txt'));
  await page.locator('#language').focus();
  await page.locator('#language').selectOption('zh-Hans');
  await comes(() => page.evaluate(() => document.activeElement?.id), 'language');
  await comes(() => page.locator('#article').innerText(), /The harbour board of Kestrel Bay bought a floating dock/);
  await comes(() => page.locator('.published').innerText(), /发布/);
  await page.locator('#keys').click();
  await comes(() => page.locator('#help').innerText(), /快捷键/);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.waitForFunction(() => document.querySelector('#part-digest')?.textContent === '摘要');
  await comes(() => page.locator('#language').inputValue(), 'zh-Hans');
  await page.finish();
});

test('what is exported to be read has Chinese words around it, and what programs read has not', async () => {
  const page = await site.page(CHINESE_READER);
  await read(page, await fixture('asking.txt'));
  await page.locator('#export').click();
  const exported = async (format) => {
    const row = page.locator('#exports li', { has: page.locator(`#format-${CHINESE.exports.formats.findIndex((each) => each.format === format)}`) });
    return (await saved(page, row.getByRole('button').last())).text;
  };
  const notes = await exported('markdown');
  for (const words of [/^## 30 秒速览$/m, /^## 人物与机构$/m, /\\\[第 \d+ 段\\\]/, /^- \*\*\d{4}年.*:\*\*/m]) assert.match(notes, words);
  assert.doesNotMatch(notes, /para\.|^## [A-Z]|also /m);
  assert.match(await exported('html'), /<h2 lang="zh-Hans">人物与机构<\/h2>/);
  assert.match(await exported('entities.csv'), /^\uFEFF?"?[a-z]/, 'the names of columns are for programs');
  await page.finish();
});

test('dates are written as the language writes them', async () => {
  const page = await site.page(CHINESE_READER);
  await read(page, await fixture('asking.txt'));
  await page.locator('#date-change').click();
  await page.locator('#date-field').fill('2024-05-02');
  await page.locator('#date-form button[type=submit]').click();
  await page.waitForFunction(() => /2024年5月2日/.test(document.querySelector('.published')?.textContent ?? ''));
  await page.finish();
});
