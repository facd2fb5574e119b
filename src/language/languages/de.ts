import { casual } from 'chrono-node/de';
import type { Language } from '../grammar.ts';
import { counting, listed } from './counting.ts';

const JEDE = 'jede[nrsm]?';

/** German. */
export const de: Language = {
  code: 'de',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    'montag|mo\\. dienstag|di\\. mittwoch|mi\\. donnerstag|do\\. freitag|fr\\. samstag|sonnabend|sa\\. sonntag|so\\.',
  ),
  shortWeekdays: listed('mo di mi do fr sa so'),
  weekdayPlural: 's|en?',
  months: listed(
    'j(a|ä|ae)n(ner|uar)?\\.? feb(ruar|er)?\\.? m(ä|ae|a)rz|m(ä|ae)r\\.? apr(il)?\\.? mai juni?\\.?|juno juli?\\.?|julei aug(ust)?\\.? sept?(ember)?\\.? o[kc]t(ober)?\\.? nov(ember)?\\.? de[zc](ember)?\\.?',
  ),
  articles: [['ein(e[nmrs]?)?', 1]],
  numbers: [
    ...counting(
      1,
      'ein(s|e[nmrs]?)? zwei|zwo drei vier f(ü|ue)nf sechs sieben acht neun zehn elf zw(ö|oe)lf dreizehn vierzehn f(ü|ue)nfzehn',
    ),
    ['zwanzig', 20],
    ['f(ü|ue)nfundzwanzig', 25],
    ['drei(ss|ß)ig', 30],
    ['vierzig', 40],
    ['f(ü|ue)nfundvierzig', 45],
    ['f(ü|ue)nfzig', 50],
    ['sechzig', 60],
    ['neunzig', 90],
  ],
  ordinals: counting(
    1,
    'erste[nrsm]? zweite[nrsm]? dritte[nrsm]? vierte[nrsm]? f(ü|ue)nfte[nrsm]? sechste[nrsm]? sieb(en)?te[nrsm]? achte[nrsm]? neunte[nrsm]? zehnte[nrsm]? elfte[nrsm]? zw(ö|oe)lfte[nrsm]?',
  ),
  ordinalEnding: '\\.|te[nrsm]?',
  last: 'letzte[nrsm]?',
  and: 'und|&|u\\.',
  units: [
    ['m|min\\.?|minuten?', 'minute'],
    ['h|std\\.?|stunden?', 'hour'],
    ['tag(e[ns]?)?', 'day'],
    ['wochen?', 'week'],
    ['monat(e[ns]?|s)?', 'month'],
    ['quartal(e[ns]?|s)?', 'quarter'],
    ['jahr(e[ns]?|s)?', 'year'],
  ],
  parts: [
    ['vormittag?s?|morgens?|fr(ü|ue)h|in der fr(ü|ue)he?', 'morning'],
    ['mittags?', 'midday'],
    ['nachmittag?s?', 'afternoon'],
    ['abends?', 'evening'],
    ['nachts?', 'night'],
    ['feierabend|ende des (arbeits)?tag(e?s)?|tagesende', 'end'],
  ],
  meridiems: [
    ['a\\.?m\\.?', 'am'],
    ['p\\.?m\\.?', 'pm'],
  ],

  amounts: [
    { form: '{decimal} ?{unit} ?{minute}' },
    { form: '{decimal}[ -]?min(ü|ue)tig(e[nrsm]?)?', times: 1 / 60 },
    { form: '(eine[rmn]? )?halb(e[nrsm]?)? ?{unit}', times: 0.5 },
    { form: '(eine[rmn]? )?viertel ?{unit}', times: 0.25 },
    { form: '(eine[rmn]? )?dreiviertel ?{unit}', times: 0.75 },
    { form: '(anderthalb|ein(und)?einhalb|eineinhalb) {unit}', times: 1.5 },
    { form: '(zwei(und)?einhalb|zweieinhalb) {unit}', times: 2.5 },
    { form: '{decimal}[ -]?{unit}' },
  ],
  clocks: [
    { form: '{hour}[:.]{minute}(:[0-5]\\d)? ?uhr' },
    { form: '{hour}:{minute}(:[0-5]\\d)?( ?h)?' },
    { form: '{hour:anyHour} ?uhr( {minute:anyMinute})?' },
    { form: '{hour:fullHour} ?h' },
    { form: '(dreiviertel) {hour}', minutes: -15 },
    { form: 'viertel nach {hour}( uhr)?', minutes: 15 },
    { form: 'viertel vor {hour}( uhr)?', minutes: -15 },
    { form: '{minutes:number} (minuten |min )?nach halb {hour}', minutes: 1, plus: -30 },
    { form: '{minutes:number} (minuten |min )?vor halb {hour}', minutes: -1, plus: -30 },
    { form: '{minutes:number} (minuten |min )?nach {hour}( uhr)?', minutes: 1 },
    { form: '{minutes:number} (minuten |min )?vor {hour}( uhr)?', minutes: -1 },
    { form: 'halb {hour}', minutes: -30 },
    { form: '(12 uhr )?mittags|zu mittag|punkt zw(ö|oe)lf', at: [12, 0] },
    { form: 'mitternacht', at: [0, 0] },
    { form: 'viertel {hour}', minutes: -45, bare: true },
    { form: '{hour}\\.{minute}', bare: true },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [
    { form: '(so )?(um|gegen|ab|circa|ca\\.?|@) ?(punkt |etwa |ca\\.? |circa )?{clock}' },
    { form: '(von|beginn:?|start:?) (um )?{clock}' },
  ],
  clockRanges: [
    { form: '{first:clock} ?(?:-|–|—|->|→) ?{last:clock}' },
    { form: '{first:clock} bis {last:clock}' },
    { form: '(von|um|ab) {first:clock} ?(?:-|–|—) ?{last:clock}', sure: true },
    { form: '(von|ab|um) {first:clock} bis( um| gegen)? {last:clock}', sure: true },
    { form: 'zwischen {first:clock} (und|-) {last:clock}', sure: true },
  ],
  partForms: [
    { form: '{part}' },
    { form: '(am|in der|zu) (fr(ü|ue)hen |sp(ä|ae)ten )?{part}', sure: true },
    { form: '(am )?(fr(ü|ue)hen |sp(ä|ae)ten ){part}', sure: true },
    { form: '(in der )?mittagspause', means: 'midday' },
  ],

  days: [
    { form: 'heute', days: 0 },
    { form: 'heute?( |-)?{part}', days: 0 },
    { form: '(ü|ue)bermorgen', days: 2 },
    { form: 'morgen', days: 1 },
    { form: 'morgen (fr(ü|ue)h)', days: 1, part: 'morning' },
    { form: '(ü|ue)ber(ü|ue)bermorgen', days: 3 },
    { form: 'gestern', days: -1 },
    { form: '(morgen|heute) in einer woche', days: 8 },
  ],
  weekdayForms: [
    { form: '((am|an diesem|diese[nrm]?|(am )?kommende[nrm]?|den) )?{weekday}', which: 'coming' },
    { form: '((am|diese[nrm]?|(am )?kommende[nrm]?) )?{weekday}[ -]?{part}', which: 'coming' },
    { form: '(am |den )?{shortWeekday}', which: 'coming', beside: true },
    { form: '((am|zum) )?n(ä|ae)chste[nrm]? {weekday}( ?{part})?', which: 'next' },
    { form: '(am )?(letzte[nrm]?|vergangene[nrm]?) {weekday}', which: 'last' },
    { form: '(am )?(ü|ue)bern(ä|ae)chste[nrm]? {weekday}', which: 'coming', weeks: 1 },
    { form: '{weekday} in einer woche', which: 'coming', weeks: 1 },
    { form: '{weekday} in (zwei|2) wochen', which: 'coming', weeks: 2 },
  ],
  weekForms: [
    { form: '(noch |in )?diese[rn]? woche', weeks: 0 },
    { form: '(in der |der )?(n(ä|ae)chste[rn]?|kommende[rn]?|folgende[rn]?|n(ä|ae)\\.) (woche|kw)', weeks: 1 },
    { form: '(in der |der )?(ü|ue)bern(ä|ae)chste[rn]? woche', weeks: 2 },
  ],
  dates: [
    { form: '(am |der |den |dem )?{day:nth} ?{month}(,? ?{year})?' },
    { form: '(am |der |den )?{day:nth} des monats {month}' },
    { form: '{day} {month}(,? {year})?' },
    { form: '(am|den|vom) {day}\\. ?{monthNumber}\\.?( ?{year})?' },
    { form: '{day}\\. {monthNumber}\\.( ?{year})?' },
  ],
  monthDays: [
    { form: '(am|den|zum) {day:nth}', sure: true },
    { form: '(am |den )?{day:nth} (dieses|des) monats', monthsAhead: 0, sure: true },
    { form: '(am |den )?{day:nth} (des )?n(ä|ae)chsten monats', monthsAhead: 1, sure: true },
    { form: '(am )?letzten tag (des|dieses) monats|(am )?monatsende', monthsAhead: 0, last: true, sure: true },
  ],
  fromNow: [{ form: 'in (etwa |ca\\.? |circa |ungef(ä|ae)hr )?{amount}' }, { form: '{amount} sp(ä|ae)ter' }],
  fromDay: [{ form: '{amount} (nach|ab)( dem| der)?' }],
  vague: [
    { form: 'irgendwann( mal)?' },
    { form: '(n(ä|ae)chste[sn]?|diese[sn]?|kommende[sn]?) (wochenende|monat|quartal|jahr)|am wochenende', sure: true },
    { form: 'demn(ä|ae)chst|bald|sp(ä|ae)ter' },
  ],

  lengths: [
    { form: '{amount}' },
    { form: '(f(ü|ue)r |(ü|ue)ber )?(die )?(n(ä|ae)chsten )?{amount} lang', sure: true },
    {
      form: '(f(ü|ue)r|dauer:?|dauert|l(ä|ae)nge:?) (die n(ä|ae)chsten |ca\\.? |etwa |rund |maximal |max\\.? )?{amount}',
      sure: true,
    },
  ],
  until: 'bis( zum| einschlie(ß|ss)lich| inkl\\.?| um| gegen| sp(ä|ae)testens)?|endet( am| um)?|ende:?',
  article: 'zum|den|dem|am',

  frequencies: [
    ['t(ä|ae)glich(e[nrsm]?)?', { freq: 'DAILY' }],
    [
      '(zweiw(ö|oe)chentlich|14-?t(ä|ae)gig|vierzehnt(ä|ae)gig|14-?t(ä|ae)glich)(e[nrsm]?)?|im (zweiwochen|14-tage)-?(takt|rhythmus)',
      { freq: 'WEEKLY', interval: 2 },
    ],
    ['w(ö|oe)chentlich(e[nrsm]?)?', { freq: 'WEEKLY' }],
    ['monatlich(e[nrsm]?)?', { freq: 'MONTHLY' }],
    ['(viertelj(ä|ae)hrlich|quartalsweise)(e[nrsm]?)?', { freq: 'MONTHLY', interval: 3 }],
    ['j(ä|ae)hrlich(e[nrsm]?)?', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '{frequency}', adjective: 'before' },
    { form: `(${JEDE}|einmal (die|pro|in der|im)|1x (die|pro)) {unit}` },
    { form: `(${JEDE}) zweite[nrsm]? {unit}`, interval: 2 },
    { form: `(${JEDE}) {number:nth} {unit}` },
    { form: 'alle {number} {unit}' },
  ],
  ruleTails: [
    { form: '( am| jeweils am)? (ersten )?{place} {weekday}' },
    { form: ' am {place}( des monats)?' },
    { form: ',?( immer| jeweils)?( am)? {weekdays}' },
  ],
  ruleForms: [
    { form: `(immer )?(${JEDE}|alle|an allen|an jede[mn]) {weekdays}` },
    { form: `(${JEDE}) {weekday}[ -]?{part}` },
    { form: `(${JEDE}) (zweite[nrsm]?|2\\.) {weekdays}`, interval: 2 },
    { form: '((von|immer|jeden|jeweils) )?{first:listedWeekday} ?(-|–|bis) ?{last:listedWeekday}' },
    { form: '(immer |jeweils )?(am )?{weekdays}', listed: true },
    { form: 'immer (am )?{weekdays}' },
    {
      form: `(${JEDE}|an jedem) (werktag|arbeitstag|wochentag)|werktags|wochentags|an (werktagen|wochentagen|arbeitstagen)|werkt(ä|ae)glich|arbeitst(ä|ae)glich|unter der woche`,
      days: [1, 2, 3, 4, 5],
    },
    { form: `(${JEDE}) wochenende|an (den )?wochenenden|am wochenende`, days: [6, 7] },
    { form: `(${JEDE}) {part}` },
    { form: `(am |an |${JEDE} )?(jedem )?{place} {weekday} ((im|des|eines|jedes|jeden|in jedem) monate?s?|monatlich)` },
    { form: `(am |jeweils am )?{place} (jedes|jeden|eines jeden|im) monate?s?` },
  ],
  counts: [{ form: '(insgesamt )?{number} ?(mal|x|termine|sitzungen|treffen|wiederholungen)' }, { form: '{number}x' }],

  publicWords: '(f(ü|ue)r alle )?(ö|oe)ffentlich(e[nrsm]?)?|(offen )?f(ü|ue)r alle( offen)?',
  zoneLead: '(?:in )?',
  zoneTail: '(?:(?:er)?(?: orts| sommer| winter)? ?-?(?:orts|sommer|winter)?zeit)?',
  zones: {
    tokio: 'Asia/Tokyo',
    tokioter: 'Asia/Tokyo',
    münchner: 'Europe/Berlin',
    indien: 'Asia/Kolkata',
    deutsche: 'Europe/Berlin',
  },

  timeConnectives:
    'am|um|ab|f(ü|ue)r|von|gegen|ist|beginnt|startet|findet|statt|@|immer|jeweils|in|im|der|den|dem|zum|zur|an|bei',
  timeFillers: 'und|dann|uhr|ein|noch|gleich|am',
  titleLeads: 'f(ü|ue)r|zum( thema)?|zur|(ü|ue)ber|wegen|bzgl\\.?|und',
  personConnectives:
    '(zusammen )?mit|und|sowie|plus|inkl\\.?|inklusive|samt|m\\.|&|\\+|f(ü|ue)r|an|bei|von|auch|einladen|cc|lade',
  personFollowers: 'und|&|sowie|einladen|ein',
  falseFriends: 'daily|weekly|monthly|am|an|a|so|was|sun',
};
