/**
 * What a fault is called, and what can be done about it.
 *
 * @import { Fault, FaultAction } from './views/status.js'
 */

import { singleFile } from './build.js';
import { EngineFault } from './engine.js';
import { WORDS } from './strings.js';

/**
 * @param {unknown} error
 * @param {{ retry: () => void, edit: () => void, copy: (report: string) => void }} can
 * @param {{ version: string, characters: number }} about
 * @returns {Fault}
 */
export function faultOf(error, can, about) {
  const fault = error instanceof EngineFault ? error : new EngineFault('failed', error instanceof Error ? error.name : typeof error);
  const words = WORDS.fault;
  /** @type {FaultAction[]} */
  const actions = [{ label: words.retry, run: can.retry }];
  if (about.characters > 0) actions.push({ label: words.edit, run: can.edit });
  if (fault.code === 'core-missing' || fault.code === 'core-broken' || fault.code === 'worker-blocked') {
    const href = singleFile();
    const link = href === null ? undefined : { label: words.singleFile, href };
    return { ...words[fault.code], actions, ...(link && { link }) };
  }
  const report = reportOf(fault, about);
  actions.push({ label: words.copyReport, run: () => can.copy(report) });
  return { ...(fault.code === 'time' ? words.time : words.reading), actions, report };
}

/**
 * Nothing of the person's text goes in: versions, sizes and names alone.
 * @param {EngineFault} fault
 * @param {{ version: string, characters: number }} about
 */
function reportOf(fault, about) {
  return [
    `digest-hub ${about.version || 'unknown'}`,
    `fault: ${fault.code}${fault.causeName ? ` (${fault.causeName})` : ''}`,
    `characters: ${about.characters}`,
    `browser: ${navigator.userAgent}`,
    `language: ${navigator.language}`,
  ].join('\n');
}
