export interface ApiCall {
  /** Web API method name, `upload` for file bytes, `response_url` for answers. */
  readonly method: string;
  readonly team: string | null;
  readonly args: Readonly<Record<string, unknown>>;
  /** The simulator's clock, in milliseconds since 1970. */
  readonly at: number;
  /** `ok`, Slack's error code, or the fault that was played. */
  readonly outcome: string;
}

export interface Fault {
  readonly method: string;
  readonly team?: string;
  /** Only calls to this channel, or to this user id. */
  readonly channel?: string;
  /** How many matching calls pass before it; none unless given. */
  readonly skip?: number;
  /** How many calls meet it; 1 unless given. */
  readonly times?: number;
  readonly play:
    | { readonly kind: 'status'; readonly status: number; readonly retryAfterSeconds?: number }
    | { readonly kind: 'error'; readonly error: string }
    /** The connection is reset before, or after, the call took effect. */
    | { readonly kind: 'lost-before' | 'lost-after' }
    | { readonly kind: 'slow'; readonly ms: number }
    /** Never answered; the call did not take effect. */
    | { readonly kind: 'hang' }
    /** Never answered either: `cut` is called before, or after, the call took effect, so that the app can be ended there. */
    | { readonly kind: 'cut-before' | 'cut-after'; readonly cut: () => void };
}
