import { stopOnSignals } from '../../../src/composition/stop-on-signals.ts';

/** A process that stops as its first argument says: `in-order`, `never`, or `with-fault`. */
const STOPS: Readonly<Record<string, () => Promise<void>>> = {
  'in-order': async () => say('stopped'),
  never: () => new Promise(() => {}),
  'with-fault': async () => {
    throw new Error('the store is gone');
  },
};

const say = (text: string) => void process.stdout.write(`${text}\n`);
const stop = STOPS[process.argv[2] ?? ''];
if (!stop) throw new Error('say how to stop');
stopOnSignals(stop, {
  info: (_: unknown, message?: string) => say(`${message}`),
  error: (_: unknown, message?: string) => say(`${message}`),
});
setInterval(() => {}, 1_000);
say('serving');
