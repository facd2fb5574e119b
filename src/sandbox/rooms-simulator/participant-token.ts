import { randomBytes, randomUUID } from 'node:crypto';
import type { IssuedToken, Participant, Room } from './state.ts';

const DAYS_VALID = 100;

/**
 * A token of the service's shape: three base64url parts, of which the middle one holds the claims. Its signature is
 * noise; who wants to know whether a token is good looks it up. No two are the same.
 * @param now milliseconds since 1970
 */
export function issueToken(organizationId: string, room: Room, participant: Participant, now: number): IssuedToken {
  const iat = Math.floor(now / 1000);
  const exp = iat + DAYS_VALID * 86_400;
  const claims = {
    orgId: organizationId,
    meetingId: room.id,
    participantId: participant.id,
    presetId: participant.preset.id,
    iat,
    exp,
    jti: randomUUID(),
  };
  return {
    token: [encoded({ alg: 'RS256', typ: 'JWT' }), encoded(claims), randomBytes(256).toString('base64url')].join('.'),
    roomId: room.id,
    participantId: participant.id,
    personId: participant.personId,
    preset: participant.preset.name,
    issuedAt: now,
    expiresAt: exp * 1000,
  };
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
