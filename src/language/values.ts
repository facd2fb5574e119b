import type { Form, Language, Unit, Words } from './grammar.ts';
import { anywhere, exactly, exactlyOne } from './pattern.ts';
import type { Amount, Clock } from './says.ts';

type Said = Readonly<Record<string, string | undefined>>;

const NOTHING: Amount = { minutes: 0, days: 0, months: 0 };

const UNITS: Readonly<Record<Unit, Amount>> = {
  minute: { ...NOTHING, minutes: 1 },
  hour: { ...NOTHING, minutes: 60 },
  day: { ...NOTHING, days: 1 },
  week: { ...NOTHING, days: 7, weeks: 1 },
  fortnight: { ...NOTHING, days: 14, weeks: 2 },
  month: { ...NOTHING, months: 1 },
  quarter: { ...NOTHING, months: 3 },
  year: { ...NOTHING, months: 12 },
};

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

/** What a word of the table means, or undefined for a word that is not in it. */
export function meaning<T>(language: Language, words: Words<T>, text: string): T | undefined {
  const found = anyOf(language, words).exec(text);
  return found ? words[found.indexOf(text, 1) - 1]?.[1] : undefined;
}

/** `12`, `twelve`; undefined for anything else. */
export function wholeNumber(language: Language, text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : meaning(language, language.numbers, text);
}

/** `12th`, `twelfth` and `12`. */
export function ordinal(language: Language, text: string): number | undefined {
  const digits = /^\d+/.exec(text);
  return digits ? Number(digits[0]) : meaning(language, language.ordinals, text);
}

/** As `ordinal`; -1 for the last. */
export function place(language: Language, text: string): number | undefined {
  return meaning(language, lastOf(language), text) ?? ordinal(language, text);
}

/** `2`, `1.5`, `1,5`, `1½`, `1 1/2`, `two`. */
export function decimal(language: Language, text: string): number | undefined {
  const fraction = /^(\d*)([½¼¾])$/.exec(text);
  if (fraction) return Number(fraction[1]) + (FRACTIONS[fraction[2] ?? ''] ?? 0);
  const mixed = /^(\d)\s(\d)\/(\d)$/.exec(text);
  if (mixed) return mixed[3] === '0' ? undefined : Number(mixed[1]) + Number(mixed[2]) / Number(mixed[3]);
  if (/^\d+[.,]\d+$/.test(text)) return Number(text.replace(',', '.'));
  return wholeNumber(language, text) ?? meaning(language, language.articles, text);
}

/** ISO weekdays named in a text, in order and once each. */
export function weekdays(language: Language, text: string): number[] {
  const listed = listedWeekdays.get(language) ?? anywhere(language, `{listedWeekday}(${language.weekdayPlural})?`);
  listedWeekdays.set(language, listed);
  const names = Array.from(text.matchAll(listed), ([word]) => weekday(language, word));
  return [...new Set(names.filter((name) => name !== undefined))];
}

/** ISO weekday, Monday 1. */
export function weekday(language: Language, text: string): number | undefined {
  const { weekdays: full, shortWeekdays: short = [], weekdayPlural } = language;
  return position(language, full, text, weekdayPlural) ?? position(language, short, text, weekdayPlural);
}

/** 1 to 12. */
export function month(language: Language, text: string): number | undefined {
  return position(language, language.months, text, '');
}

/** Minutes said without the word: 10, 15, 20 and so on up to 90; undefined for a number that rather counts something. */
export function roundMinutes(language: Language, text: string, least = 10): number | undefined {
  const minutes = wholeNumber(language, text);
  return minutes !== undefined && minutes >= least && minutes <= 90 && minutes % 5 === 0 ? minutes : undefined;
}

/** No meeting is further away, or longer, than this. */
const LONGEST: Amount = { minutes: 1_000_000, days: 4000, months: 120 };

/** A length such as `1h30`, `half an hour`, `2 weeks`. */
export function amount(language: Language, text: string): Amount | undefined {
  const said = amountOf(language, text);
  const isPlausible =
    said && said.minutes <= LONGEST.minutes && said.days <= LONGEST.days && said.months <= LONGEST.months;
  return isPlausible ? said : undefined;
}

function amountOf(language: Language, text: string): Amount | undefined {
  const whole = partOfAmount(language, text);
  if (whole) return whole;
  for (const cut of text.matchAll(/(?<=[^\s,])[\s,]*(?:(?<=\p{L})(?=\p{N})|(?<=[\s,]))/gu)) {
    const first = partOfAmount(language, text.slice(0, cut.index));
    const joint = new RegExp(`^[\\s,]*(?:(?:${language.and})\\s*)?`, 'iu');
    const second = first && partOfAmount(language, text.slice(cut.index).replace(joint, ''));
    if (first && second) return added(first, second);
  }
  return undefined;
}

/** A wall clock; with what it lacks left open: `9` may be am or pm. */
export function clock(language: Language, text: string): SaidClock | undefined {
  const known = clocksOf.get(language) ?? new Map<string, SaidClock | undefined>();
  clocksOf.set(language, known);
  if (known.has(text)) return known.get(text);
  if (known.size >= MOST_CLOCKS) known.clear();
  const read = readClock(language, text);
  known.set(text, read);
  return read;
}

/** `bare`: a time only where other words say so. */
type SaidClock = Clock & { readonly bare: boolean };

/** People say the same few times over and over. */
const MOST_CLOCKS = 2000;
const clocksOf = new WeakMap<Language, Map<string, SaidClock | undefined>>();

function readClock(language: Language, text: string): SaidClock | undefined {
  for (const { form, said } of fitting(language, language.clocks, text)) {
    const { bare = false, minutes = 0, plus = 0, at } = form;
    if (at) return { hour: at[0], minute: at[1], exact: true, bare };
    const hour = wholeNumber(language, said['hour'] ?? '');
    const minute = said['minute'] === undefined ? 0 : wholeNumber(language, said['minute']);
    const before = said['minutes'] === undefined ? 1 : wholeNumber(language, said['minutes']);
    if (hour === undefined || minute === undefined || before === undefined || hour > 24 || minute > 59) continue;
    if (hour === 24 && minute > 0) continue;
    const total = hour * 60 + minute + minutes * before + plus;
    const meridiem =
      said['meridiem'] === undefined ? undefined : meaning(language, language.meridiems, said['meridiem']);
    const exact = hour > 12 || hour === 0 || /^0\d/.test(said['hour'] ?? '');
    const wrapped = ((exact ? total : total < 60 ? total + 720 : total) + 1440) % 1440 || (hour === 24 ? 1440 : 0);
    const whole = { hour: Math.floor(wrapped / 60), minute: wrapped % 60, bare };
    if (meridiem && !(hour > 12 || hour === 0)) return { ...whole, meridiem, exact: false };
    return { ...whole, exact };
  }
  return undefined;
}

/** Forms of a table that match the whole text, with what their slots hold. */
function* fitting<T>(
  language: Language,
  forms: readonly Form<T>[],
  text: string,
): Generator<{ form: Form<T>; said: Said }> {
  for (const [expression, form] of formExpressions(language, forms)) {
    const match = expression.exec(text);
    if (match) yield { form, said: match.groups ?? {} };
  }
}

function partOfAmount(language: Language, text: string): Amount | undefined {
  for (const { form, said } of fitting(language, language.amounts, text.trim())) {
    if (form.minutes !== undefined) return times(UNITS.minute, form.minutes);
    const number = said['decimal'] === undefined ? 1 : decimal(language, said['decimal']);
    const unit = meaning(language, language.units, said['unit'] ?? '');
    if (number === undefined || unit === undefined) continue;
    const whole = times(UNITS[unit], number * (form.times ?? 1) + (form.plus ?? 0));
    return said['minute'] === undefined ? whole : added(whole, times(UNITS.minute, Number(said['minute'])));
  }
  return undefined;
}

/** Half days and half weeks are not lengths of this kind, so parts of a unit are kept only where they are minutes. */
function times(one: Amount, number: number): Amount {
  const many = { minutes: Math.round(one.minutes * number), days: one.days * number, months: one.months * number };
  return one.weeks === undefined ? many : { ...many, weeks: one.weeks * number };
}

function added(first: Amount, second: Amount): Amount {
  return {
    minutes: first.minutes + second.minutes,
    days: first.days + second.days,
    months: first.months + second.months,
  };
}

function position(language: Language, spellings: readonly string[], text: string, ending: string): number | undefined {
  const words =
    wordsOf.get(spellings) ?? spellings.map((spelling, index) => [`(?:${spelling})(?:${ending})?`, index + 1] as const);
  wordsOf.set(spellings, words);
  return meaning(language, words, text);
}

const listedWeekdays = new WeakMap<Language, RegExp>();
const lastsOf = new WeakMap<Language, Words<number>>();

function lastOf(language: Language): Words<number> {
  const words = lastsOf.get(language) ?? [[language.last, -1]];
  lastsOf.set(language, words);
  return words;
}

const wordsOf = new WeakMap<readonly string[], Words<number>>();
const expressionsOf = new WeakMap<object, readonly (readonly [RegExp, unknown])[]>();

const tablesOf = new WeakMap<object, RegExp>();

/** All spellings of a table, each captured; the first that fits the whole text holds it. */
function anyOf(language: Language, words: Words<unknown>): RegExp {
  const known =
    tablesOf.get(words) ??
    exactlyOne(
      language,
      words.map(([spelling]) => spelling),
    );
  tablesOf.set(words, known);
  return known;
}

function formExpressions<T>(language: Language, forms: readonly Form<T>[]): readonly (readonly [RegExp, Form<T>])[] {
  const known = expressionsOf.get(forms) as readonly (readonly [RegExp, Form<T>])[] | undefined;
  const made = known ?? forms.map((form) => [exactly(language, form.form), form] as const);
  expressionsOf.set(forms, made);
  return made;
}
