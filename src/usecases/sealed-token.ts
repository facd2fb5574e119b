import type { DateTime } from 'luxon';
import type { WorkspaceId } from '../domain/ids.ts';
import type { SealedToken } from '../domain/installation.ts';
import type { Sealer } from '../ports/sealer.ts';

/** A bot's token in the open, which is only ever in memory. */
export interface BotToken {
  readonly secret: string;
  /** Null where tokens do not rotate. */
  readonly rotation: { readonly refreshToken: string; readonly expiresAt: DateTime } | null;
}

/** Sealed for this workspace alone: it opens in no other one's document. */
export function sealToken(sealer: Sealer, workspace: WorkspaceId, { secret, rotation }: BotToken): SealedToken {
  const refreshToken = rotation?.refreshToken ?? null;
  return {
    sealed: sealer.seal(JSON.stringify({ secret, refreshToken }), workspace),
    expiresAt: rotation?.expiresAt ?? null,
  };
}

/** @throws SealBroken */
export function openToken(sealer: Sealer, workspace: WorkspaceId, { sealed, expiresAt }: SealedToken): BotToken {
  const { secret, refreshToken } = JSON.parse(sealer.open(sealed, workspace)) as Record<string, string | null>;
  return { secret: secret ?? '', rotation: refreshToken && expiresAt ? { refreshToken, expiresAt } : null };
}
