import type { Reading } from '../../src/language/reading.ts';

/**
 * A reading's time in the notation of the tables: `2026-02-11 09:00 -05:00; 45 min; WEEKLY 2 FR until 2026-12-20; needs
 * time; doubts seven`, each part only where there is one.
 */
export function notationOf({ start, length, recurrence, needs, doubts, access }: Reading): string {
  const asked = needs.filter((need) => need !== 'title');
  return [
    start && ('at' in start ? start.at.toFormat('yyyy-MM-dd HH:mm ZZ') : start.day),
    length && `${length.as('minutes')} min`,
    recurrence && ruleText(recurrence),
    access === 'public' && 'public',
    asked.length > 0 && `needs ${asked.join(' ')}`,
    doubts.length > 0 && `doubts ${doubts.map(({ kind }) => kind).join(' ')}`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Who is asked: `U1 #C1 &S1 a@b.c @bob !all`. */
export function peopleText({ people }: Reading): string {
  return [
    ...people.users,
    ...people.channels.map((id) => `#${id}`),
    ...people.groups.map((id) => `&${id}`),
    ...people.emails,
    ...people.unresolved.map((name) => `@${name}`),
    ...(people.everyone ? ['!all'] : []),
  ].join(' ');
}

/** The same without the offsets that an expectation leaves out. */
export function comparable(actual: string, expected: string): string {
  return / [+-]\d\d:\d\d/.test(expected) ? actual : actual.replace(/(\d\d:\d\d) [+-]\d\d:\d\d/, '$1');
}

function ruleText({ freq, interval, byday, bymonthday, until, count }: NonNullable<Reading['recurrence']>): string {
  return [freq, interval, byday?.join(','), bymonthday?.join(','), until && `until ${until}`, count && `x${count}`]
    .filter(Boolean)
    .join(' ');
}
