import type { DateTime } from 'luxon';
import type { Question } from '../domain/draft.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { plainLine } from '../domain/plain-text.ts';
import { readRequest } from '../language/read-request.ts';
import type { Need, Reading, ReadingContext } from '../language/reading.ts';
import { noWishes, onTheWall, type Wishes } from './wishes.ts';

/** What a text lacks for a meeting; who comes is known later. */
export type Lack = Need | 'people';

export interface Understood {
  readonly wishes: Wishes;
  /** The whole moment of the start, where it is known. */
  readonly startsAt: DateTime | null;
  readonly doubts: readonly Question[];
  readonly lacks: readonly Lack[];
}

/** What a meeting that begins at once is called when nobody said. */
const UNTITLED = 'Quick call';

/**
 * Reads a command or a message. `now` in front stands for the present minute, unless another time follows.
 *
 * @param here the channel that `@channel` and `@here` stand for
 */
export function understandText(text: string, context: ReadingContext, here: string | null): Understood {
  const [, rest] = /^now(?=\W|$)\s*(.*)$/is.exec(text) ?? [];
  const later = rest === undefined ? null : readRequest(rest, context);
  return later && !later.start
    ? understood(startingAt(context, later), context.zone, here)
    : understood(readRequest(text, context), context.zone, here);
}

function startingAt({ now, zone }: ReadingContext, reading: Reading): Reading {
  return {
    ...reading,
    title: reading.title ?? UNTITLED,
    start: { at: now.setZone(zone).startOf('minute') },
    needs: [],
  };
}

function understood(reading: Reading, writersZone: string, here: string | null): Understood {
  const { people, start, needs, doubts, access, recurrence, length } = reading;
  const title = plainLine(reading.title ?? '', Number.POSITIVE_INFINITY) || null;
  const startsAt = start && 'at' in start ? start.at : null;
  const channels = [...people.channels, ...(people.everyone && here ? [here] : [])];
  const isForSomebody =
    [...channels, ...people.users, ...people.groups, ...people.emails, ...people.unresolved].length > 0 ||
    access === 'public';
  return {
    wishes: {
      ...noWishes(writersZone),
      ...(startsAt ? onTheWall(startsAt) : {}),
      ...(start && 'day' in start ? { day: start.day } : {}),
      users: people.users as readonly SlackUserId[],
      groups: people.groups,
      channels: [...new Set(channels)],
      emails: people.emails,
      unresolved: [...people.unresolved, ...(people.everyone && !here ? ['channel'] : [])],
      title,
      length,
      rule: recurrence,
      access,
    },
    startsAt,
    // A past time without another to offer is refused instead.
    doubts: doubts.filter(({ kind, alternatives }) => kind !== 'past' || alternatives.length > 0),
    lacks: [
      ...(title === null && !needs.includes('title') ? (['title'] as const) : []),
      ...needs,
      ...(isForSomebody ? [] : (['people'] as const)),
    ],
  };
}
