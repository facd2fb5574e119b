import type { DateTime } from 'luxon';
import type { RecordingLinks } from '../domain/recording-link.ts';
import { ok, type Result, refuse } from '../domain/result.ts';
import { watchable } from '../domain/room-facts.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Sessions } from '../store/sessions.ts';
import type { LinkRequest } from './get-my-link.ts';
import { USUAL_LOCALE } from './locale-of.ts';
import type { MemberOfChannel, MemberProblem } from './member-of-channel.ts';

export interface Recordings {
  readonly title: string;
  readonly recordings: readonly { readonly startedAt: DateTime | null; readonly url: string }[];
  readonly reader: { readonly zone: string; readonly locale: string };
}

export type RecordingsProblem =
  | MemberProblem
  | { readonly kind: 'unknown-meeting' }
  | { readonly kind: 'no-recording' };

/** The recordings of a meeting of a channel, for one of its members. */
export type GetRecordings = (request: LinkRequest) => Promise<Result<Recordings, RecordingsProblem>>;

export function makeGetRecordings(deps: {
  readonly meetings: Pick<Meetings, 'get'>;
  readonly sessions: Pick<Sessions, 'ofMeeting'>;
  readonly memberOfChannel: MemberOfChannel;
  readonly recordingLinks: Pick<RecordingLinks, 'urlFor'>;
}): GetRecordings {
  const { meetings, sessions, memberOfChannel, recordingLinks } = deps;

  return async ({ workspace, meeting: id, channel, user }) => {
    const meeting = await meetings.get(workspace, id);
    if (!meeting?.channels.some((one) => one.id === channel)) return refuse({ kind: 'unknown-meeting' });
    const member = await memberOfChannel(workspace, channel, user);
    if (!member.ok) return member;
    const recordings = watchable(meeting, await sessions.ofMeeting(id));
    if (recordings.length === 0) return refuse({ kind: 'no-recording' });
    const { zone, locale } = member.value;
    return ok({
      title: meeting.title,
      recordings: recordings.map(({ mark, startedAt }) => ({
        startedAt,
        url: recordingLinks.urlFor({ meeting: id, mark }),
      })),
      reader: { zone: zone ?? meeting.startsAt.zoneName ?? 'UTC', locale: locale ?? USUAL_LOCALE },
    });
  };
}
