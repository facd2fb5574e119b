import { InvalidSettings, type SettingFault } from './invalid-settings.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** How a setting is written. `parse` answers null for a text that is not so. */
export interface Format<T> {
  /** Completes "expected …"; never holds a value of the operator's. */
  readonly expected: string;
  parse(text: string): T | null;
}

/**
 * Reads settings one by one and remembers every bad one, so that the operator learns of all of them at once. What is
 * returned in place of a bad setting is never seen: `finish` throws.
 */
export class SettingsReader {
  readonly #environment: Environment;
  readonly #faults = new Map<string, SettingFault>();

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** The text without surrounding blanks; a blank setting counts as unset. */
  text(name: string): string | null {
    return this.#environment[name]?.trim() || null;
  }

  /** Null when the setting is unset. */
  optional<T>(name: string, format: Format<T>): T | null {
    const text = this.text(name);
    if (text === null) return null;
    const value = format.parse(text);
    if (value === null) this.fault({ name, kind: 'invalid', expected: format.expected });
    return value;
  }

  required(name: string, format: Format<string>): string {
    if (this.text(name) === null) this.fault({ name, kind: 'missing', expected: format.expected });
    return this.optional(name, format) ?? '';
  }

  /** Keeps the first fault of each setting. */
  fault(fault: SettingFault): void {
    if (!this.#faults.has(fault.name)) this.#faults.set(fault.name, fault);
  }

  /** @throws InvalidSettings when any setting was missing or bad */
  finish(hint: string | null): void {
    if (this.#faults.size > 0) throw new InvalidSettings([...this.#faults.values()], hint);
  }
}
