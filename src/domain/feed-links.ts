import type { SlackUserId, WorkspaceId } from './ids.ts';
import { isSigned, type LinkKeys, mac } from './join-link.ts';

/** Whose feed an address leads to. */
export interface FeedLink {
  readonly workspace: WorkspaceId;
  readonly user: SlackUserId;
  /** Raised to make the addresses given out before worthless. */
  readonly version: number;
}

export interface FeedLinks {
  /** `https://…/calendar/<secret>.ics`; whoever has it can read all of this person's meetings. */
  urlFor(link: FeedLink): string;
  /** What the secret of such a URL says, or null if it is not ours. Needs no look at anything stored. */
  read(secret: string): FeedLink | null;
}

const SHAPE = /^([A-Z0-9]{1,32})\.([A-Z0-9]{1,32})\.([1-9]\d{0,8})\.([\w-]{43})$/;

/**
 * @param publicUrl an origin, without a slash at its end
 * @param keys of this purpose alone
 */
export function makeFeedLinks(publicUrl: string, keys: LinkKeys): FeedLinks {
  return {
    urlFor({ workspace, user, version }) {
      const claim = `${workspace}.${user}.${version}`;
      return `${publicUrl}/calendar/${claim}.${mac(claim, keys[0])}.ics`;
    },
    read(secret) {
      const [, workspace = '', user = '', version = '', given = ''] = SHAPE.exec(secret) ?? [];
      return isSigned(`${workspace}.${user}.${version}`, given, keys)
        ? { workspace: workspace as WorkspaceId, user: user as SlackUserId, version: Number(version) }
        : null;
    },
  };
}
