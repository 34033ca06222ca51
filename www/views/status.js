/**
 * What the page says while it works and when something went wrong.
 *
 * @typedef {{ label: string, run: () => void }} FaultAction
 * @typedef {{ title: string, body: string, report?: string, actions: FaultAction[], stays?: boolean, link?: { label: string, href: string } }} Fault
 * @typedef {{ stage: string, permille: number, size: number, mayCancel: boolean }} Work
 */

import { el, pressable } from '../dom.js';
import { WORDS } from '../strings.js';

/**
 * @param {Work} work
 * @param {() => void} cancel
 * @returns {Node[]}
 */
export function workView(work, cancel) {
  const label = WORDS.working.label(WORDS.working.stage(work.stage), work.size);
  return [
    el('span', { id: 'work-label' }, label),
    el('progress', { max: '1000', value: String(work.permille), 'aria-labelledby': 'work-label' }),
    ...(work.mayCancel ? [pressable(WORDS.working.cancel, cancel, { class: 'button', id: 'work-cancel' })] : []),
  ];
}

/**
 * @param {Fault} fault
 * @returns {Node[]}
 */
export function faultView(fault) {
  return [
    el('h2', {}, fault.title),
    el('p', {}, fault.body),
    el('div', { class: 'fault-foot' },
      fault.actions.map((action, i) => pressable(action.label, action.run, { class: i === 0 ? 'button is-first' : 'button' })),
      fault.link && el('a', { class: 'button', href: fault.link.href }, fault.link.label)),
    ...(fault.report ? [el('details', { class: 'fault-report' }, el('summary', {}, WORDS.fault.reportTitle), el('p', {}, WORDS.fault.reportNote), el('pre', {}, fault.report))] : []),
  ];
}
