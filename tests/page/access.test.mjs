/** The page at hand: targets, reflow, the order in which it is read aloud, and every action by the keyboard alone. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import { needs } from './engines.mjs';
import { comes, fixture, HANDHELD, open, read } from './harness.mjs';

let site;
before(async () => { site = await open(); });
after(() => site?.close());

for (const [where, context, least] of [['desktop', {}, 24], ['phone', HANDHELD, 32]]) {
  test(`targets are at least ${least} pixels: ${where}`, async () => {
    const page = await site.page({ context, fake: true });
    const small = await page.evaluate((size) => [...document.querySelectorAll('button, a.cite, summary, textarea')].filter((node) => node.getClientRects().length > 0)
      .map((node) => [node.id || node.className || node.textContent, node.getBoundingClientRect()]).filter(([, box]) => box.height < size - 0.01 || box.width < size - 0.01).map(([name, box]) => `${name}: ${box.width} × ${box.height}`), least);
    assert.deepEqual(small, []);
    await page.finish();
  });
}

test('at 320 pixels nothing is cut off or scrolls sideways', async () => {
  const page = await site.page({ context: { viewport: { width: 320, height: 640 } }, fake: true });
  for (const tab of ['digest', 'who', 'when', 'article']) {
    await page.locator(`#tab-${tab}`).click();
    await comes(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, tab);
  }
  await page.finish();
});

test('at 400 % zoom what frames the page leaves most of the height to what is read', async () => {
  const page = await site.page({ context: { viewport: { width: 320, height: 256 } }, fake: true });
  const framed = () => page.evaluate(() => ['#top', '#tabs'].reduce((sum, each) => sum + document.querySelector(each).getBoundingClientRect().height, 0) / innerHeight);
  for (const language of ['en', 'zh-Hans']) {
    await page.locator('#language').selectOption(language);
    await comes(() => framed().then((share) => share < 0.45), true, `${language}: ${await framed()}`);
  }
  await page.finish();
});

test('a citation stands on the line on which its sentence ends, however wide the page is', async () => {
  const astray = (page) => page.locator('.claim').evaluateAll((claims) => claims.filter((claim) => claim.checkVisibility() && claim.querySelector('a.cite')).map((claim) => {
    const [end, cite] = [[...claim.querySelector('bdi').getClientRects()].at(-1), claim.querySelector('a.cite').getBoundingClientRect()];
    return cite.left >= end.right && cite.top < end.bottom && cite.bottom > end.top ? '' : claim.textContent;
  }).filter(Boolean));
  for (const width of [320, 344, 390, 430, 800, 1000, 1440]) {
    const page = await site.page({ context: { viewport: { width, height: 800 } } });
    await read(page, await fixture('asking.txt'));
    await comes(() => astray(page), [], String(width));
    await page.finish();
  }
});

/** What is read aloud and in which order: roles and names of Chromium’s own accessibility tree. */
async function spoken(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const walk = (id) => {
    const node = byId.get(id);
    if (!node) return [];
    const below = (node.childIds ?? []).flatMap(walk);
    return node.ignored ? below : [{ role: node.role?.value ?? '', name: node.name?.value ?? '' }, ...below];
  };
  return walk(nodes[0].nodeId);
}

test('reading order: the promise, the article, then digest, names and timeline; a sentence, then what it rests on', needs('tree'), async () => {
  const page = await site.page();
  await read(page, await fixture('published.txt'));
  const said = await spoken(page);
  const at = (role, name) => said.findIndex((node) => node.role === role && (name instanceof RegExp ? name.test(node.name) : node.name === name));
  const order = [['link', 'Skip to the hub'], ['banner', ''], ['StaticText', /not sent anywhere/], ['main', ''], ['heading', 'Hillford Bakeries Agree to Share One Oven'], ['StaticText', /^Three bakeries in Hillford/], ['region', 'Hub'], ['heading', 'Digest'], ['heading', /^Who/], ['heading', /^What happened/]];
  const places = order.map(([role, name]) => at(role, name));
  assert.ok(places.every((place, i) => place > (places[i - 1] ?? -1)), JSON.stringify(order.map((each, i) => [...each.map(String), places[i]])));
  const sentence = at('StaticText', /^Three rival bakeries are to bake in one hall/);
  const following = said.slice(sentence + 1, sentence + 8).filter(({ role }) => role === 'link' || role === 'button').map(({ name }) => name);
  assert.match(following[0] ?? '', /^para\. 1$/, following.join());
  assert.equal(said.some(({ role }) => role === 'image' || role === 'img'), false, 'nothing is a picture only');
  assert.deepEqual(said.filter(({ role, name }) => ['button', 'link', 'textbox', 'radio', 'checkbox', 'heading', 'dialog'].includes(role) && name === ''), [], 'everything has a name');
  await page.finish();
});

test('reading order on a phone: the digest comes before the other parts, the tabs last', needs('tree'), async () => {
  const page = await site.page({ context: HANDHELD });
  await read(page, await fixture('published.txt'));
  const names = (await spoken(page)).filter(({ role }) => role === 'heading' || role === 'navigation').map(({ name }) => name);
  assert.equal(names.at(-1), 'Parts of the page');
  assert.ok(names.includes('Digest') && !names.some((name) => /^Who/.test(name)), names.join());
  await page.finish();
});

test('this engine understands every declaration of the style sheet', async () => {
  const sheets = await Promise.all(['style.css', 'print.css'].map((name) => readFile(new URL(`../../www/${name}`, import.meta.url), 'utf8')));
  const css = sheets.join('\n').replace(/\/\*.*?\*\//gs, '');
  // Said to one engine alone, or better where it is understood and no worse where not.
  const extra = /^(-webkit-|--)|^(src|unicode-range|font-display|font-weight: \d+ \d+|hanging-punctuation|user-select|text-wrap|scrollbar-gutter|text-size-adjust|forced-color-adjust|block-size: calc-size)/;
  const declared = [...css.matchAll(/[{;]\s*([a-z-]+)\s*:\s*([^;{}]+)(?=[;}])/g)].map(([, name, value]) => [name, value.replace('!important', '').trim()]).filter((each) => !extra.test(each.join(': ')));
  assert.ok(declared.length > 300, `${declared.length} declarations`);
  const page = await site.page({ fake: true });
  const unknown = await page.evaluate((all) => all.filter(([name, value]) => !CSS.supports(name, value)).map((each) => each.join(': ')), declared);
  assert.deepEqual([...new Set(unknown)], []);
  await page.finish();
});
