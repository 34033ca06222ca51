/**
 * Finding words in the article and its hub. The article is searched in the Analysis, so that blocks which are not on the
 * page yet are found, too; the hub where it stands. Matches are painted, not wrapped: no element changes.
 *
 * @import { Shown, Tab } from './render.js'
 *
 * @typedef {{ block: number, start: number, end: number } | { host: Element, start: number, end: number }} Match
 *
 * @typedef {object} Searched what finding needs of the page
 * @property {() => Shown | null} shown
 * @property {(tab: Tab) => void} openTab
 * @property {(block: number) => void} reveal
 * @property {(message: string) => void} say for those who hear the page
 */

import { must } from './dom.js';
import { finishGrowing } from './growing.js';
import { rangeIn } from './places.js';
import { WORDS } from './strings.js';
import { folded, placesOf } from './text.js';
import { unfold } from './views/fold.js';
import { finderView, showCount } from './views/finder.js';

/** So many matches are told apart; a word that stands there more often is no word to look for. */
const MOST_MATCHES = 2000;

export class Finding {
  /** @type {Match[]} */
  #matches = [];
  #at = -1;
  #query = '';
  /** @type {Element | null} where the person was before */
  #before = null;
  /** @type {Shown | null} what the matches are of */
  #searched = null;
  #ground;

  /** @param {Searched} ground */
  constructor(ground) {
    this.#ground = ground;
  }

  get isOpen() {
    return !must('finder', HTMLElement).hidden;
  }

  open() {
    const finder = must('finder', HTMLElement);
    if (finder.hidden) {
      this.#before = document.activeElement;
      finder.replaceChildren(...finderView(this.#query, {
        search: (query) => this.search(query), step: (step) => this.step(step), close: () => this.close(),
      }));
      finder.hidden = false;
      must('find', HTMLElement).setAttribute('aria-expanded', 'true');
      if (this.#query !== '') this.search(this.#query);
    }
    const field = must('find-field', HTMLInputElement);
    field.focus();
    field.select();
  }

  /** The focus goes to what was found, or else to where it was. */
  close() {
    must('finder', HTMLElement).hidden = true;
    must('find', HTMLElement).setAttribute('aria-expanded', 'false');
    const match = this.#matches[this.#at];
    const host = match && this.#hostOf(match)?.closest('[tabindex]');
    this.#matches = [];
    this.#at = -1;
    this.#paint();
    const target = host ?? this.#before;
    if (target instanceof HTMLElement && target.isConnected) target.focus({ preventScroll: true });
  }

  /** @param {string} query */
  search(query) {
    this.#query = query;
    this.#find();
    this.#at = -1;
    this.#paint();
    this.#tell();
  }

  /** @param {1 | -1} step */
  step(step) {
    if (this.#searched !== this.#ground.shown()) this.#find();
    const { length } = this.#matches;
    if (length === 0) return this.#tell();
    this.#at = this.#at < 0 ? (step > 0 ? 0 : length - 1) : (this.#at + step + length) % length;
    this.#show();
  }

  /** After the page was built anew. */
  refresh() {
    if (!this.isOpen || this.#query === '') return;
    const at = this.#at;
    this.#find();
    this.#at = Math.min(at, this.#matches.length - 1);
    this.#paint();
    showCount(this.#at, this.#matches.length, this.#query);
  }

  #find() {
    finishGrowing();
    this.#searched = this.#ground.shown();
    const wanted = folded(this.#query.trim());
    this.#matches = wanted === '' || !this.#searched ? [] : [...inArticle(this.#searched, wanted), ...inHub(wanted)].slice(0, MOST_MATCHES);
  }

  #show() {
    const match = this.#matches[this.#at];
    if (!match) return;
    if ('block' in match) {
      this.#ground.openTab('article');
      this.#ground.reveal(match.block);
    }
    const host = this.#hostOf(match);
    if (!host) return;
    const part = /** @type {HTMLElement | null} */ (host.closest('[data-part]'))?.dataset['part'];
    if (part === 'digest' || part === 'who' || part === 'when') this.#ground.openTab(part);
    const card = /** @type {HTMLElement | null} */ (host.closest('.card'));
    if (card?.hidden) must('kind-all', HTMLInputElement).click();
    unfold(host);
    this.#paint();
    scrollToRange(rangeIn(host, match.start, match.end), host);
    this.#tell();
  }

  #tell() {
    const { length } = this.#matches;
    showCount(this.#at, length, this.#query);
    if (this.#query.trim() === '') return;
    const match = this.#matches[this.#at];
    if (!match) return this.#ground.say(length === 0 ? WORDS.finding.none : WORDS.finding.count(length));
    this.#ground.say(WORDS.finding.arrived(this.#at + 1, length, this.#whereIs(match)));
  }

  /** @param {Match} match */
  #whereIs(match) {
    if ('host' in match) {
      const part = /** @type {HTMLElement | null} */ (match.host.closest('[data-part]'))?.dataset['part'];
      return part === 'who' ? WORDS.who.title : part === 'when' ? WORDS.when.title : WORDS.digest.title;
    }
    const number = this.#searched?.analysis.article.blocks[match.block]?.number ?? null;
    return number === null ? WORDS.article.region : WORDS.para(number);
  }

  /** @param {Match} match */
  #hostOf(match) {
    return 'host' in match ? match.host : document.querySelector(`#b${match.block} > .words`);
  }

  #paint() {
    if (!('highlights' in CSS)) return;
    const rangeOf = (/** @type {Match} */ match) => {
      const host = this.#hostOf(match);
      return host ? [rangeIn(host, match.start, match.end)] : [];
    };
    const now = this.#matches[this.#at];
    CSS.highlights.set('found', new Highlight(...this.#matches.filter((match) => match !== now).flatMap(rangeOf)));
    CSS.highlights.set('found-now', new Highlight(...(now ? rangeOf(now) : [])));
  }
}

/**
 * @param {Shown} shown
 * @param {string} wanted folded
 * @returns {Match[]}
 */
function inArticle({ analysis }, wanted) {
  return analysis.article.blocks.flatMap(({ text }, block) => placesOf(wanted, text).map((start) => ({ block, start, end: start + wanted.length })));
}

/**
 * @param {string} wanted folded
 * @returns {Match[]}
 */
function inHub(wanted) {
  return [...document.querySelectorAll('#hub-parts bdi')].flatMap((host) => placesOf(wanted, host.textContent ?? '').map((start) => ({ host, start, end: start + wanted.length })));
}

/**
 * Brings the words themselves into view: a block can be longer than the window.
 * @param {Range} range
 * @param {Element} host
 */
function scrollToRange(range, host) {
  // The block itself: what it holds may have no place as long as it is out of sight, and no size before the frame after the next.
  (host.closest('.block') ?? host).scrollIntoView({ block: 'center' });
  if (range.getBoundingClientRect().height > 0) centre(range, host);
  else requestAnimationFrame(() => requestAnimationFrame(() => centre(range, host)));
}

/**
 * @param {Range} range
 * @param {Element} host
 */
function centre(range, host) {
  const box = range.getBoundingClientRect();
  if (box.height === 0) return;
  const middle = innerHeight / 2;
  if (box.top > middle / 2 && box.bottom < middle * 1.5) return;
  const pane = host.closest('.pane');
  const scroller = pane && pane.scrollHeight > pane.clientHeight ? pane : document.scrollingElement;
  scroller?.scrollBy({ top: box.top - middle });
}
