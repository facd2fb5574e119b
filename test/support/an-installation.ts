import type { SlackUserId } from '../../src/domain/ids.ts';
import type { Installation } from '../../src/domain/installation.ts';
import { ACME, AGREED_AT } from './a-meeting.ts';

/** Acme's, with a token that does not rotate. */
export function anInstallation(changes: Partial<Installation> = {}): Installation {
  return {
    workspace: ACME,
    isOrganization: false,
    name: 'Acme',
    appId: 'A0CONVENE',
    botUserId: 'U0CONVENE' as SlackUserId,
    scopes: ['commands', 'chat:write'],
    installedBy: 'U0ALICE00' as SlackUserId,
    installedAt: AGREED_AT,
    token: { sealed: 'sealed token', expiresAt: null },
    ...changes,
  };
}
