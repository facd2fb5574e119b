import { partyOf } from '../domain/invitee.ts';
import { firstOccurrence, occurrenceOf } from '../domain/occurrence.ts';
import { messageOfCause } from '../domain/spent.ts';
import { isOpenProposal, readProposalName } from '../domain/time-proposal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import { personOf } from './look-at-card.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReaderOf } from './reader-of.ts';
import type { TakeOut } from './take-out.ts';
import { withoutParking } from './without-parking.ts';

/** Takes the buttons from a message that asked about another time, and says in their place what the time is now. */
export function makeCloseProposal(deps: {
  readonly meetings: Pick<Meetings, 'find'>;
  readonly seats: Pick<Seats, 'get'>;
  readonly messenger: Pick<Messenger, 'update'>;
  readonly readerOf: ReaderOf;
  readonly takeOut: TakeOut;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, messenger, readerOf, takeOut, clock } = deps;

  return async ({ meeting: id, occurrence: key, cause }, stillMine) => {
    const meeting = await meetings.find(id);
    const name = readProposalName(cause.split(' ')[1] ?? '');
    const proposer = meeting && name && personOf(meeting, name.proposer);
    const seat = proposer && (await seats.get(id, key, proposer.id));
    const asked = seat?.asked.find(({ ts }) => ts === messageOfCause(cause));
    if (!meeting || !seat || !asked || isOpenProposal(meeting, seat, asked.proposal, clock.now()))
      return { kind: 'dropped', reason: 'it is gone, or open' };
    const { startsAt, instead, note } = asked.proposal;
    const run = occurrenceOf(meeting, key);
    const now = run && !run.isCancelled && meeting.status === 'scheduled' ? run : null;
    const first = firstOccurrence(meeting);
    const length = (run ?? first).endsAt.diff((run ?? first).startsAt);
    const reader = await readerOf(meeting.workspace, meeting.organizer);
    const show = () =>
      messenger.update(meeting.workspace, asked, {
        kind: 'closed-proposal',
        title: meeting.title,
        who: partyOf(proposer),
        before: instead,
        startsAt,
        endsAt: startsAt.plus(length),
        note,
        now: now && { startsAt: now.startsAt, endsAt: now.endsAt },
        reader,
      });
    const without = ({ asked: all }: typeof seat) => ({ asked: all.filter(({ ts }) => ts !== asked.ts) });
    return withoutParking(await takeOut(seat, [{ remove: show, without }], stillMine));
  };
}
