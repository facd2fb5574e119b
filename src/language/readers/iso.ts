import { daysInMonth } from '../rules/calendar.ts';
import type { Clock, Day } from '../says.ts';
import { fixedZone } from '../zones.ts';
import { formReader, type MakeReader } from './reader.ts';

const FORMS = [
  {
    form: '(?<year>\\d{4})[-/](?<month>\\d\\d?)[-/](?<day>\\d\\d?)(?:t(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d)(?::[0-5]\\d(?:\\.\\d+)?)?(?<offset>z|[+-]\\d\\d:?\\d\\d)?)?',
  },
];

/** ISO 8601: `2026-02-10`, `2026-02-10T09:00`, `2026-02-10T09:00:00-05:00`. */
export const isoReader: MakeReader = (language) =>
  formReader(language, FORMS, 'time', ({ year, month, day, hour, minute, offset }) => {
    const date: Day = { on: 'date', year: Number(year), month: Number(month), day: Number(day) };
    if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > daysInMonth(Number(year), date.month))
      return undefined;
    if (Number(year) < 1900 || Number(year) > 2199) return undefined;
    if (hour === undefined) return { says: { day: date } };
    const clock: Clock = { hour: Number(hour), minute: Number(minute), exact: true };
    const zone = fixedZone(offset ?? '');
    return { says: zone ? { day: date, clock, zone } : { day: date, clock } };
  });
