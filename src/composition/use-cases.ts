import { randomUUID } from 'node:crypto';
import { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import { makeSlackClient } from '../adapters/slack/client.ts';
import { makeSlackDirectory } from '../adapters/slack/directory.ts';
import { makeSlackMessenger } from '../adapters/slack/messenger.ts';
import { makeUploadBytes } from '../adapters/slack/upload-bytes.ts';
import type { Config } from '../config.ts';
import type { DoorRules } from '../domain/access.ts';
import { deriveLinkKeys } from '../domain/join-link.ts';
import { makeJoinLinks } from '../domain/join-links.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomService } from '../ports/rooms.ts';
import { makeBringCard } from '../usecases/bring-card.ts';
import { makeBringFile } from '../usecases/bring-file.ts';
import { makeDecideDraft } from '../usecases/decide-draft.ts';
import { makeEnsureRoom } from '../usecases/ensure-room.ts';
import { makeEnterMeeting } from '../usecases/enter-meeting.ts';
import { makeExplainReading } from '../usecases/explain-reading.ts';
import { makeFetchInviteFile } from '../usecases/fetch-invite-file.ts';
import { makeFileFor } from '../usecases/file-for.ts';
import { makeIsHeld } from '../usecases/is-held.ts';
import { makeLocaleOf } from '../usecases/locale-of.ts';
import { makeLookAtDoor } from '../usecases/look-at-door.ts';
import { makeParticipantToken } from '../usecases/participant-token.ts';
import { makePlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import { makeCloseRoom, makePrepareRoom } from '../usecases/prepare-room.ts';
import { makePurgeNext, nextPurgeAt } from '../usecases/purge-expired.ts';
import { makeRemoveMeeting } from '../usecases/remove-meeting.ts';
import { makeScheduleMeeting } from '../usecases/schedule-meeting.ts';
import { makeSendInvitation } from '../usecases/send-invitation.ts';
import { makeTakeNextDelivery } from '../usecases/send-next-delivery.ts';
import { makeTellRoomTrouble, makeTellUnreached } from '../usecases/tell-organizer.ts';
import type { Collections } from './collections.ts';

/** Short, since everybody who asks about the same person meanwhile waits for the same answer. */
const LOOKING_UP_MAY_TAKE_MS = 3_000;
const SENDING_MAY_TAKE_MS = 10_000;
const LOOK_WHILE_HELD = { seconds: 1 };

export type UseCases = ReturnType<typeof makeUseCases>;

/** Every use case, built once on its ports. */
export function makeUseCases(options: {
  readonly config: Config;
  readonly collections: Collections;
  readonly roomService: RoomService;
  readonly clock: Clock;
  readonly log: Logger;
  readonly wake: () => void;
}) {
  const { config, collections, roomService, clock, log, wake } = options;
  const { meetings, seats, rooms, deliveries, hold } = collections;
  const [newestSecret = '', ...olderSecrets] = config.secrets.linkSecrets;
  const keysFor = (purpose: 'join' | 'nonce') => deriveLinkKeys([newestSecret, ...olderSecrets], purpose);
  const links = makeJoinLinks(config.server.publicUrl, keysFor('join'));
  const rules = doorRules(config);
  const lease = Duration.fromObject({ seconds: config.store.leaseSeconds });

  const { botToken: token, apiUrl } = config.slack;
  const directoryClient = makeSlackClient({ token, apiUrl, timeoutMs: LOOKING_UP_MAY_TAKE_MS });
  const messengerClient = makeSlackClient({ token, apiUrl, timeoutMs: SENDING_MAY_TAKE_MS });
  const directory = makeSlackDirectory(() => directoryClient);
  const messenger = makeSlackMessenger(() => messengerClient, makeUploadBytes(apiUrl));

  const fileFor = makeFileFor(links, clock);
  const isHeld = makeIsHeld({ hold, clock, log });
  const ensureRoom = makeEnsureRoom({ rooms, roomService, isHeld });
  const bringCard = makeBringCard({ seats, messenger, links });
  const bringFile = makeBringFile({ seats, messenger, fileFor });
  const presets = { host: config.rooms.hostPreset, guest: config.rooms.guestPreset };
  const participantToken = makeParticipantToken({ seats, roomService, presets });
  const removeMeeting = makeRemoveMeeting({ meetings, seats, rooms, deliveries, clock });
  // In hours, since a day may have 23 of them in one zone and not in another.
  const keepFor = Duration.fromObject({ hours: 24 * config.store.retentionDays });
  const { isSimulated } = config.rooms;
  const sdk = isSimulated ? 'demo' : 'realtimekit';

  return {
    scheduleMeeting: makeScheduleMeeting({
      meetings,
      directory,
      clock,
      defaultLength: Duration.fromObject({ minutes: config.meetings.defaultLengthMinutes }),
      confirmFromPeople: config.meetings.confirmFromPeople,
      wake,
      log,
    }),
    explainReading: makeExplainReading({ directory, clock, log }),
    localeOf: makeLocaleOf(directory, log),
    decideDraft: makeDecideDraft({ meetings, clock, wake }),
    door: {
      look: makeLookAtDoor({ meetings, seats, rooms, links, rules, simulated: isSimulated, clock }),
      enter: makeEnterMeeting({ meetings, seats, rooms, ensureRoom, participantToken, links, rules, sdk, clock, log }),
      inviteFile: makeFetchInviteFile({ meetings, links, fileFor }),
    },
    nonceKey: keysFor('nonce')[0],
    planNextMeeting: makePlanNextMeeting({
      meetings,
      seats,
      rooms,
      deliveries,
      clock,
      lease,
      returnFor: rules.returnFor,
    }),
    takeNextDelivery: makeTakeNextDelivery({
      deliveries,
      perform: {
        room: makePrepareRoom({ meetings, rooms, ensureRoom, clock, log }),
        'close-room': makeCloseRoom({ rooms, roomService }),
        invitation: makeSendInvitation({ meetings, seats, directory, bringCard, bringFile, clock }),
        unreached: makeTellUnreached({ meetings, seats, rooms, messenger }),
        'room-trouble': makeTellRoomTrouble({ meetings, seats, rooms, messenger }),
      },
      clock,
      lease,
      random: Math.random,
      newClaim: randomUUID,
      log,
    }),
    isHeld,
    purgeNext: makePurgeNext({ meetings, removeMeeting, clock, keepFor }),
    nextDueAt: async () => {
      const purgeAt = nextPurgeAt(meetings, keepFor, clock.now());
      const sendAt = (await isHeld()) ? clock.now().plus(LOOK_WHILE_HELD) : deliveries.nextDueAt();
      const due = await Promise.all([meetings.nextDueAt(), sendAt, purgeAt]);
      return DateTime.min(...due.filter((at) => at !== null)) ?? null;
    },
  };
}

function doorRules({ meetings }: Config): DoorRules {
  const minutes = (count: number) => Duration.fromObject({ minutes: count });
  return {
    guestsBefore: minutes(meetings.joinOpensMinutes),
    hostsBefore: minutes(meetings.hostOpensMinutes),
    closesAfter: minutes(meetings.joinClosesMinutes),
    returnFor: minutes(meetings.returnMinutes),
    // There are no guests from outside yet, who alone would wait under `guests`.
    waitForHost: meetings.waitForHost === 'everyone',
  };
}
