import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { PlanRules } from '../domain/plan/context.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomService } from '../ports/rooms.ts';
import type { Meetings } from '../store/meetings.ts';
import { makeAnswerAtDoor } from '../usecases/answer-at-door.ts';
import type { AnswerMeeting } from '../usecases/answer-meeting.ts';
import { makeEnsureRoom } from '../usecases/ensure-room.ts';
import { makeEnterMeeting } from '../usecases/enter-meeting.ts';
import { makeFetchInviteFile } from '../usecases/fetch-invite-file.ts';
import type { FileFor } from '../usecases/file-for.ts';
import { guardedRooms } from '../usecases/guard-rooms.ts';
import type { IsHeld } from '../usecases/is-held.ts';
import { makeLookAtDoor } from '../usecases/look-at-door.ts';
import { makeLookAtPublicMeeting } from '../usecases/look-at-public-meeting.ts';
import { makeLookUpDoor } from '../usecases/look-up-door.ts';
import { makeNoteRoomTrouble } from '../usecases/note-room-trouble.ts';
import { makeParticipantToken } from '../usecases/participant-token.ts';
import { makeReopenForHost } from '../usecases/reopen-for-host.ts';
import { makeVisitPublicMeeting } from '../usecases/visit-public-meeting.ts';
import { makeDeviceWatch } from '../usecases/watch-devices.ts';
import { makeWithholdToken } from '../usecases/withhold-token.ts';
import type { Collections } from './collections.ts';
import { presetsOf } from './presets.ts';

/** What stands behind personal links and shared ones, and the rooms that they lead to. */
export function makeDoor(options: {
  readonly config: Config;
  readonly collections: Collections;
  /** Those of workspaces that have the app. */
  readonly doorMeetings: Meetings;
  readonly roomService: RoomService;
  readonly isHeld: IsHeld;
  readonly answerMeeting: AnswerMeeting;
  readonly fileFor: FileFor;
  readonly links: JoinLinks;
  readonly rules: PlanRules;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Logger;
}) {
  const { config, collections, doorMeetings, roomService, isHeld, answerMeeting, fileFor } = options;
  const { links, rules, clock, wake, log } = options;
  const { meetings, seats, rooms, gates } = collections;
  const { isSimulated } = config.rooms;
  const guarded = guardedRooms(roomService, { gates, clock });
  const ensureRoom = makeEnsureRoom({ meetings, rooms, roomService: guarded, isHeld, clock, rules });
  const lookUpDoor = makeLookUpDoor({ meetings: doorMeetings, seats, rooms, rules, clock });

  return {
    ensureRoom,
    door: {
      isGenuine: (link: string) => links.read(link) !== null,
      look: makeLookAtDoor({ lookUpDoor, seats, links, simulated: isSimulated }),
      enter: makeEnterMeeting({
        lookUpDoor,
        seats,
        rooms,
        ensureRoom,
        participantToken: makeParticipantToken({
          seats,
          roomService: guarded,
          presets: presetsOf(config.rooms),
          guestsAreVerified: config.mail.guestCode,
        }),
        withholdToken: makeWithholdToken({ seats, rooms, roomService }),
        noteRoomTrouble: makeNoteRoomTrouble({ meetings, rooms, clock, wake }),
        reopenForHost: makeReopenForHost({ meetings, rooms, rules, clock, wake }),
        deviceWatch: makeDeviceWatch({ seats, meetings, policy: config.meetings.linkDevices, clock, wake }),
        links,
        rules,
        sdk: isSimulated ? 'demo' : 'realtimekit',
        clock,
        log,
      }),
      answer: makeAnswerAtDoor({ lookUpDoor, links, answerMeeting }),
      inviteFile: makeFetchInviteFile({ meetings: doorMeetings, seats, links, fileFor }),
    },
    publicDoor: {
      look: makeLookAtPublicMeeting({ meetings: doorMeetings, seats, links, rules, clock }),
      visit: makeVisitPublicMeeting({ meetings: doorMeetings, seats, links }),
    },
  };
}
