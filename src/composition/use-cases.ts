import { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { makeFeedLinks } from '../domain/feed-links.ts';
import { deriveLinkKeys, type LinkPurpose } from '../domain/join-link.ts';
import { makeJoinLinks } from '../domain/join-links.ts';
import { makeRecordingLinks } from '../domain/recording-link.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomSessions } from '../ports/room-sessions.ts';
import type { RoomService } from '../ports/rooms.ts';
import { makeAgendaOf } from '../usecases/agenda-of.ts';
import { makeAgreedMeetings } from '../usecases/agreed-meetings.ts';
import { makeAnswerMeeting } from '../usecases/answer-meeting.ts';
import { makeCalendarChoiceOf } from '../usecases/calendar-choice-of.ts';
import { makeCalendarMeetingFor } from '../usecases/calendar-meeting-for.ts';
import { makeChangeMeeting } from '../usecases/change-meeting.ts';
import { makeExplainReading } from '../usecases/explain-reading.ts';
import { makeFetchFeed } from '../usecases/fetch-feed.ts';
import { makeFileFor } from '../usecases/file-for.ts';
import { makeFindRecording } from '../usecases/find-recording.ts';
import { makeHearFromRoom } from '../usecases/hear-from-room.ts';
import { makeIsAdmin } from '../usecases/is-admin.ts';
import { makeIsHeld } from '../usecases/is-held.ts';
import { makeLocaleOf } from '../usecases/locale-of.ts';
import { makeMeetingsBetween } from '../usecases/meetings-between.ts';
import { makePaceCommands } from '../usecases/pace-commands.ts';
import { inChosenZones } from '../usecases/personal-settings.ts';
import { makeRemoveMeeting } from '../usecases/remove-meeting.ts';
import { makeReplaceLink } from '../usecases/replace-link.ts';
import { makeResendUnreached } from '../usecases/resend-unreached.ts';
import { makeSnoozeReminder } from '../usecases/snooze-reminder.ts';
import { makeUndoMeeting } from '../usecases/undo-meeting.ts';
import { makeUnsubscribe } from '../usecases/unsubscribe.ts';
import { openChannelButtons } from './channel-buttons.ts';
import type { Collections } from './collections.ts';
import { makeDoor } from './door.ts';
import { makeIdentity } from './identity.ts';
import { limitsOf } from './limits.ts';
import { mailParts } from './mail-parts.ts';
import { makeOutbox, sendingMayTake } from './outbox.ts';
import { planRules } from './plan-rules.ts';
import { makePurging } from './purging.ts';
import { makeScheduling } from './scheduling.ts';
import { reachSlack } from './slack.ts';
import { makeVerbs } from './verbs.ts';
import { openWorkspaces } from './workspaces.ts';

const LOOK_WHILE_HELD = { seconds: 1 };

/** Every use case, built once on its ports. */
export function makeUseCases(options: {
  readonly config: Config;
  readonly collections: Collections;
  readonly roomService: RoomService & RoomSessions;
  /** Of its API, where that is none of the public ones. */
  readonly roomsOrigin: string | null;
  readonly clock: Clock;
  readonly log: Logger;
  readonly wake: () => void;
}) {
  const { config, collections, roomService, roomsOrigin, clock, log, wake } = options;
  const { meetings, seats, agenda, deliveries, hold, mornings, guestMails } = collections;
  const [newestSecret = '', ...olderSecrets] = config.secrets.linkSecrets;
  const keysFor = (purpose: LinkPurpose) => deriveLinkKeys([newestSecret, ...olderSecrets], purpose);
  const links = makeJoinLinks(config.server.publicUrl, keysFor('join'), keysFor('public'));
  const recordingLinks = makeRecordingLinks(config.server.publicUrl, keysFor('recording'));
  const rules = planRules(config.meetings);
  const lease = Duration.fromObject({ seconds: config.store.leaseSeconds });

  // In hours, since a day may have 23 of them in one zone and not in another.
  const keepFor = Duration.fromObject({ hours: 24 * config.store.retentionDays });
  const removeMeeting = makeRemoveMeeting({ ...collections, clock });
  const workspaces = openWorkspaces({ config, collections, removeMeeting, keepFor, clock, wake, log });
  const slack = reachSlack({
    tokenOf: workspaces.tokenOf,
    apiUrl: config.slack.apiUrl,
    sendingMayTake: sendingMayTake(lease),
    strangersMayCome: config.meetings.strangers,
    gates: collections.gates,
    clock,
  });
  const { messenger, surfaces } = slack;
  const directory = inChosenZones(slack.directory, collections.settings);

  const fileFor = makeFileFor(links, clock);
  const isHeld = makeIsHeld({ hold, clock, log });
  const purging = makePurging({ collections, workspaces, removeMeeting, keepFor, clock });
  const doorMeetings = workspaces.doorMeetings;
  const mail = mailParts(config, keysFor, sendingMayTake(lease));
  const calendarChoiceOf = makeCalendarChoiceOf({
    chosenBy: async (workspace, user) => (await collections.settings.get(workspace, user)).calendar ?? 'file',
    directory,
    hasMail: mail.mailer !== null,
  });

  const limits = limitsOf(config.limits);
  const agreedMeetings = makeAgreedMeetings({ meetings, guestMails, limits });
  const answerMeeting = makeAnswerMeeting({ meetings, seats, clock, wake });
  const { ensureRoom, door, publicDoor } = makeDoor({
    config,
    collections,
    doorMeetings,
    roomService,
    isHeld,
    answerMeeting,
    fileFor,
    links,
    rules,
    clock,
    wake,
    log,
  });
  const feedLinks = makeFeedLinks(config.server.publicUrl, keysFor('feed'));
  const outbox = makeOutbox({
    calendarChoiceOf,
    mail,
    collections: { ...collections, gates: workspaces.gates },
    directory,
    messenger,
    roomService,
    ensureRoom,
    isInstalled: workspaces.isInstalled,
    fileFor,
    links,
    recordingLinks,
    rules,
    stopWhereRefused: workspaces.stopWhereRefused,
    wake,
    lease,
    clock,
    log,
  });

  const agendaOf = makeAgendaOf({ agenda, meetings });
  const verbs = makeVerbs({
    config,
    collections,
    directory,
    roomService,
    agreedMeetings,
    agendaOf,
    links,
    feedLinks,
    clock,
    wake,
    log,
  });
  const scheduling = makeScheduling({
    config,
    collections,
    agreedMeetings,
    directory,
    agendaOf,
    settingsOf: verbs.settingsOf,
    links,
    clock,
    wake,
    log,
  });

  return {
    verbs: { ...verbs, surfaces },
    ...scheduling,
    ...openChannelButtons({ collections, directory, links, recordingLinks, clock, wake, log }),
    agendaOf,
    directory,
    waitsUsually: config.meetings.waitForHost,
    explainReading: makeExplainReading({ directory, clock, log }),
    localeOf: makeLocaleOf(directory, log),
    answerMeeting,
    partWith: outbox.partWith,
    snoozeReminder: makeSnoozeReminder({ meetings, seats, clock, wake }),
    replaceLink: makeReplaceLink({ meetings, clock, wake }),
    undoMeeting: makeUndoMeeting(makeChangeMeeting({ meetings, isAdmin: makeIsAdmin(directory), clock, wake })),
    resendUnreached: makeResendUnreached({ meetings, seats, deliveries, clock, wake }),
    tokenOf: workspaces.tokenOf,
    isInstalled: workspaces.isInstalled,
    noteRemoval: workspaces.noteRemoval,
    paceCommands: makePaceCommands(clock, limits.commandsPerMinute),
    recordInstallation: workspaces.recordInstallation,
    door,
    publicDoor,
    findRecording: makeFindRecording({
      meetings: doorMeetings,
      sessions: collections.sessions,
      roomService,
      recordingLinks,
      roomsOrigin,
      log,
    }),
    hearFromRoom: makeHearFromRoom({ ...collections, clock, wake, log }),
    nonceKeys: keysFor('nonce'),
    identity: makeIdentity({ config, meetings: doorMeetings, collections, links, keysFor, clock, log, wake }),
    unsubscribe: makeUnsubscribe({ meetings: doorMeetings, seats, unsubscribeLinks: mail.unsubscribeLinks }),
    fetchFeed: makeFetchFeed({
      feedLinks,
      feedVersionOf: collections.settings.feedVersion,
      isInstalled: workspaces.isInstalled,
      meetingsBetween: makeMeetingsBetween({ agenda, meetings }),
      calendarMeetingFor: makeCalendarMeetingFor(links),
      clock,
    }),
    planNextMeeting: async () => (await outbox.planNextMeeting()) || outbox.planNextMorning(),
    takeNextDelivery: outbox.takeNextDelivery,
    isHeld,
    purgeNext: purging.purgeNext,
    nextDueAt: async () => {
      const sendAt = (await isHeld()) ? clock.now().plus(LOOK_WHILE_HELD) : outbox.nextDueAt();
      const due = await Promise.all([
        meetings.nextDueAt(),
        mornings.nextDueAt(),
        sendAt,
        purging.nextMeetingAt(),
        workspaces.nextPurgeAt(),
      ]);
      return DateTime.min(...due.filter((at) => at !== null)) ?? null;
    },
  };
}
