/**
 * Ways between a citation and its paragraph. The browser's own Back neither scrolls a pane nor gives the focus back,
 * so each step is kept in the history with the citation that it began at.
 *
 * @import { Mention } from './pkg/digest_hub.js'
 * @import { Then } from './views/sheet.js'
 *
 * @typedef {object} Ground what travelling needs of the page
 * @property {() => boolean} isPhone
 * @property {(tab: 'digest' | 'who' | 'when' | 'article') => void} openTab
 * @property {(block: number) => void} reveal makes sure that the block is on the page
 * @property {(message: string) => void} say
 * @property {(depth: number) => void} moved
 *
 * @typedef {{ block: number, number: number | null, places: Mention[] }} Place
 * @typedef {{ run: number, depth: number, from?: string, asker?: string, place?: Place, sheet?: boolean }} Step
 */

import { el } from './dom.js';
import { finishGrowing } from './growing.js';
import { WORDS } from './strings.js';
import { paintPlaces } from './places.js';
import { unfold } from './views/fold.js';
import { openSheet, shutSheet } from './views/sheet.js';

export class Travel {
  /** @param {Ground} ground */
  constructor(ground) {
    this.ground = ground;
    this.run = Date.now();
    this.depth = 0;
    addEventListener('popstate', (event) => this.arrive(event.state));
  }

  /** Steps of an older article lead nowhere any more. */
  restart() {
    this.run += 1;
    this.depth = 0;
    shutSheet();
    history.replaceState(this.step({}), '');
    this.ground.moved(0);
  }

  /**
   * @param {string} from id of the link that was followed
   * @param {Place} place
   */
  follow(from, place) {
    const here = /** @type {Step | null} */ (history.state);
    const known = here && here.run === this.run && here.place ? { place: here.place } : {};
    history.replaceState(this.step({ ...known, from }), '');
    this.depth += 1;
    const sheet = this.ground.isPhone();
    history.pushState(this.step({ place, sheet, asker: from }), '');
    this.ground.moved(this.depth);
    this.show(place, sheet, from);
  }

  goBack() {
    if (this.depth > 0) history.back();
  }

  /**
   * Shows a place without a step in the history: for stepping through mentions.
   * @param {Place} place
   * @param {string} title of the sheet, on a phone
   * @param {{ label: string, run: () => void }} next what leads on from there
   */
  glance(place, title, next) {
    if (this.ground.isPhone()) this.lay(place, title, { action: { label: WORDS.sheet.go, run: () => this.goTo(place, true) }, next });
    else this.goTo(place, false);
  }

  /**
   * Lays the paragraph into the sheet, with the words in question painted.
   * @param {Place} place
   * @param {string} title
   * @param {Then} then
   */
  lay(place, title, then) {
    this.ground.reveal(place.block);
    const shown = document.querySelector(`#b${place.block} > .words`);
    const words = shown?.cloneNode(true);
    openSheet([el('h2', { id: 'sheet-title' }, title), el('p', { class: 'sheet-text', onclick: (/** @type {Event} */ event) => followInSheet(event, shown, this.ground) }, words)], then);
    if (words instanceof Element) paintPlaces(place.places, words);
  }

  /**
   * @param {Partial<Step>} step
   * @returns {Step}
   */
  step(step) {
    return { ...step, run: this.run, depth: this.depth };
  }

  /** @param {Step | null} step */
  arrive(step) {
    if (!step || step.run !== this.run) return;
    const returning = step.depth < this.depth;
    this.depth = step.depth;
    this.ground.moved(this.depth);
    shutSheet();
    if (returning && step.from) this.returnTo(step.from);
    else if (step.place) this.show(step.place, step.sheet ?? false, step.asker ?? '');
  }

  /**
   * @param {Place} place
   * @param {boolean} sheet
   * @param {string} asker id of the citation that led here: its claim can be asked about in the sheet
   */
  show(place, sheet, asker) {
    if (!sheet) {
      this.goTo(place, true);
      return;
    }
    const run = () => {
      history.replaceState(this.step({ place }), '');
      this.goTo(place, true);
    };
    const why = document.getElementById(asker)?.closest('.claim')?.querySelector('.why');
    const ask = why instanceof HTMLElement ? () => why.click() : undefined;
    const title = place.number === null ? WORDS.article.region : WORDS.article.paragraph(place.number);
    this.lay(place, title, { action: { label: WORDS.sheet.go, run }, ask, closed: () => this.goBack() });
  }

  /**
   * @param {Place} place
   * @param {boolean} takeFocus
   */
  goTo(place, takeFocus) {
    this.ground.openTab('article');
    this.ground.reveal(place.block);
    const block = document.getElementById(`b${place.block}`);
    if (!block) return;
    clearTint();
    block.classList.add('is-lit');
    paintPlaces(place.places);
    if (takeFocus) block.focus({ preventScroll: true });
    block.scrollIntoView({ block: 'center' });
    if (takeFocus && place.number !== null) this.ground.say(WORDS.article.arrived(place.number));
  }

  /** @param {string} id */
  returnTo(id) {
    clearTint();
    goToId(id, this.ground);
  }
}

/**
 * Focuses something of the hub, in the tab that holds it.
 * @param {string} id
 * @param {Ground} ground
 */
export function goToId(id, ground) {
  if (!document.getElementById(id)) finishGrowing();
  const target = document.getElementById(id);
  if (!target) return;
  const part = /** @type {HTMLElement | null} */ (target.closest('[data-part]'))?.dataset['part'];
  if (part === 'digest' || part === 'who' || part === 'when') ground.openTab(part);
  if (part === undefined) ground.openTab('article');
  unfold(target);
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block: 'center' });
}

/** @param {string} id of a part of the page that a key leads to, and so a line is drawn there, which not every engine does by itself */
export function goToStart(id) {
  const target = document.getElementById(id);
  target?.removeAttribute('data-arrived');
  target?.focus(/** @type {FocusOptions} */ ({ preventScroll: true, focusVisible: true }));
  target?.scrollIntoView({ block: 'start' });
}

/**
 * Puts the focus where reading begins, for those who hear the page. Nobody went there, so no ring is drawn.
 * @param {string} id
 */
export function arriveAt(id) {
  const target = document.getElementById(id);
  if (!target) return;
  target.dataset['arrived'] = '';
  target.addEventListener('blur', () => { delete target.dataset['arrived']; }, { once: true });
  target.focus({ preventScroll: true });
}

export function clearTint() {
  for (const lit of document.querySelectorAll('.is-lit')) lit.classList.remove('is-lit');
  paintPlaces([]);
}

/**
 * In the sheet, too, a name leads to its card and a date to its event; a date that has none is asked about where it stands.
 * @param {Event} event
 * @param {Element | null} shown the paragraph that the sheet holds, as it stands in the article
 * @param {Ground} ground
 */
function followInSheet(event, shown, ground) {
  const mark = event.target instanceof Element ? event.target.closest('a.mark') : null;
  if (!mark) return;
  event.preventDefault();
  if (mark.hasAttribute('aria-haspopup')) return twinOf(mark, shown)?.click();
  shutSheet();
  goToId((mark.getAttribute('href') ?? '').slice(1), ground);
}

/**
 * The mark of the article that this one of a copied paragraph was copied from.
 * @param {Element} mark
 * @param {Element | null} shown
 */
function twinOf(mark, shown) {
  const at = [...mark.closest('.words')?.querySelectorAll('a.mark') ?? []].indexOf(mark);
  return /** @type {HTMLElement | undefined} */ (shown?.querySelectorAll('a.mark')[at]);
}
