import { daysInMonth } from '../rules/calendar.ts';
import type { Clock, Day } from '../says.ts';
import { fixedZone } from '../zones.ts';
import { formReader, type MakeReader, type Said } from './reader.ts';

const DATE = '(?<year>(?:19|20|21)\\d\\d)[-/](?<month>\\d\\d?)[-/](?<day>\\d\\d?)';
const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d)(:[0-5]\\d(\\.\\d+)?)?';
const OFFSET = '(?<offset>z|[+-]\\d\\d:?\\d\\d)';
const FORMS = [{ form: DATE }, { form: `${DATE}t${TIME}${OFFSET}?` }, { form: `${TIME}(?<offset>z|\\+\\d\\d:\\d\\d)` }];

/** ISO 8601: `2026-02-10`, `2026-02-10T09:00`, `2026-02-10T09:00:00-05:00`, `09:00Z`. */
export const isoReader: MakeReader = (language) =>
  formReader(
    language,
    FORMS,
    'time',
    (said) => {
      const day = dayOf(said);
      if (said['year'] !== undefined && !day) return undefined;
      const { hour, minute, offset } = said;
      const clock: Clock | undefined =
        hour === undefined ? undefined : { hour: Number(hour), minute: Number(minute), exact: true };
      const zone = offset === undefined ? undefined : fixedZone(offset);
      return { says: { ...(day && { day }), ...(clock && { clock }), ...(zone && { zone }) } };
    },
    /\d{4}[-/]|:\d\d[z+:]/,
  );

function dayOf(said: Said): Day | undefined {
  const [year, month, day] = [Number(said['year']), Number(said['month']), Number(said['day'])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
    ? { on: 'date', year, month, day }
    : undefined;
}
