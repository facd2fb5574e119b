import type { DateTime } from 'luxon';

/** Why somebody with a genuine link cannot come in now. */
export type Refusal =
  | { readonly kind: 'too-early'; readonly opensAt: DateTime }
  | { readonly kind: 'waiting-for-host' }
  | { readonly kind: 'not-invited' }
  | { readonly kind: 'ended' }
  | { readonly kind: 'cancelled' };
