import type { Meeting } from '../domain/meeting.ts';
import type { Occurrence } from '../domain/occurrence.ts';
import type { Verb } from '../domain/rights.ts';
import type { Cancellation } from './cancel-meeting.ts';
import type { PeopleChange } from './change-people.ts';
import type { Extension } from './extend-meeting.ts';
import type { Move } from './move-meeting.ts';

/** Something that somebody wants done to a meeting, with all that it takes. */
export type Deed =
  | ({ readonly kind: 'move' } & Move)
  | ({ readonly kind: 'cancel' } & Cancellation)
  | ({ readonly kind: 'extend' } & Extension)
  | { readonly kind: 'end'; readonly meeting: Meeting['id']; readonly occurrence: string }
  | ({ readonly kind: 'add' | 'remove' | 'hand-over' | 'people' } & PeopleChange);

/** A deed with the run of the meeting that was meant. */
export interface Meant {
  readonly deed: Deed;
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
  /** Doing it twice has twice the effect, as with `by 15 min`. */
  readonly isRelative: boolean;
}

export const RIGHT_FOR: Readonly<Record<Deed['kind'], Verb>> = {
  move: 'move',
  cancel: 'cancel',
  extend: 'extend',
  end: 'end',
  add: 'invite',
  remove: 'take-off',
  'hand-over': 'hand-over',
  people: 'invite',
};
