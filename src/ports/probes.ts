import type { DateTime } from 'luxon';

/** Nothing of the sort that was asked for came back. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Looks at Slack for the operator. A refusal is an answer. @throws NoAnswer */
export interface SlackProbe {
  identify(token: string): Promise<Identity | Refused>;
  /** Null where sockets can be opened with this token. */
  refusesSocket(appToken: string): Promise<string | null>;
}

export interface Identity {
  readonly team: string;
  readonly bot: string;
  readonly scopes: readonly string[];
  /** By Slack's clock; null where it did not say. */
  readonly answeredAt: DateTime | null;
}

export interface Refused {
  /** Slack's error code. */
  readonly error: string;
}

/** Looks at our own addresses from outside: the status of the answer, or null where none came. */
export interface WebProbe {
  get(url: string): Promise<number | null>;
  /** A request as anybody could send it. */
  post(url: string): Promise<number | null>;
}
