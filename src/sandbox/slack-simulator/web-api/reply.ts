/** What goes back on the socket: an answer, or one of the ways in which none comes. */
export type Reply = Answer | 'lost' | 'hang';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** JSON for an object, else text or bytes as they are. */
  readonly body: object | string | Uint8Array;
}
