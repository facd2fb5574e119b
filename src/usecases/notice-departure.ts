import type { Logger } from 'pino';
import type { Delivery, DeliveryKind, Outcome } from '../domain/delivery.ts';
import { organizerOf } from '../domain/meeting.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReplaceOrganizer } from './replace-organizer.ts';

/** What says that somebody is not in the workspace any more: the directory's word, and Slack's. */
const HAS_LEFT: ReadonlySet<string> = new Set(['deactivated', 'user_disabled', 'account_inactive']);

type Performers = Readonly<Record<DeliveryKind, PerformDelivery>>;

/**
 * The same performers, which also notice that an organizer has left, in case Slack's word of it did not come: when
 * something cannot be brought to them, and each time that a room is made ahead.
 */
export function noticingDepartures(
  performers: Performers,
  deps: {
    readonly meetings: Pick<Meetings, 'find'>;
    readonly directory: Pick<Directory, 'person'>;
    readonly replaceOrganizer: ReplaceOrganizer;
    readonly log: Pick<Logger, 'warn'>;
  },
): Performers {
  const { meetings, directory, replaceOrganizer, log } = deps;
  const noticing =
    (perform: PerformDelivery): PerformDelivery =>
    async (delivery, stillMine) => {
      const outcome = await perform(delivery, stillMine);
      await look(delivery, outcome).catch((error: unknown) => {
        if (!(error instanceof ChatFault)) throw error;
        log.warn({ meeting: delivery.meeting, err: error }, 'whether an organizer has left is looked at another time');
      });
      return outcome;
    };
  return Object.fromEntries(
    Object.entries(performers).map(([kind, perform]) => [kind, noticing(perform)]),
  ) as unknown as Performers;

  async function look({ kind, meeting: id, invitee }: Delivery, outcome: Outcome): Promise<void> {
    const isGone = (outcome.kind === 'parked' || outcome.kind === 'dropped') && HAS_LEFT.has(outcome.reason);
    const isRoom = kind === 'room' && outcome.kind === 'done';
    if (!isGone && !isRoom) return;
    const meeting = await meetings.find(id);
    if (meeting?.status !== 'scheduled') return;
    const { workspace, organizer } = meeting;
    const hasLeft = isGone
      ? invitee === organizerOf(meeting).id
      : (await directory.person(workspace, organizer))?.kind === 'deactivated';
    if (hasLeft) await replaceOrganizer(workspace, organizer);
  }
}
