import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PersonSeed } from '../../src/sandbox/slack-simulator/seed.ts';
import { colleagues, teamOf } from '../support/people.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { SIGNING_SECRET, startWorld, type World } from '../support/world.ts';
import { quantile, report } from './figures.ts';

const PEOPLE = colleagues(60);
const COMMANDS = 300;

/** Milliseconds until each command is answered, the people known and nothing else under way. */
async function answerTimes(world: World): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < PEOPLE.length + COMMANDS; index += 1) {
    const [who, other] = [at(index), at(index + 1)];
    const startedAt = performance.now();
    const { status } = await world.meet(`number ${index} tomorrow 9am @${other.name}`, who);
    times.push(performance.now() - startedAt);
    if (status !== 200) throw new Error(`A command was answered with ${status}`);
    await world.quiet(25);
  }
  return times.slice(PEOPLE.length);
}

function at(index: number): PersonSeed {
  const person = PEOPLE[index % PEOPLE.length];
  if (!person) throw new Error('There is nobody');
  return person;
}

/** A server that checks the signature and stores the body, and no more. */
async function startBareServer(directory: string) {
  const program = fileURLToPath(new URL('./processes/bare-server.js', import.meta.url));
  const child = spawn(process.execPath, [program, directory, SIGNING_SECRET], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [port] = await once(child.stdout.setEncoding('utf8'), 'data');
  const ended = once(child, 'close');
  return {
    url: `http://127.0.0.1:${Number(port)}/slack/events`,
    async close() {
      child.kill();
      await ended;
    },
  };
}

/** Command to answer, against the least that a safe answer needs, on the same simulator. */
export async function ack(): Promise<void> {
  const folder = await makeTemporaryFolder();
  const world = await startWorld({ team: teamOf(PEOPLE.length) });
  const bare = await startBareServer(folder.directory);
  try {
    const ours = await answerTimes(world);
    world.slack.connect(bare.url);
    const least = await answerTimes(world);
    for (const [name, share] of [
      ['median', 0.5],
      ['p99', 0.99],
    ] as const) {
      const [our, their] = [quantile(ours, share), quantile(least, share)];
      const goal = name === 'p99' ? { atMost: 2 } : undefined;
      report(
        `answer to a command, ${name}: ${our.toFixed(1)} ms, signature and one write ${their.toFixed(1)} ms`,
        our / their,
        goal,
      );
    }
  } finally {
    await bare.close();
    await world.close();
    await folder.remove();
  }
}
