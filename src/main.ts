import './luxon-strict.ts';
import { fileURLToPath } from 'node:url';
import { AlreadyServing } from './adapters/sqlite/lock.ts';
import { systemClock } from './adapters/system-clock.ts';
import { startConvene } from './composition/convene.ts';
import { keepServing } from './composition/keep-serving.ts';
import { stopOnSignals } from './composition/stop-on-signals.ts';
import { InvalidSettings } from './config/invalid-settings.ts';
import { readConfig } from './config.ts';
import { makeLog } from './log.ts';
import { StoreUnavailable, StoreUnusable } from './ports/documents.ts';

/** What the operator can mend is said in a sentence; anything else is a bug and shows its stack. */
const MENDABLE = [InvalidSettings, AlreadyServing, StoreUnavailable, StoreUnusable];

try {
  // biome-ignore lint/style/noProcessEnv: the composition root hands the environment to its one reader
  const config = readConfig(process.env);
  const log = makeLog({ level: config.server.logLevel });
  const browserFiles = fileURLToPath(new URL('../assets', import.meta.url));
  const convene = await startConvene({ config, clock: systemClock, log, browserFiles });
  stopOnSignals(convene.stop, log);
  keepServing(log, convene.countFault);
  log.info({ port: convene.port, publicUrl: config.server.publicUrl }, 'convene is serving');
} catch (error) {
  const isMendable = MENDABLE.some((kind) => error instanceof kind) || isListenError(error);
  process.stderr.write(`${isMendable ? (error as Error).message : (error as Error).stack}\n`);
  process.exit(1);
}

function isListenError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error && error.syscall === 'listen';
}
