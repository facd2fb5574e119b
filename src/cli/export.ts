import '../luxon-strict.ts';
import { systemClock as clock } from '../adapters/system-clock.ts';
import { makeExportPerson } from '../usecases/export-person.ts';
import { personArguments } from './person-arguments.ts';
import { runCommand } from './run-command.ts';
import { withStore } from './with-store.ts';

const USAGE = `npm run --silent export -- <workspace id> <Slack user id or guest's mail address> > person.json

Prints everything that is stored of a person, as JSON. Keep the file private.`;

await runCommand({ usage: USAGE, count: 2 }, async (called) => {
  const { workspace, contact } = personArguments(called);
  const found = await withStore((collections) => makeExportPerson({ ...collections, clock })(workspace, contact));
  return JSON.stringify(found, null, 2);
});
