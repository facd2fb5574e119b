import type { Logger } from 'pino';
import type { WorkspaceId } from '../domain/ids.ts';
import { type Installation, type SealedToken, tokenNeed } from '../domain/installation.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { TokenExchange } from '../ports/token-exchange.ts';
import type { Installations } from '../store/installations.ts';
import type { KnownInstallations } from './known-installations.ts';
import { openToken, sealToken } from './sealed-token.ts';

/**
 * Fetches the next token of a workspace where the present one is about to expire. A refresh token works once, so of all
 * who ask at the same time, in all processes, one does it; in this process the others wait for it.
 *
 * @throws SealBroken, StoreUnavailable; ChatFault where there is no good token left
 */
export type RenewToken = (workspace: WorkspaceId) => Promise<void>;

/** Longer than a call may take. Nobody else tries before, also where this one failed. */
const RENEWAL = { seconds: 30 };
const TRIES_TO_STORE = 5;
const BETWEEN_TRIES_MS = 1_000;

export function makeRenewToken(deps: {
  readonly installations: Pick<Installations, 'get' | 'beginRenewal' | 'endRenewal'>;
  readonly known: KnownInstallations;
  readonly exchange: TokenExchange;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly pause: (ms: number) => Promise<void>;
  readonly log: Pick<Logger, 'info' | 'warn' | 'error'>;
}): RenewToken {
  const { installations, known, exchange, sealer, clock, pause, log } = deps;
  const underWay = new Map<WorkspaceId, Promise<void>>();

  return (workspace) => {
    const begun = underWay.get(workspace);
    if (begun) return begun;
    const renewal = renew(workspace).finally(() => underWay.delete(workspace));
    underWay.set(workspace, renewal);
    return renewal;
  };

  async function renew(workspace: WorkspaceId): Promise<void> {
    // Another process may have been faster than our memory.
    const installation = await installations.get(workspace);
    known.forget(workspace);
    if (!installation || tokenNeed(installation.token, clock.now()) === 'good') return;
    const { rotation } = openToken(sealer, workspace, installation.token);
    if (!rotation || !(await begin(installation))) return;
    const next = await fetchNext(installation, rotation.refreshToken);
    if (!next) return;
    await keep(workspace, installation.token, next);
    known.forget(workspace);
    log.info({ workspace }, 'renewed the token of a workspace');
  }

  function begin({ workspace, token }: Installation): Promise<boolean> {
    const now = clock.now();
    return installations.beginRenewal(workspace, token, now.plus(RENEWAL), now);
  }

  /** Null where it failed, but the present token is still good for a while. */
  async function fetchNext({ workspace, token }: Installation, refreshToken: string): Promise<SealedToken | null> {
    try {
      const { token: secret, refreshToken: next, livesForSeconds } = await exchange.renew(refreshToken);
      const expiresAt = clock.now().plus({ seconds: livesForSeconds });
      return sealToken(sealer, workspace, { secret, rotation: { refreshToken: next, expiresAt } });
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      const isOver = error.kind === 'unauthorized';
      const told = { workspace, reason: error.code };
      if (isOver)
        log.error(told, 'the token of a workspace cannot be renewed: the app has to be installed there again');
      else log.warn(told, 'the token of a workspace was not renewed; it will be tried again');
      if (tokenNeed(token, clock.now()) === 'renew-first') throw error;
      return null;
    }
  }

  /** The spent one cannot be used again, so this one may not be lost to a moment without the store. */
  async function keep(workspace: WorkspaceId, spent: SealedToken, next: SealedToken): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await installations.endRenewal(workspace, spent, next);
      } catch (error) {
        if (tries >= TRIES_TO_STORE) throw error;
        await pause(BETWEEN_TRIES_MS);
      }
    }
  }
}
