import '../luxon-strict.ts';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { stopOnSignals } from '../composition/stop-on-signals.ts';
import { makeLog } from '../log.ts';
import { startSandbox } from './sandbox.ts';

const USUAL_PORT = 3030;
const REAL_CREDENTIALS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_CLIENT_SECRET', 'SLACK_SIGNING_SECRET'];

// biome-ignore lint/style/noProcessEnv: the sandbox has no settings but a port, and refuses to run beside real ones
const environment = process.env;
const real = REAL_CREDENTIALS.filter((name) => environment[name]);
if (real.length > 0) {
  process.stderr.write(
    `The sandbox is a simulation and does not start where real Slack credentials are set: ${real.join(', ')}.\n`,
  );
  process.exit(1);
}

const browserFiles = fileURLToPath(new URL('../../assets', import.meta.url));
const log = makeLog({ level: 'warn' });
const sandbox = await startSandbox({
  port: await freePort(Number(environment['PORT'] || USUAL_PORT)),
  browserFiles,
  log,
});
stopOnSignals(sandbox.stop, log);
process.stdout.write(`
Convene's sandbox is running. Open this address in a browser:

  ${sandbox.url}

It is a simulation: no Slack account, no video service, no mail server, nothing leaves this machine.
Press Ctrl+C to stop it; what was scheduled in it is then gone.
`);

/** The port asked for, or any free one where that is taken. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  probe.listen(wanted, '127.0.0.1');
  const isFree = await once(probe, 'listening').then(
    () => true,
    () => false,
  );
  if (!isFree) return freePort(0);
  const address = probe.address();
  const port = typeof address === 'object' && address ? address.port : wanted;
  probe.close();
  await once(probe, 'close');
  return port;
}
