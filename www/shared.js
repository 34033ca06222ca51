/**
 * What another app shared with this page: the service worker has it, and gives it out once.
 *
 * @import { Intake } from './intake.js'
 * @typedef {'lost' | 'refused' | 'address'} ShareFault
 */

import { isBlank } from './text.js';

const SHARED = '#shared=';
const ADDRESS = /https?:\/\/\S+/g;
/** A worker that was ended on the way has nothing to say. */
const ANSWER_LIMIT = 5000;

/** @param {string} hash */
export function isShared(hash) {
  return hash.startsWith(SHARED);
}

/**
 * @param {string} hash the part of the address from `#` on
 * @returns {Promise<Intake | File | ShareFault>}
 */
export async function sharedWith(hash) {
  const item = await askWorker(hash.slice(SHARED.length));
  if (item === null) return 'lost';
  if (item === 'refused') return item;
  const { title, text, url, file } = /** @type {Record<string, unknown>} */ (item);
  if (file instanceof File && file.size > 0) return file;
  return intakeOf([title, text, url].map((part) => (typeof part === 'string' ? part.trim() : '')));
}

/**
 * A title that the text begins with is not said twice.
 * @param {string[]} parts title, text, address
 * @returns {Intake | ShareFault}
 */
function intakeOf([title = '', text = '', url = '']) {
  const words = text.replace(ADDRESS, '');
  if (isBlank(words)) return url !== '' || words !== text ? 'address' : 'refused';
  return { text: title === '' || text.startsWith(title) ? text : `${title}\n\n${text}`, html: '' };
}

/**
 * @param {string} word
 * @returns {Promise<unknown>}
 */
function askWorker(word) {
  const controller = 'serviceWorker' in navigator ? navigator.serviceWorker.controller : null;
  if (!controller) return Promise.resolve(null);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    setTimeout(() => resolve(null), ANSWER_LIMIT);
    controller.postMessage({ shared: word }, [port2]);
  });
}
