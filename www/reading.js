/**
 * One text at a time through the core. Each text has its turn; whatever an older turn still brings is not listened to.
 *
 * @import { Analysis } from './pkg/digest_hub.js'
 * @import { Engine } from './engine.js'
 * @import { Intake } from './intake.js'
 * @import { Length } from './lengths.js'
 * @import { About } from './render.js'
 * @import { Work } from './views/status.js'
 *
 * @typedef {object} Told whom the reading tells
 * @property {(kept: string) => void} began
 * @property {(work: Work) => void} works
 * @property {(paste: string, about: About, analysis: Analysis) => void} read
 * @property {() => Length} length asked: of the summary
 * @property {(error: unknown) => void} failed
 * @property {(text: string) => void} nothing fewer than three words came in
 * @property {(paste: string, about: About) => void} tooLong
 */

import { EngineFault } from './engine.js';
import { nextTurn } from './growing.js';
import { countLines, HARD_LIMIT, isBlank, wellFormed } from './text.js';

const QUIET_FOR = 300;
const CANCEL_AFTER = 1000;

export class Reading {
  /**
   * @param {Engine} engine
   * @param {Told} told
   */
  constructor(engine, told) {
    this.engine = engine;
    this.told = told;
    this.turn = 0;
    /** The turn that is waited for; of the turns from 1 on, none where it is nought. */
    this.pending = 0;
    /** @type {Work | null} */
    this.work = null;
    this.isShown = false;
    /** @type {About} of the text whose turn it is */
    this.about = { isSample: true };
  }

  isPending() {
    return this.pending > 0 && this.pending === this.turn;
  }

  /** Nothing that runs is waited for any more. */
  stop() {
    this.turn += 1;
    this.engine.drop();
  }

  /** @param {Intake} intake */
  async take({ text, html, name }) {
    const plain = wellFormed(text);
    const about = { name, isSample: false };
    if (html === '' || html.length > 4 * HARD_LIMIT) return this.read(plain, about);
    const turn = this.begin(plain || html, about);
    try {
      const converted = wellFormed(String(await this.engine.run({ kind: 'html', html: wellFormed(html) }, html.length)));
      if (turn === this.turn) this.read(countLines(converted) >= countLines(plain) ? converted : plain, about);
    } catch (error) {
      if (turn !== this.turn) return;
      if (plain === '') this.fail(error);
      else this.read(plain, about);
    }
  }

  /**
   * @param {string} raw
   * @param {About} about
   */
  async read(raw, about) {
    const paste = wellFormed(raw);
    if (isBlank(paste)) return this.told.nothing(paste);
    if (paste.length > HARD_LIMIT) {
      this.stop();
      return this.told.tooLong(paste, about);
    }
    const turn = this.begin(about.isSample ? '' : paste, about);
    try {
      const options = { published: about.published ?? null, length: this.told.length() };
      const analysis = await this.engine.run({ kind: 'analyze', text: paste, options }, paste.length, (stage, permille) => this.progress(turn, stage, permille));
      // Unpacking what the core sent is work enough for one task.
      await nextTurn();
      if (turn !== this.turn) return;
      this.pending = 0;
      this.told.read(paste, about, /** @type {Analysis} */ (analysis));
    } catch (error) {
      if (turn === this.turn && !(error instanceof EngineFault && error.code === 'dropped')) this.fail(error);
    }
  }

  /** @param {unknown} error */
  fail(error) {
    this.pending = 0;
    this.told.failed(error);
  }

  /**
   * @param {string} kept
   * @param {About} about
   */
  begin(kept, about) {
    const turn = ++this.turn;
    this.engine.drop();
    this.about = about;
    this.pending = turn;
    this.isShown = false;
    this.work = { stage: '', permille: 0, size: kept.length, mayCancel: false };
    setTimeout(() => { if (turn === this.turn && this.isPending()) this.showWork({}); }, QUIET_FOR);
    setTimeout(() => { if (turn === this.turn && this.isShown) this.showWork({ mayCancel: true }); }, CANCEL_AFTER);
    this.told.began(kept);
    return turn;
  }

  /**
   * @param {number} turn
   * @param {string} stage
   * @param {number} permille
   */
  progress(turn, stage, permille) {
    if (turn !== this.turn || !this.work) return;
    this.work = { ...this.work, stage, permille };
    if (this.isShown) this.told.works(this.work);
  }

  /** @param {Partial<Work>} change */
  showWork(change) {
    if (!this.work) return;
    if (change.mayCancel && !this.isPending()) return;
    this.isShown = true;
    this.work = { ...this.work, ...change };
    this.told.works(this.work);
  }
}
