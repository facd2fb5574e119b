import { setTimeout as sleep } from 'node:timers/promises';
import type { Environment } from '../../src/config/settings-reader.ts';
import { eventually } from './eventually.ts';
import { counts } from './inbox.ts';
import { ALICE, colleagues, teamOf } from './people.ts';
import { type ShippedProgram, startShippedProgram } from './shipped-program.ts';
import { startWorld, type World } from './world.ts';

/** What the ledgers of the simulators say in the end, and how it came about. */
export interface FreezeFigures {
  /** What was sent before the process stood still, and while it did. */
  readonly cardsBefore: number;
  readonly cardsMeanwhile: number;
  /** What it had claimed when it stood still, and lost to the other one. */
  readonly claimsLost: number;
  readonly lost: readonly string[];
  readonly double: readonly string[];
  readonly openRooms: number;
}

/** Long enough that several messages are under way at any moment. */
const SLACK_TAKES_MS = 300;
const QUIET_MS = 5_000;

/**
 * Two processes share a store. The one that took the command is stopped by SIGSTOP after so many cards, in the middle of
 * its work, and goes on after so long as if nothing had happened.
 */
export async function freezeOne(
  settings: Environment,
  { invitees, afterCards, forMs }: { readonly invitees: number; readonly afterCards: number; readonly forMs: number },
): Promise<FreezeFigures> {
  const people = colleagues(invitees);
  const world = await startWorld({ team: teamOf(invitees), settings });
  let other: ShippedProgram | undefined;
  try {
    other = await startShippedProgram(world.settings);
    const slow = { times: Number.POSITIVE_INFINITY, play: { kind: 'slow', ms: SLACK_TAKES_MS } } as const;
    for (const method of ['chat.postMessage', 'files.completeUploadExternal']) world.slack.fault({ method, ...slow });
    await world.meet(`frozen tomorrow 9am ${people.map(({ name }) => `@${name}`).join(' ')}`);
    await eventually(() => {
      if (cardsIn(world) < afterCards) throw new Error('not yet');
    }, 30_000);
    process.kill(world.program.pid, 'SIGSTOP');
    const cardsBefore = cardsIn(world);
    await sleep(forMs);
    const cardsMeanwhile = cardsIn(world) - cardsBefore;
    process.kill(world.program.pid, 'SIGCONT');
    await world.quiet(QUIET_MS);
    world.expectClean();
    const everybody = [ALICE, ...people];
    const found = counts(world.slack, everybody, 'frozen');
    return {
      cardsBefore,
      cardsMeanwhile,
      claimsLost: world.program.lines().filter(({ msg }) => msg === LOST_CLAIM).length,
      lost: found.filter(({ cards, files }) => Math.min(cards, files) < 1).map(inWords),
      double: found.filter(({ cards, files }) => Math.max(cards, files) > 1).map(inWords),
      openRooms: world.rooms.rooms().filter(({ status }) => status === 'ACTIVE').length,
    };
  } finally {
    await other?.close();
    await world.close();
  }
}

const LOST_CLAIM = 'a delivery was settled by somebody else after its lease ran out';

function cardsIn({ slack }: World): number {
  return slack.calls('chat.postMessage').filter(({ outcome }) => outcome === 'ok').length;
}

function inWords({ name, cards, files }: ReturnType<typeof counts>[number]): string {
  return `${name} has ${cards} cards and ${files} files`;
}
