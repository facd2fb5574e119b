import type { RequestHandler, Router } from 'express';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type Assets, readAssets } from '../door/assets.ts';
import { feedRoutes } from '../door/feed-routes.ts';
import { installPage } from '../door/install-page.ts';
import { publicRoutes } from '../door/public-routes.ts';
import { recordingRoutes } from '../door/recording-routes.ts';
import { doorRoutes } from '../door/routes.ts';
import { unsubscribeRoutes } from '../door/unsubscribe-routes.ts';
import { healthRoutes } from '../http/health.ts';
import { logUnsigned } from '../http/log-unsigned.ts';
import { notFromTheFuture } from '../http/not-from-the-future.ts';
import { startHttpServer } from '../http/server.ts';
import type { Clock } from '../ports/clock.ts';
import { makeSlackApp } from '../slack/app.ts';
import type { InstallNotice } from '../slack/install/notices.ts';
import { installRoutes } from '../slack/install/routes.ts';
import { countingWaits } from '../usecases/counting-waits.ts';
import { loggingRevocations } from '../usecases/logging-revocations.ts';
import { makeNextMeeting, type NextMeeting } from '../usecases/next-meeting.ts';
import type { RecordInstallation } from '../usecases/record-installation.ts';
import { startWorker } from '../worker/worker.ts';
import { type Collections, openCollections } from './collections.ts';
import { openMetrics } from './open-metrics.ts';
import { openStore } from './open-store.ts';
import { reportMissingPresets } from './report-missing-presets.ts';
import { openRoomService } from './room-service.ts';
import { roomWebhookRoutes } from './room-webhook-routes.ts';
import { makeUseCases } from './use-cases.ts';
import { warmUp } from './warm-up.ts';

export interface Convene {
  readonly port: number;
  readonly nextMeeting: NextMeeting;
  /** Counts a fault that nothing had waited for. */
  readonly countFault: () => void;
  /** Something may be due, since the clock was moved. */
  wake(): void;
  /** Resolves when nothing is due and nothing is under way. */
  settled(): Promise<void>;
  /** Takes nothing new, ends what was begun, and lets go of the store. */
  stop(): Promise<void>;
}

const DELIVERIES_AT_ONCE = 32;
const LONGEST_SLEEP_MS = 30_000;
/** Where other processes store work too, of which nobody tells us. */
const SHARED_SLEEP_MS = 1_000;
/** Leaves the worker time to end what it began within the ten seconds that a container is given. */
const REQUESTS_MAY_TAKE_MS = 4_000;

/**
 * Starts the whole product from its settings: the shipped program and the sandbox differ only in what they hand in.
 *
 * @param browserFiles the folder of the built browser files
 * @param moreRoutes asked after the product's own
 * @throws AlreadyServing, StoreUnavailable, StoreUnusable, or an error of the port that cannot be listened on
 */
export async function startConvene(options: {
  readonly config: Config;
  readonly clock: Clock;
  readonly log: Logger;
  readonly browserFiles: string;
  readonly moreRoutes?: readonly (Router | RequestHandler)[];
}): Promise<Convene> {
  const { config, clock, log, browserFiles, moreRoutes = [] } = options;
  const assets = readAssets(browserFiles);
  const closing: (() => Promise<void>)[] = [];
  try {
    const { store, isShared, close: closeStore } = await openStore(config.store.database, log);
    closing.unshift(closeStore);
    const opened = await openCollections(store);
    const { meter, close: closeMetrics } = await openMetrics({ ...config.server, store, clock, log });
    closing.unshift(closeMetrics);
    const collections = {
      ...opened,
      meetings: loggingRevocations(opened.meetings, log),
      gates: countingWaits(opened.gates, meter),
    };
    const {
      roomService,
      webhooks,
      ownOrigin: roomsOrigin,
      close: closeRoomService,
    } = await openRoomService(config.rooms.service, clock);
    closing.unshift(closeRoomService);
    let wake = () => {};
    const useCases = makeUseCases({ config, collections, roomService, roomsOrigin, clock, log, wake: () => wake() });

    warmUp(clock.now());
    let isServing = true;
    const isReady = async () => {
      await store.ping();
      return isServing;
    };
    const { publicUrl, host, port, trustedProxyHops } = config.server;
    const slack = makeSlackApp({ ...config.slack, useCases, acknowledged: meter.acknowledged, clock, log });
    const http = await startHttpServer({
      host,
      port,
      publicUrl,
      trustedProxyHops,
      log,
      routes: [
        // First, since many stand before it at once.
        doorRoutes({ ...useCases, assets, publicUrl, pressed: meter.pressed, clock, log }),
        healthRoutes(isReady),
        assets.routes,
        roomWebhookRoutes({ webhooks, hearFromRoom: useCases.hearFromRoom, clock, log }),
        unsubscribeRoutes({
          unsubscribe: useCases.unsubscribe,
          assets,
          publicUrl,
          nonceKeys: useCases.nonceKeys,
          clock,
          log,
        }),
        feedRoutes({ fetchFeed: useCases.fetchFeed, log }),
        recordingRoutes({ findRecording: useCases.findRecording, assets, log }),
        publicRoutes({ ...useCases.publicDoor, assets, publicUrl, nonceKeys: useCases.nonceKeys, clock, log }),
        logUnsigned(log),
        notFromTheFuture,
        slack.routes,
        ...installing({ config, recordInstallation: useCases.recordInstallation, assets, log }),
        ...moreRoutes,
      ],
    });

    // Only now, when the port is ours, does anything go out.
    if (!isShared) await takeOver(collections, clock, log);
    const worker = startWorker({
      planNextMeeting: useCases.planNextMeeting,
      takeNextDelivery: async () => ((await useCases.isHeld()) ? null : useCases.takeNextDelivery()),
      purgeNext: useCases.purgeNext,
      nextDueAt: useCases.nextDueAt,
      clock,
      concurrency: DELIVERIES_AT_ONCE,
      longestSleepMs: isShared ? SHARED_SLEEP_MS : LONGEST_SLEEP_MS,
      log,
    });
    wake = worker.wake;
    slack.socket?.start();
    void reportMissingPresets(roomService, config.rooms, log);

    return {
      port: http.port,
      countFault: meter.failed,
      nextMeeting: makeNextMeeting({ meetings: collections.meetings, clock }),
      wake,
      settled: worker.settled,
      stop: async () => {
        isServing = false;
        await Promise.all([slack.socket?.stop(), http.close(REQUESTS_MAY_TAKE_MS), worker.stop()]);
        await closeAll(closing);
      },
    };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

/** Only where the app is for many workspaces. */
function installing(deps: {
  readonly config: Config;
  readonly recordInstallation: RecordInstallation;
  readonly assets: Assets;
  readonly log: Logger;
}): Router[] {
  const { config, recordInstallation, assets, log } = deps;
  const { installed: oauth, apiUrl } = config.slack;
  if (oauth.kind !== 'oauth') return [];
  const { publicUrl } = config.server;
  const showNotice = (notice: InstallNotice) => installPage(assets, notice);
  return [installRoutes({ oauth, apiUrl, publicUrl, recordInstallation, showNotice, log })];
}

/** Nobody else is serving from this store: what a process before us had claimed is free. */
async function takeOver({ meetings, deliveries }: Collections, clock: Clock, log: Logger): Promise<void> {
  const planning = await meetings.releaseClaims(clock.now());
  const sending = await deliveries.releaseClaims(clock.now());
  if (planning + sending > 0) log.info({ planning, sending }, 'took over what an earlier process had begun');
}

async function closeAll(closing: readonly (() => Promise<void>)[]): Promise<void> {
  for (const close of closing) await close();
}
