import { createHash } from 'node:crypto';
import type { Meeting } from '../domain/meeting.ts';

/**
 * What a form for this meeting shows, in one short text: where it has changed since the form was opened, saving the form
 * would undo what somebody else did meanwhile.
 */
export function faceOfForm({ title, notes, startsAt, endsAt, access, waitForHost, ...rest }: Meeting): string {
  const invitees = rest.invitees.filter(({ via }) => via === null).map(({ id }) => id);
  const channels = rest.channels.map(({ id }) => id);
  const shown = [
    title,
    notes,
    startsAt.toMillis(),
    endsAt.toMillis(),
    access,
    waitForHost,
    invitees,
    channels,
    rest.groups,
  ];
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 16);
}
