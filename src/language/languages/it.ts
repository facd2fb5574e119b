import { casual } from 'chrono-node/it';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

const EACH = '(ogni|tutti i|tutte le|tutte)';

/** Italian. */
export const it: Language = {
  code: 'it',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    "lunedì'?|lun\\. martedì'?|mar\\. mercoledì'?|mer\\. giovedì'?|gio\\. venerdì'?|ven\\. sabato|sab\\. domenica|dom\\.",
  ),
  shortWeekdays: listed('lun mar mer gio(v)? ven sab dom'),
  weekdayPlural: '(?!)',
  months: listed(
    'gen(naio)?\\.? feb(braio)?\\.? mar(zo)?\\.? apr(ile)?\\.? mag(gio)?\\.? giu(gno)?\\.? lug(lio)?\\.? ago(sto)?\\.? set(t|tembre)?\\.? ott(obre)?\\.? nov(embre)?\\.? dic(embre)?\\.?',
  ),
  articles: [
    ["un[oa]?'?", 1],
    ["un paio (di|d')", 2],
  ],
  numbers: [
    ...inOrder(
      'un[oa]? due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove venti ventuno ventidue ventitré',
    ),
    ['venticinque', 25],
    ['trenta', 30],
    ['quaranta', 40],
    ['quarantacinque', 45],
    ['cinquanta', 50],
    ['sessanta', 60],
    ['novanta', 90],
  ],
  ordinals: inOrder('prim[oa] second[oa] terz[oa] quart[oa] quint[oa]'),
  ordinalEnding: '[°ºª]',
  last: "ultim[oa]|l'ultim[oa]",
  and: 'e( il?| la| le)?|ed|&',
  or: 'o',
  units: [
    ['m|min\\.?|minut[oi]', 'minute'],
    ['h|or[ae]|oretta', 'hour'],
    ['giorn[oi]|gg?', 'day'],
    ['sett\\.?|settiman[ae]', 'week'],
    ['mes[ei]', 'month'],
    ['trimestr[ei]', 'quarter'],
    ['ann[oi]', 'year'],
  ],
  parts: [
    ['mattin[ao]|mattinata', 'morning'],
    ['ora di pranzo', 'midday'],
    ['pomeriggio|pome', 'afternoon'],
    ['sera(ta)?', 'evening'],
    ['notte', 'night'],
    ['(la )?fine (della )?giornata', 'end'],
  ],
  meridiems: [
    ['a\\.?m\\.?|d(i|el|ella) mattin[ao]', 'am'],
    ['p\\.?m\\.?|d(i|el) pomeriggio|d(i|ella) sera', 'pm'],
  ],

  amounts: [
    { form: '{decimal} ?{unit} ?{minute}' },
    { form: "(un')?{unit} e (mezz[ao])", plus: 0.5 },
    { form: '{decimal} {unit} e mezz[ao]', plus: 0.5 },
    { form: "(una |un )?mezz('|[ao] ?){unit}", times: 0.5 },
    { form: "(un )?quarto d'{unit}", times: 0.25 },
    { form: "(tre|3) quarti d'{unit}", times: 0.75 },
    { form: '{decimal}[ -]?{unit}' },
    { form: "un'{unit}" },
  ],
  clocks: [
    { form: '{hour}[:.]{minute}(:[0-5]\\d)?( ?h)? {meridiem}' },
    { form: '{hour}[:h]{minute}(:[0-5]\\d)?' },
    { form: '{hour:anyHour} e (mezz[ao]|trenta)( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour} e un quarto( {meridiem})?', plus: 15 },
    { form: '{hour:anyHour} e (tre|3) quarti( {meridiem})?', plus: 45 },
    { form: '{hour:anyHour} meno un quarto( {meridiem})?', plus: -15 },
    { form: '{hour:anyHour} meno {minutes:number}( {meridiem})?', minutes: -1 },
    { form: '{hour:anyHour} e {minutes:number}( {meridiem})?', minutes: 1 },
    { form: '(un )?quarto alle {hour}', plus: -15 },
    { form: '{hour:anyHour}( in punto)?( ?h)? {meridiem}' },
    { form: '(h|ore) ?{hour}[:.]{minute}' },
    { form: '(h|ore) ?{hour:anyHour}( {meridiem})?' },
    { form: '(?![1-4] ?h){hour} ?h' },
    { form: '(?=[1-4] ?h){hour} ?h', bare: true },
    { form: 'mezzogiorno e mezz[ao]', at: [12, 30] },
    { form: '(12 )?mezzogiorno', at: [12, 0] },
    { form: 'mezzanotte', at: [0, 0] },
    { form: '{hour}\\.{minute}', bare: true },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [
    { form: "(alle|all'|verso le|per le|dalle|dall'|intorno alle|circa alle|le|l'|@)( ?ore)? ?{clock}( in punto)?" },
    { form: '(a|verso|da|per) {clock}' },
  ],
  clockRanges: [
    { form: '{first:clock} ?(?:-|–|—|->|→) ?{last:clock}' },
    { form: "{first:clock} (alle |all'|a |fino alle |fino a ){last:clock}" },
    {
      form: "(dalle |dall'|da |dalle ore |alle ){first:clock} ?(alle |all'|a |fino alle |fino all'|fino a |- ?|– ?|alle ore ){last:clock}",
      sure: true,
    },
    { form: "(tra |fra )(le |l')?{first:clock} e (le |l')?{last:clock}", sure: true },
  ],
  partForms: [
    { form: '{part}' },
    { form: "(di|in|al|alla|nel|nella|del|della|a|all'|in tarda|nel tardo|nel primo|di prima) ?{part}", sure: true },
    { form: 'quest[ao] {part}', day: 0, sure: true },
    { form: 'a pranzo', means: 'midday', sure: true },
  ],

  days: [
    { form: 'oggi', days: 0 },
    { form: 'stamattina|stamane|stamani', days: 0, part: 'morning' },
    { form: 'stasera', days: 0, part: 'evening' },
    { form: 'stanotte', days: 0, part: 'night' },
    { form: 'dopodomani|dopo domani', days: 2 },
    { form: 'domattina', days: 1, part: 'morning' },
    { form: 'domani( {part})?', days: 1 },
    { form: 'ieri', days: -1 },
    { form: 'oggi a otto', days: 7 },
    { form: 'domani a otto', days: 8 },
  ],
  weekdayForms: [
    { form: '((il|la|questo|questa|per) )?{weekday}( {part})?', which: 'coming' },
    { form: '((il|la) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '((il|la) )?(prossim[oa]) {weekday}', which: 'next' },
    { form: '((il|la) )?{weekday} (prossim[oa]|che viene)( {part})?', which: 'next' },
    { form: '{weekday} scors[oa]', which: 'last' },
    { form: '{weekday} (a otto|(tra|fra) una settimana)', which: 'coming', weeks: 1 },
  ],
  weekForms: [
    { form: '((di|in) )?(questa|sta) settimana', weeks: 0 },
    { form: '((della|nella|di|la) )?(prossima settimana|settimana (prossima|che viene|entrante))', weeks: 1 },
    { form: '((tra|fra) (due|2) settimane di)|(della |nella )?settimana dopo la prossima', weeks: 2 },
  ],
  dates: [
    { form: "((il|l'|al|del|per il|giorno) ?)?{day} {month}(,? {year})?" },
    { form: '(il|al|giorno) {day}\\.{monthNumber}(\\.{year})?' },
  ],
  monthDays: [
    { form: "(il|l'|al|il giorno|giorno) ?{day}", sure: true },
    { form: "(il |l')?{day} (di questo mese|del mese|c\\.m\\.)", monthsAhead: 0, sure: true },
    { form: "(il |l')?{day} del (mese prossimo|prossimo mese)", monthsAhead: 1, sure: true },
    { form: "(l')?ultimo giorno del mese|(a )?fine mese", monthsAhead: 0, last: true, sure: true },
  ],
  fromNow: [{ form: '(tra|fra|in) (circa |un |qualche )?{amount}' }, { form: '{amount} dopo' }],
  fromDay: [{ form: '{amount} (dopo|da)' }],
  vague: [
    { form: 'prima o poi|uno di questi giorni|in qualche momento' },
    {
      form: '(il|questo|nel)? ?(prossimo )?(fine settimana|weekend|mese prossimo|prossimo mese|trimestre prossimo|anno prossimo)',
      sure: true,
    },
    { form: 'presto|più tardi|dopo' },
  ],

  lengths: [
    { form: '(?!(0?[5-9]|1\\d|2\\d) ?h){amount}' },
    {
      form: '(per( la durata di)?|durata:?( di)?|dura|della durata di) ?(circa |le prossime |i prossimi |massimo )?{amount}',
      sure: true,
    },
    { form: "(di|da|d') ?{amount}" },
  ],
  ...seriesBounds.it,
  until: "fino (al|alle|all'|a|allo|alla|ad)?|sino (al|alle)|finisce( alle| il)?|entro",
  article: "il|la|le|l'|al|alle",

  frequencies: [
    ['quotidian(o|a|amente)|giornalier[oa]', { freq: 'DAILY' }],
    ['bisettimanale|quindicinale|a settimane alterne|una settimana sì e una no', { freq: 'WEEKLY', interval: 2 }],
    ['settimanal(e|mente|i)', { freq: 'WEEKLY' }],
    ['mensil(e|mente|i)', { freq: 'MONTHLY' }],
    ['bimestral(e|mente)', { freq: 'MONTHLY', interval: 2 }],
    ['trimestral(e|mente)', { freq: 'MONTHLY', interval: 3 }],
    ['annual(e|mente)', { freq: 'YEARLY' }],
    ['a giorni alterni', { freq: 'DAILY', interval: 2 }],
  ],
  ruleHeads: [
    { form: '(?=\\w+mente|a |una ){frequency}' },
    { form: '{frequency}', adjective: 'beside' },
    { form: `(${EACH}|una volta (alla|al|a|ogni)|1 volta (alla|al|a)) ?{unit}` },
    { form: `(${EACH}|una volta ogni) {number} {unit}` },
    { form: 'una? {unit} sì e (una|uno) no', interval: 2 },
  ],
  ruleTails: [
    { form: ",? (il |l'|ogni )?{place} {weekday}" },
    { form: ',? il {place:day}( del mese)?' },
    { form: ',?( di| il| la| ogni| ogni| al| alla)? {weekdays}' },
  ],
  ruleForms: [
    { form: `${EACH} {weekdays}` },
    { form: '(ogni (due|2)|un) {weekdays}( sì e uno no)?', interval: 2 },
    { form: 'ogni secondo {weekdays}', interval: 2 },
    { form: '(il |la )?{weekdays} (alterni|alterne|alternati)', interval: 2 },
    {
      form: '((da|dal|ogni giorno da|ogni|tutti i giorni da|tutti i giorni dal) )?{first:listedWeekday}( ?(-|–) ?| (a|al|alla|fino a) ){last:listedWeekday}',
    },
    { form: '{weekdays}', listed: true },
    {
      form: `(${EACH}|nei|ogni) giorn[oi] (lavorativ[oi]|ferial[ei])|nei (feriali|giorni lavorativi)|in settimana|durante la settimana`,
      days: [1, 2, 3, 4, 5],
    },
    { form: `(${EACH}|nei) (weekend|fine settimana)`, days: [6, 7] },
    { form: `(${EACH}) {part}` },
    { form: "((il|l'|ogni|al) ?)?{place} {weekday} (del mese|di ogni mese|al mese)" },
    { form: 'il {place:day} (di ogni mese|del mese di ogni mese)' },
    { form: 'ogni {place:day} del mese' },
  ],
  counts: [{ form: '(per )?{number} (volte|sessioni|incontri|riunioni|occorrenze)' }, { form: 'x ?{number}' }],

  publicWords: '(riunione )?pubblic[oa]|apert[oa] a tutt[ie]',
  zoneLead: '(?:a )?',
  zoneHead: "(?:\\()?ora (?:locale )?(?:di |del |della |dell'|d')?",
  zoneTail: '',
  zones: {
    londra: 'Europe/London',
    parigi: 'Europe/Paris',
    berlino: 'Europe/Berlin',
    roma: 'Europe/Rome',
    italiana: 'Europe/Rome',
    zurigo: 'Europe/Zurich',
    mosca: 'Europe/Moscow',
    pechino: 'Asia/Shanghai',
    lisbona: 'Europe/Lisbon',
    pacifico: 'America/Los_Angeles',
  },

  timeConnectives:
    "alle|all'|all|il|la|lo|le|l'|l|del|della|dalle|dal|da|di|per|a|al|in|nel|verso|ore|h|@|è|inizia|fissat[oa]|questo|questa",
  timeFillers: 'e|poi|ora|un',
  titleLeads: "per|su|sul|sulla|di|del|della|dell'|riguardo a|circa",
  personConnectives: 'con|e|ed|insieme a|più|\\+|&|invita(re)?|invitat[ie]|tra|fra|per|a|da|di|compres[oi]|anche|cc',
  falseFriends: 'est|et|art|daily|weekly|monthly|a|an|mar|mon|sat|sun|set|h|m|ad|per|se|in',
};
