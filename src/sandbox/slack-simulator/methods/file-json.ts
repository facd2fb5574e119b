import type { StoredFile } from '../state/files.ts';
import type { Workspace } from '../state/workspace.ts';
import type { World } from '../state/world.ts';

/** A file as the Web API shows one: https://docs.slack.dev/reference/objects/file-object */
export function fileJson(world: World, workspace: Workspace, file: StoredFile): Record<string, unknown> {
  const direct = file.shares.filter(({ channel }) => channel.startsWith('D'));
  return {
    id: file.id,
    created: Math.floor(file.createdAt / 1_000),
    name: file.name,
    title: file.title,
    mimetype: file.name.endsWith('.ics') ? 'text/calendar' : 'application/octet-stream',
    user: workspace.botUserId,
    size: file.bytes.length,
    url_private: `${world.origin}/files/${file.id}/${encodeURIComponent(file.name)}`,
    url_private_download: `${world.origin}/files/${file.id}/${encodeURIComponent(file.name)}`,
    channels: file.sharedIn.filter((id) => id.startsWith('C')),
    groups: file.sharedIn.filter((id) => id.startsWith('G')),
    ims: file.sharedIn.filter((id) => id.startsWith('D')),
    shares: {
      ...shareJson('private', direct),
      ...shareJson(
        'public',
        file.shares.filter((share) => !direct.includes(share)),
      ),
    },
  };
}

function shareJson(visibility: string, shares: StoredFile['shares']): object {
  if (shares.length === 0) return {};
  return { [visibility]: Object.fromEntries(shares.map(({ channel, ts }) => [channel, [{ ts }]])) };
}
