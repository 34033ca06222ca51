/** What is done to text before it is analysed or shown. Nothing here touches the page. */

export const SOFT_LIMIT = 200_000;
export const HARD_LIMIT = 5_000_000;
const MARKS_PER_BASE = 30;
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
const LONE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}]+/gu;
const EXCESS_MARKS = new RegExp(`(\\p{M}{${MARKS_PER_BASE}})\\p{M}+`, 'gu');

/**
 * Lone surrogates become U+FFFD, one unit for one, so that the core's offsets and ours count the same text.
 * @param {string} text
 */
export function wellFormed(text) {
  const native = /** @type {{ toWellFormed?: () => string }} */ (/** @type {unknown} */ (text));
  return native.toWellFormed ? native.toWellFormed() : text.replace(LONE, '\uFFFD');
}

/**
 * Twenty thousand accents on one letter paint over the whole page; thirty are as many as any script needs.
 * @param {string} text
 */
export function capMarks(text) {
  return text.length > MARKS_PER_BASE ? text.replace(EXCESS_MARKS, '$1') : text;
}

/** @param {string} text */
export function withoutBidi(text) {
  return text.replace(BIDI, '');
}

/**
 * Whether there is too little to read: fewer than three words.
 * @param {string} text
 */
export function isBlank(text) {
  const words = text.slice(0, 10_000).matchAll(WORD);
  for (let seen = 0; seen < 3; seen += 1) if (words.next().done) return text.length <= 10_000 || !/[\p{L}\p{N}]/u.test(text);
  return false;
}

/** @type {Map<string, string>} */
const FOLDED = new Map([['\u2018', "'"], ['\u2019', "'"], ['\u201c', '"'], ['\u201d', '"'], ['\u2010', '-'], ['\u2011', '-'], ['\u2013', '-'], ['\u2014', '-']]);

/**
 * For finding: letters without case and accents, straight quotation marks and dashes, spaces for line ends. As many units
 * as the text has, so that places in one are places in the other.
 * @param {string} text
 */
export function folded(text) {
  return text.replace(/[^\x20-\x40\x5b-\x7e]/g, foldedUnit);
}

/** @param {string} unit */
function foldedUnit(unit) {
  const known = FOLDED.get(unit);
  if (known !== undefined) return known;
  const [base = unit, ...rest] = /\s/.test(unit) ? ' ' : unit.normalize('NFKD');
  const lower = (/^\p{M}*$/u.test(rest.join('')) ? base : unit).toLowerCase();
  const made = lower.length === 1 ? lower : unit;
  FOLDED.set(unit, made);
  return made;
}

/**
 * Where a folded text stands in another, none over another.
 * @param {string} wanted folded, not empty
 * @param {string} text
 * @returns {number[]}
 */
export function placesOf(wanted, text) {
  const places = [];
  const all = folded(text);
  for (let at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

/**
 * Lines that hold something: what a paste has of paragraphs, counted the same way for HTML and for plain text.
 * @param {string} text
 */
export function countLines(text) {
  return text.split(/[\r\n\v\f\u0085\u2028\u2029]+/).filter((line) => /[\p{L}\p{N}]/u.test(line)).length;
}

/**
 * The text up to `limit`, ended at a line where one is near, at a space otherwise, and never inside a pair.
 * @param {string} text
 * @param {number} limit
 */
export function cutAt(text, limit) {
  if (text.length <= limit) return text;
  return text.slice(0, breakBefore(text, limit, limit >> 1));
}

/**
 * Ends of slices of at most `size` units, for a line that is too long to lay out at once.
 * @param {string} text
 * @param {number} size
 * @returns {number[]}
 */
export function chunkEnds(text, size) {
  const ends = [];
  let from = 0;
  while (text.length - from > size) {
    from = afterMarks(text, breakBefore(text, from + size, from + (size >> 1)));
    ends.push(from);
  }
  if (from < text.length) ends.push(text.length);
  return ends;
}

/**
 * The first place from `at` on that does not part an accent from its letter, or each slice would show thirty more.
 * @param {string} text
 * @param {number} at
 */
function afterMarks(text, at) {
  let end = at;
  while (end < text.length && /^\p{M}$/u.test(String.fromCodePoint(text.codePointAt(end) ?? 0))) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

/**
 * @param {string} text
 * @param {number} limit
 * @param {number} least
 */
function breakBefore(text, limit, least) {
  const line = text.lastIndexOf('\n', limit - 1) + 1;
  if (line > least) return line;
  const space = text.lastIndexOf(' ', limit - 1) + 1;
  if (space > least) return space;
  const code = text.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}

/**
 * A name that every file system takes, without direction controls: they can make `exe` look like `txt`.
 * @param {string | null} title
 * @param {string} suffix
 */
export function fileName(title, suffix) {
  const stem = withoutBidi(title ?? '').normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  return `${[...stem].slice(0, 60).join('') || 'digest-hub'}.${suffix}`;
}

/**
 * @typedef {{ text: string, encoding: string }} Decoded
 * @typedef {{ refused: 'pdf' | 'office' | 'binary' }} Refused
 */

/**
 * Bytes of a file as text. Without a mark at its head a file is UTF-16 where every second byte is nought, then UTF-8
 * where that holds throughout, and Windows-1252 otherwise.
 * @param {Uint8Array} bytes
 * @returns {Decoded | Refused}
 */
export function decodeFile(bytes) {
  const head = bytes.subarray(0, 4);
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return { refused: 'pdf' };
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return { refused: 'office' };
  const wide = wideEncoding(bytes);
  if (wide) return { text: new TextDecoder(wide).decode(bytes), encoding: wide };
  if (looksBinary(bytes)) return { refused: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/**
 * @param {Uint8Array} bytes
 * @returns {'utf-16le' | 'utf-16be' | null}
 */
function wideEncoding(bytes) {
  if (startsWith(bytes, [0xff, 0xfe])) return 'utf-16le';
  if (startsWith(bytes, [0xfe, 0xff])) return 'utf-16be';
  const sample = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  sample.forEach((byte, i) => { if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1; });
  const [even = 0, odd = 0] = zeros;
  const many = sample.length * 0.2;
  if (odd > many && even < odd / 10) return 'utf-16le';
  if (even > many && odd < even / 10) return 'utf-16be';
  return null;
}

/** @param {Uint8Array} bytes */
function looksBinary(bytes) {
  const sample = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of sample) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) controls += 1;
  return controls > Math.max(4, sample.length / 100);
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} wanted
 */
function startsWith(bytes, wanted) {
  return wanted.every((byte, i) => bytes[i] === byte);
}
