import type { DateTime } from 'luxon';
import { type Addressee, addresseeOf } from '../domain/addressee.ts';
import { answerOf } from '../domain/answers.ts';
import { isOpen } from '../domain/draft.ts';
import { foldedRuns, type More } from '../domain/folded-runs.ts';
import type { JoinLinks } from '../domain/join-links.ts';
import { inviteeByUser, type Meeting } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import type { PersonalSettings } from '../domain/personal-settings.ts';
import { may } from '../domain/rights.ts';
import type { PartStat, Seat, Unreached } from '../domain/seat.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';
import type { AgendaEntry } from './agenda-of.ts';
import type { Actor } from './change-meeting.ts';
import type { FeedAddressOf } from './feed-address.ts';
import type { IsAdmin } from './is-admin.ts';
import type { SettingsOf } from './personal-settings.ts';
import type { PlansOf } from './plans-of.ts';
import type { ReaderOf } from './reader-of.ts';
import type { Reader } from './understand-verb.ts';

/** A run of a meeting as somebody sees it who is in it. */
export interface HomeEntry {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  /** Theirs alone. */
  readonly joinUrl: string;
  readonly isOrganizer: boolean;
  readonly mayMove: boolean;
  readonly mayCancel: boolean;
  readonly answer: PartStat | null;
  /** Those that it stands for. */
  readonly more: More | null;
}

export interface NotDelivered {
  readonly meeting: Meeting;
  readonly people: readonly { readonly who: Addressee; readonly unreached: Unreached }[];
}

/** All that somebody finds in the app's Home tab. */
export interface Home {
  readonly now: DateTime;
  readonly reader: Reader;
  readonly entries: readonly HomeEntry[];
  /** Of each meeting the next run behind them. */
  readonly later: readonly AgendaEntry[];
  /** On the last day of the entries. */
  readonly shownUntil: DateTime;
  readonly drafts: readonly Meeting[];
  readonly notDelivered: readonly NotDelivered[];
  readonly settings: PersonalSettings;
  /** Theirs alone. */
  readonly feedAddress: string;
  /** For admins only. */
  readonly presets: { readonly host: string; readonly guest: string } | null;
}

export type LookAtHome = (actor: Actor) => Promise<Home>;

/** Today, and the two weeks after it. */
const DAYS_SHOWN = 15;
/** One whose time is past may leave another to choose, and one for now starts when it is sent. */
const DRAFTS_SHOWN_FOR = { days: 1 };

export function makeLookAtHome(deps: {
  readonly plansOf: PlansOf;
  readonly meetings: Pick<Meetings, 'draftsOf'>;
  readonly seats: Pick<Seats, 'ofMeeting'>;
  readonly links: Pick<JoinLinks, 'urlFor'>;
  readonly settingsOf: SettingsOf;
  readonly feedAddressOf: FeedAddressOf;
  readonly readerOf: ReaderOf;
  readonly isAdmin: IsAdmin;
  readonly presets: { readonly host: string; readonly guest: string };
  readonly clock: Clock;
}): LookAtHome {
  const { plansOf, meetings, seats, links, settingsOf, feedAddressOf, readerOf, isAdmin, presets, clock } = deps;

  return async (actor) => {
    const { workspace, user } = actor;
    const now = clock.now();
    const [reader, settings, feedAddress, admin, drafts] = await Promise.all([
      readerOf(workspace, user),
      settingsOf(workspace, user),
      feedAddressOf(actor),
      isAdmin(workspace, user),
      meetings.draftsOf(workspace, now.minus(DRAFTS_SHOWN_FOR)),
    ]);
    const until = now.setZone(reader.zone).startOf('day').plus({ days: DAYS_SHOWN });
    const { runs, later } = await plansOf(workspace, user, now, until);
    const known = [...new Map(runs.map(({ meeting }) => [meeting.id, meeting])).values()];
    const seated = new Map(await Promise.all(known.map(async ({ id }) => [id, await seats.ofMeeting(id)] as const)));
    const entries = runs.flatMap(({ meeting, occurrence }) => {
      const invitee = inviteeByUser(meeting, user);
      if (!invitee) return [];
      return {
        meeting,
        occurrence,
        joinUrl: links.urlFor(meeting, invitee),
        isOrganizer: meeting.organizer === user,
        mayMove: may(meeting, user, 'move'),
        mayCancel: may(meeting, user, 'cancel', admin),
        answer: answerOf(meeting, occurrence, invitee.id, seated.get(meeting.id) ?? []),
      };
    });
    const notDelivered = known
      .filter((meeting) => may(meeting, user, 'resend'))
      .map((meeting) => ({ meeting, people: unreachedOf(meeting, seated.get(meeting.id) ?? []) }))
      .filter(({ people }) => people.length > 0);
    return {
      now,
      reader,
      entries: foldedRuns(entries),
      later,
      shownUntil: until.minus({ days: 1 }),
      drafts: drafts.filter((draft) => draft.organizer === user && isOpen(draft, now)),
      notDelivered,
      settings,
      feedAddress,
      presets: admin ? presets : null,
    };
  };
}

/** Each of them once. */
function unreachedOf(meeting: Meeting, seats: readonly Seat[]): NotDelivered['people'] {
  const found = new Map(
    seats.flatMap(({ invitee, unreached }) => {
      const who = addresseeOf(meeting, invitee);
      return who && unreached ? [[invitee, { who, unreached }] as const] : [];
    }),
  );
  return [...found.values()];
}
