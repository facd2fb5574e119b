import { randomBytes } from 'node:crypto';

/** Short enough to be read out, and found in the log: ties what a person was told to what was logged. */
export function newReference(): string {
  return randomBytes(4).toString('hex');
}
