import { expect, test } from '@jest/globals';
import { mayOpenOneMore } from '../../src/domain/open-meetings.ts';

const most = { ofOrganizer: 200, ofWorkspace: 10_000 };
const refused = (of: keyof typeof most) => ({
  ok: false,
  problem: { kind: 'too-many-open-meetings', of, most: most[of] },
});

test.each([
  [
    { ofOrganizer: 0, ofWorkspace: 0 },
    { ok: true, value: null },
  ],
  [
    { ofOrganizer: 199, ofWorkspace: 9_999 },
    { ok: true, value: null },
  ],
  [{ ofOrganizer: 200, ofWorkspace: 200 }, refused('ofOrganizer')],
  [{ ofOrganizer: 0, ofWorkspace: 10_000 }, refused('ofWorkspace')],
])('with %j open, one more is %j', (open, outcome) => {
  expect(mayOpenOneMore(open, most)).toEqual(outcome);
});
