import { partyOf } from '../domain/invitee.ts';
import { inviteeOf } from '../domain/meeting.ts';
import { proposalName, readProposalName, standingProposal } from '../domain/time-proposal.ts';
import type { Clock } from '../ports/clock.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import type { ReaderOf } from './reader-of.ts';
import { tellingOrganizer } from './tell-organizer.ts';

/** Asks the organizer whether to move the meeting to where somebody proposes, unless that is settled by now. */
export function makeTellProposal(deps: {
  readonly meetings: Meetings;
  readonly seats: Seats;
  readonly messenger: Messenger;
  readonly readerOf: ReaderOf;
  readonly clock: Clock;
}): PerformDelivery {
  const { meetings, seats, readerOf, clock } = deps;

  return tellingOrganizer(deps, async (meeting, { occurrence: key, cause }) => {
    const name = readProposalName(cause);
    const proposer = name && inviteeOf(meeting, name.proposer);
    if (!proposer) return null;
    const standing = standingProposal(meeting, await seats.get(meeting.id, key, proposer.id), clock.now());
    if (!standing || proposalName(proposer.id, standing.proposal) !== cause) return null;
    const { proposal, occurrence } = standing;
    return {
      message: {
        kind: 'proposal',
        meeting: meeting.id,
        occurrence: key,
        name: cause,
        title: meeting.title,
        who: partyOf(proposer),
        before: occurrence.startsAt,
        startsAt: proposal.startsAt,
        endsAt: proposal.startsAt.plus(occurrence.endsAt.diff(occurrence.startsAt)),
        note: proposal.note,
        reader: await readerOf(meeting.workspace, meeting.organizer),
      },
      told: async (at) => {
        await seats.change(meeting.id, key, proposer.id, ({ asked }) => ({
          asked: [...asked.filter(({ ts }) => ts !== at.ts), { ...at, proposal }],
        }));
        // It may have been settled while it was on its way.
        await meetings.replan(meeting.id, clock.now());
      },
    };
  });
}
