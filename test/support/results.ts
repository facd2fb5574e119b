import type { Result } from '../../src/domain/result.ts';

/** The value; fails the test where there is a problem instead. */
export function expectOk<T, P>(result: Result<T, P>): T {
  if (result.ok) return result.value;
  throw new Error(`Expected a value, not ${JSON.stringify(result.problem)}`);
}
