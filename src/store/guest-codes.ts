import type { GuestCodes } from '../domain/guest-code.ts';
import type { InviteeId, MeetingId } from '../domain/ids.ts';
import type { CollectionSpec, DocumentStore, Documents, Stored } from '../ports/documents.ts';
import { changeOrAdd } from './change-or-add.ts';
import { type Plain, plain, revived } from './plain.ts';
import { removeListed } from './remove-listed.ts';

type GuestCodesDocument = Plain<GuestCodes> & { readonly meeting: string };

const SPEC: CollectionSpec = {
  name: 'guestCodes',
  fields: { meeting: 'string' },
  indexes: [{ name: 'meeting', on: ['meeting'] }],
};

/** How many codes were mailed to each guest, and how often one was tried; no code itself. */
export type GuestCodeRows = Awaited<ReturnType<typeof openGuestCodes>>;

export async function openGuestCodes(store: DocumentStore) {
  const documents: Documents<GuestCodesDocument> = await store.collection(SPEC);

  return {
    /** Null before the first code. */
    async get(meeting: MeetingId, invitee: InviteeId): Promise<GuestCodes | null> {
      const stored = await documents.get(rowId(meeting, invitee));
      return stored && toCodes(stored);
    },

    /** @param change must bear being run again when somebody else was faster; null changes nothing */
    async change(
      meeting: MeetingId,
      invitee: InviteeId,
      change: (codes: GuestCodes | null) => GuestCodes | null,
    ): Promise<void> {
      const id = rowId(meeting, invitee);
      await changeOrAdd(documents, id, (value) =>
        toDocument(meeting, change(value && toCodes({ id, version: 0, value }))),
      );
    },

    async removeOfInvitee(meeting: MeetingId, invitee: InviteeId): Promise<void> {
      await documents.remove(rowId(meeting, invitee));
    },

    async removeOf(meeting: MeetingId): Promise<void> {
      await removeListed(documents, 'meeting', [meeting]);
    },
  };
}

function rowId(meeting: MeetingId, invitee: InviteeId): string {
  return `${meeting}/${invitee}`;
}

function toDocument(meeting: MeetingId, codes: GuestCodes | null): GuestCodesDocument | null {
  return codes && ({ ...(plain(codes) as Plain<GuestCodes>), meeting } as GuestCodesDocument);
}

function toCodes({ value: { meeting: _meeting, ...codes } }: Stored<GuestCodesDocument>): GuestCodes {
  return revived(codes) as GuestCodes;
}
