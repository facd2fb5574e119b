import '../luxon-strict.ts';
import { parseArgs } from 'node:util';
import { systemClock } from '../adapters/system-clock.ts';
import { openStoreBeside } from '../composition/open-store.ts';
import { InvalidSettings } from '../config/invalid-settings.ts';
import { SettingsReader } from '../config/settings-reader.ts';
import { readStoreSettings } from '../config/store.ts';
import { StoreUnavailable, StoreUnusable } from '../ports/documents.ts';
import { openStuckDeliveries } from '../store/stuck-deliveries.ts';
import { type OutboxCommand, type Printed, readOutboxCommand, USAGE } from './outbox-command.ts';

const MENDABLE = [InvalidSettings, StoreUnavailable, StoreUnusable];

const { values, positionals } = parsed(process.argv.slice(2));
const command = readOutboxCommand(positionals);
if (values.help) process.stdout.write(`${USAGE}\n`);
else if (command) await print(run(command));
else {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
}

async function run(command: OutboxCommand): Promise<Printed> {
  // biome-ignore lint/style/noProcessEnv: the composition root hands the environment to its one reader
  const settings = new SettingsReader(process.env);
  const { database } = readStoreSettings(settings);
  settings.finish(null);
  const store = await openStoreBeside(database);
  try {
    return await command(await openStuckDeliveries(store), systemClock.now());
  } finally {
    await store.close();
  }
}

async function print(printed: Promise<Printed>): Promise<void> {
  const { text, exitCode } = await printed.catch((error: unknown): Printed => {
    const isMendable = MENDABLE.some((kind) => error instanceof kind);
    return { text: isMendable ? (error as Error).message : String((error as Error).stack), exitCode: 1 };
  });
  (exitCode === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exitCode = exitCode;
}

/** An option that nobody knows asks for nothing. */
function parsed(args: string[]) {
  try {
    return parseArgs({ args, options: { help: { type: 'boolean', short: 'h' } }, allowPositionals: true });
  } catch {
    return { values: { help: false }, positionals: [] };
  }
}
