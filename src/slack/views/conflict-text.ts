import { plainLine } from '../../domain/plain-text.ts';
import type { Conflict } from '../../usecases/conflicts-of.ts';
import { rangeText } from './moment-text.ts';
import { escapeMrkdwn, mention } from './mrkdwn.ts';

/** Six titles, each letter escaped to at most five, still fit into a section of 3,000 characters. */
const MOST_SHOWN = 6;
const LONGEST_TITLE = 60;

/** Who is double-booked: a meeting's title only to those who may know of it. */
export function conflictText(conflicts: readonly Conflict[], reader: { zone: string; locale: string }): string {
  const lines = conflicts.slice(0, MOST_SHOWN).map(({ user, title, startsAt, endsAt }) => {
    const at = rangeText(startsAt, endsAt, reader);
    return title === null
      ? `${mention(user)} is busy then (${at}).`
      : `${mention(user)} already has “${escapeMrkdwn(plainLine(title, LONGEST_TITLE))}” then (${at}).`;
  });
  const more = conflicts.length - MOST_SHOWN;
  return [...lines, ...(more > 0 ? [`And ${more} more.`] : [])].join('\n');
}
