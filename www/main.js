/**
 * One state, one rendering of it. Views are functions of the Analysis; what the person does comes back here.
 *
 * @import { Analysis } from './pkg/digest_hub.js'
 * @import { About, Shown, State, Tab } from './render.js'
 * @import { WhichHub } from './views/choice.js'
 * @import { Place } from './travel.js'
 * @import { Intake } from './intake.js'
 * @import { FormatChoice } from './views/exports.js'
 * @import { Asked } from './views/citations.js'
 * @import { Mark } from './views/marks.js'
 * @import { Length } from './lengths.js'
 * @import { Language } from './strings.js'
 */

import { must } from './dom.js';
import { Engine } from './engine.js';
import { copyText, handOut } from './exporting.js';
import { faultOf } from './faults.js';
import { Finding } from './finding.js';
import { finishGrowing, nextPicture, nextTurn } from './growing.js';
import { fromClipboard, listenForText, openFile } from './intake.js';
import { keepSingleKeys, listenForKeys, recallSingleKeys } from './keys.js';
import { keepLength, knownLength, STANDARD } from './lengths.js';
import { Looking } from './looking.js';
import { Reading } from './reading.js';
import { keepOffline } from './offline.js';
import { blocksByNumber, renderPage } from './render.js';
import { SAMPLE_ANALYSIS } from './made/sample.js';
import { SAMPLE } from './sample.js';
import { carries } from './share.js';
import { keepLanguage, knownLanguage, speak, WORDS } from './strings.js';
import { cutAt, SOFT_LIMIT } from './text.js';
import { arriveAt, clearTint, goToStart, Travel } from './travel.js';
import { deskView, fillDesk } from './views/desk.js';
import { openAbout } from './views/about.js';
import { exportsView } from './views/exports.js';
import { offerLanguages } from './views/frame.js';
import { openHelp } from './views/help.js';
import { hubOf } from './views/hub.js';
import { Visit } from './visit.js';

const BLOCKS_AT_ONCE = 2000;

/** @type {State} */
const state = { shown: null, kept: '', work: null, fault: null, desk: true, shownBlocks: BLOCKS_AT_ONCE, marks: true, tab: 'digest', language: knownLanguage(), length: knownLength() };
const engine = new Engine();
const phone = matchMedia('(width < 960px)');
/** @type {Map<string, number>} */
const scrollOf = new Map();
let singleKeys = recallSingleKeys();

const ground = { isPhone: () => phone.matches, openTab, reveal, say, moved: (/** @type {number} */ depth) => { must('back', HTMLButtonElement).hidden = depth === 0; } };
const travel = new Travel(ground);
const looking = new Looking(() => state.shown, ground, travel);

const finding = new Finding({ shown: () => state.shown, openTab, reveal, say });

const visit = new Visit({
  read: (paste, about) => { reading.read(paste, about); }, sample: showSample, refuse, say,
  take: (intake) => { reading.take(intake); }, open: (file) => { openFile(file, intakeActions); },
});

/* Reading */

const reading = new Reading(engine, {
  began: (kept) => update({ kept, fault: kept ? lasting() : state.fault, work: null }),
  works: (work) => update({ work }),
  read: show,
  length: () => state.length,
  failed: fail,
  nothing: nothingIn,
  tooLong,
});

/**
 * @param {string} paste
 * @param {About} about
 * @param {Analysis} analysis
 */
function show(paste, about, analysis) {
  looking.restart();
  scrollOf.clear();
  const which = about.again && state.shown ? state.shown.which : 'published';
  const hub = hubOf(analysis, which);
  const shown = { paste, ...about, which, analysis, hub, blockOf: blocksByNumber(analysis) };
  travel.restart();
  if (about.again) return showAgain(shown);
  update({ shown, work: null, fault: about.isSample ? state.fault : lasting(), desk: about.isSample, shownBlocks: BLOCKS_AT_ONCE, kept: '' });
  // Laying it by is work enough for a task.
  if (!about.isSample) nextTurn().then(() => visit.remember(shown));
  if (!about.isSample) fillDesk('', SOFT_LIMIT);
  if (about.isSample) return;
  for (const pane of ['left', 'hub']) must(pane, HTMLElement).scrollTop = 0;
  openTab('digest');
  scrollTo(0, 0);
  arriveAt('part-digest');
  const title = analysis.article.title ? `${analysis.article.title}.` : WORDS.working.untitled;
  say(hub ? WORDS.working.done(title, hub.digest.key_points.length, hub.entities.length, hub.timeline.length) : WORDS.working.doneNoHub(title));
}

/** Its analysis came with the page. The core comes behind it, and that it does not come is told before anybody needs it. */
async function showSample() {
  if (state.length !== STANDARD) return reading.read(SAMPLE, { isSample: true });
  // The paste area is on the screen first.
  await nextTurn();
  if (reading.isPending()) return;
  if (!state.shown) show(SAMPLE, { isSample: true }, SAMPLE_ANALYSIS);
  await nextPicture();
  engine.warmUp(SAMPLE).catch(fail);
}

/**
 * The same text with another publication date or a longer summary: what was open stays as it was.
 * @param {Shown} shown
 */
function showAgain(shown) {
  update({ shown, work: null, fault: lasting(), kept: '' });
  if (!shown.isSample) visit.remember(shown);
  if (shown.again === 'length') {
    document.getElementById(`length-${state.length}`)?.focus({ preventScroll: true });
    return say(WORDS.digest.told(state.length, shown.analysis.hub.digest.summary.flatMap((part) => part.claims).length));
  }
  document.getElementById('date-change')?.focus({ preventScroll: true });
  const words = WORDS.published;
  if (shown.published === 'none') return say(words.noneApplied);
  say(shown.published ? words.applied(shown.published) : words.readAgain(shown.analysis.article.published?.date ?? null));
}

/** @param {unknown} error */
function fail(error) {
  const can = { retry, edit: () => edit(state.kept), copy: copyReport };
  update({ work: null, fault: faultOf(error, can, { version: engine.version, characters: state.kept.length }) });
}

function retry() {
  update({ fault: null });
  if (state.kept) reading.read(state.kept, reading.about);
  else showSample();
}

function cancel() {
  const kept = state.kept;
  reading.stop();
  update({ work: null });
  edit(kept);
  say(WORDS.working.cancelled);
}

/** @param {string} text of fewer than three words: the empty page, no error; an article that is open stays open */
function nothingIn(text) {
  if (!state.desk) return say(WORDS.desk.nothing);
  if (text.trim() !== '') fillDesk(text, SOFT_LIMIT);
  update({ fault: lasting() });
}

/**
 * @param {string} paste
 * @param {About} about
 */
function tooLong(paste, about) {
  const actions = [
    { label: WORDS.fault.readStart, run: () => { reading.read(cutAt(paste, SOFT_LIMIT), about); } },
    { label: WORDS.fault.dismiss, run: dismiss },
  ];
  update({ work: null, fault: { ...WORDS.fault.tooLong(paste.length), actions } });
}

/**
 * @param {{ title: string, body: string }} words
 * @param {() => void} run
 */
function offerReload(words, run) {
  update({ fault: { ...words, stays: true, actions: [{ label: WORDS.update.reload, run }, { label: WORDS.update.later, run: dismiss }] } });
}

/** @param {{ title: string, body: string }} words */
function refuse(words) {
  update({ fault: { ...words, actions: [{ label: WORDS.fault.dismiss, run: dismiss }] } });
}

const dismiss = () => update({ fault: null });

/** What is no matter of one text is there until it is answered. */
const lasting = () => (state.fault?.stays ? state.fault : null);

/* What the person does */

/** @param {string} text */
function edit(text) {
  fillDesk(text, SOFT_LIMIT);
  update({ fault: lasting() });
  openDesk();
}

function openDesk() {
  update({ desk: true });
  openTab('article');
  must('left', HTMLElement).scrollTop = 0;
  must('desk-text', HTMLTextAreaElement).focus();
}

/** @param {Tab} tab */
function openTab(tab) {
  if (tab === state.tab) return;
  scrollOf.set(state.tab, scrollY);
  update({ tab });
  if (phone.matches) scrollTo(0, scrollOf.get(tab) ?? 0);
}

/** @param {WhichHub} which */
function choose(which) {
  const { shown } = state;
  if (!shown) return;
  looking.restart();
  clearTint();
  travel.restart();
  const hub = hubOf(shown.analysis, which);
  update({ shown: { ...shown, which, hub } });
  if (hub) say(WORDS.working.done(`${WORDS.hub.which[which]}.`, hub.digest.key_points.length, hub.entities.length, hub.timeline.length));
}

/** @param {string | null} published */
function date(published) {
  if (!state.shown || reading.isPending()) return;
  const { paste, name, isSample } = state.shown;
  reading.read(paste, { name, isSample, published, again: 'date' });
}

/** @param {Length} length */
function summarise(length) {
  update({ length });
  keepLength(length);
  if (!state.shown) return;
  const { paste, name, isSample, published } = state.shown;
  reading.read(paste, { name, isSample, published: published ?? null, again: 'length' });
}

/** @param {Tab} tab */
function openPart(tab) {
  openTab(tab);
  goToStart(tab === 'article' ? 'article' : `part-${tab}`);
}

/** @param {number} block */
function reveal(block) {
  if (block >= state.shownBlocks) update({ shownBlocks: Math.ceil((block + 1) / BLOCKS_AT_ONCE) * BLOCKS_AT_ONCE });
  finishGrowing();
}

function escape() {
  if (state.work?.mayCancel) return cancel();
  if (state.fault && !state.kept) return dismiss();
  clearTint();
}

/** @param {string} report */
async function copyReport(report) {
  say(await copyText(report));
}

/**
 * @param {FormatChoice} choice
 * @param {HTMLButtonElement} button
 * @param {'copy' | 'save'} how
 */
async function exportAs(choice, button, how) {
  const { shown } = state;
  if (!shown || reading.isPending()) return say(WORDS.exports.nothing);
  try {
    say(await handOut(engine, shown, state.length, choice, button, how));
  } catch {
    must('exports', HTMLElement).hidePopover();
    refuse(WORDS.fault.exporting);
  }
}

function openKeys() {
  openHelp(singleKeys, (on) => {
    singleKeys = on;
    keepSingleKeys(on);
  });
}

/** @param {string} message for those who hear the page */
function say(message) {
  must('said', HTMLElement).replaceChildren(message);
}

/* Rendering */

/** @param {Partial<State>} change */
function update(change) {
  Object.assign(state, change);
  render();
}

function render() {
  if (renderPage(state, doings)) finding.refresh();
}

const doings = {
  cancel, edit, choose, date, summarise,
  stepMention: (/** @type {number} */ entity, /** @type {1 | -1} */ step) => looking.stepMention(entity, step),
  followMark: (/** @type {Mark} */ mark, /** @type {Event} */ event) => looking.followMark(mark, event),
  openUses: (/** @type {number} */ number) => looking.openUses(number),
  why: (/** @type {Asked} */ what) => looking.why(what),
  toggleMarks: () => update({ marks: !state.marks }),
  more: () => update({ shownBlocks: state.shownBlocks + BLOCKS_AT_ONCE }),
  follow: (/** @type {string} */ from, /** @type {Place} */ place) => travel.follow(from, place),
};

/* The beginning */

const intakeActions = {
  take: (/** @type {Intake} */ intake) => { reading.take(intake); },
  refuse: (/** @type {'pdf' | 'office' | 'binary' | 'unreadable'} */ why) => refuse(WORDS.fault[why]),
  tooBig: (/** @type {number} */ bytes) => refuse(WORDS.fault.tooBigFile(`${Math.round(bytes / 1_000_000)} MB`)),
  dragging: (/** @type {boolean} */ on) => {
    if (on) document.body.dataset['dragging'] = WORDS.desk.drop;
    else delete document.body.dataset['dragging'];
  },
};

/** What is made once in a language, so that what was typed outlives every rendering of the rest. */
function furnish() {
  must('desk', HTMLElement).replaceChildren(...deskView({
    read: (text) => { reading.read(text, { isSample: false }); },
    close: () => update({ desk: false }),
    open: (file) => { openFile(file, intakeActions); },
    clipboard: async (items) => { reading.take(await fromClipboard(items)); },
    refuse,
  }));
  offerLanguages(state.language, chooseLanguage);
  visit.showOpened();
}

/** Made when it opens, in the language of that moment. */
function fillExports() {
  must('exports', HTMLElement).replaceChildren(...exportsView({
    copy: (choice, button) => { exportAs(choice, button, 'copy'); },
    download: (choice, button) => { exportAs(choice, button, 'save'); },
    print: () => { must('exports', HTMLElement).hidePopover(); print(); },
    link: (button) => { visit.link(state.shown, button); },
  }));
}

/** @param {Language} language */
function chooseLanguage(language) {
  const typed = must('desk-text', HTMLTextAreaElement).value;
  speak(language);
  keepLanguage(language);
  state.language = language;
  furnish();
  fillDesk(typed, SOFT_LIMIT);
  render();
}

function begins() {
  speak(state.language);
  furnish();
  must('new', HTMLButtonElement).onclick = openDesk;
  must('find', HTMLButtonElement).onclick = () => finding.open();
  must('exports', HTMLElement).addEventListener('beforetoggle', (event) => { if (event.newState === 'open') fillExports(); });
  must('keys', HTMLButtonElement).onclick = openKeys;
  must('about', HTMLButtonElement).onclick = () => openAbout(engine.version);
  must('back', HTMLButtonElement).onclick = () => travel.goBack();
  for (const tab of /** @type {const} */ (['digest', 'who', 'when', 'article'])) must(`tab-${tab}`, HTMLButtonElement).onclick = () => {
    openTab(tab);
    // Who leaves a citation's paragraph by hand is not on the way back any more.
    must('back', HTMLButtonElement).hidden = true;
  };
  listenForText(intakeActions);
  listenForKeys({
    singleKeys: () => singleKeys, help: openKeys, part: openPart, back: () => travel.goBack(), marks: doings.toggleMarks, escape, find: () => finding.open(),
    exports: () => { must('exports', HTMLElement).togglePopover(); must('exports', HTMLElement).querySelector('button')?.focus(); },
  });
  render();
  addEventListener('beforeprint', finishGrowing);
  addEventListener('hashchange', () => { if (carries(location.hash)) visit.first(); });
  visit.first();
  keepOffline(engine.begun, (takeOver) => offerReload(WORDS.update.ready, takeOver), () => offerReload(WORDS.update.changed, () => location.reload()));
}

// Understanding the script and beginning with it are work for two tasks.
nextTurn().then(begins);
