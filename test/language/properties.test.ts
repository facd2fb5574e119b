import { execFileSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { readRequest } from '../../src/language/read-request.ts';
import type { Reading, ReadingContext } from '../../src/language/reading.ts';
import { renderWhen } from '../../src/language/render.ts';

const ZONES = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'America/Santiago', 'UTC'];
const LOCALES = ['en-US', 'en-GB', 'de-DE', 'ja-JP', 'xx', ''];
const WORDS =
  'standup tomorrow today friday next monday at 9 9am 3pm 10-11:30 noon for 45 min every other week weekdays until dec 20 10/2 the 15th in 2 hours days PT London time <@U1> @bob "Q4" public &amp; - , : morning tonight 7 feb 31 2026-02-10 24:00 twice'.split(
    ' ',
  );

const contexts: fc.Arbitrary<ReadingContext> = fc.record({
  now: fc.integer({ min: 1.7e12, max: 2e12 }).map((ms) => DateTime.fromMillis(ms - (ms % 60_000))),
  zone: fc.constantFrom(...ZONES),
  locale: fc.constantFrom(...LOCALES),
});
const commands = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' '));
const texts = fc.oneof(
  commands,
  commands,
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ maxLength: 200 }),
);

/** A reading as plain data, instants in milliseconds. */
function plain(reading: Reading): unknown {
  return JSON.parse(JSON.stringify(reading));
}

describe('Any text at any moment', () => {
  test('has a reading, and always the same one', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        expect(plain(readRequest(text, context))).toEqual(plain(readRequest(text, context)));
      }),
      { numRuns: 600 },
    );
  });

  test('is never read as the past without that doubt', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { start, doubts } = readRequest(text, context);

        const isPast = start !== null && 'at' in start && start.at < context.now;
        expect(doubts.some(({ kind }) => kind === 'past')).toBe(isPast);
      }),
      { numRuns: 600 },
    );
  });

  test('is covered by stretches in order, without overlap, that quote it', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { stretches } = readRequest(text, context);

        const isOrdered = stretches.every(
          ({ from, to }, index) => from < to && to <= text.length && from >= (stretches[index - 1]?.to ?? 0),
        );
        expect(isOrdered).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('needs exactly what the reading lacks', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const { title, start, needs } = readRequest(text, context);

        expect(needs.includes('title')).toBe(title === null);
        expect(needs.includes('date')).toBe(start === null);
        expect(start !== null && 'at' in start && needs.includes('time')).toBe(false);
      }),
      { numRuns: 600 },
    );
  });

  test('says the same when its own rendering is read again', () => {
    fc.assert(
      fc.property(texts, contexts, (text, context) => {
        const first = readRequest(text, context);
        const rendered = renderWhen(first);
        const again = readRequest(rendered ?? '', context);

        expect({ when: renderWhen(again), title: again.title }).toEqual({ when: rendered, title: null });
      }),
      { numRuns: 600 },
    );
  });
});

test.each(['Pacific/Apia', 'America/St_Johns'])('A reading is the same in a process whose zone is %s', (TZ) => {
  const lines = [
    { id: 1, text: 'standup tomorrow 9am', now: '2026-03-27T23:30:00+01:00', tz: 'Europe/Berlin', locale: 'en-GB' },
    { id: 2, text: 'retro sunday 2:30am', now: '2026-03-27T23:30:00+01:00', tz: 'Europe/Berlin', locale: 'en-GB' },
    { id: 3, text: 'call the third of may', now: '2026-03-27T23:30:00+01:00', tz: 'Asia/Kolkata', locale: 'en-GB' },
    { id: 4, text: 'sync in 36 hours', now: '2026-10-31T12:00:00-04:00', tz: 'America/New_York', locale: 'en-US' },
  ].map((line) => JSON.stringify(line));
  const tool = new URL('../../src/cli/explain.js', import.meta.url).pathname;

  const [there, here] = [TZ, 'UTC'].map((zone) =>
    execFileSync(process.execPath, [tool], { input: lines.join('\n'), env: { TZ: zone }, encoding: 'utf8' }),
  );

  expect(there).toBe(here);
  expect(there?.trim().split('\n')).toHaveLength(lines.length);
});
