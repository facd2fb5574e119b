import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

const HOURS =
  'pierwsz(ej|a|ą) drugi(ej|a|ą)|drug(iej|a|ą) trzeci(ej|a|ą) czwart(ej|a|ą) piąt(ej|a|ą) szóst(ej|a|ą) siódm(ej|a|ą) ósm(ej|a|ą) dziewiąt(ej|a|ą) dziesiąt(ej|a|ą) jedenast(ej|a|ą) dwunast(ej|a|ą) trzynast(ej|a|ą) czternast(ej|a|ą) piętnast(ej|a|ą) szesnast(ej|a|ą) siedemnast(ej|a|ą) osiemnast(ej|a|ą) dziewiętnast(ej|a|ą) dwudziest(ej|a|ą)';

/** Polish; chrono does not read it. */
export const pl: Language = {
  code: 'pl',
  spaced: true,

  weekdays: listed(
    'poniedziałe?k(u|i|iem|owi)?|pon\\.|pn\\. wtor(ek|ku|ki)|wt\\. środ(a|ę|y|ą|o)|śr\\. czwart(ek|ku|ki)|czw\\. piąt(ek|ku|ki)|pt\\. sobot(a|ę|y|o)|sob\\. niedziel(a|ę|e|i|o)|niedz\\.|nd\\.',
  ),
  shortWeekdays: listed('pon|pn wt śr czw?|cz pt sob?|sb niedz|nd'),
  weekdayPlural: '(?!)',
  months: listed(
    'stycz(eń|nia)|sty\\. lut(y|ego)|lut\\. mar(zec|ca)|mar\\. kwie(cień|tnia)|kwi\\. maj(a)? czerw(iec|ca)|cze\\. lip(iec|ca)|lip\\. sierp(ień|nia)|sie\\. wrze(sień|śnia)|wrz\\. październik(a)?|paź\\. listopad(a)?|lis\\. grud(zień|nia)|gru\\.',
  ),
  articles: [],
  numbers: [
    ...inOrder(
      'jed(en|na|ną|nej)|godzinę dwa|dwie|dwóch trzy|trzech cztery|czterech pięć|pięciu sześć siedem osiem dziewięć dziesięć jedenaście dwanaście',
    ),
    ...inOrder(HOURS),
    ['piętnaście', 15],
    ['dwadzieścia', 20],
    ['trzydzieści', 30],
    ['czterdzieści pięć', 45],
  ],
  ordinals: inOrder('pierwsz(y|a|ą|ego) drug(i|a|ą|iego) trzeci(a|ą|ego)? czwart(y|a|ą|ego)'),
  ordinalEnding: '\\.|-?(go|ego|ej)',
  last: 'ostatni(a|ą|ej)?',
  and: 'i|oraz|&',
  or: 'lub|albo|czy',
  units: [
    ['m|min\\.?|minut(y|ę|ach)?', 'minute'],
    ['h|godz\\.?|godzin(y|ę|a|ach)?', 'hour'],
    ['dzień|dni(ach)?|dnia', 'day'],
    ['tydz\\.?|tydzień|tygodnie?|tygodni', 'week'],
    ['miesiąc(e|u)?|miesięcy', 'month'],
    ['rok|lata?', 'year'],
  ],
  parts: [
    ['rano|ran(o|a)|przed południem', 'morning'],
    ['w porze obiadowej', 'midday'],
    ['po południu|popołudniu|popołudnie', 'afternoon'],
    ['wieczorem|wieczór', 'evening'],
    ['w nocy|nocą', 'night'],
  ],
  meridiems: [
    ['rano', 'am'],
    ['po południu|wieczorem', 'pm'],
  ],

  amounts: [
    { form: 'pół {unit}', times: 0.5 },
    { form: '(półtorej|półtora) {unit}', times: 1.5 },
    { form: 'kwadrans', minutes: 15 },
    { form: '{decimal} ?{unit}' },
    { form: '(?=godzinę|tydzień|minutę|miesiąc|dzień){unit}' },
  ],
  clocks: [
    { form: '(godz\\.? ?|godzin(ie|a|y) ){hour}[:.]{minute}( {meridiem})?' },
    { form: '(godz\\.? ?|godzin(ie|a|y) )?{hour}:{minute}( {meridiem})?' },
    { form: 'wpół do {hour:anyHour}( {meridiem})?', plus: -30 },
    { form: 'kwadrans po {hour:anyHour}( {meridiem})?', plus: 15 },
    { form: '(za kwadrans|kwadrans przed) {hour:anyHour}( {meridiem})?', plus: -15 },
    { form: '(godz\\.? ?|godzin(ie|a|y) ){hour:anyHour}(-?(tej|ej|stej))?( {meridiem})?' },
    { form: '{hour:anyHour}(-?(tej|ej|stej))?( trzydzieści)( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour}(-?(tej|ej|stej))?( {meridiem})' },
    { form: '{hour}-?(tej|ej|stej)' },
    { form: 'południe|w południe', at: [12, 0] },
    { form: 'północ(y)?', at: [0, 0] },
    { form: '{hour}\\.{minute}( {meridiem})?', bare: true },
    { form: '{hour:anyHour}', bare: true },
  ],
  clockLeads: [{ form: '(o|około|ok\\.|od|@) ?{clock}' }],
  clockRanges: [
    { form: '{first:clock} ?(?:-|–|—) ?{last:clock}' },
    { form: '(od|między|pomiędzy) {first:clock} (do|a|-) {last:clock}', sure: true },
    { form: '{first:clock} do {last:clock}' },
  ],
  partForms: [{ form: '{part}' }],

  days: [
    { form: 'dziś|dzisiaj', days: 0 },
    { form: '(dziś|dzisiaj) {part}', days: 0 },
    { form: 'jutro( {part})?', days: 1 },
    { form: 'pojutrze', days: 2 },
    { form: 'wczoraj', days: -1 },
  ],
  weekdayForms: [
    { form: '((we?|na|w ten|w tę|ten|najbliższy|w najbliższy|w najbliższą) )?{weekday}( {part})?', which: 'coming' },
    { form: '((we?) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '(we? )?(przyszły|przyszłą|przyszłej|następny|następną) {weekday}', which: 'next' },
    { form: '(we? )?(zeszły|zeszłą|ostatni|ostatnią|ubiegły) {weekday}', which: 'last' },
    { form: '{weekday} za tydzień', which: 'coming', weeks: 1 },
  ],
  weekForms: [
    { form: '(w )?ty(m|go) tygodni[ua]|w tym tygodniu', weeks: 0 },
    { form: '(w )?(przyszłym|następnym|przyszłego|następnego) tygodni[ua]', weeks: 1 },
  ],
  dates: [{ form: '{day} {month}(,? {year})?( r\\.)?' }, { form: '(dnia )?{day}\\.{monthNumber}(\\.{year})?' }],
  monthDays: [{ form: '{day:nth}(?= o| godz| \\d)' }],
  fromNow: [{ form: 'za (około |ok\\. )?{amount}' }],
  fromDay: [{ form: '{amount} po' }],
  vague: [{ form: '(w )?weekend|kiedyś|w przyszłym miesiącu', sure: true }],

  lengths: [{ form: '{amount}' }, { form: '(przez|na|trwa|czas:?) {amount}', sure: true }],
  ...seriesBounds.pl,
  until: 'do|aż do',

  frequencies: [
    ['codziennie|codzienn[yae]|co dzień', { freq: 'DAILY' }],
    ['co tydzień|cotygodniow[yaeo]|tygodniowo', { freq: 'WEEKLY' }],
    ['co drugi tydzień|co dwa tygodnie|co 2 tygodnie', { freq: 'WEEKLY', interval: 2 }],
    ['co miesiąc|comiesięczn[yae]', { freq: 'MONTHLY' }],
  ],
  ruleHeads: [{ form: '{frequency}', adjective: 'before' }, { form: '(co|każd(y|a|ą|ego)) {number} {unit}' }],
  ruleTails: [{ form: ',?( we?| w każdy| w każdą)? {weekdays}' }],
  ruleForms: [
    { form: '((w )?każd(y|ą|a|ego)|co) {weekdays}' },
    { form: '(co drugi|co drugą|co drugie) {weekdays}', interval: 2 },
    { form: '(we? )?(?=poniedziałki|wtorki|środy|czwartki|piątki|soboty|niedziele){weekdays}' },
    { form: '(od )?{first:listedWeekday}( ?(-|–) ?| do ){last:listedWeekday}' },
    { form: '(w )?(dni (robocze|powszednie))|(w )?każdy dzień roboczy|w tygodniu', days: [1, 2, 3, 4, 5] },
    { form: 'każdego {part}' },
    { form: '(w |każd(y|ą|a) )?{place} {weekday} (każdego )?miesiąca' },
  ],
  counts: [{ form: '{number} razy' }],

  publicWords: '(spotkanie )?publiczn(e|y|a|ie)|otwarte dla wszystkich',
  zoneLead: '(?:w )?',
  zoneHead: 'czasu ',
  zoneTail: '',
  zones: { warszawskiego: 'Europe/Warsaw', londyńskiego: 'Europe/London' },

  timeConnectives: 'o|w|we|na|od|dnia|godz\\.?|@|jest|o godz\\.?',
  timeFillers: 'i|o',
  titleLeads: 'na|w sprawie|o|nt\\.?|dot\\.?',
  titleTails: 'proszę',
  personConnectives: '(razem )?z|ze|i|oraz|plus|\\+|&|zaproś|dla|do|u|od|cc',
  falseFriends: 'pt|et|daily|weekly|do|a|an|at|m|h|so',
};
