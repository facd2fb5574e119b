import { type DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import { awaitsChoice } from '../domain/draft.ts';
import type { MeetingId, SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Meeting } from '../domain/meeting.ts';
import { nextOccurrence } from '../domain/occurrence.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { may } from '../domain/rights.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Meetings } from '../store/meetings.ts';
import { faceOfForm } from './face-of-form.ts';
import type { FormPurpose } from './form.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import { lookingUpPeople } from './look-up-people.ts';
import type { SettingsOf } from './personal-settings.ts';
import { ASSUMED_ZONE } from './schedule-meeting.ts';
import { type Lack, understandText } from './understand-reading.ts';
import { noWishes, onTheWall, type Wishes, wishesOf } from './wishes.ts';

/** What a form begins with. */
export interface Opening {
  readonly purpose: FormPurpose;
  readonly wishes: Wishes;
  readonly lacks: readonly Lack[];
  readonly locale: string;
  /** Where nothing else is said: as its writer has it. */
  readonly defaultLength: Duration;
  /** Of a meeting that is there, and repeats. */
  readonly series: Meeting | null;
}

export type OpeningProblem = { readonly kind: 'not-allowed' } | { readonly kind: 'not-scheduled' };

/** A message that a meeting is to be about. */
export interface MessageSaid {
  /** As Slack has it, escaped. */
  readonly text: string;
  readonly people: readonly SlackUserId[];
}

export interface OpenForm {
  blank(workspace: WorkspaceId, user: SlackUserId): Promise<Opening>;
  /** With what was understood of a command. */
  lacking(
    workspace: WorkspaceId,
    user: SlackUserId,
    understood: Pick<Opening, 'wishes' | 'lacks' | 'locale'>,
  ): Promise<Opening>;
  about(workspace: WorkspaceId, user: SlackUserId, message: MessageSaid): Promise<Opening>;
  /** A meeting or a draft, for whoever may edit it. */
  edit(workspace: WorkspaceId, user: SlackUserId, meeting: MeetingId): Promise<Result<Opening, OpeningProblem>>;
}

const LOOKUP_MS = 1_500;
const LONGEST_SUBJECT = 80;

export function makeOpenForm(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly directory: Directory;
  readonly clock: Clock;
  readonly settingsOf: SettingsOf;
  readonly log: Pick<Logger, 'warn'>;
}): OpenForm {
  const { meetings, directory, clock, settingsOf, log } = deps;
  const fresh = { purpose: { kind: 'schedule', replaces: null }, lacks: [], series: null } as const;

  return {
    async blank(workspace, user) {
      const { zone, ...usual } = await readerOf(workspace, user);
      return { ...fresh, ...usual, wishes: noWishes(zone) };
    },

    async lacking(workspace, user, { wishes, lacks, locale }) {
      return { ...fresh, wishes, lacks, locale, defaultLength: await usualLength(workspace, user) };
    },

    async about(workspace, user, { text, people }) {
      const { zone, ...usual } = await readerOf(workspace, user);
      const { locale } = usual;
      const { wishes } = understandText(text, { now: clock.now(), zone, locale }, null);
      const users = [...new Set([...people, ...wishes.users])].filter((one) => one !== user);
      return { ...fresh, wishes: { ...wishes, users, unresolved: [], title: subject(wishes.title) }, ...usual };
    },

    async edit(workspace, user, id) {
      const meeting = await meetings.get(workspace, id);
      if (!meeting || !may(meeting, user, 'edit')) return refuse({ kind: 'not-allowed' });
      const { locale, defaultLength } = await readerOf(workspace, user);
      const usual = { locale, defaultLength };
      if (meeting.status === 'draft') {
        const wishes = wishesOf(meeting);
        const known = awaitsChoice(meeting) ? { ...wishes, time: null } : wishes;
        return ok({ ...fresh, purpose: { kind: 'schedule', replaces: id }, wishes: known, ...usual });
      }
      if (meeting.status !== 'scheduled') return refuse({ kind: 'not-scheduled' });
      return ok({
        ...fresh,
        purpose: { kind: 'edit', meeting: id, seen: faceOfForm(meeting) },
        wishes: { ...wishesOf(meeting), ...onTheWall(shownStart(meeting, clock.now())) },
        ...usual,
        series: meeting.series ? meeting : null,
      });
    },
  };

  async function readerOf(workspace: WorkspaceId, user: SlackUserId) {
    const [found, defaultLength] = await Promise.all([
      lookingUpPeople(directory, workspace, LOOKUP_MS, log)(user),
      usualLength(workspace, user),
    ]);
    const person = found === 'unanswered' ? null : found;
    return { zone: person?.zone ?? ASSUMED_ZONE, locale: person?.locale ?? USUAL_LOCALE, defaultLength };
  }

  async function usualLength(workspace: WorkspaceId, user: SlackUserId): Promise<Duration> {
    const { lengthMinutes } = await settingsOf(workspace, user);
    return Duration.fromObject({ minutes: lengthMinutes });
  }
}

/** Of a series, the next time that it is held as the series has it. */
export function shownStart(meeting: Meeting, now: DateTime): DateTime {
  return nextOccurrence(meeting, now)?.plannedAt ?? meeting.startsAt;
}

/** A message may be long; a title may not. */
function subject(title: string | null): string | null {
  const letters = [...(title ?? '')];
  return letters.length > LONGEST_SUBJECT
    ? `${letters
        .slice(0, LONGEST_SUBJECT - 1)
        .join('')
        .trimEnd()}…`
    : title;
}
