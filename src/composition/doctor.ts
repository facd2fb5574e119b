import { freeSpace } from '../adapters/free-space.ts';
import { greetSmtp } from '../adapters/mail/greet-smtp.ts';
import { makeAesGcmSealer } from '../adapters/sealing/aes-gcm-sealer.ts';
import { makeSlackProbe } from '../adapters/slack/probe.ts';
import { webProbe } from '../adapters/web-probe.ts';
import type { Config } from '../config.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { SealedToken } from '../domain/installation.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomService } from '../ports/rooms.ts';
import { SealBroken, type Sealer } from '../ports/sealer.ts';
import { OPTIONAL_SCOPES, REQUIRED_SCOPES } from '../slack/scopes.ts';
import type { Installations } from '../store/installations.ts';
import { checkAddresses } from '../usecases/checks/addresses.ts';
import { checkMail } from '../usecases/checks/mail.ts';
import { checkPresets } from '../usecases/checks/presets.ts';
import { checkSlackToken, type TokenToCheck } from '../usecases/checks/slack-token.ts';
import { checkStore } from '../usecases/checks/store.ts';
import { type Check, type Doctor, makeDoctor } from '../usecases/doctor.ts';
import { openToken } from '../usecases/sealed-token.ts';
import { presetsOf } from './presets.ts';

/** The doctor for these settings, at the command line and in Slack alike. It changes nothing. */
export function composeDoctor(deps: {
  readonly config: Config;
  readonly roomService: Pick<RoomService, 'listPresets'>;
  /** Null where the store cannot be read. */
  readonly installations: Pick<Installations, 'all'> | null;
  /** False where nothing was ever stored. */
  readonly pingStore: () => Promise<boolean>;
  readonly clock: Clock;
  /** Further checks, such as of the mail server. */
  readonly more?: readonly Check[];
  /** For whoever waits for the answer. */
  readonly mayTakeMs?: number;
}): Doctor {
  const { config, roomService, installations, pingStore, clock, more = [], mayTakeMs } = deps;
  const { slack, server, store, rooms, mail } = config;
  const probe = makeSlackProbe(slack.apiUrl);
  const { database } = store;
  return makeDoctor(
    [
      checkSlackToken({
        tokens: () => tokensOf(config, installations),
        required: REQUIRED_SCOPES,
        optional: OPTIONAL_SCOPES,
        probe,
        clock,
      }),
      checkAddresses({ publicUrl: server.publicUrl, web: webProbe, appToken: slack.appToken, slack: probe }),
      checkPresets(roomService, presetsOf(rooms)),
      checkStore({
        ping: pingStore,
        freeSpace: database.kind === 'file' ? () => freeSpace(database.folder) : null,
      }),
      checkMail(mail.transport, mail.transport?.kind === 'smtp' ? greet(mail.transport.url, mayTakeMs) : undefined),
      ...more,
    ],
    mayTakeMs,
  );
}

function greet(mailUrl: string, mayTakeMs?: number): () => Promise<void> {
  return () => greetSmtp(mailUrl, mayTakeMs && mayTakeMs / 2);
}

async function* tokensOf(
  { slack: { installed }, secrets }: Config,
  installations: Pick<Installations, 'all'> | null,
): AsyncGenerator<TokenToCheck> {
  if (installed.kind === 'token') {
    yield { about: 'Slack token', token: installed.botToken, rotates: false };
    return;
  }
  const [newestKey = '', ...olderKeys] = secrets.encryptionKeys;
  const sealer = makeAesGcmSealer([newestKey, ...olderKeys], 'installation tokens');
  for await (const { workspace, name, token } of installations?.all() ?? []) {
    yield { about: `Slack token of ${name}`, ...opened(sealer, workspace, token) };
  }
}

/** One that cannot be opened keeps nobody from looking at the others. */
function opened(sealer: Sealer, workspace: WorkspaceId, sealed: SealedToken): Pick<TokenToCheck, 'token' | 'rotates'> {
  try {
    const { secret, rotation } = openToken(sealer, workspace, sealed);
    return { token: secret, rotates: rotation !== null };
  } catch (error) {
    if (error instanceof SealBroken) return { token: null, rotates: false };
    throw error;
  }
}
