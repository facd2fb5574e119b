import { folded } from './folded.ts';
import type { Form, Language, Words } from './grammar.ts';
import { ZONE } from './zones.ts';

/** Slots by name, as sources without capturing groups. */
type Slots = Readonly<Record<string, string>>;

const slotsOf = new WeakMap<Language, Slots>();

/** A form as an expression that matches it alone. */
export function exactly(language: Language, form: string): RegExp {
  return new RegExp(`^(?:${sourceOf(language, form, 'named')})$`, 'u');
}

/** Several forms as an expression that captures the one that matches it alone, each under its number from 1. */
export function exactlyOne(language: Language, forms: readonly string[]): RegExp {
  return new RegExp(`^(?:${forms.map((form) => `(${sourceOf(language, form, 'unnamed')})`).join('|')})$`, 'u');
}

/** A form as an expression that finds each place where it stands between words. */
export function anywhere(language: Language, form: string): RegExp {
  const whole = `(?:${sourceOf(language, form, 'unnamed')})`;
  return new RegExp(language.spaced ? `(?<!\\p{L})${whole}(?!\\p{L})` : whole, 'gu');
}

/** Words of several languages as the source of an expression, each set apart where its language does so. */
export function anyWord(languages: readonly Language[], pick: (language: Language) => string): string {
  const sources = languages
    .filter((language) => pick(language) !== '')
    .map((language) => {
      const words = `(?:${folded(pick(language))})`;
      return language.spaced ? `(?<![\\p{L}\\p{N}-])${words}(?![\\p{L}\\p{N}-])` : words;
    });
  return sources.length > 0 ? sources.join('|') : '(?!)';
}

/** A form's source, its slots filled in; with `named` they are read out under their names. */
export function sourceOf(
  language: Language,
  form: string,
  naming: 'named' | 'unnamed',
  slots = slotsFor(language),
): string {
  const space = language.spaced ? '\\s+' : '\\s*';
  const whole = form
    .replace(/\((?!\?)/g, '(?:')
    .replace(/ \?/g, '\\s*')
    .replace(/ /g, space)
    .replace(/(?<!\\p)\{(?:(\w+):)?([a-zA-Z]+)\}/g, (_, name: string | undefined, slot: string) => {
      const words = slots[slot];
      if (words === undefined) throw new Error(`There is no slot ${slot}.`);
      return naming === 'named' ? `(?<${name ?? slot}>${words})` : `(?:${words})`;
    });
  return folded(whole);
}

function slotsFor(language: Language): Slots {
  const known = slotsOf.get(language);
  if (known) return known;
  const made = makeSlots(language);
  slotsOf.set(language, made);
  return made;
}

function makeSlots(language: Language): Slots {
  const fill = (form: string, slots: Slots) => sourceOf(language, form, 'unnamed', slots);
  const any = (forms: readonly Form[], slots: Slots) => forms.map(({ form }) => fill(form, slots)).join('|');
  const spellings = (words: Words<unknown>) => words.map(([spelling]) => fill(spelling, {})).join('|');

  const numbersWithin = (least: number, most: number) =>
    language.numbers.filter(([, value]) => value >= least && value <= most);

  const listOf = (one: string) => `(?:${one})(?:(?:\\s*[,&]\\s*|\\s+(?:${language.and})\\s+)(?:${one})){0,4}`;

  const anyOf = (forms: readonly string[]) => forms.map((spelling) => fill(spelling, {})).join('|');

  const { shortWeekdays = [] } = language;
  const listedWeekday = anyOf([...language.weekdays, ...shortWeekdays]);
  const number = `\\d{1,3}|${spellings(language.numbers)}`;
  const words = {
    weekday: anyOf(language.weekdays),
    shortWeekday: anyOf(shortWeekdays),
    listedWeekday,
    month: anyOf(language.months),
    monthNumber: '1[0-2]|0?[1-9]',
    number,
    decimal: `\\d{4,6}|\\d{1,3}[.,]\\d{1,2}|\\d{0,3}[½¼¾]|\\d\\s\\d/\\d|${number}|${spellings(language.articles)}`,
    day: `(?:3[01]|[12]\\d|0?[1-9])(?:${language.ordinalEnding})?|${spellings(language.ordinals)}`,
    nth: `(?:3[01]|[12]\\d|0?[1-9])(?:${language.ordinalEnding})|${spellings(language.ordinals)}`,
    place: listOf(
      `(?:3[01]|[12]\\d|0?[1-9])(?:${language.ordinalEnding})|${spellings(language.ordinals)}|${language.last}`,
    ),
    year: '(?:19|20|21)\\d\\d',
    unit: spellings(language.units),
    frequency: spellings(language.frequencies),
    part: spellings(language.parts),
    hour: `2[0-4]|[01]?\\d|${spellings(numbersWithin(1, 12))}`,
    anyHour: `2[0-4]|[01]?\\d|${spellings(numbersWithin(1, 24))}`,
    dayHour: '0?[7-9]|1\\d|2[0-3]',
    lateHour: '1[3-9]|2[0-3]',
    fullHour: '[01]\\d|2[0-3]',
    roundWord: spellings(language.numbers.filter(([, value]) => value < 30 && value % 5 === 0)),
    minuteWord: spellings(numbersWithin(10, 59)),
    anyMinute: `[0-5]\\d|${spellings(numbersWithin(10, 59))}`,
    minute: '[0-5]\\d',
    digits: '\\d{1,4}',
    meridiem: spellings(language.meridiems),
    zone: ZONE,
  };
  const one = any(language.amounts, words);
  const joint = fill(` ?(?:,|${language.and})? ?`, {});
  const listed = `(?:${listedWeekday})(?:${language.weekdayPlural})?`;
  const lastly = `(?:(?:${language.and})${language.spaced ? '\\s+' : '\\s*'})?`;
  const between = language.spaced ? `(?:\\s*[,/&+]\\s*|\\s+)${lastly}` : `\\s*[,/&+]?\\s*${lastly}`;
  return {
    ...words,
    weekdays: `${listed}(?:${between}${listed}){0,6}`,
    amount: `(?:${one})(?:${joint}(?:${one}))?`,
    clock: any(
      language.clocks.filter(({ ranged }) => !ranged),
      words,
    ),
    rangeClock: any(language.clocks, words),
    marked: any(
      language.clocks.filter(({ bare }) => !bare),
      words,
    ),
  };
}
