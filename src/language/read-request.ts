import { IANAZone } from 'luxon';
import { type Choice, choose } from './choose.ts';
import { gapsOf } from './gaps.ts';
import type { Language } from './grammar.ts';
import { languagesFor } from './languages/for-locale.ts';
import { languageOfDay } from './other-language.ts';
import { askChrono } from './readers/chrono.ts';
import { readersFor } from './readers/readers-for.ts';
import type { Need, Reading, ReadingContext, Stretch } from './reading.ts';
import { settle } from './rules/settle.ts';
import type { Says } from './says.ts';
import { peopleOf, readSlackText, type SlackText } from './slack-text.ts';
import { titleOf } from './title.ts';

/** Time is not looked for in the middle of a text longer than twice this. */
const EDGE = 500;

/**
 * Reads a whole command text as Slack sends it (with `should_escape`): people and quotes, then every stretch that could
 * be about time, then the one reading of them that makes most sense, then the title. Total: any string gives a reading.
 *
 * The writer's language and English are read; another one only where they found no day and a word of the text is one in
 * it, and then that is a doubt.
 */
export function readRequest(raw: string, context: ReadingContext): Reading {
  const text = readSlackText(raw);
  const languages = languagesFor(context.locale);
  const { reading, says } = readIn(text, languages, context);
  if (says.day || says.rule || says.week !== undefined || says.elapsed !== undefined) return reading;
  const locale = languageOfDay(edgesOf(text.plain), languages);
  return locale ? inAnother(reading, readIn(text, languagesFor(locale), { ...context, locale }).reading) : reading;
}

/** What another language makes of a text, if that is a whole time and another one; to be asked about. */
function inAnother(own: Reading, other: Reading): Reading {
  const [ownAt, at] = [own, other].map(({ start }) => (start && 'at' in start ? start.at : null));
  if (!at || ownAt?.equals(at)) return own;
  const alternatives = ownAt ? [at, ownAt] : [at];
  return { ...other, doubts: [...other.doubts, { kind: 'other-language', alternatives }] };
}

function readIn(
  text: SlackText,
  languages: readonly Language[],
  context: ReadingContext,
): { readonly reading: Reading; readonly says: Says } {
  const choice = choiceOf(edgesOf(text.plain), languages, context);
  return { reading: readingOf(text, choice, languages, context), says: choice.says };
}

function choiceOf(readable: string, languages: readonly Language[], { now, zone, locale }: ReadingContext): Choice {
  const gaps = gapsOf(languages, readable);
  const proposals = readersFor(locale)(readable);
  const choice = choose(proposals, gaps);
  if (choice.says.day || choice.says.rule || choice.says.elapsed !== undefined) return choice;
  const today = now.setZone(known(zone));
  const asked = languages.flatMap((language) => askChrono(language, readable, today));
  return asked.length > 0 ? choose([...proposals, ...asked], gaps) : choice;
}

function readingOf(
  text: SlackText,
  choice: Choice,
  languages: readonly Language[],
  { now, zone }: ReadingContext,
): Reading {
  const { raw } = text;
  const settled = settle(choice.says, now, known(zone));
  const { title, stretches } = titleOf(text, choice.pieces, languages);
  return {
    title,
    start: settled.start,
    length: settled.length,
    people: peopleOf(text.marks),
    access: choice.says.access ?? 'invited',
    recurrence: settled.recurrence,
    needs: [...(title === null ? ['title' as Need] : []), ...settled.needs],
    doubts: settled.doubts,
    stretches: inOrder([
      ...stretches,
      ...choice.pieces.map(({ from, to, as }) => ({ from, to, as, text: raw.slice(from, to) })),
      ...text.marks.flatMap(({ from, to, as }) =>
        as === 'quote' || as === 'link' ? [] : [{ from, to, as: 'person' as const, text: raw.slice(from, to) }],
      ),
    ]),
  };
}

function known(zone: string): string {
  return IANAZone.create(zone).isValid ? zone : 'UTC';
}

function edgesOf(plain: string): string {
  if (plain.length <= 2 * EDGE) return plain;
  return plain.slice(0, EDGE) + '\uE001'.repeat(plain.length - 2 * EDGE) + plain.slice(-EDGE);
}

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  return [...stretches].sort((a, b) => a.from - b.from);
}
