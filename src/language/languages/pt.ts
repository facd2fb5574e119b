import { casual } from 'chrono-node/pt';
import type { Language } from '../grammar.ts';
import { inOrder, listed } from './in-order.ts';
import { seriesBounds } from './series-bounds.ts';

const EACH = '(cada|a cada|tod[oa]s? [oa]s|tod[oa]s?)';

/** Portuguese, of Brazil and of Portugal. */
export const pt: Language = {
  code: 'pt',
  spaced: true,
  chrono: casual,

  weekdays: listed(
    `segundas?[-_]feiras?|segunda|2ª[-_]?feira|seg\\. terças?[-_]feiras?|terça|3ª[-_]?feira|ter\\. quartas?[-_]feiras?|quarta|4ª[-_]?feira|qua\\. quintas?[-_]feiras?|quinta|5ª[-_]?feira|qui\\. sextas?[-_]feiras?|sexta|6ª[-_]?feira|sex\\. sábado|sáb\\. domingo|dom\\.`,
  ),
  shortWeekdays: listed('seg|2ª ter|3ª qua|4ª qui|5ª sex|6ª sáb dom'),
  weekdayPlural: 's',
  months: listed(
    'jan(eiro)?\\.? fev(ereiro)?\\.? mar(ço)?\\.? abr(il)?\\.? maio?\\.? jun(ho)?\\.? jul(ho)?\\.? ago(sto)?\\.? set(embro)?\\.? out(ubro)?\\.? nov(embro)?\\.? dez(embro)?\\.?',
  ),
  articles: [
    ['uma?', 1],
    ['um par de', 2],
  ],
  numbers: [
    ...inOrder(
      'uma? dois|duas três quatro cinco seis sete oito nove dez onze doze treze (c|qu)atorze quinze dezess?eis|dezasseis dezess?ete|dezassete dezoito dezenove|dezanove vinte vinte_e_uma? vinte_e_(dois|duas) vinte_e_três',
    ),
    ['vinte e cinco', 25],
    ['trinta', 30],
    ['quarenta', 40],
    ['quarenta e cinco', 45],
    ['cinquenta', 50],
    ['sessenta', 60],
    ['noventa', 90],
  ],
  ordinals: inOrder('primeir[oa] segund[oa] terceir[oa] quart[oa] quint[oa]'),
  ordinalEnding: '\\.?[ºª°]',
  last: 'últim[oa]',
  and: 'e( n?[ao]s?)?|&',
  or: 'ou',
  units: [
    ['m|min\\.?|mins|minutos?|minutinhos?', 'minute'],
    ['h|hs|hrs?|horas?|horinhas?', 'hour'],
    ['dias?', 'day'],
    ['sem\\.?|semanas?', 'week'],
    ['quinzenas?', 'fortnight'],
    ['mês(es)?', 'month'],
    ['trimestres?', 'quarter'],
    ['anos?', 'year'],
  ],
  parts: [
    ['manhãs?|manha|madrugada', 'morning'],
    ['meio[- ]dia', 'midday'],
    ['tard(e|inha)s?', 'afternoon'],
    ['noites?', 'night'],
    ['(fim|final) do (dia|expediente)', 'end'],
  ],
  meridiems: [
    ['a\\.?m\\.?|da (manhã|manha)|da madrugada', 'am'],
    ['p\\.?m\\.?|da tarde', 'pm'],
  ],

  amounts: [
    { form: '{decimal} ?{unit} ?{minute}' },
    { form: '{decimal} ?{unit} e meia', plus: 0.5 },
    { form: '{unit} e meia', plus: 0.5 },
    { form: 'meia {unit}', times: 0.5 },
    { form: '(um )?quarto de {unit}', times: 0.25 },
    { form: '(três|3) quartos de {unit}', times: 0.75 },
    { form: '{decimal}[ -]?{unit}' },
  ],
  clocks: [
    { form: '{hour}[:.h]{minute}(:[0-5]\\d)?( ?min)? ?{meridiem}' },
    { form: '(?=[1-4]h){hour}h{minute}( ?min)?', bare: true },
    { form: '(?![1-4]h){hour}[:h]{minute}(:[0-5]\\d)?( ?(h|hs|hrs|min|m)\\.?| horas)?' },
    { form: '{hour}\\.{minute} ?(h|hs|hrs|horas)' },
    { form: '{hour:anyHour}( ?h| horas?)? e meia( {meridiem})?', plus: 30 },
    { form: '{hour:anyHour}( ?h| horas?)? e (um )?quarto( {meridiem})?', plus: 15 },
    { form: '{hour:anyHour}( ?h| horas?)? e {minutes:number}( {meridiem})?', minutes: 1 },
    { form: '{hour:anyHour} menos (um )?quarto( {meridiem})?', plus: -15 },
    { form: '(um )?quarto para (as?|o) {hour}( {meridiem})?', plus: -15 },
    { form: '{minutes:number} (minutos )?(para|pras?|prás) (as? )?{hour}( {meridiem})?', minutes: -1 },
    { form: '{hour:anyHour}( ?h| ?hs| ?hrs| horas?)? {meridiem}' },
    { form: '{hour:anyHour}( horas?)? em ponto' },
    { form: '(?![1-4] ?h|(uma|duas|três|quatro) h){hour:anyHour} ?(h|hs|hrs|horas)' },
    { form: '(?=[1-4] ?h){hour} ?(h|hs|hrs|horas)', bare: true },
    { form: '(12 ?h? )?meio[- ]dia e meia', at: [12, 30] },
    { form: 'meio[- ]dia', at: [12, 0] },
    { form: 'meia[- ]noite', at: [0, 0] },
    { form: '{hour}\\.{minute}', bare: true },
    { form: '{hour} {minute:minuteWord}( {meridiem})?', bare: true },
    { form: '{hour}', bare: true },
  ],
  clockLeads: [
    { form: '(às?|pelas?|@|para as|pras|lá pelas|por volta das?|a partir d(as?|o)|desde as?|perto das?) ?{clock}' },
    { form: '(ao|pelo|por volta do|das?|começa às) {clock}' },
  ],
  clockRanges: [
    { form: '{first:clock} ?(?:-|–|—|->|→) ?{last:clock}' },
    { form: '(?<!dia ){first:clock} (às?|até (às? |as? )?|ao) ?{last:clock}' },
    { form: '(das?|de|desde as?|às?) {first:clock} ?(às?|até(( às?| as?))?|-|–|ao) ?{last:clock}', sure: true },
    { form: 'do {first:clock} (às?|até) {last:clock}', sure: true },
    { form: 'entre (as? |o )?{first:clock} e (as? |o )?{last:clock}', sure: true },
  ],
  partForms: [
    { form: '(de|pela|à|na|no|ao) {part}', sure: true },
    { form: 'da {part}' },
    { form: '{part}' },
    { form: '(logo|bem) (cedo|de (manhã|manha))|cedo|cedinho', means: 'morning' },
    { form: '(hoje|esta) (à|a|de) {part}', day: 0, sure: true },
    { form: '(nesta|esta|essa) {part}', day: 0, sure: true },
  ],

  days: [
    { form: 'hoje', days: 0 },
    { form: 'depois d[eo] (amanhã|amanha)', days: 2 },
    { form: 'amanhã|amanha', days: 1 },
    { form: 'ontem', days: -1 },
  ],
  weekdayForms: [
    { form: `((n?[ao]|nest[ae]|est[ae]|ess[ae]|ness[ae]|para [ao]|pra|dia) )?{weekday}`, which: 'coming' },
    { form: '((n?[ao]|est[ae]|ess[ae]|nest[ae]) )?{shortWeekday}', which: 'coming', beside: true },
    { form: '(n?[ao] )?próxim[oa] {weekday}', which: 'next' },
    { form: '(n?[ao] )?{weekday} (que vem|seguinte|próxim[oa])', which: 'next' },
    { form: '(n?[ao] )?{weekday} passad[oa]', which: 'last' },
    { form: '{weekday} (a oito|que vem a oito)', which: 'coming', weeks: 1 },
  ],
  weekForms: [
    { form: '((d|n)?(esta|essa) semana)', weeks: 0 },
    { form: '((d|n)?a )?(próxima semana|semana (que vem|próxima|seguinte))', weeks: 1 },
    { form: '((d|n)?a )?semana depois da próxima', weeks: 2 },
  ],
  dates: [
    { form: '((n?o|ao|em|para o|de) )?(dia )?{day} (de )?{month}(,? (de )?{year})?' },
    { form: '((n?o|em) )?dia {day}\\.{monthNumber}(\\.{year})?' },
    { form: '(a|em) {day}\\.{monthNumber}' },
  ],
  monthDays: [
    { form: '((n?o|até o|para o) )?dia {day}', sure: true },
    { form: '((n?o|para o) )?dia {day} (deste|desse|do) mês', monthsAhead: 0, sure: true },
    { form: '((n?o|para o) )?dia {day} do (próximo mês|mês que vem)', monthsAhead: 1, sure: true },
    { form: '(n?o )?último dia do mês|(no )?(fim|final) do mês', monthsAhead: 0, last: true, sure: true },
  ],
  fromNow: [
    { form: '(em|dentro de|daqui( a)?|daqui à) (uns |umas |cerca de |mais ou menos )?{amount}' },
    { form: '{amount} (mais tarde|depois)' },
  ],
  fromDay: [{ form: '{amount} (depois d[eoa]|a partir d[eoa]|após( [ao])?)' }],
  vague: [
    { form: 'qualquer dia( desses)?|algum dia|em algum momento' },
    { form: '(n?o|n?este) (próximo )?(fim de semana|final de semana|mês|trimestre|ano)( que vem)?', sure: true },
    { form: 'em breve|mais tarde|depois' },
  ],

  lengths: [
    { form: '(?!(0?[5-9]|1\\d|2\\d) ?(h|hs|hrs|horas)(?! e)){amount}' },
    {
      form: '(durante|por|duração:?( de)?|dura|com duração de) (uns |umas |cerca de |as próximas |os próximos )?{amount}',
      sure: true,
    },
    { form: '(de|com) {amount}( de duração)?' },
  ],
  ...seriesBounds.pt,
  until: 'até|ate|termina( em| no)?|acaba( em| no)?',
  article: 'às?|as?|ao?|o',

  frequencies: [
    ['diari(o|a|amente)s?|diária|diário', { freq: 'DAILY' }],
    ['quinzenal(mente)?|quinzenais|semana sim,? semana não', { freq: 'WEEKLY', interval: 2 }],
    ['semanal(mente)?|semanais', { freq: 'WEEKLY' }],
    ['mensal(mente)?|mensais', { freq: 'MONTHLY' }],
    ['bimestral(mente)?', { freq: 'MONTHLY', interval: 2 }],
    ['trimestral(mente)?|trimestrais', { freq: 'MONTHLY', interval: 3 }],
    ['anual(mente)?|anuais', { freq: 'YEARLY' }],
  ],
  ruleHeads: [
    { form: '(?=\\w+mente|semana ){frequency}' },
    { form: '{frequency}', adjective: 'beside' },
    { form: `(${EACH}|uma vez por|1x por) {unit}` },
    { form: `(${EACH}|uma vez a cada) {number} {unit}` },
    { form: '{unit} sim,? (dia|semana|mês) não', interval: 2 },
  ],
  ruleTails: [
    { form: ',? (n?[ao]|tod[oa]) {place} {weekday}' },
    { form: ',? (no |todo )?dia {place:day}( do mês| de cada mês)?' },
    { form: ',?( às| aos| n?as?| n?os?| toda| tod[oa]s [ao]s| em| de)? {weekdays}' },
  ],
  ruleForms: [
    { form: `(${EACH}|às|aos|nas|nos) {weekdays}` },
    { form: '(a cada|cada) (duas|dois|2) {weekdays}', interval: 2 },
    { form: '{weekdays} (alternad[oa]s|sim,? (outra|outro) não|sim,? {weekday} não)', interval: 2 },
    { form: '((de|da|todos os dias de|toda) )?{first:listedWeekday}( ?(-|–) ?| (a|à|até|ate) ){last:listedWeekday}' },
    { form: '((às|aos|nas) )?{weekdays}', listed: true },
    { form: `(${EACH}|nos|em) dias? (út(il|eis)|de semana|de trabalho)|durante a semana`, days: [1, 2, 3, 4, 5] },
    { form: `(${EACH}|nos|aos) (fim|fins|final|finais) de semana`, days: [6, 7] },
    { form: `(${EACH}) {part}` },
    { form: '((n?[ao]|tod[ao]|em cada) )?{place} {weekday} (do|de cada|de todo|de) mês' },
    { form: '(todo |no )?dia {place:day} de (cada|todo) mês' },
    { form: 'todo dia {place:day}( do mês)?' },
  ],
  counts: [
    { form: '(por )?{number} (vezes|sessões|reuniões|encontros)' },
    { form: 'x ?{number}' },
    { form: '{number}x' },
  ],

  publicWords: '(reunião )?públic[oa]|abert[oa] (a|para|ao) (tod[oa]s|público)',
  zoneLead: '(?:em |no |na )?',
  zoneHead: '(?:\\()?(?:no )?hor(?:a|á?rio) (?:local )?(?:de|da|do) ',
  zoneTail: '',
  zones: {
    londres: 'Europe/London',
    'nova york': 'America/New_York',
    'nova iorque': 'America/New_York',
    brasília: 'America/Sao_Paulo',
    brasil: 'America/Sao_Paulo',
    'são paulo': 'America/Sao_Paulo',
    lisboa: 'Europe/Lisbon',
    portugal: 'Europe/Lisbon',
    berlim: 'Europe/Berlin',
    tóquio: 'Asia/Tokyo',
    madri: 'Europe/Madrid',
    manaus: 'America/Manaus',
    pacífico: 'America/Los_Angeles',
  },

  timeConnectives:
    'dia|às?|as?|ao?|o|os|n[ao]s?|d[aeo]s?|em|para|pra|pras|por|pel[ao]s?|desde|est[ae]|@|é|será|começa|marcad[oa]|agendad[oa]|até',
  timeFillers: 'e|hora|horas|dia|feira',
  titleLeads: 'para|pra|sobre|de|d[ao]|por|a respeito de',
  personConnectives:
    'com|c/|e|mais|junto com|\\+|&|convidar?|convidad[oa]s|incluindo|para|pra|entre|a|ao|[ao]|d[eao]|por|cc|também',
  falseFriends: 'est|art|et|pt|daily|weekly|monthly|a|an|mar|mon|sat|sun|set|m|h|d|as|sex|dom',
};
