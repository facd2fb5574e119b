import type { Recurrence } from '../domain/recurrence.ts';
import type { Doubt, Reading } from './reading.ts';
import { renderWhen } from './render.ts';

const WHY: Readonly<Record<Doubt['kind'], string>> = {
  past: 'that is over',
  gap: 'the clocks skip the time that was said',
  twice: 'the clocks show that time twice',
  seven: '7 may be in the morning or in the evening',
  'next-weekday': '"next" may mean this week or the one after',
  'other-language': 'a word in another language may be the day',
  'numeric-date': 'the day and the month may be the other way round',
};

/** A reading for a person: the whole of it, what is missing or in doubt, and what each stretch was taken for. */
export function explained(reading: Reading): string {
  const { title, people, recurrence, length, needs, doubts, stretches, access } = reading;
  const everyone = [
    ...people.users.map((id) => `<@${id}>`),
    ...people.groups.map((id) => `group ${id}`),
    ...people.channels.map((id) => `channel ${id}`),
    ...people.emails,
    ...people.unresolved.map((name) => `@${name} (nobody found)`),
    ...(people.everyone ? ['everyone here'] : []),
  ];
  const facts: [string, string | null | undefined][] = [
    ['title', title],
    ['when', renderWhen(reading)],
    ['length', length && `${length.as('minutes')} min`],
    ['repeats', recurrence && ruleText(recurrence)],
    ['people', everyone.join(', ')],
    ['access', access === 'public' ? 'public: anyone with the link' : null],
    ['missing', needs.join(', ')],
    ...doubts.map((doubt): [string, string] => ['doubt', doubtText(doubt)]),
  ];
  const taken = stretches.map(({ as, text }): [string, string] => [as, text]);
  return [...lines(facts), '', ...lines(taken)].join('\n');
}

function lines(pairs: readonly [string, string | null | undefined][]): string[] {
  return pairs.flatMap(([name, text]) => (text ? [`${name.padEnd(11)} ${text}`] : []));
}

function doubtText({ kind, alternatives }: Doubt): string {
  const choices = alternatives.map((at) => renderWhen({ start: { at }, length: null }));
  return [WHY[kind], ...(choices.length > 0 ? [choices.join(' or ')] : [])].join(': ');
}

/** RFC 5545, without its name: `FREQ=WEEKLY;INTERVAL=2;BYDAY=FR`. */
function ruleText({ freq, interval, byday, bymonthday, until, count }: Recurrence): string {
  const parts: [string, string | number | undefined][] = [
    ['FREQ', freq],
    ['INTERVAL', interval],
    ['BYDAY', byday?.join(',')],
    ['BYMONTHDAY', bymonthday?.join(',')],
    ['UNTIL', until],
    ['COUNT', count],
  ];
  return parts.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`])).join(';');
}
