/**
 * Looking closer at what is shown: from a name to its mentions, from a mark to its card, from a paragraph to what rests on
 * it, from a sentence to its reasons.
 *
 * @import { Analysis } from './pkg/digest_hub.js'
 * @import { Shown } from './render.js'
 * @import { Ground, Travel } from './travel.js'
 * @import { Asked } from './views/citations.js'
 * @import { Mark } from './views/marks.js'
 */

import { WORDS } from './strings.js';
import { goToId } from './travel.js';
import { showStep } from './views/entities.js';
import { EMPTY_HUB } from './views/hub.js';
import { openSheet, shutSheet } from './views/sheet.js';
import { usesOf, usesView } from './views/uses.js';
import { whyClaim, whyDate, whyEntity, whyEvent } from './views/why.js';

export class Looking {
  /** @type {Map<number, number>} by name, the mention that was stepped to */
  #stepOf = new Map();

  /**
   * @param {() => Shown | null} shown
   * @param {Ground} ground
   * @param {Travel} travel
   */
  constructor(shown, ground, travel) {
    this.shown = shown;
    this.ground = ground;
    this.travel = travel;
  }

  /** Another hub has other names. */
  restart() {
    this.#stepOf.clear();
  }

  /**
   * @param {number} entity
   * @param {1 | -1} step
   */
  stepMention(entity, step) {
    const shown = this.shown();
    const found = shown?.hub?.entities[entity]?.mentions ?? [];
    const before = this.#stepOf.get(entity) ?? (step > 0 ? -1 : 0);
    const at = (before + step + found.length) % found.length;
    const mention = found[at];
    if (!mention) return;
    this.#stepOf.set(entity, at);
    showStep(entity, at + 1, found.length);
    const number = shown?.analysis.article.blocks[mention.block]?.number ?? null;
    const arrived = WORDS.who.arrived(at + 1, found.length, number === null ? WORDS.who.unnumbered : WORDS.para(number));
    this.travel.glance({ block: mention.block, number, places: [mention] }, arrived, { label: WORDS.who.next, run: () => this.stepMention(entity, 1) });
    this.ground.say(arrived);
  }

  /**
   * @param {Mark} mark
   * @param {Event} event
   */
  followMark(mark, event) {
    event.preventDefault();
    if (mark.date !== undefined) this.why({ date: mark.date });
    else if (mark.target) goToId(mark.target, this.ground);
  }

  /** @param {number} number of a paragraph */
  openUses(number) {
    const { hub = null, analysis } = this.shown() ?? {};
    const uses = usesOf(hub ?? EMPTY_HUB, hub === analysis?.hub).get(number) ?? [];
    openSheet(usesView(number, uses, (use) => {
      shutSheet();
      goToId(use.id, this.ground);
    }), {});
  }

  /** @param {Asked} what */
  why(what) {
    const shown = this.shown();
    if (!shown) return;
    openSheet(reasons(what, shown.analysis), {});
  }
}

/**
 * @param {Asked} what
 * @param {Analysis} analysis
 */
function reasons(what, analysis) {
  if ('claim' in what) return whyClaim(what.claim, analysis);
  if ('event' in what) return whyEvent(what.event, analysis);
  if ('date' in what) return whyDate(what.date, analysis);
  return whyEntity(what.entity, analysis);
}
