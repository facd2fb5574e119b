import type { DateTime } from 'luxon';
import type { StuckDeliveries, StuckDelivery } from '../store/stuck-deliveries.ts';
import { Refused } from './run-command.ts';

const OVERDUE_AFTER = { minutes: 1 };

export const USAGE = `npm run outbox -- list | retry <key> | retry all

Looks after the messages and rooms that did not get out, beside the running server.

  list           what was set aside, and what is overdue by a minute
  retry <key>    tries one that was set aside again
  retry all      tries all of them again

The server notices within half a minute.`;

/** Answers what is printed: keys and reasons, never names, texts or links. @throws Refused */
export type OutboxCommand = (deliveries: StuckDeliveries, now: DateTime) => Promise<string>;

/** Null for words that ask for nothing. */
export function readOutboxCommand([verb, key, ...more]: readonly string[]): OutboxCommand | null {
  if (verb === 'list' && key === undefined) return list;
  if (verb !== 'retry' || key === undefined || more.length > 0) return null;
  return key === 'all' ? retryAll : (deliveries, now) => retryOne(deliveries, key, now);
}

async function list(deliveries: StuckDeliveries, now: DateTime): Promise<string> {
  const stuck = [...(await deliveries.parked()), ...(await deliveries.overdue(now.minus(OVERDUE_AFTER)))];
  return stuck.length === 0 ? 'Nothing is set aside or overdue.' : table([HEADINGS, ...stuck.map(toCells)]);
}

async function retryOne(deliveries: StuckDeliveries, key: string, now: DateTime): Promise<string> {
  const isDueAgain = await deliveries.retry(key, now);
  if (isDueAgain === null) throw new Refused(`There is no delivery ${key}.`);
  if (!isDueAgain) throw new Refused(`The delivery ${key} is not set aside.`);
  return '1 delivery is due again.';
}

async function retryAll(deliveries: StuckDeliveries, now: DateTime): Promise<string> {
  let count = 0;
  for (const { key } of await deliveries.parked()) if (await deliveries.retry(key, now)) count += 1;
  if (count === 0) return 'Nothing is set aside.';
  return count === 1 ? '1 delivery is due again.' : `${count} deliveries are due again.`;
}

const HEADINGS = ['STATE', 'SINCE', 'KIND', 'WORKSPACE', 'ATTEMPTS', 'REASON', 'KEY'];

function toCells({ state, since, kind, workspace, attempts, reason, key }: StuckDelivery): string[] {
  const at = since.toUTC().toISO({ suppressMilliseconds: true }) ?? '';
  return [state, at, kind, workspace, String(attempts), reason ?? '-', key];
}

function table(rows: readonly (readonly string[])[]): string {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  const widths = HEADINGS.map((_, column) => width(column));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
