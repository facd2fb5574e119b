import type { DateTime } from 'luxon';
import { type Card, cardOf } from '../../src/domain/card.ts';
import { canBeShared, showingOf } from '../../src/domain/card-occurrence.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Room } from '../../src/domain/room.ts';
import type { Seat } from '../../src/domain/seat.ts';
import type { AgendaMessage, CardMessage, ChangeMessage, ReminderMessage } from '../../src/ports/messenger.ts';
import { personOf } from '../../src/usecases/look-at-card.ts';
import { aMeeting, idOf } from './a-meeting.ts';
import { RULES } from './a-seat.ts';

/** What this person's card shows of a meeting, when it was made unless said otherwise. */
export function aCard(
  meeting: Meeting,
  user: SlackUserId,
  {
    now = meeting.createdAt,
    seats = [],
    rooms = [],
  }: { readonly now?: DateTime; readonly seats?: readonly Seat[]; readonly rooms?: readonly Room[] } = {},
): Card {
  const reader = personOf(meeting, idOf(meeting, user));
  if (!reader) throw new Error(`${user} was never invited`);
  return cardOf({ meeting, ...showingOf(meeting, rooms, now, RULES), seats }, reader);
}

const JOIN_URL = `https://meet.acme.org/j/${'x'.repeat(80)}`;

const PUBLIC_URL = `https://meet.acme.org/m/${'y'.repeat(60)}`;

export function cardMessage(card: Card, changes: Partial<CardMessage> = {}): CardMessage {
  return {
    kind: 'card',
    card,
    reader: { zone: 'America/New_York', locale: 'en-US' },
    joinUrl: JOIN_URL,
    publicUrl: canBeShared(card) ? PUBLIC_URL : null,
    recordingUrls: card.recordings.map(({ mark }) => `https://meet.acme.org/recordings/${mark}`),
    ...changes,
  };
}

/** Bob is told that Alice's standup moved by an hour. */
export function changeMessage(changes: Partial<ChangeMessage> = {}): ChangeMessage {
  const { title, startsAt, endsAt } = aMeeting();
  return {
    kind: 'change',
    news: 'moved',
    scope: 'meeting',
    title,
    reason: null,
    isByReader: false,
    before: startsAt,
    startsAt: startsAt.plus({ hours: 1 }),
    endsAt: endsAt.plus({ hours: 1 }),
    rule: null,
    hasFile: true,
    reader: { zone: 'America/New_York', locale: 'en-US' },
    ...changes,
  };
}

/** Bob is reminded of Alice's standup. */
export function reminderMessage(changes: Partial<ReminderMessage> = {}): ReminderMessage {
  const { id, title, startsAt } = aMeeting();
  return {
    kind: 'reminder',
    meeting: id,
    occurrence: 'once',
    title,
    startsAt,
    minutesLeft: 10,
    canSnooze: true,
    joinUrl: JOIN_URL,
    reader: { zone: 'America/New_York', locale: 'en-US' },
    ...changes,
  };
}

/** One meeting with each of these titles. */
export function agendaMessage(titles: readonly string[]): AgendaMessage {
  const { startsAt, endsAt } = aMeeting();
  const entries = titles.map((title) => ({ title, startsAt, endsAt, joinUrl: JOIN_URL }));
  return { kind: 'agenda', isMorning: true, entries, reader: { zone: 'America/New_York', locale: 'en-US' } };
}
