import { createEvent } from 'ics';
import type { DateTime } from 'luxon';
import { plainLine } from '../domain/plain-text.ts';
import { calendarText, contentLines, escapedText } from './content-lines.ts';

export interface Invite {
  /** The same for one person at one meeting for ever: letters, digits and `-_.@`. */
  readonly uid: string;
  /** 0 at first, one more at each change of the time; never less. */
  readonly sequence: number;
  readonly title: string;
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizerName: string;
  /** http or https; whoever has it can join as this person. */
  readonly joinLink: string;
  /** When the meeting was last changed. */
  readonly changedAt: DateTime;
  readonly now: DateTime;
}

export interface CalendarFile {
  /** Plain ASCII, ending in `.ics`. */
  readonly filename: string;
  /** `text/calendar` in UTF-8. */
  readonly content: string;
}

// Every further character costs `ics` more time than the one before, with the event loop held.
const LONGEST_TITLE = 200;
const LONGEST_NAME = 120;
const LONGEST_LINK = 2000;

const REMINDER_MINUTES = 10;

/**
 * A personal calendar file of a one-off meeting, to be downloaded or shared in Slack. It is published (RFC 5546, 3.2),
 * so no calendar asks for an answer, and it names no ORGANIZER: calendars would write to that address.
 *
 * @throws RangeError for a uid, sequence, link or time that no meeting has
 */
export function inviteFile(invite: Invite): CalendarFile {
  const title = plainLine(invite.title, LONGEST_TITLE) || 'Meeting';
  const link = checkedLink(invite.joinLink);
  const event = {
    productId: '-//Convene//Convene 1.0//EN',
    method: 'PUBLISH',
    uid: checkedUid(invite.uid),
    sequence: checkedSequence(invite.sequence),
    title,
    description: description(link, plainLine(invite.organizerName, LONGEST_NAME)),
    location: link,
    ...times(invite),
    timestamp: invite.now.toMillis(),
    lastModified: invite.changedAt.toMillis(),
    status: 'CONFIRMED' as const,
    transp: 'OPAQUE' as const,
    classification: 'PRIVATE',
    alarms: [
      {
        action: 'display' as const,
        // `ics` writes this one text as it is.
        description: escapedText(title),
        trigger: { minutes: REMINDER_MINUTES, before: true },
      },
    ],
  };
  const { error, value } = createEvent(event);
  // The error holds the whole event, the join link too, so it is not passed on.
  if (error !== null || value === null) throw new Error('The calendar file could not be made');
  return { filename: `${slug(title)}.ics`, content: finished(value, link) };
}

function description(link: string, organizer: string): string {
  return [
    `Join: ${link}`,
    ...(organizer === '' ? [] : [`Organizer: ${organizer}`]),
    'This link is yours alone: whoever has it can join as you.',
  ].join('\n');
}

/** Adds what `ics` cannot write or refuses for some hosts, drops what belongs to feeds, and folds by octets. */
function finished(text: string, link: string): string {
  const lines = contentLines(text).filter((line) => !line.startsWith('X-PUBLISHED-TTL:'));
  const conference = `CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL=Join:${link}`;
  return calendarText(lines.toSpliced(lines.indexOf('BEGIN:VALARM'), 0, `URL:${link}`, conference));
}

function times({ startsAt, endsAt }: Invite): { start: number; end: number } {
  if (endsAt <= startsAt) throw new RangeError('A meeting ends after its start');
  return { start: startsAt.toMillis(), end: endsAt.toMillis() };
}

function checkedUid(uid: string): string {
  if (!/^[\w.@-]{1,255}$/.test(uid)) throw new RangeError('A uid has 1 to 255 letters, digits and -_.@');
  return uid;
}

function checkedSequence(sequence: number): number {
  if (!Number.isInteger(sequence) || sequence < 0) throw new RangeError('A sequence counts up from 0');
  return sequence;
}

function checkedLink(link: string): string {
  const href = URL.canParse(link) ? new URL(link).href : '';
  if (!/^https?:/.test(href) || href.length > LONGEST_LINK) throw new RangeError('A join link is a web address');
  return href;
}

function slug(title: string): string {
  const words =
    title
      .normalize('NFKD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  const name = words.join('-').slice(0, 50);
  return /[a-z]/.test(name) ? name : 'meeting';
}
