import type { DispatchView } from './contract.ts';

const KEPT_PER_PERSON = 30;

/** The last things each person sent to the app, newest first; nobody is shown another's. */
export class DispatchLog {
  readonly #byPerson = new Map<string, DispatchView[]>();

  add(user: string, dispatch: DispatchView): void {
    this.#byPerson.set(user, [dispatch, ...this.of(user)].slice(0, KEPT_PER_PERSON));
  }

  of(user: string): readonly DispatchView[] {
    return this.#byPerson.get(user) ?? [];
  }
}
