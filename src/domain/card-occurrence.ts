import { DateTime } from 'luxon';
import { closesAt, type DoorRules, isSinceOpening } from './access.ts';
import type { Card, CardContext } from './card.ts';
import type { Meeting } from './meeting.ts';
import { keyOf, type Occurrence, occurrenceOf, occurrencesBetween, upcoming } from './occurrence.ts';
import type { Room } from './room.ts';

/** Which run a card shows now, and how that one stands. */
export interface Showing {
  readonly occurrence: Occurrence;
  readonly state: CardContext['state'];
  /** When another run or another state is shown though nobody changes anything; null for never. */
  readonly changesAt: DateTime | null;
}

/** The run that is to come, or under way until nobody new may come in; else the last. Of a series it is the next one. */
export function showingOf(meeting: Meeting, rooms: readonly Room[], now: DateTime, rules: DoorRules): Showing {
  // What is called off stays with the run that was next then.
  const isOn = meeting.status === 'scheduled';
  const at = isOn ? now : meeting.changedAt;
  const isEnded = (one: Occurrence) => {
    const endedAt = rooms.find(({ occurrence }) => occurrence === one.key)?.endedAt ?? null;
    return closesAt(one, rules) <= at || isSinceOpening(endedAt, one, rules);
  };
  // Two, since a host may have ended the first.
  const next = upcoming({ ...meeting, status: 'scheduled' }, at.minus(rules.closesAfter), 2).find(
    (one) => !isEnded(one),
  );
  const occurrence = next ?? lastOf(meeting, at);
  if (!isOn) return { occurrence, state: 'cancelled', changesAt: null };
  if (!next) return { occurrence, state: 'over', changesAt: null };
  if (at < next.startsAt) return { occurrence, state: 'upcoming', changesAt: next.startsAt };
  return { occurrence, state: 'live', changesAt: closesAt(next, rules) };
}

/** Whether the card has a join button: never on one that leads nowhere. */
export function canBeJoined({ state }: Pick<Card, 'state'>): boolean {
  return state === 'upcoming' || state === 'live';
}

/** Whether the card has the link for everybody: with whoever is in charge, as long as it leads somewhere. */
export function canBeShared(card: Pick<Card, 'state' | 'access' | 'reader'>): boolean {
  const { access, reader } = card;
  return access === 'public' && (reader === 'organizer' || reader === 'host') && canBeJoined(card);
}

const LOOK_BACK = { days: 400 };

function lastOf(meeting: Meeting, at: DateTime): Occurrence {
  const from = DateTime.max(meeting.startsAt, at.minus(LOOK_BACK));
  const begun = occurrencesBetween({ ...meeting, status: 'scheduled' }, from, DateTime.max(at, meeting.endsAt));
  const first = occurrenceOf(meeting, keyOf(meeting, meeting.startsAt));
  const last = begun.findLast(({ isCancelled }) => !isCancelled) ?? first;
  if (!last) throw new Error(`meeting ${meeting.id} never takes place`);
  return last;
}
