import { cardOccurrence } from '../answers.ts';
import { calendarSequence } from '../calendar-sequence.ts';
import type { PlannedDelivery } from '../delivery.ts';
import type { Invitee } from '../invitee.ts';
import { mailedOf, mailNewsOf, mailTruthOf } from '../mailed.ts';
import type { Meeting } from '../meeting.ts';
import type { Seat } from '../seat.ts';
import { singledOut } from '../told.ts';
import { type PlanContext, seatsByInvitee } from './context.ts';

/**
 * A mail for everybody whose calendar follows the meeting by mail, and does not say what is so. As with notices, bursts
 * and moves there and back come to nothing.
 */
export function planMails(context: PlanContext): PlannedDelivery[] {
  const { meeting, now } = context;
  const { workspace, id, sendsAt } = meeting;
  const seatsOf = seatsByInvitee(context);
  return [...meeting.invitees, ...meeting.former].flatMap((person) => {
    const seats = seatsOf.get(person.id) ?? [];
    if (person.hasLeft || !getsMails(meeting, person, seats)) return [];
    const mailAt = (occurrence: string): PlannedDelivery[] => {
      const [mailed, truth] = [mailedOf(meeting, occurrence, seats), mailTruthOf(meeting, person, occurrence)];
      if (!truth || !mailNewsOf(meeting, person, mailed, truth)) return [];
      const cause = mailCause(meeting, person);
      const dueAt = mailed || sendsAt < now ? now : sendsAt;
      return [{ workspace, meeting: id, occurrence, kind: 'mail', invitee: person.id, cause, dueAt }];
    };
    const whole = mailAt(cardOccurrence(meeting));
    // The mail about all of a series says how its single runs are.
    if (whole.length > 0) return whole;
    return mailedApart(meeting, seats).flatMap(mailAt);
  });
}

/** What calls for a mail is a state of the meeting and of the person's place in it: its number in their calendar. */
export function mailCause(meeting: Meeting, person: Invitee): string {
  return String(calendarSequence(meeting, person));
}

/** Guests by mail, and those in Slack who chose so when they were invited. @param seats of this person */
export function getsMails(meeting: Meeting, { email }: Invitee, seats: readonly Seat[]): boolean {
  return (
    email !== null || seats.some((seat) => seat.occurrence === cardOccurrence(meeting) && seat.calendar === 'mail')
  );
}

/** Of which runs a calendar may have to be told apart from the series. */
export function mailedApart(meeting: Meeting, seats: readonly Seat[]): string[] {
  const whole = cardOccurrence(meeting);
  const mailed = seats.filter((seat) => seat.mailed && seat.occurrence !== whole).map(({ occurrence }) => occurrence);
  return [...new Set([...singledOut(meeting, []), ...mailed])];
}
