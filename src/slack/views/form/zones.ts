import type { PlainTextOption } from '@slack/types';
import type { DateTime } from 'luxon';
import { option } from './elements.ts';

const MOST_OPTIONS = 100;
const ZONES = Intl.supportedValuesOf('timeZone');

export function zoneOption(zone: string): PlainTextOption {
  return option(zone.replaceAll('_', ' '), zone);
}

/** The zones whose name holds what was typed, those whose city begins with it first, with their hour as it is now. */
export function zoneOptions(typed: string, now: DateTime): PlainTextOption[] {
  const query = typed.trim().toLowerCase().replaceAll(' ', '_');
  const city = (zone: string) => zone.slice(zone.lastIndexOf('/') + 1).toLowerCase();
  const found = ['UTC', ...ZONES.filter((zone) => zone !== 'UTC')].filter((zone) => zone.toLowerCase().includes(query));
  const first = found.filter((zone) => city(zone).startsWith(query));
  const rest = found.filter((zone) => !first.includes(zone));
  return [...first, ...rest]
    .slice(0, MOST_OPTIONS)
    .map((zone) => option(`${zone.replaceAll('_', ' ')} (${now.setZone(zone).toFormat('ZZZZ')})`, zone));
}
