import { matching, oneOf, secret } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

/** What proves who somebody is: the personal link alone, or Sign in with Slack besides. */
export type IdentitySettings =
  | { readonly kind: 'link' }
  | { readonly kind: 'slack'; readonly clientId: string; readonly clientSecret: string };

export function readIdentitySettings(settings: SettingsReader): IdentitySettings {
  const kind = settings.optional('JOIN_IDENTITY', oneOf<IdentitySettings['kind']>('link', 'slack')) ?? 'link';
  if (kind === 'link') return { kind };
  return {
    kind,
    clientId: settings.required('SLACK_CLIENT_ID', matching(/^\d+\.\d+$/, 'the client id of the app, such as 12.34')),
    clientSecret: settings.required(
      'SLACK_CLIENT_SECRET',
      secret(/^\S{16,}$/, 'the client secret of the app, 16 characters or more'),
    ),
  };
}
