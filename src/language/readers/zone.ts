import { finding, matchesIn } from '../pattern.ts';
import type { Piece } from '../says.ts';
import { beginsZone, zoneByCode, zoneByPlace } from '../zones.ts';
import type { MakeReader } from './reader.ts';

const CODE = '(utc|gmt)\\s?[+\\-−–]\\d{1,2}(:?\\d\\d)?|[a-z]{1,4}|[a-z]+/[a-z_+-]+(/[a-z_]+)?';
const NAME = '[\\p{L}\\p{M}.]+';
const WORD = /[\p{L}\p{M}.]+/uy;

/** `PT`, `CET`, `UTC+2`, `Europe/Berlin` behind a time; places there too, or anywhere with `time` behind them. */
export const zoneReader: MakeReader = (language) => {
  const code = finding(language, `(?<zone>${CODE})(?<tail>${language.zoneTail})`);
  const places = [NAME, `${NAME} ${NAME}`, `${NAME} ${NAME} ${NAME}`].map((name) =>
    finding(language, `(?<zone>${name}?)(?<tail>${language.zoneTail})`),
  );
  const lead = new RegExp(`${language.zoneLead}$`, 'u');
  return (whole) => {
    const starts = whole.starts.filter(({ at }) => {
      WORD.lastIndex = at;
      const word = WORD.exec(whole.lower)?.[0];
      return word !== undefined && (beginsZone(word) || Object.hasOwn(language.zones, word));
    });
    if (starts.length === 0) return [];
    const text = { ...whole, starts };
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
        const from = match.index - (lead.exec(text.lower.slice(0, match.index))?.[0].length ?? 0);
        const found = { from, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
        return [match.groups?.['tail'] ? found : { ...found, only: 'after-time-alone' }];
      }),
    );
    return [...codes, ...cities];
  };
};
