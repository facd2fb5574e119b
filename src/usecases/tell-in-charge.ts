import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { InChargeMessage, Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import { afterFault } from './after-fault.ts';
import { readerOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { postOnce } from './post-once.ts';

/** Tells somebody, in one message, of which meetings they are in charge now, and who has left. */
export function makeTellInCharge(deps: {
  readonly meetings: Pick<Meetings, 'find' | 'ofWorkspace'>;
  readonly directory: Pick<Directory, 'person'>;
  readonly messenger: Messenger;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, directory, messenger, clock } = deps;

  return async (delivery, stillMine) => {
    const first = await meetings.find(delivery.meeting);
    const user = first && delivery.invitee && inviteeOf(first, delivery.invitee)?.user;
    const theirs = first && user ? await takenWith(first, user) : [];
    if (!first?.takenOver || !user || theirs.length === 0) return { kind: 'dropped', reason: 'no longer wanted' };
    try {
      const person = await directory.person(first.workspace, user);
      if (person?.kind !== 'person') return { kind: 'parked', reason: person?.kind ?? 'unknown' };
      const message: InChargeMessage = {
        kind: 'in-charge',
        left: first.takenOver.from,
        meetings: theirs.flatMap(({ title, next }) => (next ? [{ title, startsAt: next.startsAt }] : [])),
        reader: readerOf(person, first),
      };
      await postOnce(messenger, delivery, user, message, stillMine);
      return { kind: 'done' };
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return afterFault(error);
    }
  };

  /** Those that this person took over in the same go and still has, the next first. */
  async function takenWith({ workspace, id }: Meeting, user: string) {
    const found = [];
    for await (const meeting of meetings.ofWorkspace(workspace)) {
      const isTheirs = meeting.organizer === user && meeting.takenOver?.first === id;
      const next = isTheirs ? nextOccurrence(meeting, clock.now()) : null;
      if (next && meeting.status === 'scheduled') found.push({ title: meeting.title, next });
    }
    return found.sort((one, other) => one.next.startsAt.toMillis() - other.next.startsAt.toMillis());
  }
}
