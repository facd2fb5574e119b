import * as chrono from 'chrono-node';
import { readRequest } from '../../src/language/read-request.ts';
import { type Row, tablesIn } from '../language/tables.ts';
import { median, report } from './figures.ts';

const ROUNDS = 30;
const MEASUREMENTS = 7;

// chrono is asked in English, so both read what was written in it.
const rows = tablesIn('commands').flatMap(([, table]) => table.filter(({ locale }) => locale.startsWith('en')));

function read({ text, now, zone, locale }: Row): void {
  readRequest(text, { now, zone, locale });
}

function askChronoAlone({ text, now }: Row): void {
  chrono.parse(text, { instant: now.toJSDate(), timezone: now.offset }, { forwardDate: true });
}

/** Texts per second of processor time, which other work on the machine disturbs less than the clock. */
function perSecond(run: (row: Row) => void): number {
  const startedAt = process.cpuUsage();
  for (let round = 0; round < ROUNDS; round += 1) for (const row of rows) run(row);
  const { user, system } = process.cpuUsage(startedAt);
  return (ROUNDS * rows.length * 1e6) / (user + system);
}

/** Whole commands against their dates alone. */
export async function reading(): Promise<void> {
  perSecond(read);
  perSecond(askChronoAlone);
  const measured = Array.from({ length: MEASUREMENTS }, () => [perSecond(read), perSecond(askChronoAlone)] as const);
  const ours = median(measured.map(([our]) => our));
  const theirs = median(measured.map(([, alone]) => alone));
  report(
    `${rows.length} commands: ${Math.round(ours)} readings/s, chrono alone ${Math.round(theirs)}/s`,
    ours / theirs,
  );
}
