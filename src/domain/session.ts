import type { DateTime } from 'luxon';
import type { InviteeId, MeetingId } from './ids.ts';

/**
 * What is known of one occurrence's room: who is in it and who was. It only ever learns, so reports may come late, twice
 * and in any order, from the service's webhooks and from looking, and the same document comes out.
 */
export interface Session {
  readonly meeting: MeetingId;
  readonly occurrence: string;
  /** The times that the room was in use, each under the service's id of it. */
  readonly runs: readonly Run[];
  readonly peers: readonly Peer[];
  readonly recordings: readonly Recording[];
}

export interface Run {
  readonly id: string;
  readonly startedAt: DateTime | null;
  readonly endedAt: DateTime | null;
}

/** One device of one person in one run, where it may come and go several times. */
export interface Peer {
  /** Of the run and the service's id of the device. */
  readonly id: string;
  readonly run: string;
  /** Whom we let in, if the meeting still knows them. */
  readonly person: InviteeId;
  /** Earliest first, as `leftAt`. */
  readonly joinedAt: readonly DateTime[];
  readonly leftAt: readonly DateTime[];
}

/** The link to the file is a secret that expires, so it is asked for when somebody wants it. */
export interface Recording {
  readonly id: string;
  readonly status: RecordingStatus;
  readonly startedAt: DateTime | null;
  readonly stoppedAt: DateTime | null;
}

export type RecordingStatus = 'recording' | 'uploading' | 'failed' | 'ready';

/** Somebody who comes and goes all the time must not make the document grow for ever. */
export const MOST_PEERS = 2_000;
const MOST_INSTANTS = 100;

/** How far a recording has got: a report of an earlier state changes nothing. */
const PROGRESS: readonly RecordingStatus[] = ['recording', 'uploading', 'failed', 'ready'];

export type SessionEvent =
  | { readonly kind: 'started'; readonly run: string; readonly at: DateTime }
  /** `byHost`: a host ended it for all, rather than the last one leaving. */
  | { readonly kind: 'ended'; readonly run: string; readonly at: DateTime; readonly byHost?: true }
  | {
      readonly kind: 'joined' | 'left';
      readonly run: string;
      readonly peer: string;
      readonly person: InviteeId;
      readonly at: DateTime;
    }
  | { readonly kind: 'recorded'; readonly recording: Recording };

export function freshSession(meeting: MeetingId, occurrence: string): Session {
  return { meeting, occurrence, runs: [], peers: [], recordings: [] };
}

/** What is known after this was heard; the same object when it was known before. */
export function heard(session: Session, event: SessionEvent): Session {
  switch (event.kind) {
    case 'started':
      return withRun(session, { id: event.run, startedAt: event.at, endedAt: null });
    case 'ended':
      return withRun(session, { id: event.run, startedAt: null, endedAt: event.at });
    case 'joined':
    case 'left':
      return withPeer(withRun(session, { id: event.run, startedAt: null, endedAt: null }), peerIn(event));
    case 'recorded':
      return withRecording(session, event.recording);
  }
}

function peerIn({ kind, run, peer, person, at }: Extract<SessionEvent, { kind: 'joined' | 'left' }>): Peer {
  const times = kind === 'joined' ? { joinedAt: [at], leftAt: [] } : { joinedAt: [], leftAt: [at] };
  return { id: `${run}/${peer}`, run, person, ...times };
}

function withRun(session: Session, told: Run): Session {
  const runs = merged(session.runs, told, (known) => ({
    ...known,
    startedAt: earliest(known.startedAt, told.startedAt),
    endedAt: earliest(known.endedAt, told.endedAt),
  }));
  return runs === session.runs ? session : { ...session, runs };
}

function withPeer(session: Session, told: Peer): Session {
  if (session.peers.length >= MOST_PEERS && !session.peers.some(({ id }) => id === told.id)) return session;
  const peers = merged(session.peers, told, (known) => ({
    ...known,
    joinedAt: united(known.joinedAt, told.joinedAt),
    leftAt: united(known.leftAt, told.leftAt),
  }));
  return peers === session.peers ? session : { ...session, peers };
}

function withRecording(session: Session, told: Recording): Session {
  const recordings = merged(session.recordings, told, (known) => ({
    ...known,
    status: PROGRESS.indexOf(told.status) > PROGRESS.indexOf(known.status) ? told.status : known.status,
    startedAt: earliest(known.startedAt, told.startedAt),
    stoppedAt: earliest(known.stoppedAt, told.stoppedAt),
  }));
  return recordings === session.recordings ? session : { ...session, recordings };
}

/** The entries by id, with one added or merged; the same list when that says nothing new. */
function merged<T extends { readonly id: string }>(
  entries: readonly T[],
  told: T,
  merge: (known: T) => T,
): readonly T[] {
  const known = entries.find(({ id }) => id === told.id);
  if (!known) return [...entries, told].sort((one, other) => (one.id < other.id ? -1 : 1));
  const after = merge(known);
  const isNews = (Object.keys(after) as (keyof T)[]).some((field) => after[field] !== known[field]);
  return isNews ? entries.map((entry) => (entry === known ? after : entry)) : entries;
}

/** The first of two when they say the same. */
function earliest(one: DateTime | null, other: DateTime | null): DateTime | null {
  if (!one || !other) return one ?? other;
  return other < one ? other : one;
}

function united(known: readonly DateTime[], told: readonly DateTime[]): readonly DateTime[] {
  const added = told.filter((at) => !known.some((one) => one.toMillis() === at.toMillis()));
  return added.length === 0 || known.length >= MOST_INSTANTS
    ? known
    : [...known, ...added].sort((one, other) => one.toMillis() - other.toMillis());
}

/** The same without one person, whom nothing is to be kept of. */
export function without(session: Session, person: InviteeId): Session {
  const peers = session.peers.filter((peer) => peer.person !== person);
  return peers.length === session.peers.length ? session : { ...session, peers };
}
