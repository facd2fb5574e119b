import { setTimeout as sleep } from 'node:timers/promises';
import type { DateTime, Duration } from 'luxon';
import type { Logger } from 'pino';
import { makeAesGcmSealer } from '../adapters/sealing/aes-gcm-sealer.ts';
import { makeTokenExchange } from '../adapters/slack/token-exchange.ts';
import type { OAuthSettings } from '../config/slack.ts';
import type { Config } from '../config.ts';
import type { WorkspaceId } from '../domain/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { Gates } from '../ports/gates.ts';
import type { Meetings } from '../store/meetings.ts';
import { type BotTokenOf, makeBotTokenOf } from '../usecases/bot-token-of.ts';
import { makeCloseRemoved } from '../usecases/close-removed.ts';
import { closedWhileGone } from '../usecases/closed-while-gone.ts';
import { makeKnownInstallations } from '../usecases/known-installations.ts';
import { meetingsOfInstalled } from '../usecases/meetings-of-installed.ts';
import { makeNoteRemoval, type NoteRemoval } from '../usecases/note-removal.ts';
import { noteRemovalInTheEnd } from '../usecases/note-removal-in-the-end.ts';
import { makeOneInstallation } from '../usecases/one-installation.ts';
import type { PurgeNext } from '../usecases/purge-expired.ts';
import { makePurgeRemoved, nextRemovedPurgeAt } from '../usecases/purge-removed.ts';
import { makeRecordInstallation, type RecordInstallation } from '../usecases/record-installation.ts';
import type { RemoveMeeting } from '../usecases/remove-meeting.ts';
import { makeRenewToken } from '../usecases/renew-token.ts';
import { makeStopWhereRefused, type StopWhereRefused } from '../usecases/stop-where-refused.ts';
import { withoutRemoved } from '../usecases/without-removed.ts';
import type { Collections } from './collections.ts';

/** Where the app is, and what follows from that for everything else. */
export interface Workspaces {
  readonly tokenOf: BotTokenOf;
  isInstalled(workspace: WorkspaceId): Promise<boolean>;
  readonly recordInstallation: RecordInstallation;
  readonly noteRemoval: NoteRemoval;
  readonly stopWhereRefused: StopWhereRefused;
  /** Closed into a workspace that removed the app. */
  readonly gates: Gates;
  /** Without those of a workspace that removed the app. */
  readonly doorMeetings: Meetings;
  /** Removes what is stored of a workspace some time after it removed the app. */
  readonly purgeNext: PurgeNext;
  nextPurgeAt(): Promise<DateTime | null>;
}

interface Options {
  readonly config: Config;
  readonly collections: Collections;
  readonly removeMeeting: RemoveMeeting;
  readonly keepFor: Duration;
  readonly clock: Clock;
  readonly wake: () => void;
  readonly log: Logger;
}

export function openWorkspaces(options: Options): Workspaces {
  const { installed } = options.config.slack;
  return installed.kind === 'token' ? oneWorkspace(installed.botToken, options) : manyWorkspaces(installed, options);
}

/** The one whose token is in the settings: no token is stored of it, and only the operator can install the app anew. */
function oneWorkspace(botToken: string, options: Options): Workspaces {
  const { config, collections, clock, log } = options;
  const app = { apiUrl: config.slack.apiUrl, clientId: '', clientSecret: '' };
  const closeRemoved = makeCloseRemoved({ ...collections, ...options });
  const exchange = makeTokenExchange(app);
  const one = makeOneInstallation({
    ...options,
    botToken,
    seen: collections.seen,
    exchange,
    closeRemoved,
  });
  return {
    tokenOf: async () => botToken,
    isInstalled: one.isThere,
    recordInstallation: async () => {},
    noteRemoval: noteRemovalInTheEnd(one.noteRemoval, { pause: asleep, log }),
    stopWhereRefused: async (workspace) => {
      if (!(await one.isThere()) || (await exchange.isAlive(botToken))) return;
      await one.noteRemoval({ workspace, at: clock.now(), bots: null });
    },
    gates: closedWhileGone(collections.gates, one.isThere),
    doorMeetings: meetingsOfInstalled(collections.meetings, one.isThere),
    purgeNext: async () => false,
    nextPurgeAt: async () => null,
  };
}

/** Keeps no process from ending. */
const asleep = (ms: number) => sleep(ms, undefined, { ref: false });

function manyWorkspaces(oauth: OAuthSettings, options: Options): Workspaces {
  const { config, collections, removeMeeting, keepFor, clock, wake, log } = options;
  const { installations, meetings, mornings, deliveries } = collections;
  const [newestKey = '', ...olderKeys] = config.secrets.encryptionKeys;
  const sealer = makeAesGcmSealer([newestKey, ...olderKeys], 'installation tokens');
  const exchange = makeTokenExchange({ ...oauth, apiUrl: config.slack.apiUrl });
  const known = makeKnownInstallations(installations);
  const closeRemoved = makeCloseRemoved({ ...collections, clock, wake });
  const own = { installations, known, exchange, sealer, closeRemoved, clock, pause: sleep, wake, log };

  const removeMornings = async (workspace: WorkspaceId) => {
    for (const { id, user } of await mornings.ofWorkspace(workspace)) {
      await mornings.remove(workspace, user);
      await deliveries.removeOf(id);
    }
  };
  return {
    tokenOf: makeBotTokenOf({ ...own, renewToken: makeRenewToken(own) }),
    isInstalled: async (workspace) => (await known.get(workspace)) !== null,
    recordInstallation: makeRecordInstallation(own),
    noteRemoval: noteRemovalInTheEnd(makeNoteRemoval(own), { pause: asleep, log }),
    stopWhereRefused: makeStopWhereRefused(own),
    gates: withoutRemoved(collections.gates, installations, keepFor),
    doorMeetings: meetingsOfInstalled(meetings, async (workspace) => (await installations.get(workspace)) !== null),
    purgeNext: makePurgeRemoved({
      installations,
      meetings,
      removeMeeting,
      alsoRemove: [removeMornings, collections.settings.removeOfWorkspace],
      clock,
      keepFor,
    }),
    nextPurgeAt: () => nextRemovedPurgeAt(installations, keepFor),
  };
}
