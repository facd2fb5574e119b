import type { Logger } from 'pino';
import type { Delivery, DeliveryKind, Outcome } from '../domain/delivery.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { TokenExchange } from '../ports/token-exchange.ts';
import type { Installations } from '../store/installations.ts';
import type { CloseRemoved } from './close-removed.ts';
import type { KnownInstallations } from './known-installations.ts';
import type { PerformDelivery } from './perform-delivery.ts';
import { openToken } from './sealed-token.ts';

/** Stops everything for a workspace whose token Slack itself calls dead, in case its word of the removal did not come. */
export type StopWhereRefused = (workspace: WorkspaceId) => Promise<void>;

/**
 * What Slack answers with a token that is gone for good (docs.slack.dev/reference/methods/auth.test). Not `invalid_auth`, which
 * it also answers to an address that a workspace does not allow: data would go for a wrong route.
 */
const IS_DEAD: ReadonlySet<string> = new Set(['token_revoked', 'account_inactive']);

export function makeStopWhereRefused(deps: {
  readonly installations: Pick<Installations, 'get' | 'markRemoved'>;
  readonly known: KnownInstallations;
  readonly exchange: Pick<TokenExchange, 'isAlive'>;
  readonly sealer: Sealer;
  readonly closeRemoved: CloseRemoved;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}): StopWhereRefused {
  const { installations, known, exchange, sealer, closeRemoved, clock, log } = deps;
  const asking = new Map<WorkspaceId, Promise<void>>();

  /** A burst that is refused is one question. */
  return (workspace) => {
    const asked = asking.get(workspace) ?? stop(workspace).finally(() => asking.delete(workspace));
    asking.set(workspace, asked);
    return asked;
  };

  async function stop(workspace: WorkspaceId): Promise<void> {
    // As it is stored now: the token that was refused may have been replaced since.
    const installation = await installations.get(workspace);
    known.forget(workspace);
    if (!installation || (await exchange.isAlive(openToken(sealer, workspace, installation.token).secret))) return;
    await installations.markRemoved(workspace, installation.installedAt, clock.now());
    known.forget(workspace);
    log.warn({ workspace }, 'Slack calls the token dead: nothing is sent there until the app is installed again');
    await closeRemoved(workspace);
  }
}

type Performers = Readonly<Record<DeliveryKind, PerformDelivery>>;

/** The same performers, which also ask whether the app is gone where Slack takes its token no more. */
export function stoppingWhereRefused(
  performers: Performers,
  deps: { readonly stopWhereRefused: StopWhereRefused; readonly log: Pick<Logger, 'error'> },
): Performers {
  const { stopWhereRefused, log } = deps;
  const stopping =
    (perform: PerformDelivery): PerformDelivery =>
    async (delivery, stillMine) => {
      const outcome = await perform(delivery, stillMine);
      if (isRefused(outcome)) await stop(delivery);
      return outcome;
    };
  return Object.fromEntries(
    Object.entries(performers).map(([kind, perform]) => [kind, stopping(perform)]),
  ) as unknown as Performers;

  /** The next delivery that is refused asks again. */
  async function stop({ workspace }: Delivery): Promise<void> {
    await stopWhereRefused(workspace).catch((error: unknown) => {
      log.error({ workspace, err: error }, 'whether the app is gone from a workspace could not be found out');
    });
  }
}

function isRefused(outcome: Outcome): boolean {
  return outcome.kind === 'again' && IS_DEAD.has(outcome.reason);
}
