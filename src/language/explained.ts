import type { DateTime } from 'luxon';
import type { Reading } from './reading.ts';
import { renderWhen } from './render.ts';

/** A reading for a person: the whole in a few lines, what each stretch was taken for, and the doubts. */
export function explained(reading: Reading, now: DateTime): string {
  void now;
  const { title, people, recurrence, needs, doubts, stretches, access } = reading;
  const who = [
    ...people.users,
    ...people.groups,
    ...people.channels,
    ...people.emails,
    ...people.unresolved.map((name) => `@${name} (not found)`),
  ];
  const lines = [
    `title   ${title ?? '-'}`,
    `when    ${renderWhen(reading) ?? '-'}`,
    ...(recurrence ? [`repeats ${JSON.stringify(recurrence)}`] : []),
    ...(who.length > 0 ? [`people  ${who.join(', ')}`] : []),
    ...(access === 'public' ? ['access  public'] : []),
    ...(needs.length > 0 ? [`needs   ${needs.join(', ')}`] : []),
    ...doubts.map(
      ({ kind, alternatives }) =>
        `doubt   ${kind}: ${alternatives.map((at) => at.toISO({ suppressMilliseconds: true })).join(' or ')}`,
    ),
    '',
    ...stretches.map(({ as, text }) => `${as.padEnd(12)}${text}`),
  ];
  return lines.join('\n');
}
