import { freshDatabase, withDatabase } from '../adapters/mongo/temporary-database.ts';
import { findMongoServer } from '../support/mongo-server.ts';
import { colleagues, teamOf } from '../support/people.ts';
import { startShippedProgram } from '../support/shipped-program.ts';
import { startWorld } from '../support/world.ts';
import { report } from './figures.ts';
import { slowDown } from './slow-slack.ts';

/** A slow day at Slack, so that it is not the processor which programs, database and simulator share that is measured. */
const SLACK_TAKES_MS = 300;
const INVITED = colleagues(200);

/** From the command to the last file, by so many processes on one MongoDB. */
async function lastMessageMs(server: string, processes: 1 | 2): Promise<number> {
  const uri = freshDatabase(server);
  const world = await startWorld({ team: teamOf(INVITED.length), settings: { DATABASE_URL: uri, LOG_LEVEL: 'warn' } });
  const second = processes === 2 ? await startShippedProgram(world.settings) : null;
  try {
    slowDown(world.slack, SLACK_TAKES_MS);
    const startedAt = Date.now();
    await world.meet(`everybody tomorrow 9am ${INVITED.map(({ name }) => `@${name}`).join(' ')}`);
    await world.quiet(2_000);
    return (world.slack.calls().at(-1)?.at ?? 0) - startedAt;
  } finally {
    await second?.close();
    await world.close();
    await withDatabase(uri, (database) => database.dropDatabase());
  }
}

/** What a second process on the same MongoDB is worth, where it is Slack that takes the time. */
export async function twoProcesses(): Promise<void> {
  const server = await findMongoServer();
  if (!server) return;
  try {
    const one = await lastMessageMs(server.uri, 1);
    const two = await lastMessageMs(server.uri, 2);
    report(
      `${INVITED.length} invitations on MongoDB, ${SLACK_TAKES_MS} ms for each call to Slack: one process ${one} ms, two ${two} ms`,
      one / two,
      { atLeast: 1.7 },
    );
  } finally {
    await server.close();
  }
}
