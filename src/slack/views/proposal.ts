import type { Button } from '@slack/types';
import type { MeetingId } from '../../domain/ids.ts';
import { type ProposalName, readProposalName } from '../../domain/time-proposal.ts';
import type { ClosedProposalMessage, ProposalMessage, ProposalShown } from '../../ports/messenger.ts';
import type { DecideProposalProblem } from '../../usecases/decide-proposal.ts';
import { readPressValue } from './actions.ts';
import { contextBlock, sectionBlock } from './blocks.ts';
import { label } from './card-buttons.ts';
import { deedProblemText } from './deed-problem-text.ts';
import { momentText, whenText } from './moment-text.ts';
import { escapedWithin, escapeMrkdwn, partyText } from './mrkdwn.ts';
import type { Rendered } from './render-message.ts';

export const MOVE_AS_PROPOSED = 'move_as_proposed';
export const KEEP_TIME = 'keep_time';

const LONGEST_NOTE = 1_500;

/** Asks the organizer whether to move a meeting to where somebody proposes. */
export function proposal(message: ProposalMessage): Rendered {
  const { meeting, occurrence, name } = message;
  const value = `${meeting} ${occurrence} ${name}`;
  const button = (action_id: string, words: string): Button => {
    return { type: 'button', action_id, text: label(words), value };
  };
  const said = saidOf(message);
  return {
    text: said.text,
    blocks: [
      ...said.blocks,
      { type: 'actions', elements: [button(MOVE_AS_PROPOSED, 'Move it there'), button(KEEP_TIME, 'Keep the time')] },
      contextBlock('Nothing changes until you choose. If you move it, everyone will be told.'),
    ],
  };
}

/** The same without its buttons, once there is nothing left to decide. */
export function closedProposal(message: ClosedProposalMessage): Rendered {
  const { now, reader } = message;
  const standing = now ? `it is planned for ${whenText(now.startsAt, now.endsAt, reader)}` : 'it was cancelled';
  const said = saidOf(message);
  return { text: said.text, blocks: [...said.blocks, contextBlock(`Nothing is left to decide: ${standing}.`)] };
}

function saidOf({ title, who, note, before, startsAt, endsAt, reader }: ProposalShown): Rendered {
  const instead = `*${whenText(startsAt, endsAt, reader)}* instead of ${momentText(before, reader)}`;
  const text = `${partyText(who)} proposes ${instead} for “${escapeMrkdwn(title)}”.`;
  return {
    text,
    blocks: [sectionBlock(text), ...(note ? [sectionBlock(`> ${escapedWithin(note, LONGEST_NOTE)}`)] : [])],
  };
}

/** Which proposal a button is about; null for a value that none of ours has. */
export function readProposalValue(
  value: string,
): { readonly meeting: MeetingId; readonly occurrence: string; readonly name: ProposalName } | null {
  const [, run = '', named = ''] = /^(\S+ \S+) (\S+)$/.exec(value) ?? [];
  const [press, name] = [readPressValue(run), readProposalName(named)];
  return press?.occurrence && name ? { meeting: press.meeting, occurrence: press.occurrence, name } : null;
}

/** Why a proposal was not decided on. */
export function proposalProblemText(problem: DecideProposalProblem, locale: string): string {
  if (problem.kind !== 'settled') return deedProblemText(problem, locale);
  return 'This is settled: the meeting was moved or cancelled in the meantime, or the time is past. Nothing was changed.';
}
