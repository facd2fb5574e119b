import { folded } from '../folded.ts';
import { finding, matchesIn } from '../pattern.ts';
import type { Piece } from '../says.ts';
import { zoneByCode, zoneByPlace } from '../zones.ts';
import type { MakeReader } from './reader.ts';

const CODE = '(utc|gmt)\\s?[+\\-−–]\\d{1,2}(:?\\d\\d)?|[a-z]{1,4}|[a-z]+/[a-z_+-]+(/[a-z_]+)?';
const NAME = '[\\p{L}\\p{M}.]+';

/** `PT`, `CET`, `UTC+2`, `Europe/Berlin` behind a time; places there too, or anywhere with `time` behind them. */
export const zoneReader: MakeReader = (language) => {
  const code = finding(language, `(?<zone>${CODE})(?<tail>${language.zoneTail})`);
  const { zoneLead, zoneHead = '(?!)', zoneTail } = language;
  const own = new Map(Object.entries(language.zones).map(([name, zone]) => [folded(name), zone]));
  const named = language.spaced ? [NAME, `${NAME} ${NAME}`, `${NAME} ${NAME} ${NAME}`] : [];
  const places = [...named.map((name) => `${name}?`), ...(own.size > 0 ? [[...own.keys()].join('|')] : [])].map(
    (name) => finding(language, `((?<head>${zoneHead})|${zoneLead})(?<zone>${name})(?<tail>${zoneTail})`),
  );
  return (text) => {
    const codes = matchesIn(text, code).flatMap((match): Piece[] => {
      const name = match.groups?.['zone'] ?? '';
      const typed = text.typed.slice(match.index, match.index + name.length);
      const zone = zoneByCode(typed);
      if (!zone) return [];
      const place = { from: match.index, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
      if (name.includes('/')) return [place];
      const isWritten = typed === typed.toUpperCase() || Boolean(match.groups?.['tail']);
      return [{ ...place, only: isWritten ? 'after-time' : 'after-time-alone' }];
    });
    const cities = places.flatMap((place) =>
      matchesIn(text, place, true).flatMap((match): Piece[] => {
        const name = match.groups?.['zone'] ?? '';
        const zone = own.get(name) ?? zoneByPlace(name);
        if (!zone) return [];
        const found = { from: match.index, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
        const isSure = Boolean(match.groups?.['tail'] || match.groups?.['head']);
        return [isSure ? found : { ...found, only: 'after-time-alone' }];
      }),
    );
    return [...codes, ...cities];
  };
};
