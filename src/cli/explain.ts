import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { DateTime } from 'luxon';
import '../luxon-strict.ts';
import { explained } from '../language/explained.ts';
import { readRequest } from '../language/read-request.ts';
import { answer } from './explain-line.ts';

const { values, positionals } = parseArgs({
  options: { now: { type: 'string' }, zone: { type: 'string' }, locale: { type: 'string', default: 'en-US' } },
  allowPositionals: true,
});

if (positionals.length > 0) {
  const zone = values.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = values.now === undefined ? DateTime.now() : DateTime.fromISO(values.now, { setZone: true });
  process.stdout.write(`${explained(readRequest(positionals.join(' '), { now, zone, locale: values.locale }))}\n`);
} else {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim()) process.stdout.write(`${answer(line)}\n`);
  }
}
