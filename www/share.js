/**
 * A link that carries the text itself: packed into the part of an address behind `#`, which no browser sends to a host.
 *
 * @typedef {{ text: string, published: string | null }} Carried
 * @typedef {'corrupt' | 'too-big'} LinkFault
 */

import { HARD_LIMIT, wellFormed } from './text.js';

const MARK = '#text=';
/** Longer addresses are cut by what people send them with. */
const LONGEST = 30_000;
/** UTF-8 takes up to three bytes for a UTF-16 unit; what is read stops there, whatever a link unpacks to. */
const MOST_BYTES = 3 * HARD_LIMIT + 1000;
const ISO_DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {Carried} carried
 * @returns {Promise<string | null>} the address; none where it would be too long
 */
export async function linkTo({ text, published }) {
  const bytes = new TextEncoder().encode(JSON.stringify({ text, published }));
  const packed = base64(await drained(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw')), MOST_BYTES));
  const address = `${location.origin}${location.pathname}${MARK}${packed}`;
  return location.protocol.startsWith('http') && address.length <= LONGEST ? address : null;
}

/** @param {string} hash */
export function carries(hash) {
  return hash.startsWith(MARK);
}

/**
 * @param {string} hash the part of the address from `#` on
 * @returns {Promise<Carried | LinkFault>}
 */
export async function carriedBy(hash) {
  try {
    const packed = fromBase64(hash.slice(MARK.length));
    const bytes = await drained(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')), MOST_BYTES);
    const { text, published } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof text !== 'string' || text === '') return 'corrupt';
    return { text: wellFormed(text), published: typeof published === 'string' && (published === 'none' || ISO_DAY.test(published)) ? published : null };
  } catch (error) {
    return error instanceof RangeError ? 'too-big' : 'corrupt';
  }
}

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @param {number} most more than so many bytes are a RangeError, before they are kept
 */
async function drained(stream, most) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.length;
    if (size > most) {
      reader.cancel().catch(() => {});
      throw new RangeError('too much');
    }
    parts.push(value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** @param {Uint8Array} bytes */
function base64(bytes) {
  let binary = '';
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** @param {string} packed */
function fromBase64(packed) {
  return Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
