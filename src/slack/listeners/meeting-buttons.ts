import type { App, BlockAction, ButtonAction, OverflowAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { may, type Verb } from '../../domain/rights.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { LookAtMeeting, LookedAt } from '../../usecases/look-at-meeting.ts';
import type { ReaderOf } from '../../usecases/reader-of.ts';
import type { Reader } from '../../usecases/understand-verb.ts';
import {
  CANCEL_MEETING,
  EDIT_MEETING,
  END_MEETING,
  EXTEND_MEETING,
  HAND_OVER,
  MANAGE_PEOPLE,
  MORE_OF_MEETING,
  MOVE_MEETING,
  PROPOSE_TIME,
  type PressValue,
  readMenuValue,
  readPressValue,
} from '../views/actions.ts';
import { deedProblemText } from '../views/deed-problem-text.ts';
import { CANCEL_TITLE, cancelModal } from '../views/modals/cancel-modal.ts';
import { HAND_OVER_TITLE, handOverModal } from '../views/modals/hand-over-modal.ts';
import { sayingModal } from '../views/modals/modal.ts';
import { MOVE_TITLE, moveModal } from '../views/modals/move-modal.ts';
import { PEOPLE_TITLE, peopleModal } from '../views/modals/people-modal.ts';
import { END_TITLE, EXTEND_TITLE, endModal, extendModal } from '../views/modals/running-modals.ts';
import type { OpenEdit } from './form/opening-edit.ts';
import type { OpenProposal } from './proposals.ts';
import { type ShowModal, type Visitor, visitorOf } from './showing-modal.ts';

/** How a press goes on: what it takes to be allowed, and the modal that asks for the rest. */
interface Opener {
  readonly verb: Verb;
  readonly title: string;
  readonly view: (looked: LookedAt, actor: Actor, reader: Reader) => ModalView | null;
}

const NOT_RUNNING = 'This meeting is not under way.';
const MORE_TITLE = 'Meeting';
const UNKNOWN_CHOICE = 'This choice is not known any more. Type `/meet help` to see what I can do.';

/** Move, Cancel, People and the other buttons and menus of a card: each opens a modal, if who presses now may. */
export function registerMeetingButtons(
  app: App,
  deps: {
    readonly lookAtMeeting: LookAtMeeting;
    readonly readerOf: ReaderOf;
    readonly showModal: ShowModal;
    readonly guestsAllowed: boolean;
    readonly openEdit: OpenEdit;
    readonly openProposal: OpenProposal;
    readonly clock: Clock;
    readonly apiUrl: string;
  },
): void {
  const { lookAtMeeting, readerOf, showModal, guestsAllowed, openEdit, openProposal, clock, apiUrl } = deps;
  const isRunning = ({ occurrence: { startsAt, endsAt } }: LookedAt) => {
    const now = clock.now();
    return startsAt <= now && now < endsAt;
  };
  const openers: Readonly<Record<string, Opener>> = {
    [MOVE_MEETING]: {
      verb: 'move',
      title: MOVE_TITLE,
      view: ({ meeting, occurrence }, _, { locale }) => moveModal(meeting, occurrence, locale),
    },
    [CANCEL_MEETING]: {
      verb: 'cancel',
      title: CANCEL_TITLE,
      view: ({ meeting, occurrence }, _, reader) => cancelModal(meeting, occurrence, reader),
    },
    [MANAGE_PEOPLE]: {
      verb: 'invite',
      title: PEOPLE_TITLE,
      view: ({ meeting }, { user }) =>
        peopleModal(meeting, { mayChangeRoles: may(meeting, user, 'change-role'), guestsAllowed }),
    },
    [EXTEND_MEETING]: {
      verb: 'extend',
      title: EXTEND_TITLE,
      view: (looked, _, reader) => (isRunning(looked) ? extendModal(looked.meeting, looked.occurrence, reader) : null),
    },
    [END_MEETING]: {
      verb: 'end',
      title: END_TITLE,
      view: (looked) => (isRunning(looked) ? endModal(looked.meeting, looked.occurrence) : null),
    },
    [HAND_OVER]: { verb: 'hand-over', title: HAND_OVER_TITLE, view: ({ meeting }) => handOverModal(meeting) },
  };

  for (const [action, opener] of Object.entries(openers)) {
    app.action<BlockAction<ButtonAction>>(action, async (press) => {
      await press.ack();
      await open(visitorOf(press, apiUrl), opener, readPressValue(press.action.value ?? ''));
    });
  }
  app.action<BlockAction<OverflowAction>>(MORE_OF_MEETING, async (press) => {
    await press.ack();
    const menu = readMenuValue(press.action.selected_option.value);
    const visitor = visitorOf(press, apiUrl);
    const opener = menu && openers[menu.action];
    if (opener) await open(visitor, opener, menu);
    else if (menu?.action === EDIT_MEETING) await openEdit(visitor, menu);
    else if (menu?.action === PROPOSE_TIME) await openProposal(visitor, menu);
    else await showModal(visitor, MORE_TITLE, async () => sayingModal(MORE_TITLE, UNKNOWN_CHOICE));
  });

  async function open(visitor: Visitor, opener: Opener, press: PressValue | null): Promise<void> {
    await showModal(visitor, opener.title, () => viewFor(visitor, opener, press));
  }

  async function viewFor(actor: Actor, { verb, title, view }: Opener, press: PressValue | null): Promise<ModalView> {
    const [reader, looked] = await Promise.all([
      readerOf(actor.workspace, actor.user),
      press && lookAtMeeting(actor, press.meeting, press.occurrence, verb),
    ]);
    if (!looked) return sayingModal(title, deedProblemText({ kind: 'unknown-meeting' }, reader.locale));
    if (!looked.ok) return sayingModal(title, deedProblemText(looked.problem, reader.locale));
    return view(looked.value, actor, reader) ?? sayingModal(title, NOT_RUNNING);
  }
}
