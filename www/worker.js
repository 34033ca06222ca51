/**
 * The core in a thread of its own. It holds no state between jobs but the Analyzer; the page may end it at any time.
 *
 * @import { Format, Options, Words } from './pkg/digest_hub.js'
 *
 * @typedef {{ kind: 'start', module: WebAssembly.Module }
 *   | { kind: 'warm', text: string }
 *   | { kind: 'analyze', id: number, text: string, options?: Options }
 *   | { kind: 'html', id: number, html: string }
 *   | { kind: 'export', id: number, text: string, options?: Options, format: Format, words?: Words }} Order
 * @typedef {{ kind: 'loaded' }
 *   | { kind: 'ready', version: string }
 *   | { kind: 'refused', name: string }
 *   | { kind: 'progress', id: number, stage: string, permille: number }
 *   | { kind: 'done', id: number, value: unknown }
 *   | { kind: 'failed', id: number, name: string }} Answer
 */

import { default as initCore, Analyzer, textFromHtml, version } from './pkg/digest_hub.js';

/** @type {Analyzer | undefined} */
let analyzer;

/** @param {Answer} answer */
function reply(answer) {
  self.postMessage(answer);
}

/** @param {WebAssembly.Module} module */
async function startCore(module) {
  try {
    await initCore({ module_or_path: module });
    analyzer = new Analyzer();
    reply({ kind: 'ready', version: version() });
  } catch (error) {
    reply({ kind: 'refused', name: nameOf(error) });
  }
}

/**
 * Reads a text for nobody, so that the next is read by a core that has its tables and its fast code.
 * @param {string} text
 */
function warmUp(text) {
  try {
    analyzer?.analyze(text);
  } catch {
    // Whoever asks next is told.
  }
}

/** @param {Exclude<Order, { kind: 'start' | 'warm' }>} order */
function carryOut(order) {
  if (order.kind === 'html') return textFromHtml(order.html);
  if (!analyzer) throw new Error('the core has not started');
  if (order.kind === 'export') return analyzer.export(order.text, order.options, order.format, order.words);
  return analyzer.analyze(order.text, order.options, (stage, permille) => reply({ kind: 'progress', id: order.id, stage, permille }));
}

/**
 * The name alone: a message could hold words of the person's text.
 * @param {unknown} error
 */
function nameOf(error) {
  return error instanceof Error ? error.name : typeof error;
}

self.addEventListener('message', ({ data }) => {
  const order = /** @type {Order} */ (data);
  if (order.kind === 'start') {
    startCore(order.module);
    return;
  }
  if (order.kind === 'warm') {
    warmUp(order.text);
    return;
  }
  try {
    reply({ kind: 'done', id: order.id, value: carryOut(order) });
  } catch (error) {
    reply({ kind: 'failed', id: order.id, name: nameOf(error) });
  }
});

reply({ kind: 'loaded' });
