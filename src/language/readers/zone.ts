import { finding, matchesIn, searchedAt } from '../finders.ts';
import { folded } from '../folded.ts';
import type { Piece } from '../says.ts';
import { beginsZone, zoneByCode, zoneByPlace } from '../zones.ts';
import type { MakeReader } from './reader.ts';

const CODE = '(utc|gmt)\\s?[+\\-−–]\\d{1,2}(:?\\d\\d)?|[a-z]{1,4}|[a-z]+/[a-z_+-]+(/[a-z_]+)?';
const NAME = '[\\p{L}\\p{M}.]+';
const WORD = /[\p{L}\p{M}.]+/uy;

/** `PT`, `CET`, `UTC+2`, `Europe/Berlin` behind a time; places there too, or anywhere with `time` behind them. */
export const zoneReader: MakeReader = (language) => {
  const code = finding(language, `(?<zone>${CODE})(?<tail>${language.zoneTail})`);
  const own = new Map(Object.entries(language.zones).map(([name, zone]) => [folded(name), zone]));
  const ownNames = finding(language, `(?<zone>${[...own.keys()].join('|') || '(?!)'})(?<tail>${language.zoneTail})`);
  const places = [NAME, `${NAME} ${NAME}`, `${NAME} ${NAME} ${NAME}`].map((name) =>
    finding(language, `(?<zone>${name}?)(?<tail>${language.zoneTail})`),
  );
  // Abbreviations are also words of some languages, `et` in French; in capitals they are not.
  const ownWords = new RegExp(`^(?:${language.falseFriends ?? '(?!)'})$`, 'u');
  const lead = new RegExp(`(?:${folded(language.zoneLead)})$`, 'u');
  const head = new RegExp(`(?:${folded(language.zoneHead ?? '(?!)')})$`, 'u');
  return (whole) => {
    const starts = whole.starts.filter((at) => {
      WORD.lastIndex = at;
      const word = WORD.exec(whole.lower)?.[0];
      return word !== undefined && beginsZone(word);
    });
    const named = (matches: readonly RegExpExecArray[]) =>
      matches.flatMap((match): Piece[] => {
        const name = match.groups?.['zone'] ?? '';
        const zone = own.get(name) ?? zoneByPlace(name);
        if (!zone) return [];
        const before = whole.lower.slice(0, match.index);
        const sureLead = head.exec(before)?.[0].length ?? 0;
        const from = match.index - (sureLead || (lead.exec(before)?.[0].length ?? 0));
        const found = { from, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
        return [sureLead > 0 || match.groups?.['tail'] ? found : { ...found, only: 'after-time-alone' }];
      });
    const owned = own.size > 0 ? named(matchesIn(whole, ownNames)) : [];
    if (starts.length === 0) return owned;
    const text = searchedAt(whole, new Set(starts));
    const codes = matchesIn(text, code).flatMap((match): Piece[] => {
      const name = match.groups?.['zone'] ?? '';
      const typed = text.typed.slice(match.index, match.index + name.length);
      const zone = zoneByCode(typed);
      if (!zone || ownWords.test(typed)) return [];
      const place = { from: match.index, to: match.index + match[0].length, as: 'zone' as const, says: { zone } };
      if (name.includes('/')) return [place];
      const isWritten = typed === typed.toUpperCase() || Boolean(match.groups?.['tail']);
      return [{ ...place, only: isWritten ? 'after-time' : 'after-time-alone' }];
    });
    return [...codes, ...owned, ...places.flatMap((place) => named(matchesIn(text, place, true)))];
  };
};
