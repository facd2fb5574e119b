import '../luxon-strict.ts';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { openStuckDeliveries } from '../store/stuck-deliveries.ts';
import { readOutboxCommand, USAGE } from './outbox-command.ts';
import { runCommand, WrongUsage } from './run-command.ts';
import { withStore } from './with-store.ts';

await runCommand({ usage: USAGE, count: null }, async ({ positionals }) => {
  const command = readOutboxCommand(positionals);
  if (!command) throw new WrongUsage('What shall be done?');
  return withStore(async (_, store) => command(await openStuckDeliveries(store), clock.now()));
});
