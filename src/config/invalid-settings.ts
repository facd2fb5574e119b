export interface SettingFault {
  readonly name: string;
  readonly kind: 'missing' | 'invalid';
  /** What a good value looks like. */
  readonly expected: string;
}

/** One or more settings are missing or bad. The message names them all and never tells a value. */
export class InvalidSettings extends Error {
  override readonly name = 'InvalidSettings';
  readonly faults: readonly SettingFault[];

  constructor(faults: readonly SettingFault[], hint: string | null) {
    const lines = faults.map((fault) => `  ${sentence(fault)}`);
    super(['Convene cannot start with these settings:', ...lines, ...(hint === null ? [] : [hint])].join('\n'));
    this.faults = faults;
  }
}

function sentence({ name, kind, expected }: SettingFault): string {
  switch (kind) {
    case 'missing':
      return `${name} is not set; expected ${expected}`;
    case 'invalid':
      return `${name} is not valid; expected ${expected}`;
  }
}
