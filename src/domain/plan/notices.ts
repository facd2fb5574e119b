import { cardOccurrence } from '../answers.ts';
import type { PlannedDelivery } from '../delivery.ts';
import { isOutsider } from '../invitee.ts';
import { noticeCause } from '../notice-cause.ts';
import { knownOf, newsOf, singledOut, truthOf } from '../told.ts';
import { type PlanContext, seatsByInvitee } from './context.ts';

/**
 * A notice for everybody in Slack who was told otherwise than it is now. Who was never told anything gets none, and
 * bursts and moves there and back come to nothing.
 */
export function planNotices(context: PlanContext): PlannedDelivery[] {
  const { meeting, now } = context;
  if (meeting.status !== 'scheduled' && meeting.status !== 'cancelled') return [];
  const { workspace, id } = meeting;
  const people = [...meeting.invitees, ...meeting.former].filter((person) => !isOutsider(person) && !person.hasLeft);
  const seatsOf = seatsByInvitee(context);
  return people.flatMap((person) => {
    const seats = seatsOf.get(person.id) ?? [];
    const newsAt = (occurrence: string): PlannedDelivery[] => {
      const [known, truth] = [knownOf(meeting, occurrence, seats), truthOf(meeting, person, occurrence)];
      if (!known || !truth || !newsOf(meeting, person, known, truth)) return [];
      const cause = noticeCause(meeting, person, truth);
      return [{ workspace, meeting: id, occurrence, kind: 'notice', invitee: person.id, cause, dueAt: now }];
    };
    const whole = newsAt(cardOccurrence(meeting));
    // Of single runs they are told when they know how the series is.
    return whole.length > 0 ? whole : singledOut(meeting, seats).flatMap(newsAt);
  });
}
