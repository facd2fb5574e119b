import { type DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import type { WorkspaceId } from '../domain/ids.ts';
import { type Installation, removalConcerns } from '../domain/installation.ts';
import { ChatFault } from '../ports/chat-fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { TokenExchange } from '../ports/token-exchange.ts';
import type { Installations } from '../store/installations.ts';
import type { CloseRemoved } from './close-removed.ts';
import type { KnownInstallations } from './known-installations.ts';
import { openToken } from './sealed-token.ts';

/**
 * Slack said that the app, or tokens of it, are gone from a workspace.
 *
 * @param said.bots whose tokens; null where it is all of them
 */
export type NoteRemoval = (said: {
  readonly workspace: WorkspaceId;
  readonly at: DateTime;
  readonly bots: readonly string[] | null;
}) => Promise<void>;

/** More than clocks of servers differ, and less than it takes until somebody installs again. */
const CLOCKS_DIFFER_BY = Duration.fromObject({ minutes: 5 });

/** Stops everything for a workspace that removed the app, unless it has installed it again by now. */
export function makeNoteRemoval(deps: {
  readonly installations: Pick<Installations, 'get' | 'markRemoved'>;
  readonly known: KnownInstallations;
  readonly exchange: Pick<TokenExchange, 'isAlive'>;
  readonly sealer: Sealer;
  readonly closeRemoved: CloseRemoved;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'info' | 'warn'>;
}): NoteRemoval {
  const { installations, known, exchange, sealer, closeRemoved, clock, log } = deps;

  return async ({ workspace, at, bots }) => {
    const installation = await installations.get(workspace);
    // It is told twice: what was cut short the first time is made up for.
    if (!installation) await closeRemoved(workspace);
    if (!installation || (bots && !bots.includes(installation.botUserId))) return;
    if (await isStillThere(installation, at)) {
      log.info({ workspace }, 'the removal of an earlier installation was told late');
      return;
    }
    await installations.markRemoved(workspace, installation.installedAt, clock.now());
    known.forget(workspace);
    log.warn({ workspace }, 'the app was removed: nothing is sent there any more');
    await closeRemoved(workspace);
  };

  async function isStillThere(installation: Installation, at: DateTime): Promise<boolean> {
    const concerns = removalConcerns(installation, at, CLOCKS_DIFFER_BY);
    return concerns === 'close' ? isAlive(installation, at) : concerns === 'older';
  }

  /** Where Slack cannot be asked, the clocks are believed after all. */
  async function isAlive({ workspace, token, installedAt }: Installation, at: DateTime): Promise<boolean> {
    try {
      return await exchange.isAlive(openToken(sealer, workspace, token).secret);
    } catch (error) {
      if (!(error instanceof ChatFault)) throw error;
      return at < installedAt;
    }
  }
}
