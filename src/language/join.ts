import type { Day, Says } from './says.ts';

/** What two stretches say together; undefined when they contradict each other. */
export function joined(first: Says, second: Says): Says | undefined {
  if (
    (first.elapsed !== undefined && (second.clock || second.day)) ||
    (second.elapsed !== undefined && (first.clock || first.day))
  ) {
    return undefined;
  }
  const both: { -readonly [Key in keyof Says]: Says[Key] } = { ...first, ...second };
  if (first.day && second.day) {
    const together = joinedDays(first.day, second.day);
    if (!together) return undefined;
    Object.assign(both, together);
  }
  if (first.rule && second.rule) {
    const { byday = second.rule.byday, ...rest } = first.rule;
    if (first.rule.freq !== second.rule.freq || (first.rule.byday && second.rule.byday)) return undefined;
    both.rule = { ...second.rule, ...rest, ...(byday ? { byday } : {}) };
  }
  const once = [
    'week',
    'part',
    'clock',
    'end',
    'elapsed',
    'length',
    'span',
    'lastDay',
    'firstDay',
    'except',
    'count',
    'zone',
  ] as const;
  const differs = once.some(
    (key) =>
      first[key] !== undefined &&
      second[key] !== undefined &&
      JSON.stringify(first[key]) !== JSON.stringify(second[key]),
  );
  return differs ? undefined : both;
}

/** A weekday confirms a date beside it, and chooses within a week that is so many weeks ahead. */
function joinedDays(first: Day, second: Day): { day: Day; week?: number } | undefined {
  if (JSON.stringify(first) === JSON.stringify(second)) return { day: first };
  const [weekday, other] = first.on === 'weekday' ? [first, second] : [second, first];
  if (weekday.on !== 'weekday' || other.on === 'weekday') return undefined;
  if (other.on === 'offset' && other.weeks !== undefined) return { day: weekday, week: other.weeks };
  return { day: other };
}
