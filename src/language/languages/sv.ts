import { casual } from 'chrono-node/sv';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

const EACH = '(varje|var|varenda)';

/** Swedish. */
export const sv: Language = {
  code: 'sv',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    'måndag(en)?|mån\\. tisdag(en)?|tis?\\. onsdag(en)?|ons\\. torsdag(en)?|tors?\\. fredag(en)?|fre\\. lördag(en)?|lör\\. söndag(en)?|sön\\.',
  ),
  shortWeekdays: listed('mån tis? ons tors? fre lör sön'),
  weekdayPlural: 'ar(na)?|s',
  months: listed(
    'jan(uari)?\\.? feb(ruari)?\\.? mars|mar\\. apr(il)?\\.? maj juni?\\.? juli?\\.? aug(usti)?\\.? sept?(ember)?\\.? okt(ober)?\\.? nov(ember)?\\.? dec(ember)?\\.?',
  ),
  articles: [
    ['en|ett', 1],
    ['ett par', 2],
  ],
  numbers: [
    ...inOrder('ett|en två tre fyra fem sex sju åtta nio tio elva tolv'),
    ['femton', 15],
    ['tjugo', 20],
    ['trettio', 30],
    ['fyrtiofem', 45],
  ],
  ordinals: inOrder('första andra tredje fjärde femte'),
  ordinalEnding: ':?(e|a)',
  last: 'sista',
  and: 'och|&',
  or: 'eller',
  units: [
    ['m|min\\.?|minut(er)?', 'minute'],
    ['h|tim\\.?|timm(e|ar)|timma', 'hour'],
    ['dag(ar)?|dygn', 'day'],
    ['v\\.?|veck(a|or)', 'week'],
    ['månad(er)?', 'month'],
    ['kvartal', 'quarter'],
    ['år', 'year'],
  ],
  parts: [
    ['morgon(en)?|förmiddag(en)?|fm|bitti', 'morning'],
    ['lunchtid', 'midday'],
    ['eftermiddag(en)?|em', 'afternoon'],
    ['kväll(en)?|kvällen', 'evening'],
    ['natt(en)?', 'night'],
  ],
  meridiems: [
    ['fm\\.?|på morgonen|på förmiddagen|a\\.?m\\.?', 'am'],
    ['em\\.?|på eftermiddagen|på kvällen|p\\.?m\\.?', 'pm'],
  ],

  amounts: [
    { form: '(en )?halv ?{unit}', times: 0.5 },
    { form: '(en )?kvart', minutes: 15 },
    { form: '(en och en halv|halvannan) {unit}', times: 1.5 },
    { form: '{decimal} ?{unit}' },
  ],
  clocks: [
    { form: '{hour}[:.]{minute}( ?{meridiem})?' },
    { form: '(kl\\.?|klockan) ?{hour}[:.]{minute}( {meridiem})?' },
    { form: '(kl\\.?|klockan) ?{hour:anyHour}( {meridiem})?' },
    { form: '(kl\\.?|klockan )?halv {hour}( {meridiem})?', plus: -30 },
    { form: '((kl\\.?|klockan) )?kvart över {hour}( {meridiem})?', plus: 15 },
    { form: '((kl\\.?|klockan) )?kvart i {hour}( {meridiem})?', plus: -15 },
    { form: '((kl\\.?|klockan) )?{minutes:number} över {hour}', minutes: 1 },
    { form: '((kl\\.?|klockan) )?{minutes:number} i {hour}', minutes: -1 },
    { form: '{hour} {meridiem}' },
    { form: 'midnatt', at: [0, 0] },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [{ form: '(vid|runt|från|@|kl\\.?|klockan|ca) ?{clock}' }],
  clockRanges: [
    { form: '(kl\\.? )?{first:clock} ?(?:-|–|—) ?{last:clock}' },
    { form: '(från )?{first:clock} till {last:clock}' },
    { form: '(från|mellan) (kl\\.? |klockan )?{first:clock} (till|och|-) (kl\\.? |klockan )?{last:clock}', sure: true },
  ],
  partForms: [
    { form: '{part}' },
    { form: 'på {part}', sure: true },
    { form: 'i (morse)', means: 'morning', day: 0 },
    { form: '(vid|till) lunch', means: 'midday', sure: true },
  ],

  days: [
    { form: 'i ?dag', days: 0 },
    { form: 'ikväll|i kväll', days: 0, part: 'evening' },
    { form: 'i ?eftermiddag', days: 0, part: 'afternoon' },
    { form: 'i ?natt', days: 0, part: 'night' },
    { form: '(i ?morgon|imorron|imorrn)( {part})?', days: 1 },
    { form: 'i ?över ?morgon|övermorgon', days: 2 },
    { form: 'i ?går', days: -1 },
  ],
  weekdayForms: [
    { form: '((på|nu på|denna|kommande) )?{weekday}( {part})?', which: 'coming' },
    { form: '(på )?{shortWeekday}', which: 'coming', beside: true },
    { form: '(på )?nästa {weekday}', which: 'next' },
    { form: '(förra|i) {weekday}s', which: 'last' },
    { form: '{weekday} om en vecka', which: 'coming', weeks: 1 },
  ],
  weekForms: [
    { form: '(i )?(den här|denna) veckan?', weeks: 0 },
    { form: '(i )?(nästa|kommande) vecka', weeks: 1 },
    { form: '(i )?veckan därpå', weeks: 2 },
  ],
  dates: [{ form: '((den|på) )?{day} {month}(,? {year})?' }, { form: 'den {day}/{monthNumber}' }],
  monthDays: [{ form: 'den {day}', sure: true }],
  fromNow: [{ form: 'om (ca |ungefär )?{amount}' }],
  fromDay: [{ form: '{amount} efter' }],
  vague: [{ form: '(i )?helgen|nästa månad|någon gång', sure: true }],

  lengths: [{ form: '{amount}' }, { form: '(i|under|längd:?) {amount}', sure: true }],
  ...seriesBounds.sv,
  until: 'till( och med)?|t\\.?o\\.?m\\.?',
  article: 'den',

  frequencies: [
    ['dagligen|daglig', { freq: 'DAILY' }],
    ['varannan vecka', { freq: 'WEEKLY', interval: 2 }],
    ['veckovis|varje vecka|en gång i veckan', { freq: 'WEEKLY' }],
    ['månadsvis', { freq: 'MONTHLY' }],
  ],
  ruleHeads: [
    { form: '{frequency}', adjective: 'before' },
    { form: `${EACH} {unit}` },
    { form: '(varannan|vartannat) {unit}', interval: 2 },
    { form: 'var {number:nth} {unit}' },
  ],
  ruleTails: [{ form: ',?( på)? {weekdays}' }],
  ruleForms: [
    { form: `(${EACH}) {weekdays}` },
    { form: '(varannan) {weekdays}', interval: 2 },
    { form: '((från|på) )?{first:listedWeekday}( ?(-|–) ?| till ){last:listedWeekday}' },
    { form: '(på )?{weekdays}', listed: true },
    { form: `(${EACH}) (vardag|arbetsdag)|(på )?vardagar`, days: [1, 2, 3, 4, 5] },
    { form: `(${EACH}) {part}` },
    { form: '((den|varje) )?{place} {weekday} (i månaden|varje månad|i varje månad)' },
  ],
  counts: [{ form: '{number} gånger' }],

  publicWords: '(öppet|öppen) för alla|offentlig(t)?|publik(t)?',
  zoneLead: '(?:i )?',
  zoneTail: '(?: ?tid)?',
  zones: {},

  timeConnectives: 'på|kl\\.?|klockan|vid|den|från|till|i|om|@|är|börjar',
  timeFillers: 'och|en',
  titleLeads: 'för|om|till|angående',
  titleTails: 'tack',
  personConnectives: '(tillsammans )?med|och|samt|plus|\\+|&|bjud in|för|till|av|hos|cc',
  falseFriends: 'est|art|et|daily|weekly|fri|mon|sat|i|a|an|at|m|h|so|om',
};
