import { Duration } from 'luxon';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import { readProposalName } from '../../src/domain/time-proposal.ts';
import type { NewProposal } from '../../src/usecases/propose-time.ts';
import { ACME, ALICE, BOB, berlin, STANDUP } from '../support/a-meeting.ts';
import { setOutgoingStage } from './outgoing-stage.ts';

export const half = Duration.fromObject({ minutes: 30 });
export const nine = berlin('2026-03-03T09:00');
export const thursday = berlin('2026-03-05T10:00');
export const bob = { workspace: ACME, user: BOB };
export const weekly = { series: { rule: { freq: 'WEEKLY', byday: ['TU'] } as const, changes: [] } };

export function rather(changes: Partial<NewProposal> = {}): NewProposal {
  const shown = { meeting: STANDUP, occurrence: 'once', startsAt: nine };
  return { ...shown, rather: thursday, note: 'I am  on a train', request: 'V1', ...changes };
}

export async function staged(changes: Partial<Meeting> = {}) {
  const stage = await setOutgoingStage(changes);
  await stage.quiet();
  const asked = (user = ALICE) =>
    stage.messenger.posted.flatMap(({ channel, message }) =>
      message.kind === 'proposal' && channel === `D-${user}` ? [message] : [],
    );
  const decide = (is: 'move' | 'keep', user: SlackUserId = ALICE, workspace = ACME) => {
    const [{ name, occurrence } = { name: '', occurrence: '' }] = asked();
    const named = readProposalName(name);
    if (!named) throw new Error('the organizer was not asked');
    return stage.decideProposal({ workspace, user }, { meeting: STANDUP, occurrence, name: named, is });
  };
  /** What stands there of the questions: open, or when the meeting is now. */
  const standing = (user = ALICE) =>
    stage.messenger.sent.flatMap(({ channel, message }) => {
      if (channel !== `D-${user}`) return [];
      if (message.kind === 'proposal') return ['open'];
      return message.kind === 'closed-proposal' ? [message.now?.startsAt.toMillis() ?? 'cancelled'] : [];
    });
  const kept = async () => (await stage.seats.ofMeeting(STANDUP)).flatMap(({ asked }) => asked);
  return { ...stage, asked, standing, kept, decide, startsAt: async () => (await stage.present()).startsAt.toMillis() };
}
