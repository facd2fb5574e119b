import { expect, test } from '@jest/globals';
import { limitText } from '../../../src/slack/views/limit-text.ts';
import { tooFastText } from '../../../src/slack/views/too-fast-text.ts';
import type { LimitProblem } from '../../../src/usecases/agreed-meetings.ts';
import type { TooFast } from '../../../src/usecases/pace-commands.ts';

const mails = (of: 'invitations' | 'changes', wanted: number, left: number): LimitProblem => {
  return { kind: 'too-many-guest-mails', of, wanted, left, most: 500 };
};

test.each<[LimitProblem, string]>([
  [
    { kind: 'too-many-open-meetings', of: 'ofOrganizer', most: 200 },
    'You have 200 meetings to come, and one person can have no more. Please cancel some that are not needed.',
  ],
  [
    { kind: 'too-many-open-meetings', of: 'ofWorkspace', most: 10_000 },
    'This workspace has 10000 meetings to come, and can have no more. Please cancel some that are not needed, or ask whoever runs this app to raise OPEN_MEETINGS.',
  ],
  [
    mails('invitations', 12, 7),
    'That takes 12 invitations by e-mail, and this workspace may send only 7 more of them today. Please leave out guests, share a public meeting’s link with them, or try again after midnight UTC.',
  ],
  [
    mails('invitations', 1, 0),
    'That takes 1 invitation by e-mail, and this workspace may send no more of them today. Please leave out guests, share a public meeting’s link with them, or try again after midnight UTC.',
  ],
  [
    mails('changes', 3, 0),
    'That takes 3 mails to guests about the change, and this workspace may send no more of those today. Please try again after midnight UTC; cancelling is always possible.',
  ],
])('%j reads: %s', (problem, text) => {
  expect(limitText(problem)).toBe(text);
});

test.each<[TooFast['who'], number, string]>([
  [
    'person',
    3,
    'That was faster than I can take commands from one person. Nothing was done; please send it again in 3 seconds.',
  ],
  [
    'workspace',
    1,
    'Many people here are sending commands at this moment. Nothing was done; please send it again in 1 second.',
  ],
])('a %s that is too fast by %d s reads: %s', (who, waitSeconds, text) => {
  expect(tooFastText({ kind: 'too-fast', who, waitSeconds })).toBe(text);
});
