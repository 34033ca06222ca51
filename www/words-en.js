/**
 * Every word of the interface, in English. Another language is another object of this shape.
 *
 * @import { TimelineEvent } from './pkg/digest_hub.js'
 */

/**
 * @param {number} n
 * @param {string} one
 * @param {string} [many]
 */
function counted(n, one, many = `${one}s`) {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

/**
 * Below a thousand there is nothing to group, and no need to ask the browser, whose first answer takes it longer than the
 * rest of the page.
 * @param {number} n a count
 */
function grouped(n) {
  return n < 1000 ? String(n) : n.toLocaleString('en');
}

/** @param {number} n */
function sized(n) {
  if (n < 1000) return counted(n, 'character');
  return n < 1_000_000 ? `${grouped(Math.round(n / 1000))} thousand characters` : `${(n / 1_000_000).toFixed(1)} million characters`;
}

export const ENGLISH = {
  name: 'digest-hub',
  promise: 'Runs in this page. Your text is not sent anywhere.',
  newPaste: 'New',
  find: 'Find',
  exportMenu: 'Export',
  keys: 'Keys',
  language: 'Language',
  skip: 'Skip to the hub',
  /** @param {number | string} n as publishers print it */
  para: (n) => `para. ${n}`,
  /** @param {string} numbers of several, as ranges */
  paras: (numbers) => `paras. ${numbers}`,
  /** What stands unseen before and behind a paragraph's number in the gutter. */
  paraNumber: ['para. ', ''],

  desk: {
    title: 'Paste an article',
    label: 'Text of the article',
    lede: 'See its digest, who’s who and timeline beside it, every sentence linked to the paragraph that it rests on.',
    hint: 'Copy a whole page, menus and all, and paste it anywhere here. Or drop a .txt, .md or .html file, or type.',
    placeholder: 'Paste or type here',
    paste: 'Paste',
    open: 'Open a file',
    read: 'Read this text',
    close: 'Back to the article',
    drop: 'Drop the file to read it',
    nothing: 'There is nothing to read in that.',
    clipboardRefused: { title: 'The browser did not hand over the clipboard', body: 'Press Ctrl+V or ⌘V instead, or hold a finger on the field and choose Paste.' },
    download: 'Download this tool',
    downloadNote: 'One file that opens by a double click and needs no network.',
    kept: (/** @type {number} */ n) => `Your text is kept (${sized(n)}). It is too long to edit here.`,
  },

  opened: {
    title: 'Opened in this visit',
    keep: 'Keep this list on this device',
    forget: 'Forget all',
    forgotten: 'The list is empty.',
    untitled: (/** @type {string} */ start) => `${start} …`,
    notKept: { title: 'This device does not keep the list', body: 'Its storage is full or refused. The list stays for this visit.' },
  },

  article: {
    region: 'Article',
    sampleLabel: 'Sample',
    sampleNote: 'An invented article. Every name in it is fictitious. Paste your own to replace it.',
    edit: 'Edit the text',
    meta: (/** @type {number} */ words, /** @type {number} */ paragraphs) => `${counted(words, 'word')} in ${counted(paragraphs, 'paragraph')}`,
    fromFile: 'From ',
    paragraph: (/** @type {number} */ n) => `Paragraph ${n}`,
    usedBy: (/** @type {number} */ n) => `Where the hub uses paragraph ${n}`,
    more: (/** @type {number} */ left) => `Show more (${counted(left, 'block')} to come)`,
    key: 'Marks',
    back: 'Back to citation',
    arrived: (/** @type {number} */ n) => `Paragraph ${n}. Backspace returns to the citation.`,
  },

  published: {
    on: 'Published ',
    unknown: 'No publication date found',
    from: (/** @type {string} */ from) => ` (${{ given: 'as you set it', byline: 'from the byline', dateline: 'from the dateline', text: 'from the text' }[from] ?? 'from the text'})`,
    day: shortDay,
    set: 'Set date',
    setWhat: ' of publication',
    change: 'Change',
    changeWhat: ' the publication date',
    label: 'Publication date',
    apply: 'Apply',
    clear: 'Clear',
    asRead: 'Back to what the text says',
    applied: (/** @type {string} */ iso) => `Read again as published on ${longDay(iso)}.`,
    none: 'No publication date, as you set it',
    noneApplied: 'The date is cleared. Read again without a publication date.',
    readAgain: (/** @type {string | null} */ iso) => (iso ? `Read again as published on ${longDay(iso)}, as the text says.` : 'Read again. The text says no publication date.'),
  },

  aside: {
    title: (/** @type {number} */ n) => `What was set aside (${counted(n, 'piece')})`,
    note: 'Parts of the page that are not the article. Nothing is lost: check here if a sentence is missing above.',
    kind: (/** @type {string} */ kind) => ({ menu: 'Menus', advert: 'Advertising', share: 'Sharing', 'published-hub': 'The publisher’s hub', 'page-number': 'Page numbers', footnote: 'Footnotes' }[kind] ?? sentenceCase(kind)),
    pieces: (/** @type {number} */ n) => counted(n, 'piece'),
  },

  hub: {
    region: 'Hub',
    fromPublisher: 'The hub on the publisher’s page, word for word',
    madeHere: 'The hub, made here from the article',
    which: { published: 'Publisher’s hub', made: 'Made here' },
    whichLabel: 'Which hub to show',
    sample: 'An invented hub, read from the sample article',
    noneTitle: 'Too little text for a hub',
    none: 'A digest, a who’s who and a timeline need a few sentences that name somebody or tell of something.',
    noneArticle: 'The article is shown with its paragraphs numbered.',
    waiting: 'Digest, who’s who and timeline stand here as soon as an article has been read.',
    long: (/** @type {number} */ n) => `This text has ${grouped(n)} characters. It was read in full; texts of up to 200,000 are read soonest.`,
    absentKey: 'Their sign is a dotted line and “?”.',
    absent: 'not in the pasted text',
  },

  /** What the core says of a text, where a language has words of its own for it. */
  notice: (/** @type {string} */ _code, /** @type {string} */ message) => message,

  support: {
    supported: 'The pasted article says so',
    contradicted: 'The pasted article says otherwise',
    open: 'The pasted article does not say it in these words: compare for yourself',
  },

  digest: {
    title: 'Digest',
    short: 'In 30 seconds',
    /** @param {number} minutes */
    long: (minutes) => `In ${counted(minutes, 'minute')}`,
    none: 'The hub has no digest.',
    lengthLabel: 'Length of the summary',
    lengths: { short: 'Short', standard: 'Standard', long: 'Long' },
    /** @param {'short' | 'standard' | 'long'} length @param {number} sentences */
    told: (length, sentences) => `${{ short: 'Short', standard: 'Standard', long: 'Long' }[length]} summary: ${counted(sentences, 'sentence')}.`,
  },
  who: {
    title: 'Who’s who',
    none: 'The hub names nobody.',
    more: (/** @type {number} */ n) => counted(n, 'more name'),
    kind: (/** @type {string} */ kind) => ({ company: 'Company', organisation: 'Organisation', person: 'Person', place: 'Place', date: 'Date', other: 'Other' }[kind] ?? 'Other'),
    kinds: (/** @type {string} */ kind) => ({ company: 'Companies', organisation: 'Organisations', person: 'People', place: 'Places', other: 'Other' }[kind] ?? 'Other'),
    filter: 'Kinds of names to show',
    all: 'All',
    also: 'Also ',
    named: 'Named in',
    mentions: (/** @type {string} */ name) => `Mentions of ${name}`,
    previous: 'Previous mention',
    next: 'Next mention',
    at: (/** @type {number} */ at, /** @type {number} */ of) => `${at}/${of}`,
    count: (/** @type {number} */ n) => counted(n, 'mention'),
    arrived: (/** @type {number} */ at, /** @type {number} */ of, /** @type {string} */ where) => `Mention ${at} of ${of}, ${where}`,
    unnumbered: 'outside the numbered paragraphs',
  },
  when: {
    title: 'What happened when',
    none: 'The hub has no timeline.',
    noneMade: 'The article tells of no event with a date.',
    more: (/** @type {number} */ n) => counted(n, 'more event'),
    expected: 'Expected',
    inText: 'In the text',
    /** The label of an event of the hub that is made here: the core writes it in English. */
    label: (/** @type {TimelineEvent} */ event) => event.label,
  },
  why: {
    open: 'Why?',
    of: (/** @type {string} */ what) => ` ${what}`,
    claim: 'Why this sentence?',
    event: 'Why this date?',
    entity: 'Why this name?',
    madeFrom: 'Made from these words of the article',
    verbatim: (/** @type {string} */ where) => `Word for word as in ${where}`,
    noSource: 'No place in the pasted article says this; it stands as the publisher wrote it',
    forms: 'Found under these forms',
    times: (/** @type {number} */ n) => `×${grouped(n)}`,
    first: (/** @type {string} */ where) => `first in ${where}`,
    dates: 'How its dates were read',
    leftOpen: 'left open',
    byPublication: 'It is the article’s own news, dated by its publication.',
    expected: 'The article speaks of it as still to come.',
    countedFrom: (/** @type {string} */ day, /** @type {string} */ from) => `counted from ${day} (${from})`,
    source: (/** @type {string} */ from) => ({ given: 'the date that you set', byline: 'the byline', dateline: 'the dateline', text: 'the text' }[from] ?? 'the text'),
    rule: (/** @type {string} */ rule) => RULES[rule] ?? 'read as written',
  },
  finding: {
    label: 'Find in article and hub',
    previous: 'Previous match',
    next: 'Next match',
    close: 'Close',
    none: 'No match',
    count: (/** @type {number} */ n) => counted(n, 'match', 'matches'),
    at: (/** @type {number} */ at, /** @type {number} */ of) => `${grouped(at)} of ${grouped(of)}`,
    arrived: (/** @type {number} */ at, /** @type {number} */ of, /** @type {string} */ where) => `Match ${grouped(at)} of ${grouped(of)}, ${where}`,
  },
  tabs: { label: 'Parts of the page', digest: 'Digest', who: 'Who', when: 'When', article: 'Article' },

  sheet: { go: 'Go to article', close: 'Close' },

  working: {
    stage: (/** @type {string} */ stage) => ({ paste: 'Taking the page apart', document: 'Finding sentences', dates: 'Finding dates', names: 'Finding names', analysis: 'Putting the hub together' }[stage] ?? 'Reading'),
    label: (/** @type {string} */ stage, /** @type {number} */ size) => `${stage} · ${sized(size)}`,
    cancel: 'Cancel',
    done: (/** @type {string} */ title, /** @type {number} */ points, /** @type {number} */ names, /** @type {number} */ events) =>
      `${title} Digest with ${counted(points, 'key point')}, ${counted(names, 'name')}, ${counted(events, 'event')}.`,
    doneNoHub: (/** @type {string} */ title) => `${title} There is too little text for a hub.`,
    untitled: 'Article read.',
    cancelled: 'Cancelled. Your text is kept.',
  },

  update: {
    ready: { title: 'Update ready', body: 'A newer version of this page has arrived. What you are reading comes back after the reload.' },
    changed: { title: 'This page was updated in another tab', body: 'Reload to use one version everywhere. What you are reading comes back.' },
    reload: 'Reload',
    later: 'Later',
  },

  fault: {
    retry: 'Retry',
    edit: 'Edit the text',
    copyReport: 'Copy a report',
    copied: 'Copied',
    dismiss: 'Close',
    reportTitle: 'What the report says',
    reportNote: 'The report holds the version, sizes, the error’s name and the browser’s. None of your text.',
    singleFile: 'Use the single-file version',
    reading: { title: 'Could not read this article', body: 'Reading it failed twice. Your text is kept: edit it and try again, or copy a report for the maintainers.' },
    time: { title: 'Could not read this article', body: 'Reading it took too long twice, and was stopped. Your text is kept: try again, or shorten it.' },
    'core-missing': { title: 'The reading core could not be fetched', body: 'A part of this page did not arrive. Check the connection and retry. Anything you pasted is kept.' },
    'core-broken': { title: 'The reading core arrived damaged', body: 'A part of this page is incomplete or of another version. Retry, or reload the page. Anything you pasted is kept.' },
    'worker-blocked': { title: 'The browser did not let the reading core start', body: 'This page needs a module worker. Allow workers for this site or use an up-to-date browser, then retry. Anything you pasted is kept.' },
    tooLong: (/** @type {number} */ n) => ({ title: 'That is too long to read', body: `It has ${grouped(n)} characters; at most 5,000,000 can be read at once. The part of the page that you want is probably much shorter.` }),
    readStart: 'Read the first 200,000 characters',
    tooBigFile: (/** @type {string} */ size) => ({ title: 'That file is too big', body: `It has ${size}. Copy the part that you want and paste it instead.` }),
    pdf: { title: 'PDF files cannot be read here', body: 'Open the PDF, select its text, copy it and paste it here.' },
    office: { title: 'Office and zip files cannot be read here', body: 'Open the file in its own program and copy the text, or save it as plain text (.txt), then paste or drop that.' },
    binary: { title: 'That file is not text', body: 'Files of plain text, Markdown and saved web pages (.txt, .md, .html) can be read. To read anything else, copy its text and paste it here.' },
    unreadable: { title: 'The file could not be opened', body: 'It may have moved, or is a folder. Try again, or copy its text and paste it here.' },
    link: {
      corrupt: { title: 'That link is incomplete', body: 'It carries a text, but a part of it is missing or changed. Ask for the link again, or for the text itself.' },
      'too-big': { title: 'That link holds too much', body: 'It unpacks to more than 5,000,000 characters, and was not read. Ask for the text itself.' },
    },
    shared: {
      lost: { title: 'What you shared did not arrive', body: 'The browser ended it on the way, and nothing of it was kept. Share it again, or copy the text and paste it here.' },
      refused: { title: 'What you shared could not be taken', body: 'It holds no text, or more than 5,000,000 characters. It was dropped, and sent nowhere. Copy the part that you want and paste it here.' },
      address: { title: 'Only an address was shared', body: 'This page fetches nothing from other sites. Open the article, copy its text and paste it here; or share the selected text.' },
    },
    exporting: { title: 'Could not export', body: 'Making this format failed. The article is still here; another format may work.' },
  },

  exports: {
    title: 'Take the hub with you',
    copy: 'Copy',
    download: 'Download',
    copied: 'Copied',
    copyRefused: 'The browser refused. Use Download.',
    saved: 'Saved',
    nothing: 'Paste an article first.',
    print: 'Print',
    link: 'Copy a link that carries the text',
    /** At the end of a page. */
    made: 'Made with digest-hub from the article above.',
    /** Said where the files are in another language than the interface. */
    languageNote: '',
    linkNote: 'The whole text is packed into the address. Whoever gets the link can read it; no server does.',
    linkTooLong: 'This text is too long for a link. Download a file instead.',
    formats: [
      { format: 'markdown', name: 'Markdown', suffix: 'md', type: 'text/markdown' },
      { format: 'html', name: 'Web page', suffix: 'html', type: 'text/html' },
      { format: 'text', name: 'Plain text', suffix: 'txt', type: 'text/plain' },
      { format: 'json', name: 'JSON', suffix: 'json', type: 'application/json' },
      { format: 'entities.csv', name: 'Who’s who, CSV', suffix: 'entities.csv', type: 'text/csv' },
      { format: 'timeline.csv', name: 'Timeline, CSV', suffix: 'timeline.csv', type: 'text/csv' },
      { format: 'ics', name: 'Timeline, calendar', suffix: 'ics', type: 'text/calendar' },
      { format: 'jsonld', name: 'JSON-LD', suffix: 'jsonld', type: 'application/ld+json' },
    ],
  },

  about: {
    menu: 'About',
    title: 'About digest-hub',
    what: 'It reads an article that you paste and shows its digest, who’s who and timeline beside it, every sentence with the paragraphs that it rests on. All of it happens in this page: nothing that you paste is sent anywhere.',
    limits: 'It says what the article says, and is tuned for English news, releases, speeches and reports. A sentence that matters is worth its click on the paragraph.',
    version: (/** @type {string} */ version) => `Version ${version}`,
    data: 'Data and fonts',
    credits: [
      ['Cities', 'GeoNames, CC BY 4.0', 'https://www.geonames.org/'],
      ['First names and surnames', 'United States Census, public domain', ''],
      ['What tells names was learnt from', 'Wikinews, CC BY 2.5', 'https://www.wikinews.org/'],
      ['And from', 'GUM, CC BY 4.0, its texts CC BY 2.5, CC BY 4.0 and CC BY-SA 3.0', 'https://gucorpling.org/gum/'],
      ['And from', 'UNER, English Web Treebank, CC BY-SA 4.0', 'https://www.universalner.org/'],
      ['And from', 'WNUT-17 and the Broad Twitter Corpus, CC BY 4.0', ''],
      ['And from', 'CrossNER, MIT; MEANTIME and TimeSET, CC BY 4.0; news of the Voice of America, public domain', ''],
      ['Source Serif 4 and Public Sans', 'SIL Open Font License 1.1', 'https://openfontlicense.org/'],
    ],
    licence: 'The tool itself is free under the MIT or the Apache 2.0 licence.',
    close: 'Close',
  },

  help: {
    title: 'Keys',
    single: 'Single-letter keys',
    bookmark: 'Read in digest-hub',
    bookmarkHow: 'Drag this into your bookmarks. Clicked on another page, it brings that page’s selection or text here; nothing is sent.',
    close: 'Close',
    rows: [
      ['?', 'These keys'],
      ['1 2 3 4', 'Digest, Who’s who, What happened when, Article'],
      ['j k', 'Next, previous paragraph'],
      ['n p', 'Next, previous name or date in the text'],
      ['[ ]', 'Previous, next citation'],
      ['Enter', 'Follow'],
      ['Backspace', 'Return to the citation'],
      ['/', 'Find in article and hub'],
      ['e', 'Export'],
      ['h', 'Hide or show the marks'],
      ['Esc', 'Close what is open'],
    ],
  },
};

/** @type {Record<string, string>} what each rule of the date reader does */
const RULES = {
  'date.full': 'a full date', 'date.iso': 'a date in figures', 'date.era': 'a year with its era',
  'date.day-month': 'a day without its year: the year that its verb and its neighbours tell', 'date.month-day': 'a day without its year: the year that its verb and its neighbours tell',
  'date.day-of-month': 'a day without its month', 'date.month': 'a month without its year: the year that its verb and its neighbours tell', 'date.month-year': 'a month of a year',
  'date.month-of-year': 'a month of a year told before', 'date.which-month': 'a month told before', 'date.year': 'a year', 'date.year-end': 'the end of a year',
  'date.deictic': 'seen from the day of writing', 'date.weekday': 'the nearest such weekday that its verb allows', 'date.weekend': 'the weekend nearest to the day of writing',
  'date.ago': 'counted back', 'date.later': 'counted on from a date told before', 'date.relative': 'seen from the day of writing', 'date.year-earlier': 'a year before a date told before',
  'date.this-period': 'the stretch that the day of writing lies in', 'date.that': 'a date told before', 'date.quarter': 'a quarter', 'date.report-quarter': 'the quarter that is reported on',
  'date.fiscal': 'a fiscal year', 'date.season': 'a season', 'date.decade': 'a decade', 'date.century': 'a century', 'date.range': 'a stretch with both its ends', 'date.holiday': 'a holiday',
  'date.vague': 'too vague for a value', 'date.blurred': 'about that time', 'time.clock': 'a time of day', 'time.clock-day': 'a time of a day', 'time.part-of-day': 'a part of a day',
  'duration.bare': 'a length of time', 'duration.coming': 'a length of time to come', 'duration.counted': 'a length of time', 'duration.long': 'a length of time', 'duration.past': 'a length of time that is over',
  'set.recurring': 'something that comes again and again',
};

/** @param {string} iso */
function longDay(iso) {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
}

/** @param {string} iso */
function shortDay(iso) {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
}

/** @param {string} text */
function sentenceCase(text) {
  const plain = text.replace(/[-_]+/g, ' ');
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
