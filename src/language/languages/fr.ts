import { casual } from 'chrono-node/fr';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

/** `1h` to `4h` alone are lengths, later hours are times of day. */
const NO_HOUR_OF_DAY = '(?!(0?[5-9]|1\\d|2\\d) ?h)';
const EACH = '(chaque|tous les|toutes les)';

/** French. */
export const fr: Language = {
  code: 'fr',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    'lundi|lun\\. mardi|mar\\. mercredi|mer\\. jeudi|jeu\\. vendredi|ven\\. samedi|sam\\. dimanche|dim\\.',
  ),
  shortWeekdays: listed('lun mar mer jeu ven sam dim'),
  weekdayPlural: 's',
  months: listed(
    'janv(ier)?\\.? fév(rier|r)?\\.? mars avr(il)?\\.? mai juin juil(let)?\\.? août sept(embre)?\\.? oct(obre)?\\.? nov(embre)?\\.? déc(embre)?\\.?',
  ),
  articles: [
    ['une?', 1],
    ['quelques', 3],
  ],
  numbers: [
    ...inOrder(
      'une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix[-_]sept dix[-_]huit dix[-_]neuf vingt vingt[-_]et[-_]une? vingt[-_]deux vingt[-_]trois',
    ),
    ['vingt[- ]cinq', 25],
    ['trente', 30],
    ['quarante', 40],
    ['quarante[- ]cinq', 45],
    ['cinquante', 50],
    ['soixante', 60],
    ['quatre[- ]vingt[- ]dix', 90],
  ],
  ordinals: inOrder('premi(er|ère) deuxième|seconde? troisième quatrième cinquième'),
  ordinalEnding: 'er|ère|e|ème|nde?',
  last: 'derni(er|ère)',
  and: 'et( les?)?|&',
  or: 'ou',
  units: [
    ['m|mn|min\\.?|mins|minutes?', 'minute'],
    ['h|heures?|hrs?', 'hour'],
    ['j|jours?|journées?', 'day'],
    ['sem\\.?|semaines?', 'week'],
    ['quinzaines?', 'fortnight'],
    ['mois', 'month'],
    ['trimestres?', 'quarter'],
    ['ans?|années?', 'year'],
  ],
  parts: [
    ['matiné?e?', 'morning'],
    ["(l')?heure du déjeuner", 'midday'],
    ["(l')?après[- ]?midis?|aprem", 'afternoon'],
    ['soiré?e?', 'evening'],
    ['nuit', 'night'],
    ["fin de (la )?journée|fin d'après-midi", 'end'],
  ],
  meridiems: [
    ['a\\.?m\\.?|du mat(in)?', 'am'],
    ["p\\.?m\\.?|de l'après[- ]?midi|de l'aprem", 'pm'],
  ],

  amounts: [
    { form: '{decimal} ?{unit} ?{minute}' },
    { form: '{decimal} {unit} et demie?', plus: 0.5 },
    { form: '(une )?demi[- ]?{unit}', times: 0.5 },
    { form: "(un )?quart d'{unit}", times: 0.25 },
    { form: "(trois|3) quarts d'{unit}", times: 0.75 },
    { form: '{decimal}[ -]?{unit}' },
  ],
  clocks: [
    { form: '{hour}[:.]{minute}(:[0-5]\\d)?( ?h| ?{meridiem})?' },
    { form: '(?![1-4] ?h){hour} ?(h|heures?) ?{minute}( ?(mn|min))?( {meridiem})?' },
    { form: '(?=[1-4] ?h){hour} ?(h|heures?) ?{minute}( ?(mn|min))?( {meridiem})?', bare: true },
    { form: '{hour:anyHour} heures? {minute:minuteWord}( {meridiem})?' },
    { form: '{hour:anyHour} ?(h|heures?) et (demie?)( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour} ?(h|heures?) et quart( {meridiem})?', plus: 15 },
    { form: '{hour:anyHour} ?(h|heures?) moins (le )?quart( {meridiem})?', plus: -15 },
    { form: '{hour:anyHour} ?(h|heures?) moins {minutes:number}( {meridiem})?', minutes: -1 },
    { form: '{hour} ?(h|heures?)? {meridiem}' },
    { form: '(?![1-4] ?h|(une|deux|trois|quatre) h){hour:anyHour} ?(h|heures?)( pile| {meridiem})?' },
    { form: '(?=[1-4] ?h){hour} ?h', bare: true },
    { form: 'midi et demie?', at: [12, 30] },
    { form: 'midi et quart', at: [12, 15] },
    { form: 'midi (30|trente)', at: [12, 30] },
    { form: 'midi moins (le )?quart', at: [11, 45] },
    { form: 'midi', at: [12, 0] },
    { form: 'minuit', at: [0, 0] },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [
    { form: '(à|vers|dès|pour|@) ?(environ )?{clock}( pile| précises?)?' },
    { form: "(à partir de|de|d')( ?){clock}" },
  ],
  clockRanges: [
    { form: '{first:clock} ?(?:-|–|—|->|→|/) ?{last:clock}' },
    { form: "{first:clock} (à|jusqu'à) {last:clock}" },
    { form: "(de|du|d'|à) ?{first:clock} (à|jusqu'à|-) {last:clock}", sure: true },
    { form: 'entre {first:clock} et {last:clock}', sure: true },
  ],
  partForms: [
    { form: '{part}' },
    { form: "(en |dans )(la |l'|le )?{part}", sure: true },
    { form: "(au |le |du |de |dans l'|l'|la |en début de |en fin de |en milieu de )(la |l')?{part}" },
    { form: '(ce|cet|cette) {part}', day: 0, sure: true },
    { form: 'au déjeuner', means: 'midday', sure: true },
  ],

  days: [
    { form: "aujourd'?hui|auj\\.?|ajd", days: 0 },
    { form: "(d')?après[- ]demain", days: 2 },
    { form: 'demain', days: 1 },
    { form: 'demain[ -]{part}', days: 1 },
    { form: 'hier', days: -1 },
    { form: "(d')?aujourd'hui en huit", days: 7 },
    { form: 'demain en huit', days: 8 },
  ],
  weekdayForms: [
    { form: '((le|ce|pour) )?{weekday}', which: 'coming' },
    { form: '((le|ce) )?{weekday}[ -]{part}', which: 'coming' },
    { form: '((le|ce) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '(le )?{weekday} prochain( {part})?', which: 'next' },
    { form: '(le )?prochain {weekday}', which: 'next' },
    { form: '(le )?{weekday} (dernier|passé)', which: 'last' },
    { form: "(le )?{weekday} (en huit|d'après)", which: 'coming', weeks: 1 },
    { form: '(le )?{weekday} en quinze', which: 'coming', weeks: 2 },
  ],
  weekForms: [
    { form: '((de|dans) )?cette semaine', weeks: 0 },
    { form: "((de|dans) )?(la )?(semaine|sem\\.?) (prochaine|pro|suivante|qui vient|d'après)", weeks: 1 },
    { form: "(de |dans )?(la )?semaine d'après la prochaine", weeks: 2 },
  ],
  dates: [
    { form: '((le|du|au|pour le) )?{day} {month}(,? {year})?' },
    { form: '(le|du|au) {day}\\.{monthNumber}(\\.{year})?' },
  ],
  monthDays: [
    { form: '(le|au) {day}', sure: true },
    { form: '(le )?{day} (du mois|de ce mois|courant)', monthsAhead: 0, sure: true },
    { form: '(le )?{day} du mois prochain', monthsAhead: 1, sure: true },
    { form: '(le )?dernier jour du mois|(à la )?fin du mois', monthsAhead: 0, last: true, sure: true },
  ],
  fromNow: [{ form: "(dans|d'ici) (environ |à peu près )?{amount}" }, { form: '{amount} plus tard' }],
  fromDay: [{ form: '{amount} après' }],
  vague: [
    { form: '(un de ces|un) (jours?|quatre)|à un moment( donné)?' },
    {
      form: "(ce|le) (week-?end)( prochain)?|(ce|le) (mois|trimestre) (prochain|ci)|(cette|l')année( prochaine)?",
      sure: true,
    },
    { form: 'bientôt|plus tard|prochainement' },
  ],

  lengths: [
    { form: `${NO_HOUR_OF_DAY}{amount}` },
    {
      form: '(pendant|durant|pour|durée ?:?|dure|durera) (environ |les prochaines? |encore |une durée de )?{amount}',
      sure: true,
    },
    { form: "(de |d'){amount}" },
  ],
  ...seriesBounds.fr,
  until: "jusqu'(à|en|au)?|jusque|se termine( à| le)?|fin( à)?:?",
  article: 'au|le|la|à',

  frequencies: [
    ['quotidien(nement|ne)?s?', { freq: 'DAILY' }],
    [
      'bihebdomadaire|bimensuel(le)?|tous les quinze jours|tous les 15 jours|une semaine sur deux|1 semaine sur 2',
      { freq: 'WEEKLY', interval: 2 },
    ],
    ['hebdo(madaires?|madairement)?', { freq: 'WEEKLY' }],
    ['mensuel(le|lement)?s?', { freq: 'MONTHLY' }],
    ['trimestriel(le|lement)?s?', { freq: 'MONTHLY', interval: 3 }],
    ['annuel(le|lement)?s?', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '(?=\\w+ment|tous |une |1 ){frequency}' },
    { form: '{frequency}', adjective: 'beside' },
    { form: `(${EACH}|une fois par|1 fois par|1x par) {unit}` },
    { form: '(une?|1) {unit} sur (deux|2)', interval: 2 },
    { form: `${EACH} {number} {unit}` },
  ],
  ruleTails: [
    { form: ',? (le|les|au) {place} {weekday}' },
    { form: ',? le {place:day}( du mois)?' },
    { form: ',?( le| les| chaque)? {weekdays}' },
  ],
  ruleForms: [
    { form: `${EACH} {weekdays}` },
    { form: '(le |les )?(un |1 )?{weekdays} sur (deux|2)', interval: 2 },
    { form: `${EACH} (deux|2) {weekdays}`, interval: 2 },
    {
      form: '((du|de|chaque|tous les jours du|tous les jours de) )?{first:listedWeekday}( ?(-|–) ?| (au|à) ){last:listedWeekday}',
    },
    { form: '((le|les|chaque) )?{weekdays}', listed: true },
    {
      form: `(${EACH} )(jours? (ouvrés?|ouvrables?|de (la )?semaine|de travail))|(en|les jours de) semaine`,
      days: [1, 2, 3, 4, 5],
    },
    { form: `(${EACH}) week-?ends?`, days: [6, 7] },
    { form: `(${EACH}) {part}s?` },
    { form: '((le|chaque|tous les) )?{place}s? {weekday}s? (du mois|de chaque mois|par mois|mensuel)' },
    { form: `${EACH} {place:day} du mois` },
    { form: '(le )?{place:day} (de )?(chaque|tous les) mois' },
  ],
  counts: [{ form: '(pour |pendant )?{number} (fois|séances|réunions|sessions|occurrences)' }, { form: 'x ?{number}' }],

  publicWords: '(réunion )?publi(que|c)|ouverte? (à|au) (tous|tout le monde|public)',
  zoneLead: '(?:à )?',
  zoneHead: "(?:à l'|l')?heure (?:de |d'|du |des )?",
  zoneTail: '',
  zones: {
    londres: 'Europe/London',
    'new york': 'America/New_York',
    pékin: 'Asia/Shanghai',
    moscou: 'Europe/Moscow',
    genève: 'Europe/Zurich',
    bruxelles: 'Europe/Brussels',
    lisbonne: 'Europe/Lisbon',
    alger: 'Africa/Algiers',
    montréal: 'America/Toronto',
    québec: 'America/Toronto',
    'la réunion': 'Indian/Reunion',
    pacifique: 'America/Los_Angeles',
    singapour: 'Asia/Singapore',
    dubaï: 'Asia/Dubai',
  },

  timeConnectives: "à|le|la|les|du|de|vers|dès|pour|au|en|dans|ce|cet|cette|d'ici|@|prévue?|est|commence",
  timeFillers: 'et|puis|l|d|heure|un',
  titleLeads: 'pour|au sujet d[eu]|concernant|sur|à propos de|:',
  personConnectives:
    'avec|et|ainsi que|plus|\\+|&|inviter?|invités?|pour|entre|chez|de|à|cc|y compris|en présence de|avec la participation de',
  falseFriends: 'et|est|art|daily|weekly|monthly|mon|mar|a|an|on|sur|sat|sun|d|h|m|j',
};
