import { expect, test } from '@jest/globals';
import { wallMoment } from '../../src/domain/wall-moment.ts';

test.each([
  ['2026-03-28', '09:30', 'Europe/Berlin', '2026-03-28T09:30:00.000+01:00'],
  ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T02:30:00.000+02:00'],
  ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-05T01:45:00.000+11:00'],
  ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T01:30:00.000-04:00'],
])('%s %s in %s is %s', (day, time, zone, iso) => {
  const at = wallMoment(day, time, zone);
  expect(at.ok && at.value.toISO()).toBe(iso);
});

test.each([
  ['2026-03-29', '02:30', 'Europe/Berlin', '03:30'],
  ['2026-10-04', '02:10', 'Australia/Lord_Howe', '02:40'],
  ['2026-03-08', '02:00', 'America/New_York', '03:00'],
])('the clocks skip %s %s in %s and show %s then', (day, time, zone, instead) => {
  const at = wallMoment(day, time, zone);
  expect(!at.ok && at.problem.kind === 'skipped-time' && at.problem.instead.toFormat('HH:mm')).toBe(instead);
});

test.each([
  ['2026-02-30', '09:00'],
  ['2026-2-3', '09:00'],
  ['', '09:00'],
  ['2026-02-03', '24:00'],
  ['2026-02-03', '9:00'],
])('“%s” at “%s” is no time', (day, time) => {
  expect(wallMoment(day, time, 'Europe/Berlin')).toEqual({ ok: false, problem: { kind: 'no-such-time' } });
});
