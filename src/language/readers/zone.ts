import { folded } from '../folded.ts';
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
  const { zoneLead, zoneHead, zoneTail } = language;
  const own = new Map(Object.entries(language.zones).map(([name, zone]) => [folded(name), zone]));
  const named = language.spaced ? [NAME, `${NAME} ${NAME}`, `${NAME} ${NAME} ${NAME}`] : [];
  const places = [...named.map((name) => `${name}?`), ...(own.size > 0 ? [[...own.keys()].join('|')] : [])].map(
    (name) => finding(language, `(?<zone>${name})(?<tail>${zoneTail})`),
  );
  const lead = new RegExp(`(?:${folded(zoneLead)})$`, 'u');
  const head = new RegExp(`(?:${folded(zoneHead ?? '(?!)')})$`, 'u');
  const ownWords = new Set([...own.keys()].map((name) => /^[\p{L}\p{M}.]+/u.exec(name)?.[0]));
  const mayBegin = (word: string) => !language.spaced || beginsZone(word) || ownWords.has(word);
  return (whole) => {
    const starts = whole.starts.filter(({ at }) => {
      WORD.lastIndex = at;
      const word = WORD.exec(whole.lower)?.[0];
      return word !== undefined && mayBegin(word);
    });
    if (starts.length === 0) return [];
    const text = { ...whole, starts };
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
        const before = text.lower.slice(0, match.index);
        const [led = lead.exec(before)?.[0] ?? ''] = head.exec(before) ?? [];
        const from = match.index - led.length;
        const found = { from, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
        const isSure = Boolean(match.groups?.['tail']) || head.test(before);
        return [isSure ? found : { ...found, only: 'after-time-alone' }];
      }),
    );
    return [...codes, ...cities];
  };
};
