/**
 * The only place that makes elements. Text enters as text nodes and nowhere as markup, so nothing that a person
 * pastes can become an element, a script or a link.
 */

import { capMarks } from './text.js';

/**
 * @typedef {Node | string | null | undefined | false} Child
 * @typedef {Record<string, unknown>} Props
 */

const SAFE_HREF = /^(?:#|https?:\/\/|\.\/)/i;

/**
 * Makes an element. `on…` props are listeners, `class` and others are attributes; `true` is an empty attribute, and
 * `false`, `null` and `undefined` leave it out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, props = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) setProp(made, name, value);
  fill(made, children);
  return made;
}

/**
 * Makes an SVG element; positions go in as attributes, since the page's policy allows no inline style.
 * @param {string} tag
 * @param {Props} [props]
 * @param {...(Child | Child[])} children
 * @returns {SVGElement}
 */
export function svgEl(tag, props = {}, ...children) {
  const made = /** @type {SVGElement} */ (document.createElementNS('http://www.w3.org/2000/svg', tag));
  for (const [name, value] of Object.entries(props)) setProp(made, name, value);
  fill(made, children);
  return made;
}

/**
 * Words that are not ours, in their own direction: a right-to-left override inside them cannot turn what follows.
 * @param {string} text
 * @param {Props} [props]
 */
export function said(text, props = {}) {
  return el('bdi', props, capMarks(text));
}

/** A word of letters on both sides of a hyphen, no longer than what fits into any line. */
const HYPHENATED = /(?<!\S)((?=\S{3,16}(?!\S))\S+[-\u2010]\S+)/;

/**
 * Said where lines are short: in `COVID-19` no line ends.
 * @param {string} text
 * @param {Props} [props]
 */
export function saidWhole(text, props = {}) {
  return el('bdi', props, capMarks(text).split(HYPHENATED).map((part, i) => (i % 2 === 1 ? el('span', { class: 'whole' }, part) : part)));
}

/**
 * @param {string} label
 * @param {() => void} onclick
 * @param {Props} [props]
 */
export function pressable(label, onclick, props = {}) {
  return el('button', { type: 'button', onclick, ...props }, label);
}

/** @param {string} text */
export function unseen(text) {
  return el('span', { class: 'unseen' }, text);
}

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
export function must(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`the page has no #${id}`);
  return found;
}

/**
 * @param {Element} target
 * @param {string} name
 * @param {unknown} value
 */
function setProp(target, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith('on') && typeof value === 'function') {
    target.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    return;
  }
  if (name === 'href' && !SAFE_HREF.test(String(value))) throw new Error('a link must lead into the page or to http(s)');
  target.setAttribute(name, value === true ? '' : String(value));
}

/**
 * @param {Element} target
 * @param {(Child | Child[])[]} children
 */
function fill(target, children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false) continue;
    target.append(child);
  }
}
