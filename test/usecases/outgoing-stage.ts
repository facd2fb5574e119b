import type { Duration } from 'luxon';
import type { Logger } from 'pino';
import { makeOutbox } from '../../src/composition/outbox.ts';
import { cardOccurrence } from '../../src/domain/answers.ts';
import { cardOf, faceOf } from '../../src/domain/card.ts';
import { showingOf } from '../../src/domain/card-occurrence.ts';
import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { Result } from '../../src/domain/result.ts';
import type { Mailer } from '../../src/ports/mailer.ts';
import type { AgendaMessage, ChangeMessage, Message, ReminderMessage } from '../../src/ports/messenger.ts';
import { makeAgendaOf } from '../../src/usecases/agenda-of.ts';
import { makeAnswerMeeting } from '../../src/usecases/answer-meeting.ts';
import type { CalendarChoiceOf } from '../../src/usecases/calendar-choice-of.ts';
import { makeChangeMeeting } from '../../src/usecases/change-meeting.ts';
import { makeDecideProposal } from '../../src/usecases/decide-proposal.ts';
import { makeEnsureRoom } from '../../src/usecases/ensure-room.ts';
import { makeFileFor } from '../../src/usecases/file-for.ts';
import { followingSettings } from '../../src/usecases/follow-settings.ts';
import { personOf } from '../../src/usecases/look-at-card.ts';
import { makeProposeTime } from '../../src/usecases/propose-time.ts';
import { makeResendUnreached } from '../../src/usecases/resend-unreached.ts';
import { makeSnoozeReminder } from '../../src/usecases/snooze-reminder.ts';
import { makeUndoMeeting } from '../../src/usecases/undo-meeting.ts';
import { ACME, idOf } from '../support/a-meeting.ts';
import type { SentMessage } from '../support/fake-messenger.ts';
import { mailParts } from '../support/mail-parts.ts';
import { lease, links, rules, setStageWithMeeting } from './stage.ts';

/** More than any honest story takes: a plan and its performers that never agree would go round for ever. */
const MOST_ROUNDS = 2_000;

/** Alice's standup on a real store, with the outbox as it ships between it and a chat service in memory. */
export async function setOutgoingStage(
  changes: Partial<Meeting> = {},
  options: {
    readonly remindsBefore?: Duration;
    readonly mailer?: Mailer | null;
    readonly calendarChoiceOf?: CalendarChoiceOf | undefined;
  } = {},
) {
  const { remindsBefore, mailer = null, calendarChoiceOf = async () => 'file' } = options;
  const stage = await setStageWithMeeting(changes);
  const { meetings, seats, rooms, deliveries, clock, messenger, meeting } = stage;
  const ensureRoom = makeEnsureRoom(stage);
  const fileFor = makeFileFor(links, clock);
  const log = stage.log as unknown as Logger;
  const wake = () => {};
  const outbox = makeOutbox({
    stopWhereRefused: async () => {},
    ...stage,
    calendarChoiceOf,
    mail: mailParts(mailer),
    collections: stage,
    ensureRoom,
    fileFor,
    links,
    rules: { ...rules, ...(remindsBefore && { remindsBefore }) },
    lease,
    wake,
    log,
  });

  /** Plans and brings out what is due until nothing is. */
  async function quiet(): Promise<void> {
    for (let rounds = 0; rounds < MOST_ROUNDS; rounds += 1) {
      if (await outbox.planNextMeeting()) continue;
      if (await outbox.planNextMorning()) continue;
      const work = await outbox.takeNextDelivery();
      if (!work) return;
      await work();
    }
    throw new Error('It never becomes quiet');
  }

  async function present(): Promise<Meeting> {
    const found = await meetings.find(meeting.id);
    if (!found) throw new Error('The meeting is gone');
    return found;
  }

  /** Changes the meeting as a use case does; a change that the domain refuses changes nothing. */
  async function change(how: (meeting: Meeting) => Result<Meeting, unknown>): Promise<void> {
    await meetings.change(ACME, meeting.id, clock.now(), how);
  }

  const messagesTo = (messages: readonly SentMessage[], user: SlackUserId): Message[] =>
    messages.filter(({ channel }) => channel === `D-${user}`).map(({ message }) => message);
  const said = (user: SlackUserId) => messagesTo(messenger.sent, user);

  const changeMeeting = makeChangeMeeting({ meetings, isAdmin: async () => false, clock, wake });
  return {
    ...stage,
    quiet,
    present,
    change,
    answer: makeAnswerMeeting({ meetings, seats, clock, wake }),
    saveSettings: followingSettings(async (workspace, user, chosen) => stage.settings.put(workspace, user, chosen), {
      ...stage,
      agendaOf: makeAgendaOf(stage),
      wake,
    }),
    partWith: outbox.partWith,
    snooze: makeSnoozeReminder({ meetings, seats, clock, wake }),
    undo: makeUndoMeeting(changeMeeting),
    proposeTime: makeProposeTime({ meetings, seats, clock, wake }),
    decideProposal: makeDecideProposal({ meetings, seats, changeMeeting, clock, wake }),
    resend: makeResendUnreached({ meetings, seats, deliveries, clock, wake }),
    seatOf: async (user: SlackUserId, occurrence = cardOccurrence(meeting)) =>
      seats.get(meeting.id, occurrence, idOf(meeting, user)),
    /** The cards that stand in this person's conversation. */
    cardsOf: (user: SlackUserId) => said(user).flatMap((one) => (one.kind === 'card' ? [one] : [])),
    /** What this person was told besides, in order. */
    noticesOf: (user: SlackUserId): ChangeMessage[] =>
      said(user).flatMap((one) => (one.kind === 'change' ? [one] : [])),
    /** The agendas that this person was sent, as they were then. */
    agendasOf: (user: SlackUserId): AgendaMessage[] =>
      messagesTo(messenger.posted, user).flatMap((one) => (one.kind === 'agenda' ? [one] : [])),
    /** The agendas that stand in this person's conversation, as they are now. */
    agendasNow: (user: SlackUserId): AgendaMessage[] =>
      said(user).flatMap((one) => (one.kind === 'agenda' ? [one] : [])),
    /** What this person was reminded of, in order, also where it stands there no more. */
    remindersOf: (user: SlackUserId): ReminderMessage[] =>
      messagesTo(messenger.posted, user).flatMap((one) => (one.kind === 'reminder' ? [one] : [])),
    /** The reminders that stand in this person's conversation. */
    standingOf: (user: SlackUserId): ReminderMessage[] =>
      said(user).flatMap((one) => (one.kind === 'reminder' ? [one] : [])),
    filesOf: (user: SlackUserId) => messenger.shared.filter(({ channel }) => channel === `D-${user}`),
    /** What this person's card ought to show. */
    wantedFace: async (user: SlackUserId) => {
      const now = await present();
      const reader = personOf(now, idOf(now, user));
      if (!reader) throw new Error(`${user} was never invited`);
      const known = { meeting: now, seats: await seats.ofMeeting(now.id) };
      return faceOf(cardOf({ ...known, ...showingOf(now, await rooms.ofMeeting(now.id), clock.now(), rules) }, reader));
    },
  };
}
