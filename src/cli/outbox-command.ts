import type { DateTime } from 'luxon';
import type { StuckDeliveries, StuckDelivery } from '../store/stuck-deliveries.ts';

export interface Printed {
  readonly text: string;
  /** 1: it cannot be done. */
  readonly exitCode: 0 | 1;
}

const OVERDUE_AFTER = { minutes: 1 };

export const USAGE = `Looks after the messages and rooms that did not get out. Works beside the running server.

  npm run outbox -- list           what was set aside, and what is overdue by a minute
  npm run outbox -- retry <key>    tries one that was set aside again
  npm run outbox -- retry all      tries all of them again

DATABASE_URL says where the store is (file:./data by default). The server notices within half a minute.`;

/** Does something to the outbox. What is printed holds keys and reasons, never names, texts or links. */
export type OutboxCommand = (deliveries: StuckDeliveries, now: DateTime) => Promise<Printed>;

/** Null for words that ask for nothing. */
export function readOutboxCommand([verb, key, ...more]: readonly string[]): OutboxCommand | null {
  if (verb === 'list' && key === undefined) return list;
  if (verb !== 'retry' || key === undefined || more.length > 0) return null;
  return key === 'all' ? retryAll : (deliveries, now) => retryOne(deliveries, key, now);
}

async function list(deliveries: StuckDeliveries, now: DateTime): Promise<Printed> {
  const stuck = [...(await deliveries.parked()), ...(await deliveries.overdue(now.minus(OVERDUE_AFTER)))];
  return done(stuck.length === 0 ? 'Nothing is set aside or overdue.' : table([HEADINGS, ...stuck.map(toCells)]));
}

async function retryOne(deliveries: StuckDeliveries, key: string, now: DateTime): Promise<Printed> {
  const isDueAgain = await deliveries.retry(key, now);
  if (isDueAgain === null) return { text: `There is no delivery ${key}.`, exitCode: 1 };
  if (!isDueAgain) return { text: `The delivery ${key} is not set aside.`, exitCode: 1 };
  return done('1 delivery is due again.');
}

async function retryAll(deliveries: StuckDeliveries, now: DateTime): Promise<Printed> {
  let count = 0;
  for (const { key } of await deliveries.parked()) if (await deliveries.retry(key, now)) count += 1;
  if (count === 0) return done('Nothing is set aside.');
  return done(count === 1 ? '1 delivery is due again.' : `${count} deliveries are due again.`);
}

function done(text: string): Printed {
  return { text, exitCode: 0 };
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
