import { type Args, optionalText, whole } from './arguments.ts';
import { Refusal } from './refusal.ts';

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

/** Slack's cursor pages. @throws Refusal `invalid_cursor` */
export function pageRequest(args: Args, fallback: number): PageRequest {
  const cursor = optionalText(args, 'cursor');
  const offset = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString().replace('offset:', ''));
  if (!Number.isInteger(offset)) throw new Refusal('invalid_cursor');
  return { limit: whole(args, 'limit', fallback, { min: 1, max: 1000 }), offset };
}

/** One page and the cursor of the next, which is empty at the end. */
export function page<T>(items: readonly T[], { limit, offset }: PageRequest): { items: readonly T[]; cursor: string } {
  const end = offset + limit;
  const cursor = end < items.length ? Buffer.from(`offset:${end}`).toString('base64') : '';
  return { items: items.slice(offset, end), cursor };
}
