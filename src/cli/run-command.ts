import { type ParseArgsConfig, parseArgs } from 'node:util';
import { BackupRefused } from '../adapters/sqlite/backup.ts';
import { AlreadyServing } from '../adapters/sqlite/lock.ts';
import { InvalidSettings } from '../config/invalid-settings.ts';
import { StoreUnavailable, StoreUnusable } from '../ports/documents.ts';

/** The command cannot do what it was asked to; its message tells the operator why. Ends with code 1. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The command was called in a way it does not know. Ends with code 2 and the usage. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** Told in a sentence; anything else is a bug and shows its stack. */
const MENDABLE = [Refused, BackupRefused, AlreadyServing, InvalidSettings, StoreUnavailable, StoreUnusable];

export interface Called {
  readonly positionals: readonly string[];
  /** Whether this flag was given. */
  has(flag: string): boolean;
  /** What was given for this option. */
  value(option: string): string | undefined;
}

/**
 * Runs a command line tool to its end and exits: 0 when it did it, 1 when it could not, 2 when it was called wrongly.
 * What it resolves to is printed; null where it printed everything itself.
 *
 * @param usage the first line how to call it, then what it does
 * @param count how many arguments it takes; null where it looks at them itself
 */
export async function runCommand(
  {
    usage,
    count,
    flags = [],
    options = [],
  }: {
    readonly usage: string;
    readonly count: number | null;
    readonly flags?: readonly string[];
    readonly options?: readonly string[];
  },
  act: (called: Called) => Promise<string | null>,
): Promise<never> {
  try {
    const called = read(flags, options);
    if (called.has('help')) end(0, usage);
    if (count !== null && called.positionals.length !== count) throw new WrongUsage(needed(count));
    end(0, await act(called));
  } catch (error) {
    if (error instanceof WrongUsage) end(2, `${error.message}\n\n${usage}`);
    const isMendable = MENDABLE.some((kind) => error instanceof kind);
    end(1, String(isMendable ? (error as Error).message : (error as Error).stack));
  }
}

function needed(count: number): string {
  if (count === 0) return 'No arguments are needed.';
  return count === 1 ? 'One argument is needed.' : `${count} arguments are needed.`;
}

function read(flags: readonly string[], options: readonly string[]): Called {
  const ofType = (type: 'boolean' | 'string', names: readonly string[]) =>
    names.map((name) => [name, { type }] as const);
  const known: NonNullable<ParseArgsConfig['options']> = Object.fromEntries([
    ...ofType('boolean', ['help', ...flags]),
    ...ofType('string', options),
  ]);
  try {
    const { values, positionals } = parseArgs({ options: known, allowPositionals: true });
    return {
      positionals,
      has: (flag) => values[flag] === true,
      value: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    };
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

function end(code: 0 | 1 | 2, text: string | null): never {
  if (text !== null) (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  process.exit(code);
}
