/**
 * What the chat service would not do, for `Messenger` and `Directory` alike.
 * - `unreachable`: this person or conversation cannot be written to; repeating will not help
 * - `throttled`: told to slow down, see `retryAfterSeconds`
 * - `unavailable`: no answer, or a fault of theirs
 * - `unauthorized`: the app's token is no longer good for anything; the operator has to act
 * - `refused`: any other answer that will not change by repeating
 */
export type ChatFaultKind = 'unreachable' | 'throttled' | 'unavailable' | 'unauthorized' | 'refused';

export class ChatFault extends Error {
  override readonly name = 'ChatFault';
  readonly kind: ChatFaultKind;
  /** Slack's error code, or our own word where there was no answer. */
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  /** They may have done what was asked although we saw no success. */
  readonly ambiguous: boolean;

  constructor(
    kind: ChatFaultKind,
    code: string,
    options: { retryAfterSeconds?: number | null; ambiguous?: boolean; cause?: unknown } = {},
  ) {
    super(`${kind}: ${code}`, { cause: options.cause });
    this.kind = kind;
    this.code = code;
    this.retryAfterSeconds = options.retryAfterSeconds ?? null;
    this.ambiguous = options.ambiguous ?? false;
  }

  get retryable(): boolean {
    return this.kind === 'throttled' || this.kind === 'unavailable';
  }

  /** The same fault, with an earlier attempt's fate still unknown. */
  butAmbiguous(): ChatFault {
    const { kind, code, retryAfterSeconds } = this;
    return new ChatFault(kind, code, { retryAfterSeconds, ambiguous: true, cause: this });
  }
}
