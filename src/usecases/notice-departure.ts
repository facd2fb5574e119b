import type { Logger } from 'pino';
import type { Delivery, DeliveryKind, Outcome } from '../domain/delivery.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import type { PartWith } from './part-with.ts';
import type { PerformDelivery } from './perform-delivery.ts';

/** The directory's word that somebody is not in the workspace any more, and Slack's. */
const IS_CERTAIN: ReadonlySet<string> = new Set(['deactivated', 'user_disabled']);

/** With `account_inactive` it may also be this app whose account is gone, so the directory is asked. */
const SAYS_LEFT: ReadonlySet<string> = new Set([...IS_CERTAIN, 'account_inactive']);

type Performers = Readonly<Record<DeliveryKind, PerformDelivery>>;

/**
 * The same performers, which also notice that somebody has left, in case Slack's word of it did not come: when something
 * cannot be brought to them, and an organizer each time that a room is made ahead.
 */
export function noticingDepartures(
  performers: Performers,
  deps: {
    readonly meetings: Pick<Meetings, 'find'>;
    readonly directory: Pick<Directory, 'person'>;
    readonly partWith: PartWith;
    readonly log: Pick<Logger, 'warn'>;
  },
): Performers {
  const { meetings, directory, partWith, log } = deps;
  const noticing =
    (perform: PerformDelivery): PerformDelivery =>
    async (delivery, stillMine) => {
      const outcome = await perform(delivery, stillMine);
      await look(delivery, outcome).catch((error: unknown) => {
        if (!(error instanceof ChatFault)) throw error;
        log.warn({ meeting: delivery.meeting, err: error }, 'whether somebody has left is looked at another time');
      });
      return outcome;
    };
  return Object.fromEntries(
    Object.entries(performers).map(([kind, perform]) => [kind, noticing(perform)]),
  ) as unknown as Performers;

  async function look({ kind, meeting: id, invitee }: Delivery, outcome: Outcome): Promise<void> {
    const isGivenUp = outcome.kind === 'parked' || outcome.kind === 'dropped';
    const suspects = isGivenUp && SAYS_LEFT.has(outcome.reason) ? invitee : null;
    const isRoom = kind === 'room' && outcome.kind === 'done';
    if (!suspects && !isRoom) return;
    const meeting = await meetings.find(id);
    if (meeting?.status !== 'scheduled') return;
    const { workspace } = meeting;
    const user = suspects ? inviteeOf(meeting, suspects)?.user : meeting.organizer;
    if (!user) return;
    const isKnown = isGivenUp && IS_CERTAIN.has(outcome.reason);
    if (isKnown || (await directory.person(workspace, user))?.kind === 'deactivated') await partWith(workspace, user);
  }
}
