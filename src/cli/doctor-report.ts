import type { Finding } from '../usecases/doctor.ts';

const MARKS: Readonly<Record<Finding['state'], string>> = { good: 'ok   ', unsure: 'note ', bad: 'WRONG' };

/** What was found, a line each, with what to do under what is not as it should be. */
export function doctorReport(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ state, about, says, fix }) => [
    `${MARKS[state]} ${about}: ${says}`,
    ...(fix === null ? [] : [`      → ${fix}`]),
  ]);
  const wrong = findings.filter(({ state }) => state === 'bad').length;
  const end = wrong === 0 ? 'All is well.' : wrong === 1 ? '1 thing is wrong.' : `${wrong} things are wrong.`;
  return [...lines, '', end].join('\n');
}
