/** Answers what is wrong with a value, each time with the path to it; nothing when it is right. */
export type Rule = (value: unknown, path: string) => readonly string[];

export interface Field {
  readonly rule: Rule;
  readonly isRequired: boolean;
}

export function required(rule: Rule): Field {
  return { rule, isRequired: true };
}

export function optional(rule: Rule): Field {
  return { rule, isRequired: false };
}

export function string(max: number, pattern?: RegExp): Rule {
  return (value, path) => {
    if (typeof value !== 'string') return [`${path}: must be a string`];
    if (value.length === 0) return [`${path}: must not be empty`];
    if (value.length > max) return [`${path}: more than ${max} characters`];
    return pattern && !pattern.test(value) ? [`${path}: does not have the form ${pattern.source}`] : [];
  };
}

export function integer(min: number, max: number): Rule {
  return (value, path) =>
    Number.isInteger(value) && Number(value) >= min && Number(value) <= max
      ? []
      : [`${path}: must be a whole number from ${min} to ${max}`];
}

export const boolean: Rule = (value, path) => (typeof value === 'boolean' ? [] : [`${path}: must be a boolean`]);

export function oneOf(...choices: readonly unknown[]): Rule {
  return (value, path) => (choices.includes(value) ? [] : [`${path}: must be one of ${choices.join(', ')}`]);
}

export function list(item: Rule, min: number, max: number): Rule {
  return (value, path) => {
    if (!Array.isArray(value)) return [`${path}: must be a list`];
    const size = value.length < min || value.length > max ? [`${path}: must have ${min} to ${max} items`] : [];
    return [...size, ...value.flatMap((entry, index) => item(entry, `${path}/${index}`))];
  };
}

/** An object with these fields and no others. */
export function record(fields: Readonly<Record<string, Field>>): Rule {
  return (value, path) => {
    if (!isRecord(value)) return [`${path}: must be an object`];
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    return [
      ...unknown.map((name) => `${path}/${name}: no such field`),
      ...Object.entries(fields).flatMap(([name, { rule, isRequired }]) => {
        const field = value[name];
        if (field === undefined) return isRequired ? [`${path}/${name}: missing`] : [];
        return rule(field, `${path}/${name}`);
      }),
    ];
  };
}

/** An object whose `type` says which of these it has to be. */
export function variant(kinds: Readonly<Record<string, Rule>>): Rule {
  return (value, path) => {
    const type = isRecord(value) ? value['type'] : undefined;
    const rule = typeof type === 'string' && Object.hasOwn(kinds, type) ? kinds[type] : undefined;
    return rule ? rule(value, path) : [`${path}: unsupported type ${String(type)}`];
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
