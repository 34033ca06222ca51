/**
 * How fast the wasm core is, in Node and in a page alike: the time until it can be asked, the first analysis of a text in
 * a fresh instance, the fastest of several more, and where that one's time went, in milliseconds.
 */

/** For how long a text is read again, in milliseconds: an engine optimises what has run for a while, and a short text is soon read. */
const WARMING = 1500;

/**
 * @param {string} glue where the core's script lies
 * @param {BufferSource | undefined} wasm its code, where the script cannot fetch it
 * @param {string} text
 */
export async function measured(glue, wasm, text) {
  const begun = performance.now();
  // Another address is another instance: nothing is warm.
  const core = await import(`${glue}?${Math.random()}`);
  const { memory } = await core.default(wasm ? { module_or_path: wasm } : undefined);
  const analyzer = new core.Analyzer();
  const ready = performance.now() - begun;
  const before = memory.buffer.byteLength;
  const first = timed(analyzer, text).milliseconds;
  const runs = text.length < 200_000 ? 8 : text.length < 2_000_000 ? 3 : 2;
  const rest = [];
  for (const end = performance.now() + WARMING; rest.length < runs || performance.now() < end;) rest.push(timed(analyzer, text));
  const best = rest.reduce((a, b) => (b.milliseconds < a.milliseconds ? b : a));
  analyzer.free();
  return { ready, first, ...best, memory: memory.buffer.byteLength - before };
}

/** One analysis, and the time of each step. */
function timed(analyzer, text) {
  /** @type {[string, number][]} */
  const seen = [];
  const begun = performance.now();
  analyzer.analyze(text, undefined, (stage) => { seen.push([stage, performance.now()]); });
  const ended = performance.now();
  const stages = Object.fromEntries(seen.map(([stage, at], nth) => [stage, (seen[nth + 1]?.[1] ?? ended) - at]));
  return { milliseconds: ended - begun, stages };
}
