import { DateTime } from 'luxon';
import type { PlannedDelivery } from '../delivery.ts';
import { organizerOf } from '../meeting.ts';
import { ONLY_OCCURRENCE } from '../occurrence.ts';
import type { PlanContext } from './context.ts';

/** People who fail in the same burst are named in one message. */
const GATHER_UNREACHED_SECONDS = 3;

/** What the organizer has to be told: who could not be reached, and that the video service refuses. */
export function planTroubles({ meeting, seats, rooms }: PlanContext): PlannedDelivery[] {
  if (meeting.status !== 'scheduled') return [];
  const { workspace, id } = meeting;
  const invitee = organizerOf(meeting).id;
  const common = { workspace, meeting: id, occurrence: ONLY_OCCURRENCE, invitee };
  const planned: PlannedDelivery[] = [];

  const untold = seats.flatMap(({ unreached }) => (unreached && !unreached.told ? [unreached.at] : []));
  if (untold.length > 0) {
    const first = DateTime.min(...untold) as DateTime;
    const dueAt = first.plus({ seconds: GATHER_UNREACHED_SECONDS });
    planned.push({ ...common, kind: 'unreached', cause: String(first.toMillis()), dueAt });
  }
  const [troubled] = rooms.filter(({ trouble }) => trouble && !trouble.told);
  if (troubled?.trouble) {
    const { since } = troubled.trouble;
    planned.push({
      ...common,
      occurrence: troubled.occurrence,
      kind: 'room-trouble',
      cause: String(since.toMillis()),
      dueAt: since,
    });
  }
  return planned;
}
