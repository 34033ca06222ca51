/** What stands in the page from the beginning, in the language of the interface. */

import { el, must } from '../dom.js';
import { LANGUAGES, WORDS } from '../strings.js';

/** @import { Language } from '../strings.js' */

/** @param {Language} language */
export function nameFrame(language) {
  document.documentElement.lang = language;
  const { tabs } = WORDS;
  const labels = {
    skip: WORDS.skip, promise: WORDS.promise, new: WORDS.newPaste, find: WORDS.find, export: WORDS.exportMenu, keys: WORDS.keys, about: WORDS.about.menu,
    'tab-digest': tabs.digest, 'tab-who': tabs.who, 'tab-when': tabs.when, 'tab-article': tabs.article,
  };
  for (const [id, label] of Object.entries(labels)) must(id, HTMLElement).replaceChildren(label);
  const names = { article: WORDS.article.region, hub: WORDS.hub.region, tabs: tabs.label, language: WORDS.language, finder: WORDS.finding.label };
  for (const [id, name] of Object.entries(names)) must(id, HTMLElement).setAttribute('aria-label', name);
  must('back', HTMLElement).replaceChildren(el('span', { 'aria-hidden': 'true' }, '↩'), ` ${WORDS.article.back}`);
}

/**
 * The choice of languages, each under its own name.
 * @param {Language} language
 * @param {(language: Language) => void} choose
 */
export function offerLanguages(language, choose) {
  const select = must('language', HTMLSelectElement);
  select.replaceChildren(...Object.entries(LANGUAGES).map(([tag, { name }]) => el('option', { value: tag, lang: tag }, name)));
  select.value = language;
  select.onchange = () => choose(/** @type {Language} */ (select.value));
}
