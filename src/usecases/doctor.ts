/** What was found out about one thing that the app needs. */
export interface Finding {
  /** Such as `Slack token of Acme`. */
  readonly about: string;
  readonly state: 'good' | 'unsure' | 'bad';
  /** What was found; names no secret. */
  readonly says: string;
  /** What to do, exactly; null where nothing is to be done. */
  readonly fix: string | null;
}

/** Looks at one thing; it may throw, and then that is what was found. */
export interface Check {
  readonly about: string;
  look(): Promise<readonly Finding[]>;
}

/** Everything that was found, in the order of the checks. */
export type Doctor = () => Promise<readonly Finding[]>;

const MAY_TAKE_MS = 20_000;

/** Looks at everything at the same time. What a check throws is told by its kind alone, since texts may hold secrets. */
export function makeDoctor(checks: readonly Check[], mayTakeMs = MAY_TAKE_MS): Doctor {
  return async () => (await Promise.all(checks.map((check) => within(check, mayTakeMs)))).flat();
}

async function within({ about, look }: Check, mayTakeMs: number): Promise<readonly Finding[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<'too long'>((resolve) => {
    timer = setTimeout(resolve, mayTakeMs, 'too long');
  });
  try {
    const found = await Promise.race([look(), tooLong]);
    if (found !== 'too long') return found;
    return [bad(about, 'did not answer in time', 'Check the network between this machine and the service.')];
  } catch (error) {
    const kind = error instanceof Error ? error.name : 'unknown';
    return [bad(about, `could not be looked at (${kind})`, 'Look into the log of Convene for the cause.')];
  } finally {
    clearTimeout(timer);
  }
}

export function good(about: string, says: string): Finding {
  return { about, state: 'good', says, fix: null };
}

export function unsure(about: string, says: string, fix: string): Finding {
  return { about, state: 'unsure', says, fix };
}

export function bad(about: string, says: string, fix: string): Finding {
  return { about, state: 'bad', says, fix };
}
