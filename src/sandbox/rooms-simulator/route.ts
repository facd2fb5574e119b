import type { Answer } from './answers.ts';
import type { Happenings } from './happenings.ts';
import type { State } from './state.ts';

export type DialectName = 'dyte' | 'realtimekit';

/** One call, after the door was passed and the path was understood. */
export interface Call {
  readonly dialect: DialectName;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
  readonly state: State;
  readonly happenings: Happenings;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly rules: Rules;
}

export interface Rules {
  readonly organizationId: string;
  /** What adding a person who is there already does; no documentation says it. */
  readonly duplicate: 'reject' | 'allow';
  readonly duplicateStatus: number;
  /** Longer pages than this are not given, whatever `per_page` says. */
  readonly largestPage: number;
}

export interface Route {
  /** Names the call in faults and in the ledger. */
  readonly operation: Operation;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL, as `/meetings/:room`. */
  readonly path: string;
  readonly answer: (call: Call) => Answer;
}

export type Operation =
  | 'create-meeting'
  | 'list-meetings'
  | 'get-meeting'
  | 'update-meeting'
  | 'add-participant'
  | 'list-participants'
  | 'get-participant'
  | 'update-participant'
  | 'delete-participant'
  | 'refresh-token'
  | 'list-presets'
  | 'get-session'
  | 'kick'
  | 'kick-all'
  | 'list-sessions'
  | 'list-visits'
  | 'list-recordings'
  | 'get-recording'
  | 'list-webhooks'
  | 'add-webhook'
  | 'remove-webhook'
  | 'get-webhook-key'
  | 'get-file';

/** The route that a method and a path below the base URL lead to, with what its `:names` stand for. */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const route of routes) {
    const pattern = new RegExp(`^${route.path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
    const match = route.method === method ? pattern.exec(path) : null;
    if (match !== null) return { route, params: { ...match.groups } };
  }
  return null;
}
