import { exchange } from '../install/exchange.ts';
import type { World } from '../state/world.ts';
import type { Args } from '../web-api/arguments.ts';
import { Refusal } from '../web-api/refusal.ts';

/** What the app asks as itself and not as its bot in a workspace. @throws Refusal */
export type AppMethod = (world: World, args: Args, token: string | null) => object;

export const APP_METHODS: Readonly<Record<string, AppMethod>> = {
  'oauth.v2.access': exchange,

  'apps.connections.open': (world, _args, token) => {
    if (token === null) throw new Refusal('not_authed');
    if (token !== world.appToken) throw new Refusal('invalid_auth');
    return { url: `${world.origin.replace(/^http/, 'ws')}/link?ticket=${world.hub.makeTicket()}` };
  },
};
