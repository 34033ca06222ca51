/**
 * What the page opens with, and what it keeps of what was opened: the text of a link, the article of a tab before its
 * reload, the list of this visit.
 *
 * @import { About, Shown } from './render.js'
 * @import { Intake } from './intake.js'
 *
 * @typedef {object} VisitActions
 * @property {(paste: string, about: About) => void} read
 * @property {() => void} sample shows the sample
 * @property {(words: { title: string, body: string }) => void} refuse
 * @property {(message: string) => void} say for those who hear the page
 * @property {(intake: Intake) => void} take
 * @property {(file: File) => void} open
 */

import { must } from './dom.js';
import { copyText, flashButton } from './exporting.js';
import { Keeping } from './keeping.js';
import { carriedBy, carries, linkTo } from './share.js';
import { isShared, sharedWith } from './shared.js';
import { WORDS } from './strings.js';
import { openedView } from './views/opened.js';

export class Visit {
  #keeping = new Keeping();
  #actions;
  /** The text that the address carries. */
  #carried = '';

  /** @param {VisitActions} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  /** What was shared, the text of the address, what the tab showed before a reload, or the sample. */
  async first() {
    const { read, sample, refuse, take, open } = this.#actions;
    if (isShared(location.hash)) {
      const shared = sharedWith(location.hash);
      history.replaceState(history.state, '', location.pathname);
      const found = await shared;
      if (found instanceof File) return open(found);
      if (typeof found !== 'string') return take(found);
      refuse(WORDS.fault.shared[found]);
    }
    if (carries(location.hash)) {
      const found = await carriedBy(location.hash);
      if (typeof found !== 'string') {
        this.#carried = found.text;
        return read(found.text, { isSample: false, published: found.published });
      }
      refuse(WORDS.fault.link[found]);
      history.replaceState(history.state, '', location.pathname);
    }
    const before = this.#keeping.beforeReload();
    if (before) read(before.paste, before.about);
    else sample();
  }

  /** @param {Shown} shown an article that was read; another text is not under the address that carried one */
  remember({ paste, analysis, name, published }) {
    const start = [...paste.trim().slice(0, 200)].slice(0, 60).join('').replace(/\s+/g, ' ');
    const title = analysis.article.title ?? WORDS.opened.untitled(start);
    const kept = this.#keeping.add({ title, paste, about: { name, published: published ?? null, isSample: false } });
    this.showOpened();
    if (!kept) this.#actions.refuse(WORDS.opened.notKept);
    if (carries(location.hash) && paste !== this.#carried) history.replaceState(history.state, '', location.pathname);
  }

  showOpened() {
    const keeping = this.#keeping;
    must('opened', HTMLElement).replaceChildren(...openedView(keeping.opened, keeping.isKept, {
      open: (entry) => this.#actions.read(entry.paste, entry.about),
      keep: (on) => {
        if (!keeping.keep(on)) this.#actions.refuse(WORDS.opened.notKept);
        this.showOpened();
        document.getElementById('opened-keep')?.focus();
      },
      forget: () => {
        keeping.forget();
        this.showOpened();
        must('desk-text', HTMLElement).focus();
        this.#actions.say(WORDS.opened.forgotten);
      },
    }));
  }

  /**
   * @param {Shown | null} shown
   * @param {HTMLButtonElement} button
   */
  async link(shown, button) {
    if (!shown) return this.#actions.say(WORDS.exports.nothing);
    const address = linkTo({ text: shown.paste, published: shown.published ?? null });
    const copied = await copyText(address.then((it) => it ?? Promise.reject(new RangeError('too long'))));
    const done = await address ? copied : WORDS.exports.linkTooLong;
    flashButton(button, done);
    this.#actions.say(done);
  }
}
