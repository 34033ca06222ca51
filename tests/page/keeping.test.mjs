/** What stays: the text in a link, what was opened, and what a reload brings back. Rows are those of the fault table. */

import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { clipboard, comes, fixture, open, read } from './harness.mjs';

let site;
let article;
before(async () => { [site, article] = [await open(), await fixture('asking.txt')]; });
after(() => site?.close());

const title = (page) => page.locator('#article h2, #article h1').first().innerText();
const packed = (value) => deflateRawSync(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value))).toString('base64url');
const shows = (page, text) => page.waitForFunction((text) => document.querySelector('#article')?.textContent?.includes(text), text);

test('row 19: a link carries the text and its date to another page, and nothing of it is requested', async () => {
  const page = await site.page();
  await read(page, article);
  await page.locator('#export').click();
  await page.locator('#copy-link').click();
  await page.waitForFunction(() => document.querySelector('#said')?.textContent === 'Copied');
  const address = await clipboard(page);
  assert.match(address, /\/repo\/#text=[\w-]+$/);
  const other = await site.page();
  await other.goto(address);
  await other.reload();
  await shows(other, 'The harbour board of Kestrel Bay bought a floating dock');
  assert.ok(other.seen.requests.every(({ url }) => !url.split('#')[0].includes('text=')));
  await read(other, await fixture('published.txt'));
  await comes(() => other.evaluate(() => location.hash), '', 'another text is not under the old address');
  await page.finish();
  await other.finish();
});

for (const [what, hash, words] of [
  ['corrupt', '#text=AAAA_broken', /That link is incomplete/],
  ['not ours', `#text=${packed({ text: 3 })}`, /That link is incomplete/],
  ['a bomb', `#text=${packed(JSON.stringify({ text: 'a'.repeat(40_000_000) }))}`, /That link holds too much/],
]) {
  test(`row 19: a link that is ${what} says so, and the page works`, async () => {
    const page = await site.page({ hash });
    await page.locator('#fault').waitFor();
    await comes(() => page.locator('#fault').innerText(), words);
    await read(page, article);
    await comes(() => page.locator('#fault').isVisible(), false);
    await page.finish();
  });
}

test('row 10: markup in the address is text and nothing else, packed or as it stands', async () => {
  const evil = '<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)></svg>';
  const nothing = async (page) => {
    await comes(() => page.locator('main :is(script, img, math, iframe), main svg[onload]').count(), 0);
    await page.finish();
  };
  const carried = await site.page({ hash: `#text=${packed({ text: `${evil} at the mill\n\n${evil} ${article}`, published: evil })}` });
  await shows(carried, '<img src=x onerror=alert(1)>');
  await nothing(carried);
  const bare = await site.page({ hash: `#text=${evil}` });
  await comes(() => bare.locator('#fault').innerText(), /That link is incomplete/);
  await nothing(bare);
  const foreign = await site.page({ hash: `#${evil}` });
  await read(foreign, article);
  await nothing(foreign);
});

test('row 19: a text that is too long for a link is offered as a file instead', async () => {
  const page = await site.page();
  let seed = 7;
  const noise = Array.from({ length: 12_000 }, () => { seed = (seed * 48_271) % 2_147_483_647; return seed.toString(36); }).join(' ');
  await read(page, `${article}\n\n${noise}`);
  await page.locator('#export').click();
  await page.locator('#copy-link').click();
  await page.waitForFunction(() => /too long for a link/.test(document.querySelector('#said')?.textContent ?? ''));
  await page.finish();
});

test('row 23: a reload brings the article back, with the date that was set', async () => {
  const page = await site.page();
  await read(page, article);
  await page.locator('#date-change').click();
  await page.locator('#date-field').fill('2024-05-02');
  await page.locator('#date-form button[type=submit]').click();
  await page.waitForFunction(() => /2 May 2024/.test(document.querySelector('.published')?.textContent ?? ''));
  await page.reload();
  await shows(page, 'The harbour board of Kestrel Bay bought a floating dock');
  await page.finish();
});

test('what was opened can be opened again, is kept on the device only when asked, and can be forgotten', async () => {
  const page = await site.page();
  await read(page, article);
  await read(page, await fixture('published.txt'));
  await comes(() => page.evaluate(() => localStorage.getItem('digest-hub.opened')), null);
  await page.locator('#new').click();
  await comes(() => page.locator('#opened li').count(), 2);
  await page.locator('#opened-keep').check();
  await page.locator('#opened li button').nth(1).click();
  await shows(page, 'The harbour board of Kestrel Bay bought a floating dock');
  const again = await page.context().newPage();
  await again.goto(site.address);
  await again.locator('#opened li').first().waitFor();
  await comes(() => again.locator('#opened li').count(), 2);
  await again.locator('#opened .opened-foot button').click();
  await comes(() => again.locator('#opened li').count(), 0);
  await comes(() => again.evaluate(() => localStorage.getItem('digest-hub.opened')), '[]');
  await page.finish();
});

/** Storage as browsers fail at it. */
const NO_STORAGE = {
  'is full': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  'is refused': () => {
    for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(globalThis, name, { get: () => { throw new DOMException('no', 'SecurityError'); } });
  },
};
for (const [how, fails] of Object.entries(NO_STORAGE)) {
  test(`row 17: where storage ${how} everything works in memory, with one notice`, async () => {
    const page = await site.page({ prepare: (made) => made.addInitScript(fails) });
    await read(page, article);
    await comes(() => page.locator('#fault').isVisible(), false);
    await page.locator('#new').click();
    await page.locator('#opened-keep').click();
    await comes(() => page.locator('#fault').innerText(), /does not keep the list/);
    await comes(() => page.getByRole('alert').count(), 1);
    await comes(() => page.locator('#opened-keep').isChecked(), false);
    await comes(() => page.locator('#opened li').count(), 1);
    await page.finish();
  });
}

test('the bookmark brings the text of another page, and a click on it here does nothing', needs('other pages'), async () => {
  const page = await site.page();
  await page.keyboard.press('?');
  const bookmark = page.locator('#bookmarklet');
  await bookmark.click();
  await comes(() => bookmark.isVisible(), true);
  const href = await bookmark.getAttribute('href');
  assert.match(href, /^javascript:\(/);
  const other = await page.context().newPage();
  await other.setContent(`<nav>Menu</nav><article>${article.split('\n\n').map((text) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`).join('')}</article>`);
  const opened = page.context().waitForEvent('page');
  await other.evaluate((code) => { (0, eval)(code); }, decodeURIComponent(href.slice('javascript:'.length)));
  const brought = await opened;
  await shows(brought, 'The harbour board of Kestrel Bay bought a floating dock');
  await comes(() => brought.evaluate(() => location.hash), /^#text=/);
  await page.finish();
});
