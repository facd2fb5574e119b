import '../luxon-strict.ts';
import { createInterface } from 'node:readline';
import { DateTime, IANAZone } from 'luxon';
import { explained } from '../language/explained.ts';
import { readRequest } from '../language/read-request.ts';
import { answer } from './explain-line.ts';
import { type Called, runCommand, WrongUsage } from './run-command.ts';

const USAGE = `npm run explain -- [--now 2026-02-10T09:12:00-05:00] [--zone America/New_York] [--locale en-US] <text>

Shows what each stretch of a command was taken for. Without a text it reads lines of JSON from standard input, each with
id, text, now, tz and locale, and answers each with a line.`;

await runCommand({ usage: USAGE, count: null, options: ['now', 'zone', 'locale'] }, async (called) => {
  if (called.positionals.length > 0) return explainText(called);
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim()) process.stdout.write(`${answer(line)}\n`);
  }
  return null;
});

function explainText({ positionals, value }: Called): string {
  const zone = value('zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!IANAZone.isValidZone(zone)) throw new WrongUsage('There is no such time zone.');
  const now = instant(value('now'));
  return explained(readRequest(positionals.join(' '), { now, zone, locale: value('locale') ?? 'en-US' }));
}

function instant(text: string | undefined): DateTime {
  if (text === undefined) return DateTime.now();
  try {
    return DateTime.fromISO(text, { setZone: true });
  } catch {
    throw new WrongUsage('The time cannot be read.');
  }
}
