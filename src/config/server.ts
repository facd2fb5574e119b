import { publicOrigin } from './addresses.ts';
import { matching, oneOf, wholeNumber } from './formats.ts';
import type { SettingsReader } from './settings-reader.ts';

export interface ServerSettings {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** An origin: no path, no slash at the end. */
  readonly publicUrl: string;
  readonly trustedProxyHops: number;
  /** Null: no metrics. */
  readonly metricsPort: number | null;
  readonly logLevel: LogLevel;
}

export type LogLevel = 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';

export function readServerSettings(settings: SettingsReader): ServerSettings {
  return {
    port: settings.optional('PORT', wholeNumber(0, 65_535)) ?? 3000,
    host: settings.optional('HOST', matching(/^[\w.:-]+$/, 'a host name or an IP address to listen on')) ?? '0.0.0.0',
    publicUrl: settings.required('PUBLIC_URL', publicOrigin),
    trustedProxyHops: settings.optional('TRUSTED_PROXY_HOPS', wholeNumber(0, 10)) ?? 0,
    metricsPort: settings.optional('METRICS_PORT', wholeNumber(0, 65_535)),
    logLevel:
      settings.optional('LOG_LEVEL', oneOf<LogLevel>('trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent')) ??
      'info',
  };
}
