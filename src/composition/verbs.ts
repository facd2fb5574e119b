import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { FeedLinks } from '../domain/feed-links.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import type { PersonalSettings } from '../domain/personal-settings.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { RoomService } from '../ports/rooms.ts';
import type { AgendaOf } from '../usecases/agenda-of.ts';
import type { AgreedMeetings, LimitProblem } from '../usecases/agreed-meetings.ts';
import { makeAskDoctor } from '../usecases/ask-doctor.ts';
import { makeCancelMeeting } from '../usecases/cancel-meeting.ts';
import { makeChangeMeeting } from '../usecases/change-meeting.ts';
import { makeChangePeople } from '../usecases/change-people.ts';
import { makeDecideProposal } from '../usecases/decide-proposal.ts';
import { makeDoDeed } from '../usecases/do-deed.ts';
import { makeEndMeeting } from '../usecases/end-meeting.ts';
import { makeExtendMeeting } from '../usecases/extend-meeting.ts';
import { makeFeedAddressOf, makeReplaceFeedAddress } from '../usecases/feed-address.ts';
import { makeFindOwnMeetings } from '../usecases/find-own-meetings.ts';
import { followingSettings } from '../usecases/follow-settings.ts';
import { makeHomeTabs } from '../usecases/home-tabs.ts';
import { makeIsAdmin } from '../usecases/is-admin.ts';
import { makeLookAtHome } from '../usecases/look-at-home.ts';
import { makeLookAtMeeting } from '../usecases/look-at-meeting.ts';
import { makeMoveMeeting } from '../usecases/move-meeting.ts';
import { makeSaveSettings, makeSettingsOf } from '../usecases/personal-settings.ts';
import { makePlansOf } from '../usecases/plans-of.ts';
import { makeProposeTime } from '../usecases/propose-time.ts';
import { makeReaderOf } from '../usecases/reader-of.ts';
import { makeUnderstandVerb } from '../usecases/understand-verb.ts';
import type { Collections } from './collections.ts';
import { composeDoctor } from './doctor.ts';
import { presetsOf } from './presets.ts';

/** Slack waits for the answer to a command for three seconds. */
const DOCTOR_MAY_TAKE_MS = 2_000;

/** What people do to meetings that are there, and what they see of them. */
export function makeVerbs(options: {
  readonly config: Config;
  readonly collections: Collections;
  readonly directory: Directory;
  readonly roomService: Pick<RoomService, 'listPresets'>;
  readonly agreedMeetings: AgreedMeetings;
  readonly agendaOf: AgendaOf;
  readonly links: JoinLinks;
  readonly feedLinks: FeedLinks;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Logger;
}) {
  const { config, collections, directory, roomService, agreedMeetings, agendaOf, links, feedLinks, clock, wake, log } =
    options;
  const { meetings, seats, settings, mornings, seen } = collections;
  const presets = presetsOf(config.rooms);
  const guestsAllowed = config.mail.guests;
  const usual: PersonalSettings = {
    lengthMinutes: config.meetings.defaultLengthMinutes,
    reminderMinutes: config.meetings.reminderMinutes,
    zone: null,
    agendaHour: null,
    calendar: 'file',
  };

  const isAdmin = makeIsAdmin(directory);
  const changing = { isAdmin, clock, wake };
  const changeMeeting = makeChangeMeeting<LimitProblem>({ meetings: agreedMeetings, ...changing });
  // No limit keeps anybody from cancelling.
  const changeUnlimited = makeChangeMeeting({ meetings, ...changing });
  const findOwnMeetings = makeFindOwnMeetings({ agendaOf, clock });
  const settingsOf = makeSettingsOf(settings, usual);
  const feedAddressOf = makeFeedAddressOf({ settings, feedLinks });
  const readerOf = makeReaderOf(directory, log);

  return {
    guestsAllowed,
    readerOf,
    settingsOf,
    saveSettings: followingSettings(makeSaveSettings(settings, usual), { mornings, meetings, agendaOf, clock, wake }),
    askDoctor: makeAskDoctor({
      isAdmin,
      doctorOf: (workspace) =>
        composeDoctor({
          config,
          roomService,
          installations: { all: () => installationsOf(collections, workspace) },
          pingStore: async () => {
            await collections.hold.get();
            return true;
          },
          clock,
          mayTakeMs: DOCTOR_MAY_TAKE_MS,
        }),
    }),
    homeTabs: makeHomeTabs(settings),
    feedAddressOf,
    replaceFeedAddress: makeReplaceFeedAddress(settings, log),
    understandVerb: makeUnderstandVerb({ findOwnMeetings, isAdmin, directory, clock, log }),
    doDeed: makeDoDeed({
      moveMeeting: makeMoveMeeting({ meetings, agreedMeetings, changeMeeting, clock }),
      cancelMeeting: makeCancelMeeting(changeUnlimited),
      extendMeeting: makeExtendMeeting(changeMeeting),
      endMeeting: makeEndMeeting({ ...collections, isAdmin, clock, wake }),
      changePeople: makeChangePeople({ changeMeeting, directory, guestsAllowed, log }),
      seen,
      clock,
    }),
    proposeTime: makeProposeTime({ meetings, seats, clock, wake }),
    decideProposal: makeDecideProposal({ meetings, seats, changeMeeting, clock, wake }),
    lookAtMeeting: makeLookAtMeeting({ meetings, isAdmin, clock }),
    lookAtHome: makeLookAtHome({
      plansOf: makePlansOf(collections),
      meetings,
      seats,
      links,
      settingsOf,
      feedAddressOf,
      readerOf,
      isAdmin,
      presets,
      clock,
    }),
  };
}

/** Others' installations are nobody's business here. */
async function* installationsOf({ installations }: Collections, workspace: WorkspaceId) {
  for await (const installation of installations.all()) {
    if (installation.workspace === workspace) yield installation;
  }
}

export type Verbs = ReturnType<typeof makeVerbs>;
