import { expect, test } from '@jest/globals';
import type { SlackUserId, WorkspaceId } from '../../src/domain/ids.ts';
import { makePaceCommands } from '../../src/usecases/pace-commands.ts';
import { ACME, ALICE, BOB, ZENITH } from '../support/a-meeting.ts';
import { fakeClock } from '../support/fake-clock.ts';

function setting() {
  const clock = fakeClock('2026-03-02T09:00:00Z');
  const paceCommands = makePaceCommands(clock, { person: 20, workspace: 200 });
  /** How many of so many are taken. */
  const send = (count: number, user: SlackUserId = ALICE, workspace: WorkspaceId = ACME) =>
    Array.from({ length: count }, () => paceCommands(workspace, user)).filter(({ ok }) => ok).length;
  return { clock, paceCommands, send };
}

test('one person sends twenty at once, and then one every three seconds', () => {
  const { clock, paceCommands, send } = setting();

  expect(send(25)).toBe(20);
  expect(paceCommands(ACME, ALICE)).toEqual({
    ok: false,
    problem: { kind: 'too-fast', who: 'person', waitSeconds: 3 },
  });
  clock.advance({ seconds: 2, milliseconds: 999 });
  expect(send(1)).toBe(0);
  clock.advance({ milliseconds: 1 });
  expect(send(2)).toBe(1);
  clock.advance({ minutes: 1 });
  expect(send(25)).toBe(20);
});

test('who floods slows nobody else, in this workspace or in another', () => {
  const { send } = setting();
  send(10_000);

  expect([send(20, BOB), send(20, ALICE, ZENITH)]).toEqual([20, 20]);
});

test('a workspace sends two hundred at once, and another one as many', () => {
  const { paceCommands, send } = setting();
  const people = Array.from({ length: 30 }, (_, n) => `U${1000 + n}` as SlackUserId);

  expect(people.reduce((sent, user) => sent + send(10, user), 0)).toBe(200);
  expect(paceCommands(ACME, BOB)).toEqual({
    ok: false,
    problem: { kind: 'too-fast', who: 'workspace', waitSeconds: 1 },
  });
  expect(send(20, ALICE, ZENITH)).toBe(20);
});

test('a clock that is set back locks nobody out', () => {
  const { clock, send } = setting();
  send(25);
  clock.advance({ days: -1 });

  expect([send(25), send(25)]).toEqual([20, 0]);
  clock.advance({ minutes: 1 });
  expect(send(25)).toBe(20);
});
