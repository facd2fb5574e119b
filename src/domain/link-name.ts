import type { InviteeId } from './ids.ts';
import type { Invitee } from './invitee.ts';

/** One of the links that a person of a meeting was given, without being one. */
export interface LinkName {
  readonly invitee: InviteeId;
  readonly version: number;
}

/** `<invitee>.<version>` */
export function linkName({ id, linkVersion }: Pick<Invitee, 'id' | 'linkVersion'>): string {
  return `${id}.${linkVersion}`;
}

/** Null for what names none. */
export function readLinkName(name: string): LinkName | null {
  const [, invitee, version] = /^([\w-]{1,64})\.(\d{1,9})$/.exec(name) ?? [];
  return invitee && version ? { invitee: invitee as InviteeId, version: Number(version) } : null;
}
