import type { SimMessage } from './simulator.ts';

/** `message-changed` and `message-deleted` may also be about a private answer, which `ephemerals()` of one person knows. */
export type Change =
  | { readonly kind: 'message'; readonly team: string; readonly channel: string; readonly message: SimMessage }
  | { readonly kind: 'message-changed'; readonly team: string; readonly channel: string; readonly message: SimMessage }
  | { readonly kind: 'message-deleted'; readonly team: string; readonly channel: string; readonly ts: string }
  | { readonly kind: 'ephemeral'; readonly team: string; readonly user: string; readonly message: SimMessage };

/** This person's modals or Home tab changed: `views()` or `home()` tell how. */
export interface ViewChange {
  readonly kind: 'views' | 'home';
  readonly team: string;
  readonly user: string;
}
