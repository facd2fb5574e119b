import type { DateTime } from 'luxon';
import type { CardContext, CardState } from './card.ts';
import type { InviteeId, MeetingId, SlackUserId } from './ids.ts';
import type { Recurrence } from './recurrence.ts';
import type { RoomFacts } from './room-facts.ts';

/** What the one message says that a channel has of a meeting: nothing in it is anybody's own. */
export interface ChannelCard {
  readonly meeting: MeetingId;
  /** `taken-off` where the channel is not invited any more. */
  readonly state: CardState;
  readonly title: string;
  readonly reason: string | null;
  readonly rule: Recurrence | null;
  /** Of the run that it shows: of a series the next one. */
  readonly startsAt: DateTime;
  readonly endsAt: DateTime;
  readonly organizer: SlackUserId;
  /** The names of those in the room. */
  readonly inside: readonly string[];
  /** From when to when it was held, once nobody is in any more. */
  readonly held: RoomFacts['held'];
  /** How many recordings whoever is in the channel can ask for. */
  readonly recordings: number;
}

/** @param seat under which the channel's card is kept */
export function channelCardOf(context: Omit<CardContext, 'seats'>, seat: InviteeId): ChannelCard {
  const { meeting, occurrence, room } = context;
  const isInvited = meeting.channels.some((channel) => channel.seat === seat);
  const state = isInvited ? context.state : 'taken-off';
  return {
    meeting: meeting.id,
    state,
    title: meeting.title,
    reason: meeting.reason,
    rule: meeting.series?.rule ?? null,
    startsAt: occurrence.startsAt,
    endsAt: occurrence.endsAt,
    organizer: meeting.organizer,
    inside: state === 'live' || state === 'upcoming' ? (room?.inside ?? []) : [],
    held: room?.held ?? null,
    recordings: isInvited ? (room?.recordings.length ?? 0) : 0,
  };
}
