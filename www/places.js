/**
 * Painting places of the article without touching its elements (CSS Custom Highlight API); where a browser has none,
 * the tint of the whole block says it.
 *
 * @import { Mention } from './pkg/digest_hub.js'
 */

/**
 * @param {Mention[]} places
 * @param {Element | null} [copy] of the block's words, where that is what is seen
 */
export function paintPlaces(places, copy) {
  if (!('highlights' in CSS)) return;
  const ranges = places.flatMap((place) => {
    const words = copy ?? document.querySelector(`#b${place.block} > .words`);
    return words ? [rangeIn(words, place.start, place.end)] : [];
  });
  CSS.highlights.set('place', new Highlight(...ranges));
}

/**
 * @param {Element} host
 * @param {number} start UTF-16 code units
 * @param {number} end
 */
export function rangeIn(host, start, end) {
  const range = new Range();
  range.selectNodeContents(host);
  const walker = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  let at = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0;
    if (start >= at && start <= at + length) range.setStart(node, start - at);
    if (end >= at && end <= at + length) {
      range.setEnd(node, end - at);
      break;
    }
    at += length;
  }
  return range;
}
