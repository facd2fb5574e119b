import { pino } from 'pino';
import { ok, refuse } from '../../src/domain/result.ts';
import { feedRoutes } from '../../src/door/feed-routes.ts';
import { publicRoutes } from '../../src/door/public-routes.ts';
import { recordingRoutes } from '../../src/door/recording-routes.ts';
import { unsubscribeRoutes } from '../../src/door/unsubscribe-routes.ts';
import { startHttpServer } from '../../src/http/server.ts';
import { installRoutes } from '../../src/slack/install/routes.ts';
import type { RecordingProblem } from '../../src/usecases/find-recording.ts';
import type { VisitProblem } from '../../src/usecases/visit-public-meeting.ts';
import { webhookRoutes } from '../../src/webhooks/routes.ts';
import { NOW, noAssets } from '../door/client.ts';
import { standup } from '../door/fake-door.ts';
import { KEY, PUBLIC_URL } from './open-server.ts';

/** Every address but those of the door, each with one secret that is genuine: `genuine`. */
export interface LinksServer {
  readonly origin: string;
  /** What stands in everybody's way; null for nothing. */
  failure: Error | null;
  recording: RecordingProblem['kind'] | null;
  visit: VisitProblem['kind'] | null;
  signature: 'genuine' | 'forged' | 'unknown';
  /** Makes everything good again. */
  calm(): void;
  close(): Promise<void>;
}

const GOOD = { failure: null, recording: null, visit: null, signature: 'genuine' } as const;

export async function openLinksServer(): Promise<LinksServer> {
  const state: Pick<LinksServer, keyof typeof GOOD> = { ...GOOD };
  const log = pino({ level: 'silent' });
  const genuine = async <T>(secret: string, value: T): Promise<T | null> => {
    if (state.failure) throw state.failure;
    return secret === 'genuine' ? value : null;
  };
  const clock = { now: () => NOW };
  const { startsAt, endsAt } = standup();
  const http = await startHttpServer({
    host: '127.0.0.1',
    port: 0,
    publicUrl: PUBLIC_URL,
    trustedProxyHops: 0,
    log,
    routes: [
      webhookRoutes({
        headerPrefix: 'rtk',
        checkSignature: async () => state.signature,
        readNotice: () => ({ kind: 'ended' }) as never,
        hearFromRoom: async () => (await genuine('genuine', 'heard' as const)) ?? 'not-ours',
        clock,
        log,
      }),
      unsubscribeRoutes({
        unsubscribe: {
          isGenuine: (token) => token === 'genuine',
          look: (token) => genuine(token, { title: 'Standup', wantsReminders: true }),
          choose: async (token) => (await genuine(token, true)) ?? false,
        },
        assets: noAssets,
        publicUrl: PUBLIC_URL,
        nonceKeys: [KEY],
        clock,
        log,
      }),
      feedRoutes({ fetchFeed: (secret) => genuine(secret, { content: 'BEGIN:VCALENDAR', changedAt: NOW }), log }),
      recordingRoutes({
        findRecording: async (link) => {
          if (state.recording) return refuse({ kind: state.recording });
          const found = await genuine(link, 'https://files.example.com/1.mp4');
          return found === null ? refuse({ kind: 'unknown-link' }) : ok(found);
        },
        assets: noAssets,
        log,
      }),
      publicRoutes({
        look: (link) =>
          genuine(link, { title: 'Standup', startsAt, endsAt, organizer: 'Alice Adams', status: 'open' as const }),
        visit: async () => (state.visit ? refuse({ kind: state.visit }) : ok(`${PUBLIC_URL}/j/x`)),
        assets: noAssets,
        publicUrl: PUBLIC_URL,
        nonceKeys: [KEY],
        clock,
        log,
      }),
      installRoutes({
        oauth: { clientId: '1.2', clientSecret: 'client-secret', stateSecret: 'state-secret' },
        apiUrl: 'http://127.0.0.1:9/api/',
        publicUrl: PUBLIC_URL,
        recordInstallation: async () => {},
        showNotice: ({ title }) => title,
        log,
      }),
    ],
  });
  return Object.assign(state, {
    origin: `http://127.0.0.1:${http.port}`,
    calm: () => void Object.assign(state, GOOD),
    close: () => http.close(0),
  });
}
