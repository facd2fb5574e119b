import { DateTime } from 'luxon';
import type { PlannedDelivery } from '../delivery.ts';
import { planAgendaEdits } from './agenda-edits.ts';
import { planAttendance } from './attendance.ts';
import { cardsChangeAt, planCards } from './cards.ts';
import { planChannelCards, planChannelEdits } from './channel-cards.ts';
import { nextInReachAt, type PlanContext } from './context.ts';
import { planExpulsions } from './expulsions.ts';
import { planGroups } from './groups.ts';
import { planInCharge } from './in-charge.ts';
import { planInvitations } from './invitations.ts';
import { planLooks } from './looks.ts';
import { planMailReminders } from './mail-reminders.ts';
import { planMails } from './mails.ts';
import { planNotices } from './notices.ts';
import { planOtherDevices } from './other-devices.ts';
import { planProposalEdits, proposalPastAt } from './proposal-edits.ts';
import { planProposals } from './proposals.ts';
import { planReminders } from './reminders.ts';
import { planRetractions } from './retractions.ts';
import { planRooms } from './rooms.ts';
import { buttonsSpentAt, planSpentReminders } from './spent-reminders.ts';
import { planStartings } from './startings.ts';
import { planTroubles } from './troubles.ts';

export interface Plan {
  readonly deliveries: readonly PlannedDelivery[];
  /** When it has to be planned again, though nobody changed anything; null when never. */
  readonly nextAt: DateTime | null;
}

/** What a meeting calls for, one part a file. */
const PARTS: readonly ((context: PlanContext) => PlannedDelivery[])[] = [
  planRooms,
  planLooks,
  planExpulsions,
  planInvitations,
  planChannelCards,
  planGroups,
  planCards,
  planChannelEdits,
  planNotices,
  planProposals,
  planProposalEdits,
  planOtherDevices,
  planReminders,
  planStartings,
  planSpentReminders,
  planAgendaEdits,
  planAttendance,
  planRetractions,
  planMails,
  planMailReminders,
  planInCharge,
  planTroubles,
];

/** What a part has to be planned for later, one part a file. */
const MOMENTS: readonly ((context: PlanContext) => DateTime | null)[] = [
  ({ meeting, now }) => nextInReachAt(meeting, now),
  cardsChangeAt,
  buttonsSpentAt,
  proposalPastAt,
];

/**
 * Everything that a meeting calls for, as it stands now. Pure and repeatable: what was enqueued before has the same
 * key, so planning again after a crash adds only what is missing.
 */
export function plan(context: PlanContext): Plan {
  const { status } = context.meeting;
  if (status === 'draft' || status === 'discarded') return { deliveries: [], nextAt: null };
  const moments = MOMENTS.map((moment) => moment(context)).filter((at) => at !== null && at > context.now);
  return {
    deliveries: PARTS.flatMap((part) => part(context)),
    nextAt: DateTime.min(...(moments as DateTime[])) ?? null,
  };
}
