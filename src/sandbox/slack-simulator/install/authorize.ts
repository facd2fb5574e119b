import type { World } from '../state/world.ts';
import type { Answer } from '../web-api/reply.ts';
import type { Consent } from './oauth-app.ts';

/** A code that was given to a browser and is to be traded for a token. */
export interface Code {
  readonly consent: Exclude<Consent, { kind: 'cancel' }>;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly madeAt: number;
  used: boolean;
}

/** What an app asks for by sending a browser to `/oauth/v2/authorize`. */
interface Asked {
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
}

/** What is wrong with the request is also a violation, since the person would only see Slack's error page. */
function readAsked(world: World, query: URLSearchParams): Asked | { readonly problem: string } {
  const app = world.oauthApp;
  const redirectUri = query.get('redirect_uri') ?? '';
  const scopes = (query.get('scope') ?? '').split(',').filter((scope) => scope !== '');
  const state = query.get('state') ?? '';
  const foreign = scopes.filter((scope) => !app?.scopes.includes(scope));
  const problem =
    !app || query.get('client_id') !== app.clientId
      ? 'invalid_client_id'
      : !app.redirectUrls.some((known) => redirectUri === known || redirectUri.startsWith(`${known}/`))
        ? 'bad_redirect_uri'
        : scopes.length === 0 || foreign.length > 0
          ? `invalid_scope ${foreign.join(',')}`.trim()
          : state === ''
            ? 'no state, so that anybody could finish what somebody else began'
            : null;
  if (problem === null) return { redirectUri, scopes, state };
  world.journal.violation(`oauth/v2/authorize: ${problem}`);
  return { problem };
}

/** Answers the page for a person. @throws Error where there is no page */
export function decide(world: World, authorizeUrl: string, consent: Consent): string {
  const asked = readAsked(world, new URL(authorizeUrl).searchParams);
  if ('problem' in asked) throw new Error(asked.problem);
  const back = new URL(asked.redirectUri);
  back.searchParams.set('state', asked.state);
  if (consent.kind === 'cancel') {
    back.searchParams.set('error', 'access_denied');
    return back.href;
  }
  const without = consent.kind === 'allow' ? (consent.without ?? []) : [];
  const scopes = asked.scopes.filter((scope) => !without.includes(scope));
  const code = world.makeId('code');
  world.codes.set(code, { consent, redirectUri: asked.redirectUri, scopes, madeAt: world.clock(), used: false });
  back.searchParams.set('code', code);
  return back.href;
}

/** `GET /oauth/v2/authorize`: a page with one button a team, and `…/allow`, where its buttons lead. */
export function authorizePage(world: World, path: string, query: URLSearchParams): Answer {
  const asked = readAsked(world, query);
  if ('problem' in asked) return { status: 400, body: asked.problem };
  const address = `${world.origin}/oauth/v2/authorize?${query}`;
  if (path.endsWith('/allow')) {
    const team = world.workspaces.get(query.get('team') ?? '');
    const user = team && [...team.people.values()].find(({ isBot, deleted }) => !isBot && !deleted)?.id;
    const consent: Consent = team && user ? { kind: 'allow', team: team.id, user } : { kind: 'cancel' };
    return { status: 302, headers: { location: decide(world, address, consent) }, body: '' };
  }
  const button = (label: string, team: string) => {
    const chosen = new URLSearchParams(query);
    chosen.set('team', team);
    return `<li><a href="${escaped(`/oauth/v2/authorize/allow?${chosen}`)}">${escaped(label)}</a></li>`;
  };
  const teams = [...world.workspaces.values()].map(({ id, name }) => button(`Allow in ${name}`, id));
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: `<!doctype html><title>Simulated Slack</title><h1>Install this app?</h1><p>${escaped(asked.scopes.join(', '))}</p><ul>${teams.join('')}${button('Cancel', '')}</ul>`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
