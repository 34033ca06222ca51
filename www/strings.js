/**
 * Every word of the interface, in the language that the person reads. A view takes its words when it is built, so another
 * language is one rendering.
 *
 * @typedef {'en' | 'zh-Hans'} Language
 */

import { recalledChoice, rememberChoice } from './remembered.js';
import { ENGLISH } from './words-en.js';
import { CHINESE } from './words-zh.js';

/** @type {Record<Language, { name: string, words: typeof ENGLISH }>} each under its own name */
export const LANGUAGES = { en: { name: 'English', words: ENGLISH }, 'zh-Hans': { name: '简体中文', words: CHINESE } };

/** The words of now. */
export const WORDS = { ...ENGLISH };

/** @param {Language} language */
export function speak(language) {
  Object.assign(WORDS, LANGUAGES[language].words);
}

const LANGUAGE_CHOICE = 'language';

/** @returns {Language} what the person chose here, or the first language of the browser that there are words in */
export function knownLanguage() {
  for (const tag of [recalledChoice(LANGUAGE_CHOICE) ?? '', ...navigator.languages]) {
    if (/^zh\b/i.test(tag)) return 'zh-Hans';
    if (/^en\b/i.test(tag)) return 'en';
  }
  return 'en';
}

/** @param {Language} language */
export function keepLanguage(language) {
  rememberChoice(LANGUAGE_CHOICE, language);
}
