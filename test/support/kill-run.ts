import type { Environment } from '../../src/config/settings-reader.ts';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { eventually } from './eventually.ts';
import { counts } from './inbox.ts';
import { type KillPoint, killAt, outsideCalls, wordsFor } from './kill-points.ts';
import { colleagues, teamOf } from './people.ts';
import { startWorld, type World } from './world.ts';

/** What the ledgers of the simulators say after all the kills, each entry in words. */
export interface KillFigures {
  readonly kills: number;
  /** Confirmed, but somebody has no card or no file. */
  readonly lost: readonly string[];
  /** Somebody has a card or a file more than once. */
  readonly double: readonly string[];
  /** Meetings that have no open room, or several. */
  readonly notOneRoom: readonly string[];
}

interface Attempt {
  readonly title: string;
  readonly point: KillPoint;
  /** The organizer first. Nobody has two, so that what a program remembers of people changes no calls. */
  readonly people: readonly PersonSeed[];
}

interface Scheduled extends Attempt {
  readonly world: World;
  /** Else the organizer was told nothing, and it may be there or not, but not in part. */
  readonly isConfirmed: boolean;
}

const KILLED_BEFORE_THE_ANSWER = /^\/meet: dispatch_failed /;
/** A moment longer than any retry that a slow answer may lead to. */
const QUIET_MS = 2_500;
/** Longer than it takes to settle what has just been sent, which ends the claims. */
const SETTLED_MS = 200;
const ARRIVES_WITHIN_MS = 45_000;

/** Every call that one command with so many invitees leads to when nothing goes wrong. */
export async function rehearse(invitees: number): Promise<ReturnType<typeof outsideCalls>> {
  const world = await startWorld({ team: teamOf(invitees) });
  try {
    const everybody = colleagues(invitees).map(({ name }) => `@${name}`);
    await world.meet(`rehearsal tomorrow 9am ${everybody.join(' ')}`);
    await world.quiet();
    return outsideCalls(world).filter(({ call }) => call !== 'list-presets');
  } finally {
    await world.close();
  }
}

/**
 * Schedules a meeting for each point, kills the program there, starts it again and waits for every message.
 *
 * @param settings one for each program to have, side by side
 */
export async function killAtEach(
  points: readonly KillPoint[],
  invitees: number,
  settings: readonly Environment[],
): Promise<KillFigures> {
  const everybody = colleagues(points.length * (invitees + 1));
  const waiting = points.map((point, index): Attempt => {
    const people = everybody.slice(index * (invitees + 1), (index + 1) * (invitees + 1));
    return { point, title: titleOf(index), people };
  });
  const found = await Promise.all(
    settings.map(async (own) => {
      const world = await startWorld({ team: teamOf(everybody.length), settings: own });
      try {
        const scheduled: Scheduled[] = [];
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          scheduled.push(...(await scheduleAndKill(world, next)));
        }
        await world.quiet(QUIET_MS);
        world.expectClean(KILLED_BEFORE_THE_ANSWER);
        return scheduled.map(faultsOf);
      } finally {
        await world.close();
      }
    }),
  );
  const faults = found.flat();
  return {
    kills: points.length,
    lost: faults.flatMap(({ lost }) => lost),
    double: faults.flatMap(({ double }) => double),
    notOneRoom: faults.flatMap(({ notOneRoom }) => notOneRoom),
  };
}

/** A command without an answer is typed again, as a person would. */
async function scheduleAndKill(world: World, attempt: Attempt): Promise<Scheduled[]> {
  const { title, point, people } = attempt;
  const [organizer, ...invited] = people;
  const text = `tomorrow 9am ${invited.map(({ name }) => `@${name}`).join(' ')}`;
  const killed = killAt(world, point);
  const { status } = await world.meet(`${title} ${text}`, organizer);
  const isConfirmed = status === 200;
  await killed;
  await world.program.restart();
  const first = { ...attempt, world, isConfirmed };
  if (isConfirmed) {
    await arrived(first);
    return [first];
  }
  const again = { ...first, title: `${title} again`, isConfirmed: true };
  await world.meet(`${again.title} ${text}`, organizer);
  await arrived(again);
  return [first, again];
}

/** Waits until nothing is asked any more; what has not come in time is counted in the end. */
async function arrived(scheduled: Scheduled): Promise<void> {
  await eventually(() => {
    const { lost, notOneRoom } = faultsOf(scheduled);
    if (lost.length + notOneRoom.length > 0) throw new Error('not yet');
  }, ARRIVES_WITHIN_MS).catch(() => {});
  await scheduled.world.quiet(SETTLED_MS);
}

function faultsOf({ world, title, point, people, isConfirmed }: Scheduled) {
  const inboxes = counts(world.slack, people, title);
  const openRooms = world.rooms
    .rooms()
    .filter((room) => room.title?.startsWith(`${title} · `) && room.status === 'ACTIVE').length;
  const isThere = isConfirmed || openRooms > 0 || inboxes.some(({ cards, files }) => cards + files > 0);
  const say = (what: string) => `${what}, killed ${wordsFor(point)}`;
  return {
    lost: inboxes
      .filter(({ cards, files }) => isThere && Math.min(cards, files) < 1)
      .map(({ name, cards, files }) => say(`${title}: ${name} has ${cards} cards and ${files} files`)),
    double: inboxes
      .filter(({ cards, files }) => Math.max(cards, files) > 1)
      .map(({ name, cards, files }) => say(`${title}: ${name} has ${cards} cards and ${files} files`)),
    notOneRoom: isThere && openRooms !== 1 ? [say(`${title}: ${openRooms} open rooms`)] : [],
  };
}

/** Letters only, so that nothing in it reads as a time. */
function titleOf(index: number): string {
  const letters = [...String(index).padStart(3, '0')].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  return `kill ${letters}`;
}
