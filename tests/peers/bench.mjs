/**
 * How fast others are on the same files: `node bench.mjs FILE…` prints a JSON line for each library and file, with the
 * milliseconds of a first and of a further reading. What would take a library more than a minute is left out.
 */

import { readFile } from 'node:fs/promises';
import * as chrono from 'chrono-node';
import nlp from 'compromise';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

const MOST = 60_000;

const wink = winkNLP(model);
const PEERS = {
  /** Names. */
  compromise: (text) => { const read = nlp(text); return [read.people().out('array'), read.places().out('array'), read.organizations().out('array')]; },
  /** Tokens, sentences, parts of speech and its entities, which are dates, numbers and the like: it knows no names. */
  'wink-nlp': (text) => wink.readDoc(text).entities().out(),
  /** Dates. */
  'chrono-node': (text) => chrono.parse(text, new Date(2025, 9, 29)),
};

function timed(read, text) {
  const begun = performance.now();
  read(text);
  return performance.now() - begun;
}

for (const [peer, read] of Object.entries(PEERS)) {
  // Milliseconds for a character, of the longest text so far: how long the next would take.
  let rate = 0;
  for (const file of process.argv.slice(2)) {
    const text = await readFile(file, 'utf8');
    if (rate * text.length > MOST) continue;
    const first = timed(read, text);
    const milliseconds = first > MOST / 6 ? first : Math.min(timed(read, text), timed(read, text));
    rate = milliseconds / text.length;
    console.log(JSON.stringify({ peer, file, first, milliseconds }));
  }
}
