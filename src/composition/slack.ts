import type { Duration } from 'luxon';
import { makeAskSlack } from '../adapters/slack/ask.ts';
import { makeClientFor } from '../adapters/slack/client.ts';
import { makeSlackDirectory } from '../adapters/slack/directory.ts';
import { makeSlackMessenger } from '../adapters/slack/messenger.ts';
import { pacedMessenger } from '../adapters/slack/paced-messenger.ts';
import { makeSlackSurfaces } from '../adapters/slack/surfaces.ts';
import { makeUploadBytes } from '../adapters/slack/upload-bytes.ts';
import type { Clock } from '../ports/clock.ts';
import type { Directory } from '../ports/directory.ts';
import type { Gates } from '../ports/gates.ts';
import type { Messenger } from '../ports/messenger.ts';
import type { Surfaces } from '../ports/surfaces.ts';
import type { BotTokenOf } from '../usecases/bot-token-of.ts';
import { welcomingStrangers } from '../usecases/welcoming-strangers.ts';

/** Short, since everybody who asks about the same person meanwhile waits for the same answer. */
const LOOKING_UP_MAY_TAKE_MS = 3_000;

/** What a modal is opened with lives no longer. */
const SHOWING_MAY_TAKE_MS = 2_500;

/** Slack's workspaces as the ports see them. */
export function reachSlack(options: {
  readonly tokenOf: BotTokenOf;
  readonly apiUrl: string;
  readonly sendingMayTake: Duration;
  readonly strangersMayCome: boolean;
  readonly gates: Gates;
  readonly clock: Clock;
}): { readonly directory: Directory; readonly messenger: Messenger; readonly surfaces: Surfaces } {
  const { tokenOf, apiUrl, sendingMayTake, strangersMayCome, gates, clock } = options;
  const askWithin = (timeoutMs: number) =>
    makeAskSlack({ clientFor: makeClientFor({ tokenOf, apiUrl, timeoutMs }), gates, clock });
  const directory = makeSlackDirectory(askWithin(LOOKING_UP_MAY_TAKE_MS));
  const timeoutMs = sendingMayTake.toMillis();
  return {
    directory: strangersMayCome ? welcomingStrangers(directory) : directory,
    surfaces: makeSlackSurfaces(askWithin(SHOWING_MAY_TAKE_MS)),
    messenger: pacedMessenger(makeSlackMessenger(askWithin(timeoutMs), makeUploadBytes(apiUrl, timeoutMs)), clock),
  };
}
