import { apiBase, isLoopback } from './addresses.ts';
import { matching, oneOf, secret } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface RoomsSettings {
  readonly service: RoomsService;
  /** The service is simulated, so the page may show its demo room instead of a real call. */
  readonly isSimulated: boolean;
  readonly hostPreset: string;
  readonly guestPreset: string;
  /** Of guests from outside the workspace. */
  readonly outsidePreset: string;
}

/** `apiUrl` replaces the service's own address; it has no slash at the end. */
export type RoomsService =
  | {
      readonly kind: 'realtimekit';
      readonly apiUrl: string | null;
      readonly accountId: string;
      readonly appId: string;
      /** A Cloudflare API token with the permission Realtime / Realtime Admin. */
      readonly apiToken: string;
    }
  | {
      readonly kind: 'dyte';
      readonly apiUrl: string | null;
      readonly organizationId: string;
      readonly apiKey: string;
    }
  /** Null: the simulator inside this process. */
  | { readonly kind: 'simulated'; readonly apiUrl: string | null };

type Kind = RoomsService['kind'];

const CREDENTIALS: Readonly<Record<Exclude<Kind, 'simulated'>, readonly string[]>> = {
  realtimekit: ['CLOUDFLARE_ACCOUNT_ID', 'CLOUDFLARE_API_TOKEN', 'REALTIMEKIT_APP_ID'],
  dyte: ['DYTE_ORG_ID', 'DYTE_API_KEY'],
};

const identifier = matching(/^[\w-]+$/, 'an id of letters, digits, - and _');
const credential = secret(/^[!-~]+$/, 'a credential as its console shows it');
const presetName = matching(/^[ -~]{1,100}$/, 'the name of a preset of the video service');

export function readRoomsSettings(settings: SettingsReader): RoomsSettings {
  const apiUrl = settings.optional('ROOMS_API_URL', apiBase);
  const kind =
    settings.optional('ROOMS', oneOf<Kind>('realtimekit', 'dyte', 'simulated')) ?? kindOfCredentials(settings);
  const guestPreset = settings.optional('GUEST_PRESET', presetName) ?? 'group_call_participant';
  return {
    service: readService(settings, kind, apiUrl),
    isSimulated: kind === 'simulated' || (apiUrl !== null && isLoopback(new URL(apiUrl))),
    hostPreset: settings.optional('HOST_PRESET', presetName) ?? 'group_call_host',
    guestPreset,
    outsidePreset: settings.optional('OUTSIDE_PRESET', presetName) ?? guestPreset,
  };
}

function kindOfCredentials(settings: SettingsReader): Kind {
  const has = (kind: keyof typeof CREDENTIALS) => CREDENTIALS[kind].some((name) => settings.text(name) !== null);
  if (has('realtimekit') && has('dyte')) {
    const expected = 'realtimekit or dyte, since there are credentials of both';
    settings.fault({ name: 'ROOMS', kind: 'missing', expected });
  }
  if (has('realtimekit')) return 'realtimekit';
  if (has('dyte')) return 'dyte';
  const names = `${CREDENTIALS.realtimekit.join(', ')} or ${CREDENTIALS.dyte.join(', ')}`;
  const expected = `the credentials of a video service (${names}), or none at all with npm run sandbox`;
  settings.fault({ name: 'ROOMS', kind: 'missing', expected });
  return 'simulated';
}

/** RealtimeKit's account and app stand only in the address, so they are not needed where the whole address is given. */
function readService(settings: SettingsReader, kind: Kind, apiUrl: string | null): RoomsService {
  const inAddress = (name: string) =>
    apiUrl === null ? settings.required(name, identifier) : (settings.optional(name, identifier) ?? '');
  switch (kind) {
    case 'realtimekit':
      return {
        kind,
        apiUrl,
        accountId: inAddress('CLOUDFLARE_ACCOUNT_ID'),
        appId: inAddress('REALTIMEKIT_APP_ID'),
        apiToken: settings.required('CLOUDFLARE_API_TOKEN', credential),
      };
    case 'dyte':
      return {
        kind,
        apiUrl,
        organizationId: settings.required('DYTE_ORG_ID', credential),
        apiKey: settings.required('DYTE_API_KEY', credential),
      };
    case 'simulated':
      return { kind, apiUrl };
  }
}
