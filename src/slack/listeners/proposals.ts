import type { App, BlockAction, ButtonAction, ViewSubmitAction } from '@slack/bolt';
import { DateTime } from 'luxon';
import type { Logger } from 'pino';
import type { DecideProposal, ProposalDecision } from '../../usecases/decide-proposal.ts';
import type { ProposeTime, ShownRun } from '../../usecases/propose-time.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import { type PressValue, readPressValue } from '../views/actions.ts';
import { words } from '../views/blocks.ts';
import { sayingModal } from '../views/modals/modal.ts';
import {
  PROPOSE_MODAL,
  PROPOSE_TITLE,
  proposeErrors,
  proposeModal,
  proposeProblemText,
  readProposeModal,
} from '../views/modals/propose-modal.ts';
import type { ViewValues } from '../views/modals/values.ts';
import { whenText } from '../views/moment-text.ts';
import { escapeMrkdwn, mention } from '../views/mrkdwn.ts';
import { KEEP_TIME, MOVE_AS_PROPOSED, proposalProblemText, readProposalValue } from '../views/proposal.ts';
import { actorOf } from './actor-of.ts';
import { answeringPress, type Press, presserOf } from './answering-press.ts';
import { answeringSubmission, type Submitted } from './answering-submission.ts';
import type { ShowModal, Visitor } from './showing-modal.ts';

/** Opens the modal that asks for the time, for an invitee who pressed now. */
export type OpenProposal = (visitor: Visitor, press: PressValue) => Promise<void>;

interface Deps {
  readonly proposeTime: ProposeTime;
  readonly decideProposal: DecideProposal;
  readonly readerOf: ReaderOf;
  readonly showModal: ShowModal;
  readonly apiUrl: string;
  readonly log: Pick<Logger, 'error' | 'warn'>;
}

export function makeOpenProposal({ proposeTime, readerOf, showModal }: Deps): OpenProposal {
  return (visitor, press) =>
    showModal(visitor, PROPOSE_TITLE, async () => {
      const { workspace, user } = visitor;
      const [reader, looked] = await Promise.all([
        readerOf(workspace, user),
        proposeTime.look({ workspace, user }, runOf(press)),
      ]);
      return looked.ok
        ? proposeModal(looked.value, reader)
        : sayingModal(PROPOSE_TITLE, proposeProblemText(looked.problem, reader.locale));
    });
}

/** What an invitee proposes, and what the organizer says to it. */
export function registerProposals(app: App, deps: Deps): void {
  const { proposeTime, decideProposal, readerOf, apiUrl, log } = deps;

  app.view<ViewSubmitAction>(PROPOSE_MODAL, async ({ ack, body, view }) => {
    await answeringSubmission(ack, PROPOSE_TITLE, log, () => submitted(body, view));
  });
  for (const [action, is] of [
    [MOVE_AS_PROPOSED, 'move'],
    [KEEP_TIME, 'keep'],
  ] as const) {
    app.action<BlockAction<ButtonAction>>(action, async (press) => {
      await answeringPress(press, apiUrl, log, async () => words(await decided(press, is)), true);
    });
  }

  async function submitted(body: ViewSubmitAction, view: ViewSubmitAction['view']): Promise<Submitted> {
    const actor = actorOf(body);
    const { zone, locale } = await readerOf(actor.workspace, actor.user);
    const press = readPressValue(view.private_metadata);
    const { rather, note } = readProposeModal(view.state.values as ViewValues, zone);
    if (!rather.ok) return { errors: proposeErrors(rather.problem, locale) ?? {} };
    if (!press) return { says: proposeProblemText({ kind: 'not-invited' }, locale) };
    const proposed = await proposeTime.propose(actor, {
      ...runOf(press),
      rather: rather.value,
      note,
      request: view.id,
    });
    if (proposed.ok)
      return {
        says: `I am asking ${mention(proposed.value.meeting.organizer)}, who decides. You will be told if the meeting moves.`,
      };
    const errors = proposeErrors(proposed.problem, locale);
    return errors ? { errors } : { says: proposeProblemText(proposed.problem, locale) };
  }

  async function decided(press: Press, is: ProposalDecision['is']): Promise<string> {
    const actor = presserOf(press);
    const reader = await readerOf(actor.workspace, actor.user);
    const value = readProposalValue(press.action.value ?? '');
    if (!value) return proposalProblemText({ kind: 'settled' }, reader.locale);
    const outcome = await decideProposal(actor, { ...value, is });
    if (!outcome.ok) return proposalProblemText(outcome.problem, reader.locale);
    const { meeting, occurrence } = outcome.value;
    const [title, when] = [escapeMrkdwn(meeting.title), whenText(occurrence.startsAt, occurrence.endsAt, reader)];
    return is === 'move' ? `“${title}” is moved: ${when}. Everyone will be told.` : `“${title}” stays at ${when}.`;
  }
}

function runOf({ meeting, occurrence, startsAtSeconds }: PressValue): ShownRun {
  const startsAt = startsAtSeconds === null ? null : DateTime.fromSeconds(startsAtSeconds);
  return { meeting, occurrence: occurrence ?? '', startsAt };
}
