import { DateTime } from 'luxon';
import { RoomServiceFault } from '../../ports/rooms.ts';
import type { Ask } from './ask.ts';
import { faultOfNonsense } from './faults.ts';
import { fieldsOf } from './fields.ts';

/** Ids go into paths, so nothing that could change a path is taken for one. */
const ID = /^[\w-]{1,200}$/;

/** An id as a part of a path. @throws RoomServiceFault of kind `not-found` for what cannot be one */
export function inPath(id: string): string {
  if (!ID.test(id)) throw new RoomServiceFault('not-found', 'Nothing at the video service can have this id');
  return id;
}

/** @throws RoomServiceFault when the answer has no id that can be used */
export function idOf(data: unknown, ask: Ask): string {
  const { id } = fieldsOf(data);
  if (typeof id !== 'string' || !ID.test(id)) throw faultOfNonsense(ask, 'an id');
  return id;
}

export function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** ISO 8601, or as some webhooks have it: `2022-12-13 07:08:39.051621Z`. Null for anything else. */
export function instantOf(value: unknown): DateTime | null {
  const at = typeof value === 'string' ? Date.parse(value.replace(' ', 'T')) : Number.NaN;
  return Number.isNaN(at) ? null : DateTime.fromMillis(at, { zone: 'utc' });
}

/** Resolves also where there was nothing to do it to. */
export async function toleratingAbsence(work: Promise<unknown>): Promise<void> {
  await work.catch((fault: unknown) => {
    if (!(fault instanceof RoomServiceFault) || fault.kind !== 'not-found') throw fault;
  });
}
