import type { Contact } from '../domain/contact.ts';
import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import { readMailAddress } from '../domain/mail-address.ts';
import { type Called, WrongUsage } from './run-command.ts';

/** A workspace, and somebody in it by id or a guest of it by address. @throws WrongUsage */
export function personArguments({ positionals: [workspace = '', person = ''] }: Called): {
  readonly workspace: WorkspaceId;
  readonly contact: Contact;
} {
  if (!/^[TE][A-Z0-9]{2,}$/.test(workspace)) throw new WrongUsage('The workspace is an id such as T012AB3C4.');
  const contact = /^[UW][A-Z0-9]{2,}$/.test(person) ? (person as SlackUserId) : readMailAddress(person);
  if (contact === null) {
    throw new WrongUsage('The person is an id such as U012AB3C4, or the mail address of a guest.');
  }
  return { workspace: workspace as WorkspaceId, contact };
}
