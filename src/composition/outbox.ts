import { randomUUID } from 'node:crypto';
import { Duration } from 'luxon';
import type { Logger } from 'pino';
import { slackGatesOf } from '../adapters/slack/gates-of-need.ts';
import { type Gate, MAIL_SERVICE, ROOM_SERVICE } from '../domain/gate.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { Lane } from '../domain/lane.ts';
import type { PlanRules } from '../domain/plan/context.ts';
import type { RecordingLinks } from '../domain/recording-link.ts';
import { newReference } from '../log/reference.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { RoomSessions } from '../ports/room-sessions.ts';
import type { RoomService } from '../ports/rooms.ts';
import { makeAgendaFor } from '../usecases/agenda-for.ts';
import { makeAgendaOf } from '../usecases/agenda-of.ts';
import { makeAgendaPlaces } from '../usecases/agenda-places.ts';
import { makeBringCard } from '../usecases/bring-card.ts';
import { makeBringFile } from '../usecases/bring-file.ts';
import { makeBringReminder } from '../usecases/bring-reminder.ts';
import type { CalendarChoiceOf } from '../usecases/calendar-choice-of.ts';
import { makeClearReminder } from '../usecases/clear-reminder.ts';
import { clearingUnseen } from '../usecases/clear-unseen.ts';
import { makeCloseProposal } from '../usecases/close-proposal.ts';
import { makeCloseRoom } from '../usecases/close-room.ts';
import type { EnsureRoom } from '../usecases/ensure-room.ts';
import { makeExpandGroup } from '../usecases/expand-group.ts';
import { makeExpel } from '../usecases/expel.ts';
import type { FileFor } from '../usecases/file-for.ts';
import { makeCards } from '../usecases/look-at-card.ts';
import { makeChannelCards } from '../usecases/look-at-channel-card.ts';
import { makeLookAtReminded } from '../usecases/look-at-reminded.ts';
import { makeLookAtSession } from '../usecases/look-at-session.ts';
import { makeLookAtStanding } from '../usecases/look-at-standing.ts';
import { makeNoteGivenUp } from '../usecases/note-given-up.ts';
import { makeNoteRoomTrouble } from '../usecases/note-room-trouble.ts';
import { noticingDepartures } from '../usecases/notice-departure.ts';
import { makePartWith } from '../usecases/part-with.ts';
import { makePlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import { makePlanNextMorning } from '../usecases/plan-next-morning.ts';
import { makePrepareRoom } from '../usecases/prepare-room.ts';
import { makeReachPerson } from '../usecases/reach-person.ts';
import { makeReaderOf } from '../usecases/reader-of.ts';
import { makeRecordKnowledge } from '../usecases/record-knowledge.ts';
import { makeRemind } from '../usecases/remind.ts';
import { makeReminderMinutesOf } from '../usecases/reminder-minutes-of.ts';
import { makeRetract } from '../usecases/retract.ts';
import { makeSendChannelCard } from '../usecases/send-channel-card.ts';
import { makeSendInvitation } from '../usecases/send-invitation.ts';
import { makeShowAgenda } from '../usecases/show-agenda.ts';
import { makeShowCard } from '../usecases/show-card.ts';
import { makeShowChannelCard } from '../usecases/show-channel-card.ts';
import { type StopWhereRefused, stoppingWhereRefused } from '../usecases/stop-where-refused.ts';
import { makeTakeNextDelivery } from '../usecases/take-next-delivery.ts';
import { makeTakeOut } from '../usecases/take-out.ts';
import { makeTurns } from '../usecases/take-turns.ts';
import { makeTellAgenda } from '../usecases/tell-agenda.ts';
import { makeTellAttendance } from '../usecases/tell-attendance.ts';
import { makeTellChange } from '../usecases/tell-change.ts';
import { makeTellInCharge } from '../usecases/tell-in-charge.ts';
import { makeTellOtherDevice } from '../usecases/tell-other-device.ts';
import { makeTellProposal } from '../usecases/tell-proposal.ts';
import { makeTellRoomTrouble } from '../usecases/tell-room-trouble.ts';
import { makeTellStart } from '../usecases/tell-start.ts';
import { makeTellUnreached } from '../usecases/tell-unreached.ts';
import type { Collections } from './collections.ts';
import { type MailParts, makeMailOutbox } from './mail-outbox.ts';

/** Of one lane under way at once, so that a workspace whose calls hang leaves places to the others. */
const PLACES_PER_LANE = 16;
const LONGEST_CALL_MS = 10_000;

/** How long a call to Slack may take: it is begun only where the lease outlasts it, as one just renewed has to. */
export function sendingMayTake(lease: Duration): Duration {
  return Duration.fromMillis(Math.min(LONGEST_CALL_MS, lease.toMillis() / 2));
}

/** What the worker does: plans meetings, and brings out what they call for. */
export function makeOutbox(deps: {
  readonly collections: Collections;
  readonly directory: Directory;
  readonly messenger: Messenger;
  readonly roomService: RoomService & RoomSessions;
  readonly ensureRoom: EnsureRoom;
  readonly isInstalled: (workspace: WorkspaceId) => Promise<boolean>;
  readonly fileFor: FileFor;
  readonly links: JoinLinks;
  readonly calendarChoiceOf: CalendarChoiceOf;
  readonly mail: MailParts;
  readonly recordingLinks: RecordingLinks;
  readonly rules: PlanRules;
  readonly stopWhereRefused: StopWhereRefused;
  readonly lease: Duration;
  readonly wake: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}) {
  const { collections, lease, clock, log } = deps;
  const { deliveries, gates } = collections;
  const reminderMinutesOf = makeReminderMinutesOf(collections.settings);
  const readerOf = makeReaderOf(deps.directory, log);
  const ports = { ...collections, ...deps, reminderMinutesOf, readerOf };
  const agendaOf = makeAgendaOf(collections);
  const lookAtStanding = makeLookAtStanding(ports);
  const outside = {
    ...ports,
    noteRoomTrouble: makeNoteRoomTrouble(ports),
    partWith: makePartWith(ports),
    cards: makeCards(ports),
    channelCards: makeChannelCards(ports),
    bringFile: makeBringFile(ports),
    recordKnowledge: makeRecordKnowledge(collections.seats),
    reachPerson: makeReachPerson(ports),
    lookAtReminded: makeLookAtReminded(ports),
    bringReminder: makeBringReminder({ ...ports, lookAtStanding }),
    lookAtStanding,
    agendaFor: makeAgendaFor({ ...ports, agendaOf }),
    agendaPlaces: makeAgendaPlaces({ ...ports, lookAtStanding }),
    takeOut: makeTakeOut(collections),
  };
  const turns = makeTurns({
    deliveries,
    gates,
    gatesOf,
    clock,
    lease,
    placesPerLane: PLACES_PER_LANE,
    newClaim: randomUUID,
  });

  return {
    planNextMeeting: makePlanNextMeeting(outside),
    takeNextDelivery: makeTakeNextDelivery({
      turns,
      deliveries,
      gates,
      perform: stoppingWhereRefused(
        noticingDepartures(
          {
            room: makePrepareRoom(outside),
            'close-room': makeCloseRoom(outside),
            invitation: makeSendInvitation({ ...outside, bringCard: makeBringCard(outside) }),
            card: makeShowCard(outside),
            notice: makeTellChange(outside),
            reminder: clearingUnseen(makeRemind(outside), outside),
            starting: clearingUnseen(makeTellStart(outside), outside),
            'clear-reminder': makeClearReminder(outside),
            attendance: makeTellAttendance(outside),
            proposal: makeTellProposal(outside),
            'proposal-edit': makeCloseProposal(outside),
            'other-device': makeTellOtherDevice(outside),
            retract: makeRetract(outside),
            ...makeMailOutbox(outside),
            expel: makeExpel(outside),
            'look-at-session': makeLookAtSession(outside),
            'channel-card': makeSendChannelCard(outside),
            'channel-edit': makeShowChannelCard(outside),
            'expand-group': makeExpandGroup(outside),
            agenda: makeTellAgenda(outside),
            'agenda-edit': makeShowAgenda(outside),
            'in-charge': makeTellInCharge(outside),
            unreached: makeTellUnreached(outside),
            'room-trouble': makeTellRoomTrouble(outside),
          },
          outside,
        ),
        deps,
      ),
      noteGivenUp: makeNoteGivenUp({ ...outside, newReference }),
      clock,
      lease,
      callTimeout: sendingMayTake(lease),
      random: Math.random,
      log,
    }),
    planNextMorning: makePlanNextMorning(outside),
    nextDueAt: turns.nextAt,
    partWith: outside.partWith,
  };
}

function gatesOf({ workspace, need }: Lane): readonly Gate[] {
  switch (need) {
    case 'room':
      return [ROOM_SERVICE];
    case 'mail':
    case 'awaited-mail':
      return [MAIL_SERVICE, { workspace, what: 'mail' }];
    default:
      return slackGatesOf(workspace, need);
  }
}
