/**
 * Every word of the interface, in Simplified Chinese. Numbers stand free of their measure words, as Chinese news sites set
 * them; what comes out of the article stays in the article's own language.
 *
 * @import { ENGLISH } from './words-en.js'
 */

import { zhDay, zhLabel } from './dates-zh.js';

/**
 * Below a thousand there is nothing to group, and no need to ask the browser, whose first answer takes it longer than the
 * rest of the page.
 * @param {number} n a count
 */
function zhGrouped(n) {
  return n < 1000 ? String(n) : n.toLocaleString('zh-Hans');
}

/** @param {number} n */
function zhSized(n) {
  return n < 10_000 ? `${zhGrouped(n)} 字符` : `${Number((n / 10_000).toFixed(1))} 万字符`;
}

/** What the core calls the parts of a hub. */
const ZH_PARTS = { 'key points': '要点', summary: '摘要', 'who’s who': '人物与机构', timeline: '时间线' };

/** @type {Record<string, (n: string, message: string) => string>} by code; `n` is the last number that the core names */
const ZH_NOTICES = {
  language: () => '这篇文章似乎不是英文。本工具主要针对英文文章。',
  'few-sentences': () => '全文不足三句，没有多少可以概括。人名、机构和日期仍会列出。',
  'published-part-missing': (_, message) => `粘贴进来的出版方导读缺少：${Object.entries(ZH_PARTS).filter(([name]) => message.includes(name)).map(([, name]) => name).join('、')}。`,
  'published-part-doubled': (n) => `出版方导读中有 ${n} 行重复出现，只显示一次。`,
  'published-citation-absent': (n, message) => `出版方导读引用的段落中，有 ${/One citation/.test(message) ? '1' : n} 段不在粘贴文本里，只显示编号，不能点击。`,
  'published-uncited': (n) => `出版方摘要中有 ${n} 处没有注明段落。`,
  'published-label-unread': (n, message) => `出版方时间线中有 ${n} 个时间无法识别：${message.split(': ').slice(1).join(': ')}`,
  'published-entry-incomplete': (n) => `出版方导读中有 ${n} 条不完整：有名称没有说明，或有日期没有内容。`,
};

/** @type {typeof ENGLISH} */
export const CHINESE = {
  name: 'digest-hub',
  promise: '全部在本页完成，您的文本不会外传。',
  newPaste: '新文章',
  find: '查找',
  exportMenu: '导出',
  keys: '快捷键',
  about: {
    menu: '关于',
    title: '关于 digest-hub',
    what: '粘贴一篇文章，即可在旁边看到它的摘要、人物与机构、时间线，每句话都注明所依据的段落。一切都在本页内完成：您粘贴的内容不会发送到任何地方。',
    limits: '它只转述文章所说的内容，主要针对英文新闻、新闻稿、讲话和报告。重要的句子，请点开对应段落核对。',
    version: (version) => `版本 ${version}`,
    data: '数据与字体',
    credits: [
      ['城市', 'GeoNames，CC BY 4.0', 'https://www.geonames.org/'],
      ['英文名字与姓氏', '美国人口普查，公有领域', ''],
      ['名称识别的训练数据', 'Wikinews，CC BY 2.5', 'https://www.wikinews.org/'],
      ['以及', 'GUM，CC BY 4.0，其文本为 CC BY 2.5、CC BY 4.0 与 CC BY-SA 3.0', 'https://gucorpling.org/gum/'],
      ['以及', 'UNER（English Web Treebank），CC BY-SA 4.0', 'https://www.universalner.org/'],
      ['以及', 'WNUT-17 与 Broad Twitter Corpus，CC BY 4.0', ''],
      ['以及', 'CrossNER，MIT；MEANTIME 与 TimeSET，CC BY 4.0；美国之音新闻，公有领域', ''],
      ['Source Serif 4 与 Public Sans', 'SIL 开放字体许可证 1.1', 'https://openfontlicense.org/'],
    ],
    licence: '本工具为自由软件，采用 MIT 或 Apache 2.0 许可证。',
    close: '关闭',
  },
  language: '语言',
  skip: '跳到导读',
  para: (n) => `第 ${n} 段`,
  paras: (numbers) => `第 ${numbers} 段`,
  paraNumber: ['第 ', ' 段'],

  desk: {
    title: '粘贴一篇文章',
    label: '文章正文',
    lede: '旁边就会列出摘要、人物与机构、时间线，每句话都连到所依据的段落。',
    hint: '复制整个网页（连同菜单也无妨），在本页任意位置粘贴。也可以拖入 .txt、.md 或 .html 文件，或直接输入。',
    placeholder: '在此粘贴或输入',
    paste: '粘贴',
    open: '打开文件',
    read: '阅读这段文字',
    close: '返回文章',
    drop: '松开即可阅读此文件',
    nothing: '其中没有可读的内容。',
    clipboardRefused: { title: '浏览器没有交出剪贴板', body: '请改按 Ctrl+V 或 ⌘V，或长按输入框并选择“粘贴”。' },
    download: '下载本工具',
    downloadNote: '单个文件，双击即可打开，无需联网。',
    kept: (n) => `您的文本已保留（${zhSized(n)}），但太长，无法在此编辑。`,
  },

  opened: {
    title: '本次打开过的文章',
    keep: '在此设备上保留这份列表',
    forget: '全部清除',
    forgotten: '列表已清空。',
    untitled: (start) => `${start} …`,
    notKept: { title: '此设备无法保留列表', body: '存储空间已满或被拒绝。列表只在本次访问期间有效。' },
  },

  article: {
    region: '文章',
    sampleLabel: '示例',
    sampleNote: '这是一篇虚构的文章，其中的名称均为虚构。粘贴您自己的文章即可替换。',
    edit: '编辑文本',
    meta: (words, paragraphs) => `${zhGrouped(words)} 词，${zhGrouped(paragraphs)} 段`,
    fromFile: '来自文件 ',
    paragraph: (n) => `第 ${n} 段`,
    usedBy: (n) => `导读中引用第 ${n} 段之处`,
    more: (left) => `显示更多（还有 ${zhGrouped(left)} 块）`,
    key: '标记',
    back: '返回出处',
    arrived: (n) => `第 ${n} 段。按退格键返回引用处。`,
  },

  published: {
    on: '发布于 ',
    unknown: '未找到发布日期',
    from: (from) => `（${{ given: '由您设定', byline: '据署名行', dateline: '据电头', text: '据正文' }[from] ?? '据正文'}）`,
    day: zhDay,
    set: '设定日期',
    setWhat: '（发布日期）',
    change: '更改',
    changeWhat: '发布日期',
    label: '发布日期',
    apply: '应用',
    clear: '清除',
    asRead: '恢复为文中日期',
    applied: (iso) => `已按发布日期 ${zhDay(iso)} 重新阅读。`,
    none: '无发布日期（由您设定）',
    noneApplied: '日期已清除，已按无发布日期重新阅读。',
    readAgain: (iso) => (iso ? `已按文中的发布日期 ${zhDay(iso)} 重新阅读。` : '已重新阅读。文中没有发布日期。'),
  },

  aside: {
    title: (n) => `未计入正文的内容（${zhGrouped(n)} 处）`,
    note: '网页上不属于文章的部分。内容不会丢失：如果上文缺了哪句话，请在这里查看。',
    kind: (kind) => ({ menu: '菜单', advert: '广告', share: '分享', 'published-hub': '出版方导读', 'page-number': '页码', footnote: '脚注' }[kind] ?? '其他内容'),
    pieces: (n) => `${zhGrouped(n)} 处`,
  },

  hub: {
    region: '导读',
    fromPublisher: '出版方网页自带的导读，原文照录',
    madeHere: '根据文章在本页生成的导读',
    which: { published: '出版方导读', made: '本页生成' },
    whichLabel: '显示哪一份导读',
    sample: '示例文章自带的虚构导读',
    noneTitle: '文字太少，无法生成导读',
    none: '摘要、人物与机构、时间线需要几句提到人物或事件的话。',
    noneArticle: '文章仍按段落编号显示。',
    waiting: '读完文章后，摘要、人物与机构、时间线将显示在这里。',
    long: (n) => `这段文字有 ${zhGrouped(n)} 个字符，已全部读完；20 万字符以内读得最快。`,
    absentKey: '这类出处带虚线和“?”。',
    absent: '粘贴文本中没有',
  },

  notice: (code, message) => ZH_NOTICES[code]?.(message.split('“')[0]?.match(/\d+/g)?.at(-1) ?? '1', message) ?? message,

  support: {
    supported: '粘贴的文章支持这一说法',
    contradicted: '粘贴的文章与此不符',
    open: '粘贴的文章没有这样的原话，请自行对照',
  },

  digest: {
    title: '摘要',
    short: '30 秒速览',
    long: (minutes) => `${zhGrouped(minutes)} 分钟细读`,
    none: '导读中没有摘要。',
    lengthLabel: '摘要长度',
    lengths: { short: '简短', standard: '标准', long: '详细' },
    told: (length, sentences) => `${{ short: '简短', standard: '标准', long: '详细' }[length]}摘要：${zhGrouped(sentences)} 句。`,
  },
  who: {
    title: '人物与机构',
    none: '导读中没有提到任何人物或机构。',
    more: (n) => `另外 ${zhGrouped(n)} 个名称`,
    kind: (kind) => ({ company: '公司', organisation: '机构', person: '人物', place: '地点', date: '日期', other: '其他' }[kind] ?? '其他'),
    kinds: (kind) => ({ company: '公司', organisation: '机构', person: '人物', place: '地点', other: '其他' }[kind] ?? '其他'),
    filter: '显示哪类名称',
    all: '全部',
    also: '又称 ',
    named: '见于',
    mentions: (name) => `提到 ${name} 之处`,
    previous: '上一处',
    next: '下一处',
    at: (at, of) => `${at}/${of}`,
    count: (n) => `${zhGrouped(n)} 处`,
    arrived: (at, of, where) => `第 ${at} 处，共 ${of} 处，${where}`,
    unnumbered: '未编号段落',
  },
  when: {
    title: '时间线',
    none: '导读中没有时间线。',
    noneMade: '文章中没有带日期的事件。',
    more: (n) => `另外 ${zhGrouped(n)} 个事件`,
    expected: '预计',
    inText: '原文',
    label: zhLabel,
  },
  why: {
    open: '依据？',
    of: (what) => ` ${what}`,
    claim: '这句话的依据',
    event: '这个日期的依据',
    entity: '这个名称的依据',
    madeFrom: '由文章中的这些文字写成',
    verbatim: (where) => `与${where}的原文一字不差`,
    noSource: '粘贴的文章中没有这句话，保留出版方的原文',
    forms: '以这些形式出现',
    times: (n) => `×${zhGrouped(n)}`,
    first: (where) => `首次见于${where}`,
    dates: '日期是这样得出的',
    leftOpen: '未定',
    byPublication: '这是文章报道的新闻本身，日期取自发布日期。',
    expected: '文章说此事尚未发生。',
    countedFrom: (day, from) => `从 ${day}（${from}）推算`,
    source: (from) => ({ given: '您设定的日期', byline: '署名行', dateline: '电头', text: '正文' }[from] ?? '正文'),
    rule: (rule) => ZH_RULES[rule] ?? '按原文读取',
  },
  finding: {
    label: '在文章和导读中查找',
    previous: '上一个匹配',
    next: '下一个匹配',
    close: '关闭',
    none: '没有匹配',
    count: (n) => `${zhGrouped(n)} 处匹配`,
    at: (at, of) => `${zhGrouped(at)}/${zhGrouped(of)}`,
    arrived: (at, of, where) => `第 ${zhGrouped(at)} 处，共 ${zhGrouped(of)} 处，${where}`,
  },
  tabs: { label: '页面各部分', digest: '摘要', who: '人物', when: '时间线', article: '文章' },

  sheet: { go: '转到文章', close: '关闭' },

  working: {
    stage: (stage) => ({ paste: '整理页面', document: '划分句子', dates: '识别日期', names: '识别名称', analysis: '生成导读' }[stage] ?? '阅读中'),
    label: (stage, size) => `${stage} · ${zhSized(size)}`,
    cancel: '取消',
    done: (title, points, names, events) => `${title} 摘要含 ${zhGrouped(points)} 个要点，${zhGrouped(names)} 个名称，${zhGrouped(events)} 个事件。`,
    doneNoHub: (title) => `${title} 文字太少，无法生成导读。`,
    untitled: '文章已读完。',
    cancelled: '已取消。您的文本已保留。',
  },

  update: {
    ready: { title: '有新版本', body: '本页已有新版本。重新载入后，您正在阅读的内容会恢复。' },
    changed: { title: '本页已在另一个标签页中更新', body: '请重新载入，使各处版本一致。您正在阅读的内容会恢复。' },
    reload: '重新载入',
    later: '以后再说',
  },

  fault: {
    retry: '重试',
    edit: '编辑文本',
    copyReport: '复制报告',
    copied: '已复制',
    dismiss: '关闭',
    reportTitle: '报告内容',
    reportNote: '报告只含版本、大小、错误名称和浏览器名称，不含您的任何文字。',
    singleFile: '使用单文件版本',
    reading: { title: '无法读取这篇文章', body: '读取失败了两次。您的文本已保留：请编辑后再试，或复制报告发给维护者。' },
    time: { title: '无法读取这篇文章', body: '两次读取都耗时过长，已停止。您的文本已保留：请再试一次，或缩短文本。' },
    'core-missing': { title: '无法取得阅读核心', body: '本页有一部分没有载入。请检查网络后重试。您粘贴的内容已保留。' },
    'core-broken': { title: '阅读核心已损坏', body: '本页有一部分不完整，或版本不一致。请重试，或重新载入本页。您粘贴的内容已保留。' },
    'worker-blocked': { title: '浏览器不允许启动阅读核心', body: '本页需要模块 Worker。请允许本站使用 Worker，或改用较新的浏览器，然后重试。您粘贴的内容已保留。' },
    tooLong: (n) => ({ title: '文本太长，无法读取', body: `共 ${zhGrouped(n)} 个字符，一次最多可读 5,000,000 个。您需要的部分很可能短得多。` }),
    readStart: '只读前 200,000 个字符',
    tooBigFile: (size) => ({ title: '文件太大', body: `文件大小为 ${size}。请复制需要的部分并粘贴到这里。` }),
    pdf: { title: '这里无法读取 PDF 文件', body: '请打开 PDF，选中文字，复制后粘贴到这里。' },
    office: { title: '这里无法读取 Office 或压缩文件', body: '请用相应的程序打开文件并复制文字，或另存为纯文本（.txt），再粘贴或拖入。' },
    binary: { title: '这不是文本文件', body: '可以读取纯文本、Markdown 和保存的网页（.txt、.md、.html）。其他文件请复制文字后粘贴到这里。' },
    unreadable: { title: '无法打开文件', body: '文件可能已移动，或是一个文件夹。请重试，或复制文字后粘贴到这里。' },
    link: {
      corrupt: { title: '链接不完整', body: '链接中带有文本，但有一部分缺失或被改动。请重新索取链接，或直接索取文本。' },
      'too-big': { title: '链接内容太多', body: '解压后超过 5,000,000 个字符，未予读取。请直接索取文本。' },
    },
    shared: {
      lost: { title: '分享的内容没有送到', body: '浏览器中途终止了分享，内容没有保留。请重新分享，或复制文字后粘贴到这里。' },
      refused: { title: '无法接收分享的内容', body: '其中没有文字，或超过 5,000,000 个字符。内容已丢弃，没有发送到任何地方。请复制需要的部分并粘贴到这里。' },
      address: { title: '只分享了网址', body: '本页不会从其他网站抓取内容。请打开文章，复制文字后粘贴到这里；或分享选中的文字。' },
    },
    exporting: { title: '无法导出', body: '生成这种格式时失败。文章仍在，可以试试其他格式。' },
  },

  exports: {
    title: '带走这份导读',
    copy: '复制',
    download: '下载',
    copied: '已复制',
    copyRefused: '浏览器拒绝了。请改用“下载”。',
    saved: '已保存',
    nothing: '请先粘贴一篇文章。',
    print: '打印',
    link: '复制含全文的链接',
    made: '由 digest-hub 根据上文生成。',
    languageNote: '导读内容使用文章的语言。纯文本、表格、日历和 JSON 中的标签为英文，以便程序读取。',
    linkNote: '全文压缩在网址中。拿到链接的人可以阅读，任何服务器都收不到。',
    linkTooLong: '文本太长，无法放进链接。请改为下载文件。',
    formats: [
      { format: 'markdown', name: 'Markdown', suffix: 'md', type: 'text/markdown' },
      { format: 'html', name: '网页', suffix: 'html', type: 'text/html' },
      { format: 'text', name: '纯文本', suffix: 'txt', type: 'text/plain' },
      { format: 'json', name: 'JSON', suffix: 'json', type: 'application/json' },
      { format: 'entities.csv', name: '人物与机构（CSV）', suffix: 'entities.csv', type: 'text/csv' },
      { format: 'timeline.csv', name: '时间线（CSV）', suffix: 'timeline.csv', type: 'text/csv' },
      { format: 'ics', name: '时间线（日历）', suffix: 'ics', type: 'text/calendar' },
      { format: 'jsonld', name: 'JSON-LD', suffix: 'jsonld', type: 'application/ld+json' },
    ],
  },

  help: {
    title: '快捷键',
    single: '单字母快捷键',
    bookmark: '用 digest-hub 阅读',
    bookmarkHow: '把它拖到书签栏。在其他网页上点击，即可把该页选中的文字或全文带到这里；不会发送任何内容。',
    close: '关闭',
    rows: [
      ['?', '显示快捷键'],
      ['1 2 3 4', '摘要、人物与机构、时间线、文章'],
      ['j k', '下一段、上一段'],
      ['n p', '下一个、上一个名称或日期'],
      ['[ ]', '上一个、下一个出处'],
      ['Enter', '前往'],
      ['Backspace', '返回出处'],
      ['/', '在文章和导读中查找'],
      ['e', '导出'],
      ['h', '隐藏或显示标记'],
      ['Esc', '关闭打开的窗口'],
    ],
  },
};

/** @type {Record<string, string>} */
const ZH_RULES = {
  'date.full': '完整日期', 'date.iso': '数字日期', 'date.era': '带纪元的年份',
  'date.day-month': '没有年份的日期：由动词和上下文推定年份', 'date.month-day': '没有年份的日期：由动词和上下文推定年份',
  'date.day-of-month': '没有月份的日子', 'date.month': '没有年份的月份：由动词和上下文推定年份', 'date.month-year': '某年某月',
  'date.month-of-year': '前文所说那一年的某月', 'date.which-month': '前文所说的月份', 'date.year': '年份', 'date.year-end': '年末',
  'date.deictic': '从写作当日推算', 'date.weekday': '动词时态所允许的最近的星期几', 'date.weekend': '离写作当日最近的周末',
  'date.ago': '往前推算', 'date.later': '从前文日期往后推算', 'date.relative': '从写作当日推算', 'date.year-earlier': '前文日期的前一年',
  'date.this-period': '写作当日所在的时段', 'date.that': '前文所说的日期', 'date.quarter': '季度', 'date.report-quarter': '所报告的季度',
  'date.fiscal': '财年', 'date.season': '季节', 'date.decade': '年代', 'date.century': '世纪', 'date.range': '有起止的时段', 'date.holiday': '节日',
  'date.vague': '过于模糊，没有取值', 'date.blurred': '大约在那时', 'time.clock': '时刻', 'time.clock-day': '某日的时刻', 'time.part-of-day': '一天中的时段',
  'duration.bare': '时长', 'duration.coming': '未来的时长', 'duration.counted': '时长', 'duration.long': '时长', 'duration.past': '过去的时长',
  'set.recurring': '周期性事件',
};
