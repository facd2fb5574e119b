import { casual } from 'chrono-node/uk';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** Ukrainian. */
export const uk: Language = {
  code: 'uk',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    "(що)?по(що)?неділ(ок|ка|ку|кам)|пон\\.? (що)?вівтор(ок|ка|ку|кам)|вт\\. (що)?серед(а|у|и|ам)|ср\\. (що)?четвер(га|гу|гам)?|чт\\. (що)?п'?ятниц(я|ю|і|ям)|пт\\. (що)?субот(а|у|и|ам)|сб\\. (що)?неділ(я|ю|і|ям)|нд\\.",
  ),
  shortWeekdays: listed('пн вт ср чт пт сб нд'),
  weekdayPlural: '(?!)',
  months: listed(
    'січ(ень|ня)|січ\\. лют(ий|ого)|лют\\. берез(ень|ня)|бер\\. квіт(ень|ня)|квіт?\\. трав(ень|ня)|трав\\. черв(ень|ня)|черв\\. лип(ень|ня)|лип\\. серп(ень|ня)|серп\\. верес(ень|ня)|вер\\. жовт(ень|ня)|жовт\\. листопада?|лист\\. груд(ень|ня)|груд\\.',
  ),
  articles: [['пару', 2]],
  numbers: [
    ...inOrder(
      "один|одну|однієї два|дві|двох три|трьох чотири|чотирьох п'?ять шість сім вісім дев'?ять десять одинадцять дванадцять",
    ),
    ...inOrder(
      "перш(ій|а|у) друг(ій|а|у) трет(ій|я|ю) четверт(ій|а|у) п'?ят(ій|а|у) шост(ій|а|у) сьом(ій|а|у) восьм(ій|а|у) дев'?ят(ій|а|у) десят(ій|а|у) одинадцят(ій|а|у) дванадцят(ій|а|у) тринадцят(ій|а|у) чотирнадцят(ій|а|у) п'?ятнадцят(ій|а|у) шістнадцят(ій|а|у) сімнадцят(ій|а|у) вісімнадцят(ій|а|у)",
    ),
    ["п'?ятнадцять", 15],
    ['двадцять', 20],
    ['тридцять', 30],
    ["сорок п'?ять", 45],
  ],
  ordinals: inOrder('перш(ий|а|у|е) друг(ий|а|у|е) трет(ій|я|ю|є) четверт(ий|а|у|е)'),
  ordinalEnding: '-?(го|е|ого)',
  last: 'останн(ій|я|ю)',
  and: 'і|й|та|&',
  or: 'або|чи',
  units: [
    ['хв\\.?|хвилин(а|у|и)?', 'minute'],
    ['год\\.?|годин(а|у|и)?', 'hour'],
    ['день|дн(і|я|ів)', 'day'],
    ['тиж\\.?|тиж(день|ні|нів)', 'week'],
    ['місяц(ь|і|ів|я)', 'month'],
    ['р(ік|оки|оків)', 'year'],
  ],
  parts: [
    ['вранці|ранку|зранку|ранком', 'morning'],
    ['в обід', 'midday'],
    ['вдень|дня|після обіду', 'afternoon'],
    ['ввечері|увечері|вечора', 'evening'],
    ['вночі|ночі', 'night'],
  ],
  meridiems: [
    ['ранку|ночі', 'am'],
    ['дня|вечора', 'pm'],
  ],

  amounts: [
    { form: 'пів ?{unit}', times: 0.5 },
    { form: '(півтори|півтора) {unit}', times: 1.5 },
    { form: '{decimal} ?{unit}' },
    { form: '(?=годину|тиждень|хвилину|місяць|день){unit}' },
  ],
  clocks: [
    { form: '{hour}:{minute}( {meridiem})?' },
    { form: '(о )?пів на {hour:anyHour}( {meridiem})?', plus: -30 },
    { form: '(о )?пів до {hour:anyHour}( {meridiem})?', plus: -30 },
    { form: '(чверть на) {hour:anyHour}( {meridiem})?', plus: -45 },
    { form: '(за чверть|чверть до) {hour:anyHour}( {meridiem})?', plus: -15 },
    { form: '{hour:anyHour}(-?(й|ій|а|ої))?( годині| година)?( тридцять)( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour}(-?(й|ій|а|ої))?( годині| година)?( {meridiem})' },
    { form: '{hour:anyHour}(-?(й|ій|ої))?( годині| година)' },
    { form: '{hour}-(й|ій|а|ої)' },
    { form: 'полудень|полудні|опівдні', at: [12, 0] },
    { form: 'опівночі|північ', at: [0, 0] },
    { form: '{hour}\\.{minute}( {meridiem})?', bare: true },
    { form: '{hour:anyHour}', bare: true },
  ],
  clockLeads: [{ form: '(о|об|в|у|близько|з|зі|на|@) ?{clock}' }],
  clockRanges: [
    { form: '(о )?{first:clock} ?(?:-|–|—) ?{last:clock}' },
    { form: '(з|зі|від|із) {first:clock} (до|по|-) {last:clock}', sure: true },
    { form: 'між {first:clock} (і|та) {last:clock}', sure: true },
  ],
  partForms: [{ form: '{part}' }],

  days: [
    { form: 'сьогодні', days: 0 },
    { form: 'сьогодні {part}', days: 0 },
    { form: 'завтра( {part})?', days: 1 },
    { form: 'післязавтра', days: 2 },
    { form: 'вчора|учора', days: -1 },
  ],
  weekdayForms: [
    { form: '((в|у|на|в цю|у цю|в цей|у цей|цього|ц(ю|ей)) )?{weekday}( {part})?', which: 'coming' },
    { form: '((в|у) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '((в|у) )?(наступн(ий|у|ого|ої)) {weekday}', which: 'next' },
    { form: '((в|у) )?(минул(ий|у|ого|ої)) {weekday}', which: 'last' },
  ],
  weekForms: [
    { form: '(на )?(цьому|цього) тижн[іюя]', weeks: 0 },
    { form: '(на )?(наступного|наступному) тижн[іюя]', weeks: 1 },
  ],
  dates: [{ form: '{day} {month}(,? {year}( ?р(\\.|оку)?)?)?' }, { form: '{day}\\.{monthNumber}(\\.{year})?' }],
  monthDays: [{ form: '{day} числа', sure: true }, { form: '{day:nth}' }],
  fromNow: [{ form: 'через (приблизно )?{amount}' }, { form: 'за (приблизно )?{amount}' }],
  fromDay: [{ form: '{amount} після' }],
  vague: [{ form: '(на )?вихідни[хі]|колись|наступного місяця', sure: true }],

  lengths: [{ form: '{amount}' }, { form: '(на|протягом|тривалість:?) {amount}', sure: true }],
  ...seriesBounds.uk,
  until: 'до|по',

  frequencies: [
    ['щодня|щоденно|кожен день|кожного дня', { freq: 'DAILY' }],
    ['щотижня|щотижнево|кожен тиждень|кожного тижня', { freq: 'WEEKLY' }],
    ['раз на два тижні|кожні два тижні|раз на 2 тижні|кожні 2 тижні', { freq: 'WEEKLY', interval: 2 }],
    ['щомісяця|кожен місяць|кожного місяця', { freq: 'MONTHLY' }],
  ],
  ruleHeads: [{ form: '{frequency}', adjective: 'before' }, { form: '(кожн(і|ий)|раз на) {number} {unit}' }],
  ruleTails: [{ form: ',?( по| в| у)? {weekdays}' }],
  ruleForms: [
    { form: '(що|(кожн(ий|у|ого|ої)|кожен|кожні|по) ?){weekdays}' },
    { form: '(кожн(ий|у|ого|ої)|кожен) (другий|другу|другої|другого) {weekdays}', interval: 2 },
    { form: '(з )?{first:listedWeekday}( ?(-|–) ?| (по|до) ){last:listedWeekday}' },
    { form: '(по |у |в |кожен )?(будням|будні|буднях|робочий день|робочим дням|будні дні)', days: [1, 2, 3, 4, 5] },
    { form: '((у|в|кожн(ий|у|ого|ої)) )?{place} {weekday} (кожного )?місяця' },
    { form: 'що(?=ранку|вечора){part}' },
  ],
  counts: [{ form: '{number} раз(и|ів)?' }],

  publicWords: 'публічн(о|а|ий|е)|відкрит(о|а|ий|е) для всіх',
  zoneLead: '',
  zoneHead: 'за (?:часом )?',
  zoneTail: '(?: часом)?',
  zones: { києвом: 'Europe/Kyiv', київським: 'Europe/Kyiv', лондоном: 'Europe/London', берліном: 'Europe/Berlin' },

  timeConnectives: 'о|об|в|у|на|з|зі|к|по|близько|@',
  timeFillers: 'і|й|та|року',
  titleLeads: 'на|щодо|про|для|по',
  titleTails: 'будь ласка',
  personConnectives: '(разом )?(з|із|зі)|і|й|та|а також|плюс|\\+|&|запроси(ти)?|для|у|від|до|cc',
};
