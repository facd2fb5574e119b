import type { DateTime } from 'luxon';
import type { Refusal } from '../domain/access.ts';
import type { Result } from '../domain/result.ts';

/**
 * What the join page asks of the product. A link is the last part of `/j/<link>` as it came, not yet trusted.
 * Every method may throw `StoreUnavailable`; anything else thrown is a bug.
 */
export interface Door {
  /** Null for a forged or unknown link, which is decided before anything is read. Changes nothing. */
  look(link: string): Promise<DoorView | null>;
  /** Lets the person in, or says why not. The only method with effects. */
  enter(link: string): Promise<Result<Entry, EntryProblem>>;
  /** The person's own calendar file. Null for a forged or unknown link. */
  inviteFile(link: string): Promise<InviteFile | null>;
}

export interface DoorView {
  readonly title: string;
  /** In the meeting's zone. */
  readonly startsAt: DateTime;
  /** In the meeting's zone. */
  readonly endsAt: DateTime;
  /** Of the calendar file as it stands now; a file with a lower one is out of date. */
  readonly sequence: number;
  readonly organizer: string;
  readonly workspace: string | null;
  readonly invitee: string;
  readonly role: 'host' | 'guest';
  readonly status: { readonly kind: 'open' } | Refusal;
  /** No video service is behind this meeting: the room is a demonstration. */
  readonly simulated: boolean;
  /** Names of those who came in already; shown only in the demo room. */
  readonly entered: readonly string[];
}

export interface Entry {
  readonly sdk: 'demo' | 'realtimekit';
  /** The video service's participant token: for the page's memory only. */
  readonly authToken: string;
}

export type EntryProblem =
  | Refusal
  | { readonly kind: 'unknown-link' }
  | { readonly kind: 'room-unavailable'; readonly retryAfterSeconds: number };

export interface InviteFile {
  readonly filename: string;
  readonly content: string;
}
