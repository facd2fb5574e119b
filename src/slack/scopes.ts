/** What the app cannot do without. `manifest.yml` says the reason for each. */
export const REQUIRED_SCOPES: readonly string[] = ['commands', 'chat:write', 'im:write', 'users:read', 'files:write'];

/** What a workspace may leave out when it installs the app; it then does less. */
export const OPTIONAL_SCOPES: readonly string[] = [
  'users:read.email',
  'usergroups:read',
  'channels:read',
  'groups:read',
  'im:history',
  'files:read',
];
