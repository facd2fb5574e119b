import { finding, matchesIn } from '../finders.ts';
import { offsetOf } from '../rules/zone-offsets.ts';
import type { Clock, Piece, Says } from '../says.ts';
import { clock } from '../values.ts';
import { ZONE, zoneByName } from '../zones.ts';
import type { MakeReader, Said } from './reader.ts';

const TO = '(?:-|–|—|to|until|till)';
const FORMS = [
  '{first:clock} ?{zone}',
  `{first:clock} ?${TO} ?{last:clock} ?{zone}`,
  `{first:clock} ?{firstZone:zone} ?${TO} ?{last:clock} ?{zone}`,
];
const FORMS_OF_SEVERAL = [
  '{first:clock} ?{zone} ?[/|=,;(] ?{second:clock} ?{secondZone:zone}',
  '{first:clock} ?{zone} ?[/|=,;(] ?{second:clock} ?{secondZone:zone} ?[/|=,;] ?{third:clock} ?{thirdZone:zone}',
  '{first:marked} ?[/=(] ?{second:clock} ?{secondZone:zone}',
];
const ANY_ZONE = new RegExp(`(?<!\\p{L})(?:${ZONE})(?!\\p{L})`, 'u');
const SEVERAL = new RegExp(`(?:${ZONE}|m|\\d) ?[/|=,;(] ?(?:\\d|noon)`, 'u');
/** Days between which any two clocks change. */
const DAYS = ['2026-01-15', '2026-03-20', '2026-04-15', '2026-07-15', '2026-10-15', '2026-10-28'].map(Date.parse);

/** What needs both the clock and its zone to be read: `9 PT`, `9am PT - 10am PT`, `8am PT / 11am ET`. */
export const zonedClockReader: MakeReader = (language) => {
  const [single, several] = [FORMS, FORMS_OF_SEVERAL].map((forms) => forms.map((form) => finding(language, form)));
  return (text) => {
    if (!text.has(ANY_ZONE)) return [];
    const read = (said: Said, isWritten: boolean): Says | undefined => {
      const [first, last] = [said['first'], said['last']].map((typed) => clock(language, typed ?? ''));
      const zone = zoneByName(said['zone'] ?? '');
      if (!first || (said['last'] !== undefined && !last)) return undefined;
      const others = ['second', 'third'].flatMap((name) => {
        const there = clock(language, said[name] ?? '');
        return there ? [{ there, zone: zoneByName(said[`${name}Zone`] ?? '') }] : [];
      });
      if (zone && others.some((other) => other.zone && !isSame(first, zone, other.there, other.zone))) return undefined;
      const isSameZone = said['firstZone'] !== undefined && zoneByName(said['firstZone']) === zone;
      const isNew = others.length > 0 || isSameZone || (first.bare && (!last || last.bare) && isWritten);
      if (!isNew || (said['firstZone'] !== undefined && !isSameZone)) return undefined;
      return { clock: asSaid(first), ...(last && { end: asSaid(last) }), ...(zone && { zone }) };
    };
    const finders = text.has(SEVERAL) ? [...(single ?? []), ...(several ?? [])] : (single ?? []);
    return finders.flatMap((finder) =>
      matchesIn(text, finder).flatMap(({ index, groups = {}, 0: { length } }): Piece[] => {
        const typed = text.typed.slice(index, index + length);
        const zone = typed.slice(typed.length - (groups['zone'] ?? '').length);
        const says = read(groups, zone === zone.toUpperCase());
        return says ? [{ from: index, to: index + length, as: 'time', says }] : [];
      }),
    );
  };
};

function asSaid({ hour, minute, meridiem, exact }: Clock): Clock {
  return { hour, minute, exact, ...(meridiem && { meridiem }) };
}

/** Whether two clocks show the same moment, on some day of the year. */
function isSame(first: Clock, zone: string, second: Clock, otherZone: string): boolean {
  const dial = first.meridiem || first.exact ? (second.meridiem || second.exact ? 1440 : 720) : 720;
  const minutes = (of: Clock) =>
    (of.exact ? of.hour : (of.hour % 12) + (of.meridiem === 'pm' ? 12 : 0)) * 60 + of.minute;
  return DAYS.some((day) => {
    const apart = offsetOf(otherZone, day) - offsetOf(zone, day);
    return (minutes(second) - minutes(first) - apart) % dial === 0;
  });
}
