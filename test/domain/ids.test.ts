import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  inviteeIdFor,
  type MeetingId,
  meetingIdFor,
  type SlackUserId,
  type WorkspaceId,
} from '../../src/domain/ids.ts';

const meetingId = (workspace: string, request: string) => meetingIdFor(workspace as WorkspaceId, request);
const inviteeId = (meeting: string, user: string) => inviteeIdFor(meeting as MeetingId, user as SlackUserId);

test('stay what they are, since links in calendars hold them', () => {
  expect(meetingId('T0ACME000', '1.2.abc')).toBe('1YWb9UQi2NrsVJpj3eEGrg');
  expect(inviteeId('meeting', 'U0BOB0000')).toBe('IHhyNHG5_rdS');
});

test('of a meeting differ by workspace and by request, wherever one ends and the other begins', () => {
  const ids = [
    meetingId('T1', 'a'),
    meetingId('T2', 'a'),
    meetingId('T1', 'b'),
    meetingId('T1a', ''),
    meetingId('T1","a', ''),
  ];

  expect(new Set(ids).size).toBe(ids.length);
});

test('of one person differ from meeting to meeting and do not show the person', () => {
  const ids = [inviteeId('m1', 'U1'), inviteeId('m2', 'U1'), inviteeId('m1', 'U2')];

  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.some((id) => id.includes('U1'))).toBe(false);
});

test('have one length and only letters that need no escaping', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (one, other) => {
      expect(meetingId(one, other)).toMatch(/^[\w-]{22}$/);
      expect(inviteeId(one, other)).toMatch(/^[\w-]{12}$/);
    }),
  );
});
