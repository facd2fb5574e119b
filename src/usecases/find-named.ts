import { afterTitle } from '../language/title-first.ts';
import type { OwnMeeting } from './find-own-meetings.ts';

/** The meetings whose title a text begins with, and what follows it. */
export interface Named {
  readonly found: readonly OwnMeeting[];
  readonly rest: string;
}

/** Of several titles the longest wins; several meetings may have it. Null where the text begins with none. */
export function findNamed(text: string, meetings: readonly OwnMeeting[]): Named | null {
  const fitting = meetings.flatMap((own) => {
    const rest = afterTitle(text, own.meeting.title);
    return rest === null ? [] : [{ own, rest }];
  });
  const shortest = Math.min(...fitting.map(({ rest }) => rest.length));
  const longest = fitting.filter(({ rest }) => rest.length === shortest);
  return longest[0] ? { found: longest.map(({ own }) => own), rest: longest[0].rest } : null;
}
