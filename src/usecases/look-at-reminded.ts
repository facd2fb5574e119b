import type { Delivery } from '../domain/delivery.ts';
import type { SlackUserId } from '../domain/ids.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { occurrenceOf } from '../domain/occurrence.ts';
import { type PlanRules, remindsBefore } from '../domain/plan/context.ts';
import type { Reminded } from '../domain/reminders.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { ReminderMinutesOf } from './reminder-minutes-of.ts';

/** Whom a delivery reminds of what, as things stand now; null when there is no such person or run any more. */
export type LookAtReminded = (
  delivery: Pick<Delivery, 'meeting' | 'occurrence' | 'invitee'>,
) => Promise<(Reminded & { readonly user: SlackUserId }) | null>;

export function makeLookAtReminded(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'ofInvitee'>;
  readonly reminderMinutesOf: ReminderMinutesOf;
  readonly rules: PlanRules;
}): LookAtReminded {
  const { meetings, seats, reminderMinutesOf, rules } = deps;

  return async (delivery) => {
    const meeting = await meetings.find(delivery.meeting);
    const invitee = meeting && delivery.invitee && inviteeOf(meeting, delivery.invitee);
    const occurrence = meeting && occurrenceOf(meeting, delivery.occurrence);
    const user = invitee?.user;
    if (!meeting || !invitee || !occurrence || !user) return null;
    const [own, reminderMinutes] = await Promise.all([
      seats.ofInvitee(meeting.id, invitee.id),
      reminderMinutesOf(meeting.workspace, [user]),
    ]);
    return { meeting, occurrence, invitee, user, seats: own, before: remindsBefore({ reminderMinutes, rules }, user) };
  };
}
