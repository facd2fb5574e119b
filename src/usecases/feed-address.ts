import type { Logger } from 'pino';
import type { FeedLinks } from '../domain/feed-links.ts';
import type { Settings } from '../store/settings.ts';
import type { Actor } from './change-meeting.ts';

/** The address of somebody's feed: a secret of theirs, to be shown to them alone. */
export type FeedAddressOf = (actor: Actor) => Promise<string>;

export function makeFeedAddressOf(deps: {
  readonly settings: Pick<Settings, 'feedVersion'>;
  readonly feedLinks: Pick<FeedLinks, 'urlFor'>;
}): FeedAddressOf {
  const { settings, feedLinks } = deps;
  return async ({ workspace, user }) =>
    feedLinks.urlFor({ workspace, user, version: await settings.feedVersion(workspace, user) });
}

/** Gives somebody's feed a new address; the one before leads nowhere from then on. Pressed twice at once, it is done once. */
export type ReplaceFeedAddress = (actor: Actor) => Promise<void>;

export function makeReplaceFeedAddress(
  settings: Pick<Settings, 'feedVersion' | 'raiseFeedVersion'>,
  log: Pick<Logger, 'info'>,
): ReplaceFeedAddress {
  return async ({ workspace, user }) => {
    const version = await settings.feedVersion(workspace, user);
    await settings.raiseFeedVersion(workspace, user, version + 1);
    log.info({ workspace, user }, 'the address of a feed was replaced');
  };
}
