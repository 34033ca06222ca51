/**
 * How text gets in: pasted, dropped, opened. Nothing is analysed here.
 *
 * @typedef {{ text: string, html: string, name?: string }} Intake
 * @typedef {'pdf' | 'office' | 'binary' | 'unreadable'} FileRefusal
 * @typedef {object} IntakeActions
 * @property {(intake: Intake) => void} take
 * @property {(why: FileRefusal) => void} refuse
 * @property {(bytes: number) => void} tooBig
 * @property {(on: boolean) => void} dragging
 */

import { decodeFile, HARD_LIMIT, SOFT_LIMIT } from './text.js';

/** UTF-16 doubles plain letters, and saved pages are mostly markup. */
const FILE_LIMIT = 4 * HARD_LIMIT;

/** @param {IntakeActions} actions */
export function listenForText(actions) {
  document.addEventListener('paste', (event) => {
    const data = event.clipboardData;
    if (!data) return;
    const [file] = data.files;
    const intake = { text: data.getData('text/plain'), html: data.getData('text/html') };
    if (isEdit(event.target, intake.text)) return;
    if (intake.text === '' && intake.html === '' && !file) return;
    // A browser takes seconds to put megabytes into a field; the page takes the text before it gets there.
    event.preventDefault();
    if (intake.text === '' && intake.html === '' && file) openFile(file, actions);
    else actions.take(intake);
  });
  listenForDrops(actions);
}

/** @param {IntakeActions} actions */
function listenForDrops(actions) {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    actions.dragging(true);
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) actions.dragging(false);
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    actions.dragging(false);
    const data = event.dataTransfer;
    const [file] = data?.files ?? [];
    if (file) openFile(file, actions);
    else if (data) actions.take({ text: data.getData('text/plain'), html: data.getData('text/html') });
  });
}

/**
 * A short paste into a field of a form, or into a text that is being written, is part of the writing.
 * @param {EventTarget | null} target
 * @param {string} text
 */
function isEdit(target, text) {
  if (target instanceof HTMLInputElement) return text.length < 40;
  return target instanceof HTMLTextAreaElement && target.value.trim() !== '' && text.length < SOFT_LIMIT;
}

/**
 * @param {File} file
 * @param {IntakeActions} actions
 */
export async function openFile(file, actions) {
  if (file.size > FILE_LIMIT) return actions.tooBig(file.size);
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return actions.refuse('unreadable');
  }
  const decoded = decodeFile(bytes);
  if ('refused' in decoded) return actions.refuse(decoded.refused);
  const isHtml = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
  actions.take(isHtml ? { text: '', html: decoded.text, name: file.name } : { text: decoded.text, html: '', name: file.name });
}

/**
 * @param {ClipboardItem[]} items
 * @returns {Promise<Intake>}
 */
export async function fromClipboard(items) {
  const read = async (/** @type {string} */ type) => {
    const item = items.find((each) => each.types.includes(type));
    return item ? (await item.getType(type)).text() : '';
  };
  return { text: await read('text/plain'), html: await read('text/html') };
}
