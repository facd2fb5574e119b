import type { PlannedDelivery } from '../delivery.ts';
import { organizerOf } from '../meeting.ts';
import { ONLY_OCCURRENCE } from '../occurrence.ts';
import type { PlanContext } from './context.ts';

/** What somebody takes over in the same go is told in one message. */
const GATHER = { seconds: 5 };

/** Word for somebody that they are in charge now, since who was has left. */
export function planInCharge({ meeting }: PlanContext): PlannedDelivery[] {
  const { workspace, id, status, takenOver } = meeting;
  if (status !== 'scheduled' || takenOver?.first !== id) return [];
  const { from, at } = takenOver;
  const invitee = organizerOf(meeting).id;
  const cause = `${from} ${at.toMillis()}`;
  return [
    {
      workspace,
      meeting: id,
      occurrence: ONLY_OCCURRENCE,
      kind: 'in-charge',
      invitee,
      cause,
      dueAt: at.plus(GATHER),
    },
  ];
}
