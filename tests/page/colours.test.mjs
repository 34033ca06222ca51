/** The colours as they stand in the style sheet: contrast pair by pair, and the kinds told apart by every eye. No browser. */

import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';

const sheets = await Promise.all(['style.css', 'print.css'].map((name) => readFile(new URL(`../../www/${name}`, import.meta.url), 'utf8')));
const css = sheets.join('\n');

/** The colour tokens of a rule that begins so, over those that hold without it. */
function tokens(opening, under = {}) {
  const at = css.indexOf(opening);
  assert.notEqual(at, -1, `${opening} is gone from the style sheet`);
  const rule = css.slice(css.indexOf('{', css.indexOf(':root', at)), css.indexOf('}', css.indexOf(':root', at)));
  return { ...under, ...Object.fromEntries([...rule.matchAll(/--([\w-]+):\s*(#[\da-f]{3,6})\b/g)].map(([, name, colour]) => [name, colour])) };
}

const light = tokens('@layer tokens {');
const THEMES = { light, dark: tokens('@media screen and (prefers-color-scheme: dark)', light), print: tokens('@media print', light) };

const KINDS = ['company', 'organisation', 'person', 'place', 'date'];
/** Lines between things that stand apart without them. */
const DECORATION = new Set(['hair']);
const TEXT = 4.5;
const SIGN = 3;
const PAIRS = [
  ['found-ink', 'found-now', 4.5],
  ['ink', 'page', 7], ['ink', 'panel', 7], ['muted', 'page', TEXT], ['muted', 'panel', TEXT], ['link', 'page', TEXT], ['link', 'panel', TEXT],
  ['ink', 'flash', TEXT], ['ink', 'flash-deep', TEXT], ['muted', 'flash', TEXT], ['link', 'flash', TEXT], ['page', 'ink', TEXT], ['page', 'link', TEXT], ['link', 'company-tint', TEXT],
  ['ink', 'other-tint', TEXT], ['link', 'other-tint', TEXT], ['focus', 'page', SIGN], ['focus', 'panel', SIGN], ['rule', 'page', SIGN], ['rule', 'panel', SIGN],
  ...[...KINDS, 'other'].flatMap((kind) => [[`${kind}-line`, 'page', SIGN], [`${kind}-line`, 'panel', SIGN], ['ink', `${kind}-tint`, TEXT], [`${kind}-ink`, 'panel', TEXT], [`${kind}-ink`, `${kind}-tint`, TEXT]]),
];

for (const [theme, colours] of Object.entries(THEMES)) {
  test(`contrast of the tokens holds, pair by pair: ${theme}`, () => {
    const weak = PAIRS.map(([a, b, least]) => [a, b, least, contrast(colours[a], colours[b])]).filter(([, , least, ratio]) => !(ratio >= least));
    assert.deepEqual(weak, []);
    const unpaired = Object.keys(colours).filter((name) => !DECORATION.has(name) && !PAIRS.some((pair) => pair.includes(name)));
    assert.deepEqual(unpaired, [], 'every colour is in a pair');
  });
}

test('a colour that is too pale is found', () => {
  assert.ok(contrast('#777777', '#ffffff') < TEXT && contrast('#767676', '#ffffff') >= TEXT && contrast('#000', '#fff') === 21);
});

/** How an eye sees linear red, green and blue; the last three after Machado, Oliveira and Fernandes 2009, at full severity. */
const EYES = {
  'with all cones': [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
};
/** A difference that is seen at a glance; 2.3 is just noticeable. CIE 1976. */
const APART = 15;

for (const theme of ['light', 'dark']) {
  for (const [eye, matrix] of Object.entries(EYES)) {
    test(`the kinds stay apart by colour alone: ${theme}, ${eye}`, () => {
      const seen = KINDS.map((kind) => lab(through(matrix, linear(THEMES[theme][`${kind}-line`]))));
      const near = KINDS.flatMap((a, i) => KINDS.slice(i + 1).map((b, j) => [a, b, Math.hypot(...seen[i].map((value, axis) => value - seen[i + 1 + j][axis]))])).sort((x, y) => x[2] - y[2]);
      assert.ok(near[0][2] >= APART, near[0].join(' '));
    });
  }
}

function linear(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  return digits.map((pair) => parseInt(pair, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

const through = (matrix, colour) => matrix.map((row) => Math.min(1, Math.max(0, row.reduce((sum, weight, i) => sum + weight * colour[i], 0))));

function contrast(a, b) {
  const [bright, dim] = [a, b].map((hex) => through([[0.2126, 0.7152, 0.0722]], linear(hex))[0]).sort((x, y) => y - x);
  return (bright + 0.05) / (dim + 0.05);
}

/** CIELAB under D65. */
function lab(colour) {
  const xyz = through([[0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505], [0.2126, 0.7152, 0.0722], [0.0193 / 1.089, 0.1192 / 1.089, 0.9505 / 1.089]], colour);
  const [x, y, z] = xyz.map((value) => (value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116));
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}
