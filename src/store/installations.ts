import { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { Installation, SealedToken } from '../domain/installation.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { every } from './every.ts';
import { mutate } from './mutate.ts';

interface InstallationDocument extends Omit<Installation, 'workspace' | 'installedAt' | 'token'> {
  readonly installedAt: Date;
  /** Null after the app was removed. */
  readonly sealedToken: string | null;
  readonly tokenExpiresAt: Date | null;
  /** Until then somebody is fetching the next token, with a refresh token that works only once. */
  readonly renewingUntil: Date | null;
  /** From then on the app is not in this workspace any more. */
  readonly removedAt: Date | null;
}

const SPEC: CollectionSpec = {
  name: 'installations',
  fields: { removedAt: 'date' },
  indexes: [{ name: 'removal', on: ['removedAt'] }],
};

export interface Removal {
  readonly workspace: WorkspaceId;
  readonly removedAt: DateTime;
}

/** Which workspaces have the app, one document for each; one that lost it is remembered until its data is gone. */
export type Installations = Awaited<ReturnType<typeof openInstallations>>;

export async function openInstallations(store: DocumentStore) {
  const documents: Documents<InstallationDocument> = await store.collection(SPEC);

  return {
    /** Null where the app is not, or not any more. */
    async get(workspace: WorkspaceId): Promise<Installation | null> {
      const stored = await documents.get(workspace);
      return stored && toInstallation(stored);
    },

    /** Stores an installation in place of an earlier one, whose token is gone in the same write. */
    async put(installation: Installation): Promise<void> {
      const document = toDocument(installation);
      await changeOrAdd(documents, installation.workspace, () => document);
    },

    /**
     * Takes the right to fetch the token that comes after this one, which one process at a time may.
     *
     * @returns false when another one has it, or the token is another already
     */
    async beginRenewal(workspace: WorkspaceId, spent: SealedToken, until: DateTime, now: DateTime): Promise<boolean> {
      let isMine = false;
      await mutate(documents, workspace, (value) => {
        const isTaken = value.renewingUntil !== null && value.renewingUntil > now.toJSDate();
        isMine = value.sealedToken === spent.sealed && !isTaken;
        return isMine ? { ...value, renewingUntil: until.toJSDate() } : null;
      });
      return isMine;
    },

    /** Stores the next token and gives the right back; where the app was removed or installed anew meanwhile, nothing. */
    async endRenewal(workspace: WorkspaceId, spent: SealedToken, next: SealedToken): Promise<void> {
      const tokenExpiresAt = next.expiresAt?.toJSDate() ?? null;
      await mutate(documents, workspace, (value) =>
        value.sealedToken === spent.sealed
          ? { ...value, sealedToken: next.sealed, tokenExpiresAt, renewingUntil: null }
          : null,
      );
    },

    /**
     * In one write the token is gone and the app counts as removed.
     *
     * @param installedAt of the installation that is meant; one that came after it stays
     */
    async markRemoved(workspace: WorkspaceId, installedAt: DateTime, now: DateTime): Promise<void> {
      const removed = { sealedToken: null, tokenExpiresAt: null, renewingUntil: null, removedAt: now.toJSDate() };
      await mutate(documents, workspace, (value) =>
        value.removedAt || value.installedAt > installedAt.toJSDate() ? null : { ...value, ...removed },
      );
    },

    /** Where the app was removed, longest ago first. */
    async removed(): Promise<Removal[]> {
      return (await documents.list('removal', [])).flatMap(({ id, value: { removedAt } }) =>
        removedAt ? { workspace: id as WorkspaceId, removedAt: DateTime.fromJSDate(removedAt) } : [],
      );
    },

    /** Forgets that the app ever was in a workspace, unless it is there again. */
    async forget(workspace: WorkspaceId): Promise<void> {
      const stored = await documents.get(workspace);
      if (stored?.value.removedAt) await documents.remove(workspace);
    },

    /** Everywhere the app is. */
    async *all(): AsyncGenerator<Installation> {
      for await (const stored of every(documents)) {
        const installation = toInstallation(stored);
        if (installation) yield installation;
      }
    },
  };
}

function toDocument({ workspace: _, installedAt, token, ...rest }: Installation): InstallationDocument {
  return {
    ...rest,
    installedAt: installedAt.toJSDate(),
    sealedToken: token.sealed,
    tokenExpiresAt: token.expiresAt?.toJSDate() ?? null,
    renewingUntil: null,
    removedAt: null,
  };
}

function toInstallation({ id, value }: Stored<InstallationDocument>): Installation | null {
  const { sealedToken, tokenExpiresAt, renewingUntil: _renewing, removedAt: _removed, installedAt, ...rest } = value;
  if (sealedToken === null) return null;
  return {
    ...rest,
    workspace: id as WorkspaceId,
    botUserId: value.botUserId as SlackUserId,
    installedBy: value.installedBy as SlackUserId,
    installedAt: DateTime.fromJSDate(installedAt, { zone: 'utc' }),
    token: {
      sealed: sealedToken,
      expiresAt: tokenExpiresAt && DateTime.fromJSDate(tokenExpiresAt, { zone: 'utc' }),
    },
  };
}
