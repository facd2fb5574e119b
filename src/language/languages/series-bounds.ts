import type { Language } from '../grammar.ts';

type Bounds = Required<Pick<Language, 'periodEnds' | 'periodStarts' | 'exceptions'>>;

/**
 * How each language says when a series starts and ends where no day is said, and on which days of the week it is not:
 * the end of a month by its name, of this month, quarter and year; the start in a month by its name, and in the next one.
 */
export const seriesBounds = {
  en: bounds(
    [
      '((the )?end of |(?<=thr(ough|u) )){month}(?!,? (the )?\\d)',
      '((the )?end of |(?<=rest of ))(the |this )?month',
      '((the )?end of |(?<=rest of ))(the |this )?quarter',
      "((the )?end of |(?<=rest of ))(the |this )?year|eoy|year['’ -]?s? end",
    ],
    [
      '(starting|starts|start|beginning|begins|from)( in| from)? {month}(?!,? (the )?\\d)( onwards?)?',
      '(starting|starts|start|beginning|begins|from)( in| from)? next month(?! on| \\d)( onwards?)?',
    ],
    [
      '(except|but|excluding|excl\\.?|apart from|other than|skipping|minus)( for| not)?( on)? {weekdays}',
      '(not|no)( on)? {weekdays}',
    ],
  ),
  de: bounds(
    [
      '(zum )?ende (des monats )?{month}',
      '(zum )?(monatsende|ende (des|dieses) monats)',
      '(zum )?(quartalsende|ende (des|dieses) quartals)',
      '(zum )?(jahresende|ende (des|dieses) jahres)',
    ],
    ['(ab|beginnend|startend)( im| ab)? {month}(?!,? \\d)', '(ab|beginnend)( ab)? (dem )?n(ä|ae)chste[mn] monat'],
    ['(außer|ausser|ohne|bis auf|nicht)( am| den)? {weekdays}'],
  ),
  fr: bounds(
    [
      "(la )?fin (du mois )?(de |d')?{month}",
      '(la )?fin (du|de ce) mois',
      '(la )?fin (du|de ce) trimestre',
      "(la )?fin (de l'|de cette |d')ann(é)e",
    ],
    [
      "(à partir de|à partir d'|à compter de|dès|depuis) ?{month}(?!,? \\d)",
      '(à partir du|à compter du|dès le) mois prochain',
    ],
    ['(sauf|excepté|hors|hormis|à part)( les?)? {weekdays}'],
  ),
  es: bounds(
    [
      '(el )?(fin(al(es)?)?) (del mes )?de {month}',
      '(el )?fin(al(es)?)? (del?|de este) mes',
      '(el )?fin(al(es)?)? (del?|de este) trimestre',
      '(el )?fin(al(es)?)? (del?|de este) año',
    ],
    [
      '(a partir de|desde|empezando en|comenzando en) {month}(?!,? \\d)',
      '(a partir del|desde el) (próximo mes|mes que viene)',
    ],
    ['(excepto|menos|salvo)( los| el)? {weekdays}'],
  ),
  pt: bounds(
    [
      'o? ?(fim|final) (do mês )?de {month}',
      'o? ?(fim|final) (do|deste) mês',
      'o? ?(fim|final) (do|deste) trimestre',
      'o? ?(fim|final) (do|deste) ano',
    ],
    ['(a partir de|desde|começando em) {month}(?!,? \\d)', 'a partir do (próximo mês|mês que vem)'],
    ['(exceto|menos|salvo)( às?| aos?| nas?| o| a)? {weekdays}'],
  ),
  it: bounds(
    ['(la )?fine (di )?{month}', '(la )?fine (del )?mese', '(la )?fine (del )?trimestre', "(la )?fine (dell')?anno"],
    ['(a partire da|da) {month}(?!,? \\d)', '(a partire dal|dal) (prossimo mese|mese prossimo)'],
    ['(tranne|eccetto|salvo|escluso)( il| la)? {weekdays}'],
  ),
  nl: bounds(
    [
      '(het )?eind(e)? (van )?{month}',
      '(het )?eind(e)? van (de|deze) maand',
      '(het )?eind(e)? van (het|dit) kwartaal',
      '(het )?eind(e)? van (het|dit) jaar',
    ],
    ['(vanaf|startend in|beginnend in) {month}(?!,? \\d)', 'vanaf (de )?volgende maand'],
    ['(behalve|uitgezonderd|niet)( op)? {weekdays}'],
  ),
  sv: bounds(
    [
      'slutet av {month}',
      '(slutet av månaden|månadsskiftet)',
      'slutet av kvartalet',
      '(slutet av året|årsskiftet|årets slut)',
    ],
    ['(från och med|fr\\.?o\\.?m\\.?|från|med start i) {month}(?!,? \\d)', '(från och med|från|med start) nästa månad'],
    ['(utom|förutom)( på)? {weekdays}'],
  ),
  pl: bounds(
    ['końca {month}', 'końca miesiąca', 'końca kwartału', 'końca roku'],
    ['(od|począwszy od) {month}(?!,? \\d)', 'od (przyszłego|następnego) miesiąca'],
    ['(oprócz|poza|z wyjątkiem) {weekdays}'],
  ),
  ru: bounds(
    ['конца {month}', 'конца месяца', 'конца квартала', 'конца года'],
    ['(с|начиная с) {month}(?!,? \\d)', '(с|начиная со?) следующего месяца'],
    ['(кроме|за исключением) {weekdays}'],
  ),
  uk: bounds(
    ['кінця {month}', 'кінця місяця', 'кінця кварталу', 'кінця року'],
    ['(з|починаючи з) {month}(?!,? \\d)', '(з|починаючи з) наступного місяця'],
    ['(крім|окрім|за винятком) {weekdays}'],
  ),
  vi: bounds(
    ['(cuối )?{month}', 'cuối tháng( này)?(?! \\d)', 'cuối quý( này)?', 'cuối năm( nay)?'],
    ['(bắt đầu )?từ {month}(?!,? \\d)', '(bắt đầu )?từ tháng sau'],
    ['(trừ|ngoại trừ) {weekdays}'],
  ),
  ja: bounds(
    ['{month}末', '(今)?月末', '(今)?四半期末', '(今)?年末'],
    ['{month}(から|より)', '来月(から|より)'],
    ['{weekdays}(以外|を除く|を除いて|は除く)(の)?'],
  ),
  zh: bounds(
    ['{month}底', '(本)?月底|月末', '(本)?季度末', '(今)?年底'],
    ['(从|從|自){month}(起|开始|開始)?(?!\\d)', '(从|從|自)?下个?月(起|开始|開始)'],
    ['除了?{weekdays}((之|以)?外)?(的)?'],
  ),
  ko: bounds(
    ['{month} ?말', '(이번 ?)?(달|월) ?말', '(이번 )?분기 ?말', '연말|올해 말'],
    ['{month}부터', '다음 ?달부터'],
    ['{weekdays}(을|를|은|는)? ?(제외(하고|한)?|빼고)(의)?'],
  ),
} as const;

function bounds(
  [named, month, quarter, year]: readonly [string, string, string, string],
  [inMonth, nextMonth]: readonly [string, string],
  exceptions: readonly string[],
): Bounds {
  return {
    periodEnds: [
      { form: named },
      { form: month, of: 'month' },
      { form: quarter, of: 'quarter' },
      { form: year, of: 'year' },
    ],
    periodStarts: [{ form: inMonth }, { form: nextMonth, monthsAhead: 1 }],
    exceptions: exceptions.map((form) => ({ form })),
  };
}
