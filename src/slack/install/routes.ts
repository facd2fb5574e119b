import { ErrorCode, InstallProvider } from '@slack/oauth';
import { type Response, Router } from 'express';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import type { RecordInstallation } from '../../usecases/record-installation.ts';
import { slackClientOptions } from '../client-options.ts';
import { quietSlackLogger } from '../quiet-logger.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../scopes.ts';
import { type InstallNotice, installed, notInstalled, START_AGAIN, STOPPED } from './notices.ts';
import { toNewInstallation } from './to-new-installation.ts';

/** Somebody waits in a browser. */
const CALL_MAY_TAKE_MS = 8_000;
const REDIRECT_PATH = '/slack/oauth_redirect';

/**
 * `GET /slack/install` sends the browser to Slack, and `GET /slack/oauth_redirect` is where Slack sends it back. The state
 * is signed, good for ten minutes, and bound to the browser by a cookie.
 */
export function installRoutes(deps: {
  readonly oauth: { readonly clientId: string; readonly clientSecret: string; readonly stateSecret: string };
  readonly apiUrl: string;
  readonly publicUrl: string;
  readonly recordInstallation: RecordInstallation;
  readonly showNotice: (notice: InstallNotice) => string;
  readonly log: Pick<Logger, 'warn' | 'error'>;
}): Router {
  const { oauth, apiUrl, publicUrl, recordInstallation, showNotice, log } = deps;
  const { clientId, clientSecret, stateSecret } = oauth;
  const installer = new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    // Tokens are looked up by `BotTokenOf`: the library's own way asks the store each time and renews without a lock.
    installationStore: {
      storeInstallation: (installation) => recordInstallation(toNewInstallation(installation)),
      fetchInstallation: () => Promise.reject(new Error('installations are not read here')),
    },
    installUrlOptions: {
      scopes: [...REQUIRED_SCOPES, ...OPTIONAL_SCOPES],
      redirectUri: `${publicUrl}${REDIRECT_PATH}`,
    },
    directInstall: true,
    authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
    clientOptions: slackClientOptions(apiUrl, CALL_MAY_TAKE_MS),
    logger: quietSlackLogger,
  });

  const router = Router();
  router.all([REDIRECT_PATH, '/slack/install'], (req, res, next) => {
    res.set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' });
    if (req.method === 'GET' || req.method === 'HEAD') next();
    else res.status(405).set('Allow', 'GET, HEAD').end();
  });
  router.get('/slack/install', (req, res) => installer.handleInstallPath(req, res));
  router.get(REDIRECT_PATH, (req, res) =>
    installer.handleCallback(req, res, {
      successAsync: async (installation) => answer(res, installed(toNewInstallation(installation))),
      failureAsync: async (error) => answer(res, noticeOf(error)),
    }),
  );
  return router;

  function answer(res: Response, notice: InstallNotice): void {
    res.status(notice.status).type('html').send(showNotice(notice));
  }

  /** Each of them is one line for whoever watches who installs what. */
  function noticeOf(error: Error & { readonly code: string }): InstallNotice {
    if (error.code === ErrorCode.AuthorizationError) return STOPPED;
    if (FROM_ELSEWHERE.has(error.code)) {
      log.warn({ code: error.code }, 'an installation was refused');
      return START_AGAIN;
    }
    const reference = newReference();
    log.error({ reference, err: error }, 'an installation failed');
    return notInstalled(reference);
  }
}

/** Begun in another browser, too long ago, or by nobody. */
const FROM_ELSEWHERE: ReadonlySet<string> = new Set([
  ErrorCode.InvalidStateError,
  ErrorCode.MissingStateError,
  ErrorCode.MissingCodeError,
]);
