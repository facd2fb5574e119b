/** Why something could not be brought to a person, whichever service was to bring it. */
export abstract class SendingFault<Kind extends string> extends Error {
  readonly kind: Kind | 'throttled' | 'unavailable';
  /** What the other side answered, in codes alone, or our own word where there was no answer. */
  readonly code: string;
  readonly retryAfterSeconds: number | null;
  /** They may have done what was asked although we saw no success. */
  readonly ambiguous: boolean;

  constructor(
    kind: Kind | 'throttled' | 'unavailable',
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
}
