import { pressInMessage } from './dispatch/actions.ts';
import { commandRequest, dispatchCommand } from './dispatch/commands.ts';
import { dispatchEvent, openHome } from './dispatch/events.ts';
import { send } from './dispatch/send.ts';
import { dispatchShortcut } from './dispatch/shortcuts.ts';
import { makeDispatcher } from './dispatch/slack.ts';
import { standing } from './dispatch/stage.ts';
import { closeView, pressInView, suggest } from './dispatch/view-events.ts';
import { submitView } from './dispatch/view-submission.ts';
import { listen } from './http-server.ts';
import { decide } from './install/authorize.ts';
import type { OAuthApp } from './install/oauth-app.ts';
import { uninstall } from './install/uninstall.ts';
import { SANDBOX_SIGN_IN, type SignInApp } from './openid/app.ts';
import { makeOpenIdProvider } from './openid/provider.ts';
import { makeRoutes } from './routes.ts';
import type { TeamSeed } from './seed.ts';
import type { SlackSimulator } from './simulator.ts';
import { findDirect } from './state/conversations.ts';
import type { Organization } from './state/grants.ts';
import { addMessage } from './state/messages.ts';
import { openModals } from './state/views.ts';
import { toTeam } from './state/workspace.ts';
import { expectWorkspace, makeWorld } from './state/world.ts';
import { makeFaultPlan } from './web-api/faults.ts';
import { makeRateLimiter, type RateLimits } from './web-api/rate-limits.ts';

export interface SlackSimulatorOptions {
  /** The simulated time in milliseconds since 1970. Signatures alone use the real time. */
  readonly clock: () => number;
  readonly signingSecret: string;
  readonly teams: readonly TeamSeed[];
  readonly organizations?: readonly Organization[];
  /** Puts the app into Socket Mode: it is sent everything over the sockets that it opens with this. */
  readonly appToken?: string;
  /** Where anybody may install the app. */
  readonly oauthApp?: OAuthApp;
  /** A free port unless given. */
  readonly port?: number;
  /** The app that people sign in with; the sandbox's unless given. */
  readonly signIn?: SignInApp;
  /** No limits unless given; `SLACK_LIMITS` are Slack's own. */
  readonly limits?: RateLimits;
}

/** Starts a Slack of these teams on loopback. */
export async function startSlackSimulator(options: SlackSimulatorOptions): Promise<SlackSimulator> {
  const world = makeWorld(options.clock, options.teams, options);
  const faults = makeFaultPlan();
  const dispatcher = makeDispatcher(world, options.signingSecret);
  const openId = makeOpenIdProvider(world, options.signIn ?? SANDBOX_SIGN_IN);
  const limiter = makeRateLimiter(world, options.limits ?? {});
  const server = await listen(options.port ?? 0, makeRoutes(world, faults, limiter, openId), world.hub.upgrade);
  world.origin = server.origin;
  const workspaceOf = (team: string) => expectWorkspace(world, team);

  return {
    apiUrl: `${server.origin}/api/`,
    connect(requestUrl) {
      dispatcher.connect(requestUrl);
      openId.registerRedirect(`${new URL(requestUrl).origin}/auth/slack/callback`);
    },
    replaceSigningKey: openId.replaceKey,
    close: server.close,

    command: (typed) => dispatchCommand(dispatcher, typed),
    press: (press) => pressInMessage(dispatcher, press),
    pressInView: (press) => pressInView(dispatcher, press),
    suggest: (asked) => suggest(dispatcher, asked),
    submit: (place, values = {}) => submitView(dispatcher, place, values),
    closeView: (place) => closeView(dispatcher, place),
    shortcut: (shortcut) => dispatchShortcut(dispatcher, shortcut),
    openHome: (visit) => openHome(dispatcher, visit),
    event: (event) => dispatchEvent(dispatcher, event),
    consent: (authorizeUrl, consent) => decide(world, authorizeUrl, consent),
    sockets: world.hub.sockets,
    refreshSockets: world.hub.refreshSockets,
    cutSockets: world.hub.cutSockets,
    uninstall: (place) => uninstall(dispatcher, place),
    say(said) {
      const { workspace, conversation, person } = standing(world, said);
      return addMessage(world, workspace, conversation, { user: person.id, text: said.text });
    },
    signedRequest: (typed) => commandRequest(dispatcher, typed),
    send,

    teams: () => [...world.workspaces.values()].map(toTeam),
    team: (id) => toTeam(workspaceOf(id)),
    messages: (team, channel) => workspaceOf(team).conversations.get(channel)?.messages.slice() ?? [],
    directMessage: (team, user) => findDirect(workspaceOf(team), [user])?.id ?? null,
    ephemerals: (team, user) => workspaceOf(team).ephemerals.get(user) ?? [],
    file: (id) => world.files.get(id) ?? null,
    views: (team, user) => openModals(workspaceOf(team), user),
    home: (team, user) => workspaceOf(team).homes.get(user) ?? null,

    calls: (method) => world.journal.calls().filter((call) => method === undefined || call.method === method),
    violations: world.journal.violations,
    fault: faults.add,
    watch: world.journal.watch,
    watchViews: world.journal.watchViews,
  };
}
