import { setImmediate } from 'node:timers/promises';
import { keepServing } from '../../../src/composition/keep-serving.ts';

let count = 0;
const error = ({ err }: { err: Error }, message: string) => void process.stdout.write(`${message}: ${err.message}\n`);
keepServing({ error } as Parameters<typeof keepServing>[0], () => {
  count += 1;
});
void Promise.reject(new Error('nobody awaits this'));
await setImmediate();
queueMicrotask(() => {
  throw new Error('nobody catches this');
});
await setImmediate();
process.stdout.write(`counted ${count}\n`);
