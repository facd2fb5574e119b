import type { PlannedDelivery } from '../domain/delivery.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import { REMOVED } from '../domain/plan/rooms.ts';
import type { Clock } from '../ports/clock.ts';
import type { Deliveries } from '../store/deliveries.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Rooms } from '../store/rooms.ts';

/** Has every open room of a workspace that removed the app closed, and everybody put out. Repeating it is harmless. */
export type CloseRemoved = (workspace: WorkspaceId) => Promise<void>;

export function makeCloseRemoved(deps: {
  readonly meetings: Pick<Meetings, 'ofWorkspace'>;
  readonly rooms: Pick<Rooms, 'ofMeeting'>;
  readonly deliveries: Pick<Deliveries, 'enqueue'>;
  readonly clock: Clock;
  readonly wake: () => void;
}): CloseRemoved {
  const { meetings, rooms, deliveries, clock, wake } = deps;

  return async (workspace) => {
    const dueAt = clock.now();
    const common = { workspace, kind: 'close-room', invitee: null, cause: `${REMOVED}${dueAt.toMillis()}` } as const;
    for await (const { id } of meetings.ofWorkspace(workspace)) {
      const open = (await rooms.ofMeeting(id)).filter(({ roomId, isClosed }) => roomId !== null && !isClosed);
      const closings = open.map(({ occurrence }): PlannedDelivery => ({ ...common, meeting: id, occurrence, dueAt }));
      await deliveries.enqueue(closings, dueAt);
    }
    wake();
  };
}
