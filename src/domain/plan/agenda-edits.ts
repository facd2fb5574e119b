import type { PlannedDelivery } from '../delivery.ts';
import { spentCause, whyStale } from '../spent.ts';
import { type PlanContext, roomOf } from './context.ts';

/** An edit of each morning's agenda in which a run still has a button that leads nowhere, or another start. */
export function planAgendaEdits(context: PlanContext): PlannedDelivery[] {
  const { meeting, seats, now, rules } = context;
  const { workspace, id } = meeting;
  const common = { workspace, meeting: id, kind: 'agenda-edit' as const, dueAt: now };
  return seats.flatMap((seat) =>
    seat.agendas.flatMap((agenda) => {
      const { occurrence, invitee } = seat;
      const why = whyStale({ meeting, seat, room: roomOf(context, occurrence), now }, agenda, rules);
      return why
        ? [{ ...common, occurrence, invitee, cause: spentCause(agenda, `${agenda.at.toMillis()} ${why}`) }]
        : [];
    }),
  );
}
