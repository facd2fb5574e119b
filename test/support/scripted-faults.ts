/** Faults that a fake throws at its next calls, before or after the call took effect. */
export interface ScriptedFaults<Method extends string> {
  /** The calls that were made, in order, those that failed too. */
  readonly calls: readonly Method[];
  /** @param when `after`: what was asked has happened, and only the answer is lost */
  fail(method: Method, fault: Error, when?: 'before' | 'after'): void;
  /** Runs while the next call of this method is under way, before it takes effect. */
  meanwhile(method: Method, work: () => Promise<void>): void;
}

export function scriptedFaults<Method extends string>() {
  const calls: Method[] = [];
  const faults: { method: Method; fault: Error; when: 'before' | 'after' }[] = [];
  const works: { method: Method; work: () => Promise<void> }[] = [];
  const script: ScriptedFaults<Method> = {
    calls,
    fail: (method, fault, when = 'before') => void faults.push({ method, fault, when }),
    meanwhile: (method, work) => void works.push({ method, work }),
  };

  async function play<T>(method: Method, act: () => T): Promise<T> {
    calls.push(method);
    await takeFirst(works, method)?.work();
    const met = takeFirst(faults, method);
    if (met?.when === 'before') throw met.fault;
    const answer = act();
    if (met) throw met.fault;
    return answer;
  }

  return { script, play };
}

function takeFirst<T extends { method: string }>(waiting: T[], method: string): T | undefined {
  const at = waiting.findIndex((entry) => entry.method === method);
  return at < 0 ? undefined : waiting.splice(at, 1)[0];
}
