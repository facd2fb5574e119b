import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';
import type { LogLevel } from './config/server.ts';
import { errorFields } from './log/error-fields.ts';
import { withoutSecrets } from './log/without-secrets.ts';

export type Log = Logger;

/**
 * JSON lines. Errors are reduced to what helps, and every line, message and stack included, is searched for secrets
 * just before it is written.
 *
 * @param destination standard output unless given
 */
export function makeLog({ level, destination }: { level: LogLevel; destination?: DestinationStream }): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plain(value)])),
      },
      serializers: { err: plain },
      hooks: { streamWrite: withoutSecrets },
    },
    destination ?? pino.destination(1),
  );
}

function plain(value: unknown): unknown {
  return value instanceof Error ? errorFields(value) : value;
}
