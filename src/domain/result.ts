/** What a person can cause: a value, or the problem that stood in the way. Bugs are thrown instead. */
export type Result<T, P> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: P };

export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

export function refuse<P>(problem: P): Result<never, P> {
  return { ok: false, problem };
}
