import type { AppAnswer, SignedRequest } from '../simulator.ts';
import type { World } from '../state/world.ts';
import { failureOf, send } from './send.ts';
import { sign } from './signature.ts';

/** Slack's side of the wire to the app: it knows where the app listens and the secret they share. */
export interface Dispatcher {
  readonly world: World;
  connect(requestUrl: string): void;
  signForm(fields: Readonly<Record<string, string>>): SignedRequest;
  signJson(body: object, headers?: Readonly<Record<string, string>>): SignedRequest;
  /** Sends and reports an answer that Slack could not use. */
  deliver(what: string, request: SignedRequest): Promise<{ answer: AppAnswer; failure: string | null }>;
}

export function makeDispatcher(world: World, signingSecret: string): Dispatcher {
  let requestUrl: string | null = null;

  function url(): string {
    if (world.appToken !== null) return world.origin;
    if (requestUrl === null) throw new Error('connect() has to name the address of the app first');
    return requestUrl;
  }

  return {
    world,
    connect: (address) => {
      requestUrl = address;
    },
    signForm: (fields) =>
      sign(
        signingSecret,
        {
          url: url(),
          contentType: 'application/x-www-form-urlencoded',
          body: new URLSearchParams(fields).toString(),
        },
        Date.now(),
      ),
    signJson(body, headers = {}) {
      const request = { url: url(), contentType: 'application/json', body: JSON.stringify(body) };
      const signed = sign(signingSecret, request, Date.now());
      return { ...signed, headers: { ...signed.headers, ...headers } };
    },
    async deliver(what, request) {
      const answer = await (world.appToken === null ? send(request) : world.hub.deliver(request));
      const failure = failureOf(answer);
      if (failure) world.journal.violation(`${what}: ${failure} after ${answer.ackMs} ms (status ${answer.status})`);
      return { answer, failure };
    },
  };
}
