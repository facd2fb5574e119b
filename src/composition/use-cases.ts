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
import { makeFetchInviteFile } from '../usecases/fetch-invite-file.ts';
import { makeFileFor } from '../usecases/file-for.ts';
import { makeLocaleOf } from '../usecases/locale-of.ts';
import { makeLookAtDoor } from '../usecases/look-at-door.ts';
import { makeParticipantToken } from '../usecases/participant-token.ts';
import { makePlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import { makeCloseRoom, makePrepareRoom } from '../usecases/prepare-room.ts';
import { makeScheduleMeeting } from '../usecases/schedule-meeting.ts';
import { makeSendInvitation } from '../usecases/send-invitation.ts';
import { makeTakeNextDelivery } from '../usecases/send-next-delivery.ts';
import { makeTellRoomTrouble, makeTellUnreached } from '../usecases/tell-organizer.ts';
import type { Collections } from './collections.ts';

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
  const { meetings, seats, rooms, deliveries } = collections;
  const [newestSecret = '', ...olderSecrets] = config.secrets.linkSecrets;
  const keysFor = (purpose: 'join' | 'nonce') => deriveLinkKeys([newestSecret, ...olderSecrets], purpose);
  const links = makeJoinLinks(config.server.publicUrl, keysFor('join'));
  const rules = doorRules(config);
  const lease = Duration.fromObject({ seconds: config.store.leaseSeconds });

  const slackClient = makeSlackClient({ token: config.slack.botToken, apiUrl: config.slack.apiUrl });
  const clientFor = () => slackClient;
  const directory = makeSlackDirectory(clientFor);
  const messenger = makeSlackMessenger(clientFor, makeUploadBytes(config.slack.apiUrl));

  const fileFor = makeFileFor(links, clock);
  const ensureRoom = makeEnsureRoom({ rooms, roomService });
  const bringCard = makeBringCard({ seats, messenger, links });
  const bringFile = makeBringFile({ seats, messenger, fileFor });
  const presets = { host: config.rooms.hostPreset, guest: config.rooms.guestPreset };
  const participantToken = makeParticipantToken({ seats, roomService, presets });
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
    nextDueAt: async () => {
      const due = (await Promise.all([meetings.nextDueAt(), deliveries.nextDueAt()])).filter((at) => at !== null);
      return DateTime.min(...due) ?? null;
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
