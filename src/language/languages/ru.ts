import { casual } from 'chrono-node/ru';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** Russian. */
export const ru: Language = {
  code: 'ru',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    'понедельник(а|у|ам)?|пон\\.? вторник(а|у|ам)?|вт\\. сред(а|у|ы|ам)|ср\\. четверг(а|у|ам)?|чт\\. пятниц(а|у|ы|ам)|пт\\. суббот(а|у|ы|ам)|сб\\. воскресень(е|я|ям)|вс\\.',
  ),
  shortWeekdays: listed('пн вт ср чт пт сб вс'),
  weekdayPlural: '(?!)',
  months: listed(
    'январ[ьея]|янв\\.? феврал[ьея]|фев\\.? март[ае]?|мар\\. апрел[ьея]|апр\\.? ма[йея] июн[ьея]|июн\\. июл[ьея]|июл\\. август[ае]?|авг\\.? сентябр[ьея]|сент?\\.? октябр[ьея]|окт\\.? ноябр[ьея]|нояб?\\.? декабр[ьея]|дек\\.?',
  ),
  articles: [['пару', 2]],
  numbers: [
    ...inOrder(
      'один|одну|одного|час два|две|двух три|трёх четыре|четырёх пять|пяти шесть|шести семь|семи восемь|восьми девять|девяти десять|десяти одиннадцать|одиннадцати двенадцать|двенадцати',
    ),
    ...inOrder(
      'первого второго третьего четвёртого пятого шестого седьмого восьмого девятого десятого одиннадцатого двенадцатого',
    ),
    ['пятнадцать', 15],
    ['двадцать', 20],
    ['тридцать', 30],
    ['сорок пять', 45],
    ['сорок', 40],
  ],
  ordinals: inOrder('перв(ый|ая|ую|ое) втор(ой|ая|ую|ое) трет(ий|ья|ью|ье) четв(е|ё)рт(ый|ая|ую|ое)'),
  ordinalEnding: '-?(го|е|ое)',
  last: 'последн(ий|яя|юю|ее)',
  and: 'и|&',
  or: 'или',
  units: [
    ['м|мин\\.?|минут(а|у|ы)?|минуток', 'minute'],
    ['ч\\.?|час(а|ов|ик)?', 'hour'],
    ['д(ень|ня|ней)', 'day'],
    ['нед\\.?|недел(я|ю|и|ь)', 'week'],
    ['месяц(а|ев)?', 'month'],
    ['год(а)?|лет', 'year'],
  ],
  parts: [
    ['утром?|утра|с утра', 'morning'],
    ['в обед', 'midday'],
    ['днём|дня|после обеда|во второй половине дня', 'afternoon'],
    ['вечером|вечера', 'evening'],
    ['ночью|ночи', 'night'],
  ],
  meridiems: [
    ['утра|ночи', 'am'],
    ['дня|вечера', 'pm'],
  ],

  amounts: [
    { form: 'пол-?{unit}', times: 0.5 },
    { form: '(полтора|полторы) {unit}', times: 1.5 },
    { form: 'полчаса', minutes: 30 },
    { form: '{decimal} ?{unit}' },
    { form: '(?=час|неделю|минуту|месяц|день){unit}' },
  ],
  clocks: [
    { form: '{hour}:{minute}( ?ч\\.?)?( {meridiem})?' },
    { form: '{hour} ?(ч\\.?|час(а|ов)) {minute} ?(м|мин\\.?|минут)( {meridiem})?' },
    { form: '(пол|половин[ауе] ){hour}( {meridiem})?', plus: -30 },
    { form: '(четверть) {hour}( {meridiem})?', plus: -45 },
    { form: 'без четверти {hour}( {meridiem})?', plus: -15 },
    { form: 'без {minutes:number} {hour}( {meridiem})?', minutes: -1 },
    { form: '{hour}( ?ч\\.?| час(а|ов)?)? {meridiem}' },
    { form: 'час (дня)', at: [13, 0] },
    { form: 'час (ночи)', at: [1, 0] },
    { form: '(?![1-4] ?ч|(один|два|три|четыре) ч){hour} ?(ч\\.?|час(а|ов))' },
    { form: '{hour}\\.{minute}( {meridiem})?', bare: true },
    { form: '(?=[1-4] ?ч|(один|два|три|четыре) ч){hour} ?(ч\\.?|час(а|ов))', bare: true },
    { form: 'полдень', at: [12, 0] },
    { form: 'полночь', at: [0, 0] },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [{ form: '(в|во|к|около|с|со|@) ?{clock}' }],
  clockRanges: [
    { form: '(в )?{first:clock} ?(?:-|–|—) ?{last:clock}' },
    { form: '(с|со|от) {first:clock} (до|по|-) {last:clock}', sure: true },
    { form: 'между {first:clock} и {last:clock}', sure: true },
    { form: '{first:clock} до {last:clock}' },
  ],
  partForms: [{ form: '{part}' }],

  days: [
    { form: 'сегодня', days: 0 },
    { form: 'сегодня {part}', days: 0 },
    { form: 'завтра( {part})?', days: 1 },
    { form: 'послезавтра', days: 2 },
    { form: 'вчера', days: -1 },
  ],
  weekdayForms: [
    { form: '((во?|на|в (эту|этот|ближайш(ий|ую))|эт(у|от)) )?{weekday}( {part})?', which: 'coming' },
    { form: '((во?) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '(во? )?следующ(ий|ую|ая|ее) {weekday}', which: 'next' },
    { form: '(во? )?прошл(ый|ую|ое) {weekday}', which: 'last' },
    { form: '(во? )?{weekday} через неделю', which: 'coming', weeks: 1 },
  ],
  weekForms: [
    { form: '(на )?(этой|эта) недел[еия]', weeks: 0 },
    { form: '(на )?(следующ(ей|ая)|будущей) недел[еия]', weeks: 1 },
  ],
  dates: [{ form: '{day} {month}(,? {year}( ?г(\\.|ода)?)?)?' }, { form: '{day}\\.{monthNumber}(\\.{year})?' }],
  monthDays: [{ form: '{day} числа', sure: true }, { form: '{day:nth}' }],
  fromNow: [{ form: 'через (примерно |около )?{amount}' }],
  fromDay: [{ form: '{amount} после' }],
  vague: [{ form: '(на |в )?выходны[ех]|когда-нибудь|в следующем месяце', sure: true }],

  lengths: [{ form: '{amount}' }, { form: '(на|в течение|длительность:?|длится) {amount}', sure: true }],
  ...seriesBounds.ru,
  until: 'до|по',

  frequencies: [
    ['ежедневно|каждый день', { freq: 'DAILY' }],
    ['еженедельно|каждую неделю|раз в неделю', { freq: 'WEEKLY' }],
    ['раз в две недели|раз в 2 недели|каждые две недели|через неделю по', { freq: 'WEEKLY', interval: 2 }],
    ['ежемесячно|каждый месяц', { freq: 'MONTHLY' }],
  ],
  ruleHeads: [{ form: '{frequency}', adjective: 'before' }, { form: '(кажд(ые|ый|ую)|раз в) {number} {unit}' }],
  ruleTails: [{ form: ',?( по| во?)? {weekdays}' }],
  ruleForms: [
    { form: '(кажд(ый|ую|ое|ые)|по) {weekdays}' },
    { form: '(кажд(ый|ую|ое) (второй|вторую|второе)) {weekdays}', interval: 2 },
    { form: '(с )?{first:listedWeekday}( ?(-|–) ?| по ){last:listedWeekday}' },
    { form: '(по |каждый )?(будням|будни|рабочим дням|будний день|рабочий день)', days: [1, 2, 3, 4, 5] },
    { form: '(по |каждые )?выходным', days: [6, 7] },
    { form: 'каждое {part}' },
    { form: '(в |кажд(ый|ую|ое) )?{place} {weekday} (каждого )?месяца' },
  ],
  counts: [{ form: '{number} раза?' }],

  publicWords: 'публичн(о|ая|ый|ое)|открыт(о|ая|ый|ое) для всех',
  zoneLead: '',
  zoneHead: 'по (?:времени )?',
  zoneTail: '(?: времени)?',
  zones: {
    москве: 'Europe/Moscow',
    мск: 'Europe/Moscow',
    московскому: 'Europe/Moscow',
    киеву: 'Europe/Kyiv',
    лондону: 'Europe/London',
    берлину: 'Europe/Berlin',
  },

  timeConnectives: 'в|во|на|с|со|к|по|около|@',
  timeFillers: 'и|года',
  titleLeads: 'на|по поводу|о|об|про|для|по',
  titleTails: 'пожалуйста',
  personConnectives: '(вместе )?с|со|и|а также|плюс|\\+|&|пригласи(ть)?|для|у|от|к|cc',
};
