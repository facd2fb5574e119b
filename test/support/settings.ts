import { InvalidSettings } from '../../src/config/invalid-settings.ts';
import type { Environment } from '../../src/config/settings-reader.ts';
import { type Config, readConfig } from '../../src/config.ts';

export const LINK_SECRET = 'q7Vw2mT9xKc4RzL1pHs8NbYd3JfGa6Eu';

/** Everything but the video service. */
export const withoutRooms: Environment = {
  SLACK_BOT_TOKEN: 'xoxb-1-2-abc',
  SLACK_SIGNING_SECRET: '8f742231b10e8888abcd99yyyzzz85a5',
  PUBLIC_URL: 'https://meet.acme.org',
  LINK_SECRET,
};

/** The required settings and nothing else. */
export const enough: Environment = {
  ...withoutRooms,
  CLOUDFLARE_ACCOUNT_ID: 'acc1',
  CLOUDFLARE_API_TOKEN: 'cf-api-token',
  REALTIMEKIT_APP_ID: 'app1',
};

export function configWith(settings: Environment): Config {
  return readConfig({ ...enough, ...settings });
}

/** The error that the start ends with; fails where there is none. */
export function refusal(environment: Environment): InvalidSettings {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof InvalidSettings) return error;
    throw error;
  }
  throw new Error('The settings were accepted');
}

/** The names that are refused when these settings join the required ones. */
export function refusedNames(settings: Environment): string[] {
  return refusal({ ...enough, ...settings }).faults.map(({ name }) => name);
}

/** The names that are looked up, in alphabetical order. */
export function knownSettings(): string[] {
  const names = new Set<string>();
  const watched = new Proxy<Environment>({}, { get: (_, name) => void names.add(String(name)) });
  refusal(watched);
  return [...names].sort();
}
