import type { SlackUserId, WorkspaceId } from '../domain/ids.ts';
import type { MailAddress } from '../domain/mail-address.ts';

/** Who is who in a workspace. Answers are kept for some minutes. */
export interface Directory {
  /**
   * Null when the workspace knows nobody by this id.
   * @throws ChatFault
   */
  person(workspace: WorkspaceId, user: SlackUserId): Promise<Person | null>;
  /**
   * Some of those who administer the workspace; none only where there are none. Of an organization's workspaces the one
   * that this person is, or was, in comes first.
   * @throws ChatFault
   */
  admins(workspace: WorkspaceId, near: SlackUserId): Promise<readonly Person[]>;
  /**
   * Who is in a user group now.
   * @throws ChatFault; `missing_scope` where the app was not granted a look at groups
   */
  groupMembers(workspace: WorkspaceId, group: string): Promise<readonly SlackUserId[]>;
  /** The user groups of a workspace, or of all of an organization. @throws ChatFault, as `groupMembers` */
  groups(workspace: WorkspaceId): Promise<readonly UserGroup[]>;
  /**
   * Whether somebody is in a channel; `unknowable` where the app may not look.
   * @throws ChatFault
   */
  isInChannel(workspace: WorkspaceId, channel: string, user: SlackUserId): Promise<boolean | 'unknowable'>;
}

export interface UserGroup {
  readonly id: string;
  /** Without the `@`. */
  readonly handle: string;
  readonly name: string;
}

export interface Person {
  readonly user: SlackUserId;
  readonly name: string;
  /** A stranger is of another organization, met in a channel that is shared with it (Slack Connect). */
  readonly kind: 'person' | 'stranger' | 'bot' | 'deactivated';
  /** IANA name; null when the profile has none or one that we cannot read. */
  readonly zone: string | null;
  /** Such as `en-US`; null when unknown. */
  readonly locale: string | null;
  /** Null when the profile has none, or we may not read it. */
  readonly email: MailAddress | null;
  /** Administers or owns the workspace. */
  readonly isAdmin: boolean;
}
