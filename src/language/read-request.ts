import { IANAZone } from 'luxon';
import { choose } from './choose.ts';
import { gapsOf } from './gaps.ts';
import { languagesFor } from './languages/for-locale.ts';
import { askChrono } from './readers/chrono.ts';
import { readersFor } from './readers/readers-for.ts';
import type { Need, Reading, ReadingContext, Stretch } from './reading.ts';
import { settle } from './rules/settle.ts';
import { peopleOf, readSlackText } from './slack-text.ts';
import { titleOf } from './title.ts';

/** Time is not looked for in the middle of a text longer than twice this. */
const EDGE = 500;

/**
 * Reads a whole command text as Slack sends it (with `should_escape`): people and quotes, then every stretch that could
 * be about time, then the one reading of them that makes most sense, then the title. Total: any string gives a reading.
 */
export function readRequest(raw: string, { now, zone, locale }: ReadingContext): Reading {
  const text = readSlackText(raw);
  const languages = languagesFor(locale);
  const writersZone = IANAZone.create(zone).isValid ? zone : 'UTC';
  const readable = edgesOf(text.plain);
  const gaps = gapsOf(languages, readable);
  const proposals = readersFor(locale)(readable);
  let choice = choose(proposals, gaps);
  if (!choice.says.day && !choice.says.rule && choice.says.elapsed === undefined) {
    const today = now.setZone(writersZone);
    const asked = languages.flatMap((language) => askChrono(language, readable, today));
    if (asked.length > 0) choice = choose([...proposals, ...asked], gaps);
  }
  const settled = settle(choice.says, now, writersZone);
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

function edgesOf(plain: string): string {
  if (plain.length <= 2 * EDGE) return plain;
  return plain.slice(0, EDGE) + '\uE001'.repeat(plain.length - 2 * EDGE) + plain.slice(-EDGE);
}

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  return [...stretches].sort((a, b) => a.from - b.from);
}
