import { el } from '../dom.js';

/**
 * What is of less weight, one press away.
 * @param {string} label
 * @param {Node} content
 */
export function foldView(label, content) {
  return el('details', { class: 'fold' }, el('summary', {}, label), content);
}

/**
 * Opens whatever folds something away, so that it can be led to.
 * @param {Element} target
 */
export function unfold(target) {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null) fold.open = true;
}
