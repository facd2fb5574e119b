import { randomUUID } from 'node:crypto';
import type { WebClient } from '@slack/web-api';
import { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import { makeAskSlack } from '../adapters/slack/ask.ts';
import { makeSlackClient } from '../adapters/slack/client.ts';
import { makeSlackDirectory } from '../adapters/slack/directory.ts';
import { slackGatesOf } from '../adapters/slack/gates-of-need.ts';
import { makeSlackMessenger } from '../adapters/slack/messenger.ts';
import { pacedMessenger } from '../adapters/slack/paced-messenger.ts';
import { makeUploadBytes } from '../adapters/slack/upload-bytes.ts';
import type { Config } from '../config.ts';
import type { DoorRules } from '../domain/access.ts';
import { ROOM_SERVICE } from '../domain/gate.ts';
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
import { makeLocaleOf } from '../usecases/locale-of.ts';
import { makeLookAtDoor } from '../usecases/look-at-door.ts';
import { makeParticipantToken } from '../usecases/participant-token.ts';
import { makePlanNextMeeting } from '../usecases/plan-due-meetings.ts';
import { makeCloseRoom, makePrepareRoom } from '../usecases/prepare-room.ts';
import { makeScheduleMeeting } from '../usecases/schedule-meeting.ts';
import { makeSendInvitation } from '../usecases/send-invitation.ts';
import { makeTakeNextDelivery } from '../usecases/send-next-delivery.ts';
import { makeTurns } from '../usecases/take-turns.ts';
import { makeTellRoomTrouble, makeTellUnreached } from '../usecases/tell-organizer.ts';
import type { Collections } from './collections.ts';

/** Short, since everybody who asks about the same person meanwhile waits for the same answer. */
const LOOKING_UP_MAY_TAKE_MS = 3_000;
const SENDING_MAY_TAKE_MS = 10_000;
/** Of one lane under way at once, so that a workspace whose calls hang leaves places to the others. */
const PLACES_PER_LANE = 8;

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
  const { meetings, seats, rooms, deliveries, gates } = collections;
  const [newestSecret = '', ...olderSecrets] = config.secrets.linkSecrets;
  const keysFor = (purpose: 'join' | 'nonce') => deriveLinkKeys([newestSecret, ...olderSecrets], purpose);
  const links = makeJoinLinks(config.server.publicUrl, keysFor('join'));
  const rules = doorRules(config);
  const lease = Duration.fromObject({ seconds: config.store.leaseSeconds });

  const callTimeout = callTimeoutUnder(lease);

  const { botToken: token, apiUrl } = config.slack;
  const timeoutMs = callTimeout.toMillis();
  const askWith = (client: WebClient) => makeAskSlack({ clientFor: () => client, gates, clock });
  const directory = makeSlackDirectory(askWith(makeSlackClient({ token, apiUrl, timeoutMs: LOOKING_UP_MAY_TAKE_MS })));
  const askToSend = askWith(makeSlackClient({ token, apiUrl, timeoutMs }));
  const messenger = pacedMessenger(makeSlackMessenger(askToSend, makeUploadBytes(apiUrl, timeoutMs)), clock);
  const turns = makeTurns({
    deliveries,
    gates,
    gatesOf: ({ workspace, need }) => (need === 'room' ? [ROOM_SERVICE] : slackGatesOf(workspace, need)),
    clock,
    lease,
    placesPerLane: PLACES_PER_LANE,
    newClaim: randomUUID,
  });

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
      turns,
      deliveries,
      gates,
      perform: {
        room: makePrepareRoom({ meetings, rooms, ensureRoom, clock, log }),
        'close-room': makeCloseRoom({ rooms, roomService }),
        invitation: makeSendInvitation({ meetings, seats, directory, bringCard, bringFile, clock }),
        unreached: makeTellUnreached({ meetings, seats, rooms, messenger }),
        'room-trouble': makeTellRoomTrouble({ meetings, seats, rooms, messenger }),
      },
      clock,
      lease,
      callTimeout,
      random: Math.random,
      log,
    }),
    nextDueAt: async () => {
      const due = (await Promise.all([meetings.nextDueAt(), turns.nextAt()])).filter((at) => at !== null);
      return DateTime.min(...due) ?? null;
    },
  };
}

/** A call is begun only where the lease outlasts it, and a lease that was just renewed has to. */
function callTimeoutUnder(lease: Duration): Duration {
  return Duration.fromMillis(Math.min(SENDING_MAY_TAKE_MS, lease.toMillis() / 2));
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
