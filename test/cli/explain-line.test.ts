import { expect, test } from '@jest/globals';
import { answer } from '../../src/cli/explain-line.ts';

const asked = {
  id: '1',
  text: 'standup tomorrow 9am <@U012ABC|alice>',
  now: '2026-02-10T09:12:00-05:00',
  tz: 'America/New_York',
  locale: 'en-US',
};
const read = (change: object) => JSON.parse(answer(JSON.stringify({ ...asked, ...change })));

test('a line is answered with its reading', () => {
  expect(answer(JSON.stringify(asked))).toBe(
    '{"id":"1","title":"standup","start":"2026-02-11T09:00:00-05:00","end":null,"durationMinutes":null,' +
      '"invitees":{"users":["U012ABC"],"channels":[],"groups":[],"emails":[]},"recurrence":null,"needs":[]}',
  );
});

test('a range gives the end and the length, a rule the recurrence, people by kind', () => {
  const text = 'retro every other friday 3-3:45pm until dec 20 <!subteam^S01|@eng> <#C01|general> a@b.com';

  expect(read({ text })).toEqual({
    id: '1',
    title: 'retro',
    start: '2026-02-13T15:00:00-05:00',
    end: '2026-02-13T15:45:00-05:00',
    durationMinutes: 45,
    invitees: { users: [], channels: ['C01'], groups: ['S01'], emails: ['a@b.com'] },
    recurrence: { freq: 'WEEKLY', interval: 2, byday: ['FR'], until: '2026-12-20' },
    needs: [],
  });
});

test.each([
  [
    'only the day',
    'standup friday morning for 30 min',
    { start: '2026-02-13', end: null, durationMinutes: 30, needs: ['time'] },
  ],
  ['nothing', 'standup', { start: null, end: null, durationMinutes: null, needs: ['date', 'time'] }],
  ['only a time', 'tomorrow 9am', { title: null, start: '2026-02-11T09:00:00-05:00', needs: ['title'] }],
  ['another zone', 'call tomorrow 9am UTC', { start: '2026-02-11T09:00:00Z', needs: [] }],
])('when the text says %s', (_name, text, expected) => {
  expect(read({ text })).toMatchObject(expected);
});

test.each([
  ['no JSON', 'standup', { id: null, error: 'text, now, tz and locale must be strings' }],
  ['no text', '{"id":7}', { id: 7, error: 'text, now, tz and locale must be strings' }],
  ['no time', JSON.stringify({ ...asked, now: 'soon' }), { id: '1', error: 'now is not an ISO 8601 time' }],
])('a line with %s is answered with what is wrong', (_name, line, expected) => {
  expect(JSON.parse(answer(line))).toEqual(expected);
});
