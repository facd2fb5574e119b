import { freeSpace } from '../adapters/free-space.ts';
import { makeAesGcmSealer } from '../adapters/sealing/aes-gcm-sealer.ts';
import { makeSlackProbe } from '../adapters/slack/probe.ts';
import { webProbe } from '../adapters/web-probe.ts';
import type { Config } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { RoomService } from '../ports/rooms.ts';
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
      checkMail(mail.transport),
      ...more,
    ],
    mayTakeMs,
  );
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
    const { secret, rotation } = openToken(sealer, workspace, token);
    yield { about: `Slack token of ${name}`, token: secret, rotates: rotation !== null };
  }
}
