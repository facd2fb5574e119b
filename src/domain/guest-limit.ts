import { ok, type Result, refuse } from './result.ts';

/** So that nobody has a crowd of strangers written to in the workspace's name. Guests by mail alone are counted. */
export const MOST_GUESTS = 50;

export interface TooManyGuests {
  readonly kind: 'too-many-guests';
  readonly count: number;
  readonly most: number;
}

/** @param people all who were ever asked to one meeting: whoever was taken off was written to as well */
export function checkGuests(people: readonly { readonly email?: string | null }[]): Result<null, TooManyGuests> {
  const count = people.filter(({ email }) => email).length;
  return count > MOST_GUESTS ? refuse({ kind: 'too-many-guests', count, most: MOST_GUESTS }) : ok(null);
}
