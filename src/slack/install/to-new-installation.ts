import type { Installation as SlackInstallation } from '@slack/oauth';
import { DateTime } from 'luxon';
import type { SlackUserId, WorkspaceId } from '../../domain/ids.ts';
import type { NewInstallation } from '../../usecases/record-installation.ts';

/** What Slack's library made of `oauth.v2.access`. @throws Error where it has no bot, which our scopes always ask for */
export function toNewInstallation(installation: SlackInstallation): NewInstallation {
  const { team, enterprise, isEnterpriseInstall: isOrganization = false, bot, user, appId } = installation;
  const place = isOrganization ? enterprise : team;
  if (!place || !bot) throw new Error('Slack installed the app without a bot, or nowhere');
  const { token: secret, refreshToken, expiresAt, userId, scopes } = bot;
  return {
    workspace: place.id as WorkspaceId,
    isOrganization,
    name: place.name ?? place.id,
    appId: appId ?? '',
    botUserId: userId as SlackUserId,
    scopes,
    installedBy: user.id as SlackUserId,
    token: {
      secret,
      rotation:
        refreshToken && expiresAt
          ? { refreshToken, expiresAt: DateTime.fromSeconds(expiresAt, { zone: 'utc' }) }
          : null,
    },
  };
}
