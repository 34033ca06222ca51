/** What runs inside the page for a locator: plain functions, handed over as their source, so they name nothing outside. */

/**
 * The elements that a chain of steps leads to, in document order.
 * @param {object[]} steps each `{ css } | { role, name, exact } | { words, exact } | { nth }`, with `hasText` and `has`
 */
export function find(steps) {
  const flat = (text) => text.replace(/\s+/g, ' ').trim();
  const matches = (text, wanted, exact) => (typeof wanted === 'object' ? new RegExp(wanted.source, wanted.flags).test(flat(text)) : exact ? flat(text) === flat(wanted) : flat(text).toLowerCase().includes(flat(wanted).toLowerCase()));
  const isSeen = (node) => node.checkVisibility({ visibilityProperty: true }) && node.getClientRects().length > 0;
  const ROLES = { button: 'button, summary, [role=button]', radio: 'input[type=radio], [role=radio]', checkbox: 'input[type=checkbox], [role=checkbox]', link: 'a[href], [role=link]', alert: '[role=alert]', group: 'fieldset, details, [role=group]', dialog: 'dialog, [role=dialog]', heading: 'h1, h2, h3, h4, [role=heading]', textbox: 'textarea, input:not([type]), input[type=text], input[type=search], [role=textbox]', searchbox: 'input[type=search], [role=searchbox]', status: '[role=status]' };
  const nameOf = (node) => {
    const named = node.getAttribute('aria-labelledby')?.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
    const labels = [...node.labels ?? []].map((label) => label.textContent).join(' ');
    const legend = node.tagName === 'FIELDSET' ? node.querySelector('legend')?.textContent : '';
    return named || node.getAttribute('aria-label') || labels || legend || node.textContent || node.title || '';
  };
  const all = (root, selector) => {
    const scoped = selector.replace(/(^|,)\s*>/g, '$1 :scope >').replaceAll(':visible', '');
    const found = [...root.querySelectorAll(scoped)];
    return selector.includes(':visible') ? found.filter(isSeen) : found;
  };
  const step = (root, { css, role, name, words, exact }) => {
    if (css !== undefined) return all(root, css);
    if (role !== undefined) return all(root, ROLES[role] ?? `[role=${role}]`).filter((node) => isSeen(node) && (name === undefined || matches(nameOf(node), name, exact)));
    const says = (node) => matches(node.textContent ?? '', words, exact);
    return all(root, '*').filter((node) => !/^(SCRIPT|STYLE|HEAD)$/.test(node.tagName) && says(node) && ![...node.children].some(says));
  };
  const walk = (roots, chain) => chain.reduce((found, each) => {
    if (each.nth !== undefined) return found.slice(each.nth).slice(0, 1);
    const next = new Set(found.flatMap((root) => step(root, each)));
    return [...next].filter((node) => (each.hasText === undefined || matches(node.textContent ?? '', each.hasText)) && (each.has === undefined || walk([node], each.has).length > 0));
  }, roots);
  return walk([document], steps);
}

/** Whether a person sees the element. */
export function isSeen(node) {
  return node.checkVisibility({ visibilityProperty: true }) && [...node.getClientRects()].some((box) => box.width > 0 && box.height > 0);
}

/**
 * Where to press so that the element gets it, once it stands still and nothing lies over it; null as long as not.
 * @param {{ x: number, y: number } | null} inside a place inside the element, or null for its middle
 */
export async function pointOf(node, inside) {
  const box = () => [...node.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  const first = box();
  if (!first || node.disabled) return null;
  const at = (rect) => (inside ? { x: rect.left + inside.x, y: rect.top + inside.y } : { x: rect.left + rect.width / 2, y: rect.top + rect.height / 2 });
  const isIn = ({ x, y }) => x >= 0 && y >= 0 && x < innerWidth && y < innerHeight;
  const hits = ({ x, y }) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (node.contains(hit) || [...node.labels ?? []].some((label) => label.contains(hit)));
  };
  if (!isIn(at(first)) || !hits(at(first))) node.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const settled = box();
  await new Promise((done) => { requestAnimationFrame(() => requestAnimationFrame(done)); });
  const later = box();
  if (!settled || !later || settled.top !== later.top || settled.left !== later.left) return null;
  const point = at(later);
  return isIn(point) && hits(point) ? point : null;
}

/** Writes into a field as a whole, the way a paste or a tool does. */
export function fill(node, text) {
  node.focus();
  const prototype = node instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(node, text);
  node.dispatchEvent(new InputEvent('input', { bubbles: true }));
  node.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Hands a file to a file input as its dialog would. */
export function giveFile(node, { name, mimeType, base64 }) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name, { type: mimeType }));
  node.files = data.files;
  node.dispatchEvent(new Event('change', { bubbles: true }));
}
