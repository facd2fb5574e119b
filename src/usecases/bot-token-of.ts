import type { Logger } from 'pino';
import type { WorkspaceId } from '../domain/ids.ts';
import { type Installation, tokenNeed } from '../domain/installation.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import { StoreUnavailable } from '../ports/documents.ts';
import { SealBroken, type Sealer } from '../ports/sealer.ts';
import type { KnownInstallations } from './known-installations.ts';
import type { RenewToken } from './renew-token.ts';
import { openToken } from './sealed-token.ts';

/**
 * The bot's token in a workspace, from memory and at once unless it is about to expire.
 *
 * @throws ChatFault and nothing else: `unauthorized` where the app is not
 */
export type BotTokenOf = (workspace: WorkspaceId) => Promise<string>;

const OTHERS_MAY_TAKE_MS = 10_000;
const LOOK_EVERY_MS = 100;

/** Renews a token in good time, behind the answer; only one that has expired is waited for. */
export function makeBotTokenOf(deps: {
  readonly known: KnownInstallations;
  readonly renewToken: RenewToken;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: Pick<Logger, 'error'>;
}): BotTokenOf {
  const { known, renewToken, sealer, clock, pause, log } = deps;

  return async (workspace) => {
    try {
      return await tokenOf(workspace);
    } catch (error) {
      throw toChatFault(error, workspace);
    }
  };

  async function tokenOf(workspace: WorkspaceId): Promise<string> {
    const installation = await installationOf(workspace);
    const need = tokenNeed(installation.token, clock.now());
    if (need === 'renew-first') return opened(await renewedFirst(workspace));
    if (need === 'renew-soon') void renewToken(workspace).catch((error) => toChatFault(error, workspace));
    return opened(installation);
  }

  async function renewedFirst(workspace: WorkspaceId): Promise<Installation> {
    for (let waitedMs = 0; waitedMs < OTHERS_MAY_TAKE_MS; waitedMs += LOOK_EVERY_MS) {
      // Where another process is fetching it, this answers at once and nothing is new yet.
      await renewToken(workspace);
      const installation = await installationOf(workspace);
      if (tokenNeed(installation.token, clock.now()) !== 'renew-first') return installation;
      known.forget(workspace);
      await pause(LOOK_EVERY_MS);
    }
    throw new ChatFault('unavailable', 'token_not_renewed');
  }

  async function installationOf(workspace: WorkspaceId): Promise<Installation> {
    const installation = await known.get(workspace);
    if (!installation) throw new ChatFault('unauthorized', 'not_installed');
    return installation;
  }

  function opened({ workspace, token }: Installation): string {
    return openToken(sealer, workspace, token).secret;
  }

  function toChatFault(error: unknown, workspace: WorkspaceId): unknown {
    if (error instanceof StoreUnavailable) return new ChatFault('unavailable', 'store_unavailable', { cause: error });
    if (!(error instanceof SealBroken)) return error;
    log.error({ workspace, err: error }, 'a stored token cannot be decrypted: check ENCRYPTION_KEY, or install again');
    return new ChatFault('unauthorized', 'token_unreadable', { cause: error });
  }
}
