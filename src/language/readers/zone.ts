import { finding, matchesIn } from '../pattern.ts';
import type { Piece } from '../says.ts';
import { zoneByCode, zoneByPlace } from '../zones.ts';
import type { MakeReader } from './reader.ts';

const CODE = '(utc|gmt)\\s?[+\\-−–]\\d{1,2}(:?\\d\\d)?|[a-z]{1,4}|[a-z]+/[a-z_+-]+(/[a-z_]+)?';
const NAME = '[\\p{L}\\p{M}.]+';

/** `PT`, `CET`, `UTC+2`, `Europe/Berlin` behind a time; places there too, or anywhere with `time` behind them. */
export const zoneReader: MakeReader = (language) => {
  const code = finding(language, `(?<zone>${CODE})(?<tail>${language.zoneTail})`);
  const places = [NAME, `${NAME} ${NAME}`, `${NAME} ${NAME} ${NAME}`].map((name) =>
    finding(language, `${language.zoneLead}(?<zone>${name}?)(?<tail>${language.zoneTail})`),
  );
  return (text) => {
    const codes = matchesIn(text, code).flatMap((match): Piece[] => {
      const name = match.groups?.['zone'] ?? '';
      const typed = text.typed.slice(match.index, match.index + name.length);
      const zone = language.zones[name] ?? zoneByCode(typed);
      if (!zone) return [];
      const place = { from: match.index, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
      if (name.includes('/')) return [place];
      const isWritten = typed === typed.toUpperCase() || Boolean(match.groups?.['tail']);
      return [{ ...place, only: isWritten ? 'after-time' : 'after-time-alone' }];
    });
    const cities = places.flatMap((place) =>
      matchesIn(text, place, true).flatMap((match): Piece[] => {
        const zone = zoneByPlace(match.groups?.['zone'] ?? '');
        if (!zone) return [];
        const found = { from: match.index, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
        return [match.groups?.['tail'] ? found : { ...found, only: 'after-time-alone' }];
      }),
    );
    return [...codes, ...cities];
  };
};
