/**
 * The built core with a fault put into it: where it is asked to read a text of so many bytes, it comes to grief inside its own
 * instance. Everything else it does as it was built.
 */

import assert from 'node:assert/strict';

const ANALYZE = 'analyzer_analyze';
const ALLOCATE = '__wbindgen_malloc';
/** Of ANALYZE: the Analyzer, the text’s place, its bytes, two more. */
const BYTES = 2;
const PARAMETERS = 5;
/** Sections of a module, by what they hold. */
const [IMPORTS, FUNCTIONS, EXPORTS, CODE] = [2, 3, 7, 10];
const [END, VOID] = [0x0b, 0x40];

/** What happens in place of an answer: instructions, told the numbers of the function itself and of what takes memory. */
export const GRIEFS = {
  /** What a panic ends in. */
  trap: () => [0x00],
  recursion: (self) => [...given(), 0x10, ...leb(self), 0x00],
  /** The core’s own allocator, 16 MB each time, until it gives up. */
  memory: (_, allocate) => [0x03, VOID, 0x41, ...leb(1 << 24), 0x41, 1, 0x10, ...leb(allocate), 0x1a, 0x0c, 0, END],
  loop: () => [0x03, VOID, 0x0c, 0, END],
};

/** What the function was called with, on the stack. */
const given = () => Array.from({ length: PARAMETERS }, (_, at) => [0x20, at]).flat();

/** A number as a module holds it; one more byte where the highest bit would be taken for its sign. */
function leb(number) {
  const bytes = [];
  for (let rest = number; ; rest >>>= 7) {
    if (rest < 0x40) return [...bytes, rest];
    bytes.push((rest & 0x7f) | 0x80);
  }
}

/** Reads bytes from the front. */
class Reader {
  constructor(bytes) { [this.bytes, this.at] = [bytes, 0]; }
  byte() { return this.bytes[this.at++]; }
  number() {
    for (let [value, shift] = [0, 0]; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }
  take(count) { return this.bytes.subarray(this.at, this.at += count); }
  text() { return Buffer.from(this.take(this.number())).toString(); }
  rest() { return this.bytes.subarray(this.at); }
}

/** @returns {{ id: number, body: Uint8Array }[]} */
function sections(wasm) {
  const [reader, found] = [new Reader(wasm.subarray(8)), []];
  while (reader.at < reader.bytes.length) {
    const id = reader.byte();
    found.push({ id, body: reader.take(reader.number()) });
  }
  return found;
}

/** How many functions come from outside: they are numbered first. */
function importedFunctions(body) {
  const reader = new Reader(body);
  let count = 0;
  for (let left = reader.number(); left > 0; left -= 1) {
    reader.text();
    reader.text();
    const kind = reader.byte();
    if (kind === 0) count += 1;
    // A function names its type; of a table, a memory or a global nothing is imported.
    assert.equal(kind, 0, 'the core imports functions alone');
    reader.number();
  }
  return count;
}

/** Each export with its number, and where in the section that number stands. */
function exported(body) {
  const [reader, found] = [new Reader(body), {}];
  for (let left = reader.number(); left > 0; left -= 1) {
    const name = reader.text();
    reader.byte();
    const from = reader.at;
    found[name] = { number: reader.number(), from, to: reader.at };
  }
  assert.ok(found[ANALYZE] && found[ALLOCATE], 'the core exports what reads a text and what takes memory');
  return found;
}

/** One more item at the end of a list. */
function withOneMore(body, item) {
  const reader = new Reader(body);
  const count = reader.number();
  return Buffer.from([...leb(count + 1), ...reader.rest(), ...item]);
}

function typeOf(body, nth) {
  const reader = new Reader(body);
  reader.number();
  for (let left = nth; left > 0; left -= 1) reader.number();
  return reader.number();
}

function definedFunctions(body) {
  return new Reader(body).number();
}

/**
 * @param {Buffer} wasm the core as it was built
 * @param {(self: number, allocate: number) => number[]} grief
 * @param {number} bytes of the text that it comes to grief over, in UTF-8
 */
export function poisoned(wasm, grief, bytes) {
  const found = sections(wasm);
  const body = (id) => found.find((section) => section.id === id).body;
  const exports = exported(body(EXPORTS));
  const imported = importedFunctions(body(IMPORTS));
  const [old, self] = [exports[ANALYZE], imported + definedFunctions(body(FUNCTIONS))];
  const instructions = [
    0x20, BYTES, 0x41, ...leb(bytes), 0x46, 0x04, VOID, ...grief(self, exports[ALLOCATE].number), END,
    ...given(), 0x10, ...leb(old.number), END,
  ];
  const code = [0, ...instructions];
  const changed = {
    [FUNCTIONS]: withOneMore(body(FUNCTIONS), leb(typeOf(body(FUNCTIONS), old.number - imported))),
    [EXPORTS]: Buffer.concat([body(EXPORTS).subarray(0, old.from), Buffer.from(leb(self)), body(EXPORTS).subarray(old.to)]),
    [CODE]: withOneMore(body(CODE), [...leb(code.length), ...code]),
  };
  const written = found.map(({ id, body }) => Buffer.concat([Buffer.from([id, ...leb((changed[id] ?? body).length)]), changed[id] ?? body]));
  return Buffer.concat([wasm.subarray(0, 8), ...written]);
}
