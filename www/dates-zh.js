/**
 * Dates in Simplified Chinese, from their EDTF values.
 *
 * @import { TimelineEvent } from './pkg/digest_hub.js'
 */

/** @param {string} iso */
export function zhDay(iso) {
  return new Date(`${iso}T00:00:00Z`).toLocaleDateString('zh-Hans', { dateStyle: 'long', timeZone: 'UTC' });
}

/** What EDTF has beside months: seasons from 21 on, quarters from 33 on. */
const ZH_PARTS_OF_YEAR = new Map([['21', '春季'], ['22', '夏季'], ['23', '秋季'], ['24', '冬季'], ['33', '第一季度'], ['34', '第二季度'], ['35', '第三季度'], ['36', '第四季度']]);
/** @type {Record<string, string>} of a year, then of a month */
const ZH_BLURRED = { early: '初', mid: '中', late: '末' };
const ZH_BLURRED_MONTH = { early: '上旬', mid: '中旬', late: '下旬' };

/**
 * Year, month, day, season, quarter or decade.
 * @param {string} value
 * @returns {string | null} none for what is none of these
 */
function zhPoint(value) {
  const [, year = '', part = ''] = /^(\d{4})-(\d\d)$/.exec(value) ?? [];
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return zhDay(value);
  if (/^\d{4}$/.test(value)) return `${Number(value)}年`;
  if (/^\d{3}X$/.test(value)) return `${Math.floor(Number(value.slice(0, 3)) / 10) + 1}世纪${value.slice(2, 3)}0年代`;
  if (year === '') return null;
  return `${Number(year)}年${ZH_PARTS_OF_YEAR.get(part) ?? `${Number(part)}月`}`;
}

/**
 * The label of an event that is made here. What has no value, or one that is not known here, keeps the core's own words.
 * @param {TimelineEvent} event
 */
export function zhLabel({ date, label, modifier }) {
  if (!date) return label;
  const [from = '', to] = date.replace('~', '').split('/');
  const point = (/** @type {string} */ value) => {
    const said = zhPoint(value);
    const blur = /^\d{4}-(?:0\d|1[0-2])$/.test(value) ? ZH_BLURRED_MONTH : ZH_BLURRED;
    return said && modifier && modifier !== 'about' ? `${said}${blur[modifier]}` : said;
  };
  const [first, last] = [point(from), point(to ?? '')];
  const about = modifier === 'about' ? '约' : '';
  if (to === undefined) return first ? about + first : label;
  if (from === '..') return last ? `截至${about}${last}` : label;
  if (to === '..') return first ? `自${about}${first}起` : label;
  return first && last ? `${about}${first}至${last}` : label;
}
