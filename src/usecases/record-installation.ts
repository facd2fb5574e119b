import type { Logger } from 'pino';
import type { Installation } from '../domain/installation.ts';
import type { Clock } from '../ports/clock.ts';
import type { Sealer } from '../ports/sealer.ts';
import type { Installations } from '../store/installations.ts';
import type { KnownInstallations } from './known-installations.ts';
import { type BotToken, sealToken } from './sealed-token.ts';

export type NewInstallation = Omit<Installation, 'token' | 'installedAt'> & { readonly token: BotToken };

/** @throws StoreUnavailable, and then nothing was installed */
export type RecordInstallation = (installed: NewInstallation) => Promise<void>;

/** Somebody installed the app, or did so again: then what had waited goes out. */
export function makeRecordInstallation(deps: {
  readonly installations: Pick<Installations, 'put'>;
  readonly known: KnownInstallations;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Pick<Logger, 'info'>;
}): RecordInstallation {
  const { installations, known, sealer, clock, wake, log } = deps;

  return async ({ token, ...installed }) => {
    const { workspace, isOrganization, installedBy, scopes } = installed;
    const sealed = sealToken(sealer, workspace, token);
    await installations.put({ ...installed, token: sealed, installedAt: clock.now() });
    known.forget(workspace);
    log.info({ workspace, isOrganization, installedBy, scopes }, 'the app was installed');
    wake();
  };
}
