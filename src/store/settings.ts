import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { PersonalSettings } from '../domain/personal-settings.ts';
import type { CollectionSpec, DocumentStore, Documents } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { removeListed } from './remove-listed.ts';

/** Only what somebody chose; the rest is the installation's. */
interface SettingsDocument extends Partial<PersonalSettings> {
  readonly workspace: string;
  /** Absent while the first address of their feed is good. */
  readonly feedVersion?: number;
  /** They have opened their Home tab. */
  readonly hasHome?: true;
}

const FIRST_FEED_VERSION = 1;

const SPEC: CollectionSpec = {
  name: 'settings',
  fields: { workspace: 'string' },
  indexes: [{ name: 'workspace', on: ['workspace'] }],
};

/** What people chose for themselves, per workspace. */
export type Settings = Awaited<ReturnType<typeof openSettings>>;

export async function openSettings(store: DocumentStore) {
  const documents: Documents<SettingsDocument> = await store.collection(SPEC);
  const idOf = (workspace: WorkspaceId, user: SlackUserId) => `${workspace}/${user}`;

  return {
    async get(workspace: WorkspaceId, user: SlackUserId): Promise<Partial<PersonalSettings>> {
      const stored = await documents.get(idOf(workspace, user));
      if (!stored) return {};
      const { workspace: _, feedVersion: __, hasHome: ___, ...chosen } = stored.value;
      return chosen;
    },

    /** Of those among these people who chose anything. */
    async many(
      workspace: WorkspaceId,
      users: readonly SlackUserId[],
    ): Promise<ReadonlyMap<SlackUserId, Partial<PersonalSettings>>> {
      const found = await documents.getMany(users.map((user) => idOf(workspace, user)));
      const byId = new Map(found.map(({ id, value }) => [id, value]));
      return new Map(
        users.flatMap((user) => {
          const chosen = byId.get(idOf(workspace, user));
          return chosen ? [[user, chosen]] : [];
        }),
      );
    },

    /** Puts these in place of whatever was chosen. */
    async put(workspace: WorkspaceId, user: SlackUserId, chosen: Partial<PersonalSettings>): Promise<void> {
      await changeOrAdd(documents, idOf(workspace, user), (stored) => {
        const { feedVersion, hasHome } = stored ?? {};
        return { ...chosen, workspace, ...(feedVersion && { feedVersion }), ...(hasHome && { hasHome }) };
      });
    },

    /** Which address of somebody's feed is good: how often it was replaced, plus one. */
    async feedVersion(workspace: WorkspaceId, user: SlackUserId): Promise<number> {
      const stored = await documents.get(idOf(workspace, user));
      return stored?.value.feedVersion ?? FIRST_FEED_VERSION;
    },

    /** Makes the addresses before this version worthless for good; never goes back. */
    async raiseFeedVersion(workspace: WorkspaceId, user: SlackUserId, version: number): Promise<void> {
      await changeOrAdd(documents, idOf(workspace, user), (stored) => ({
        ...stored,
        workspace,
        feedVersion: Math.max(version, stored?.feedVersion ?? FIRST_FEED_VERSION),
      }));
    },

    async hasHome(workspace: WorkspaceId, user: SlackUserId): Promise<boolean> {
      return (await documents.get(idOf(workspace, user)))?.value.hasHome ?? false;
    },

    /** Notes that this person has opened their Home tab; writes once. */
    async noteHome(workspace: WorkspaceId, user: SlackUserId): Promise<void> {
      const noted = (stored: SettingsDocument | null) =>
        stored?.hasHome ? null : { ...stored, workspace, hasHome: true as const };
      await changeOrAdd(documents, idOf(workspace, user), noted);
    },

    async remove(workspace: WorkspaceId, user: SlackUserId): Promise<void> {
      await documents.remove(idOf(workspace, user));
    },

    async removeOfWorkspace(workspace: WorkspaceId): Promise<void> {
      await removeListed(documents, 'workspace', [workspace]);
    },
  };
}
