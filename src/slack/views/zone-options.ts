import type { PlainTextOption } from '@slack/types';
import type { DateTime } from 'luxon';
import { choice } from './elements.ts';

const MOST_OPTIONS = 100;
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];

export function zoneOption(zone: string): PlainTextOption {
  return choice(zone.replaceAll('_', ' '), zone);
}

/** The zones that a search finds, those whose city begins with it first, with their difference to UTC now. */
export function zoneOptions(typed: string, now: DateTime): PlainTextOption[] {
  const query = typed.trim().toLowerCase().replaceAll(' ', '_');
  const found = ZONES.filter((zone) => zone.toLowerCase().includes(query));
  const first = found.filter((zone) =>
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .toLowerCase()
      .startsWith(query),
  );
  return [...first, ...found.filter((zone) => !first.includes(zone))]
    .slice(0, MOST_OPTIONS)
    .map((zone) => choice(`${zone.replaceAll('_', ' ')} (UTC${now.setZone(zone).toFormat('ZZ')})`, zone));
}
