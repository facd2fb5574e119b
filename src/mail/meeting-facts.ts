import type { DateTime } from 'luxon';
import { plainLine } from '../domain/plain-text.ts';
import type { Fact, Letter } from './letter.ts';
import { spanText, zoneText } from './when.ts';

/** What every mail about a meeting is told. Texts may hold anything; they are cleaned here. */
export interface MeetingFacts {
  readonly title: string;
  /** In the reader's zone; its locale says which clock they read. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizerName: string | null;
  readonly workspaceName: string;
  /** How a series repeats, in words; null when it does not. */
  readonly repeats: string | null;
  /** Where this Convene is, such as `meet.example.com`. */
  readonly host: string;
}

const LONGEST_TITLE = 150;
const LONGEST_NAME = 80;
const LONGEST_LINE = 500;
const MOST_LINES = 60;

export function titleOf({ title }: Pick<MeetingFacts, 'title'>): string {
  return plainLine(title, LONGEST_TITLE) || 'Meeting';
}

/** `Ann Adler`, or what stands for somebody whose name is not known. */
export function organizerOf({ organizerName }: MeetingFacts): string {
  return plainLine(organizerName ?? '', LONGEST_NAME) || 'The organizer';
}

export function whenFact(label: string, startsAt: DateTime, endsAt: DateTime, repeats: string | null = null): Fact {
  const again = plainLine(repeats ?? '', LONGEST_LINE);
  return { label, lines: [spanText(startsAt, endsAt), zoneText(startsAt), ...(again === '' ? [] : [again])] };
}

export function organizerFact(facts: MeetingFacts): Fact {
  const workspace = plainLine(facts.workspaceName, LONGEST_NAME);
  return { label: 'Organizer', lines: [organizerOf(facts), ...(workspace === '' ? [] : [workspace])] };
}

export function notesOf(facts: MeetingFacts, notes: string | null): Letter['notes'] {
  const lines = (notes ?? '')
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .slice(0, MOST_LINES)
    .map((line) => plainLine(line, LONGEST_LINE));
  return lines.every((line) => line === '') ? null : { from: `${organizerOf(facts)} writes`, lines };
}

export function sentBy({ host }: Pick<MeetingFacts, 'host'>): string {
  return `Sent by Convene at ${plainLine(host, LONGEST_NAME)}.`;
}

/** What the mails with a link say of it. */
export const YOURS_ALONE = 'The link is yours alone: whoever has it can join as you.';

export const NOTHING_ELSE = { button: null, code: null, question: null, notes: null } as const;
