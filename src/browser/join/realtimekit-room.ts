import RealtimeKitClient from '@cloudflare/realtimekit';
import type {} from '@cloudflare/realtimekit-ui';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { endingOf, faultOf, isFailedJoin } from './realtimekit-faults.ts';
import type { OpenRoom, RoomAdapter, RoomOptions } from './room.ts';
import type { RoomEnding } from './room-outcome.ts';
import { type DrawingWatch, watchDrawing } from './watch-drawing.ts';

/** The SDK takes one call of `init` in this time. */
const INIT_EVERY_MS = 3000;
let nextInitAt = 0;
/** How long the device check may be shown without a connection: nobody can join from there, and the camera is on. */
const PATIENCE_MS = 10_000;

/** A call at RealtimeKit: its SDK, and its UI kit from the device check to the end. */
export const realtimekitRoom: RoomAdapter = {
  async open(options) {
    // First, since a start that then cannot be shown would leave the camera on.
    const kit = await import('@cloudflare/realtimekit-ui/dist/realtimekit-ui/realtimekit-ui.esm.js').catch(() => null);
    if (!kit) return { ok: false, fault: 'not-loaded' };
    try {
      return { ok: true, room: roomOf(await init(options.authToken), options) };
    } catch (error) {
      return { ok: false, fault: faultOf((error as { code?: unknown } | null)?.code) };
    }
  },
};

async function init(authToken: string): Promise<RealtimeKitClient> {
  const waitMs = nextInitAt - performance.now();
  if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
  nextInitAt = performance.now() + INIT_EVERY_MS;
  return RealtimeKitClient.init({
    authToken,
    defaults: { audio: true, video: true },
    // Without plugins there is one answer less to wait for.
    modules: { plugin: false },
  });
}

function roomOf(meeting: RealtimeKitClient, { title, onLeft }: RoomOptions): OpenRoom {
  let isOver = false;
  const finish = (ending: RoomEnding) => {
    if (isOver) return;
    isOver = true;
    stopWatching();
    drawing?.stop();
    void turnOff(meeting);
    onLeft(ending);
  };
  let drawing: DrawingWatch | null = null;
  const stopWatching = watchEntry(meeting, () => finish('not-connected'));

  return {
    show(host) {
      try {
        showCall(host);
      } catch {
        finish('not-shown');
      }
    },
  };

  function showCall(host: HTMLElement): void {
    const back = element('button', { type: 'button', class: 'control' }, icon('leave'), 'Back');
    const heading = element('h1', { dir: 'auto', tabindex: '-1' }, title);
    const bar = element('div', { class: 'call-bar' }, back, heading);
    const kit = element('rtk-meeting');
    kit.mode = 'fill';
    kit.showSetupScreen = true;
    kit.meeting = meeting;
    host.replaceChildren(element('div', { class: 'call' }, bar, kit));
    const watch = watchDrawing(kit, () => finish('not-shown'));
    drawing = watch;
    heading.focus();

    back.addEventListener('click', () => finish('left'));
    meeting.self.on('roomJoined', () => {
      bar.remove();
      stopWatching();
      watch.entered();
    });
    meeting.self.on('roomLeft', ({ state }) => {
      const ending = endingOf(state);
      if (ending !== null) finish(ending);
    });
  }
}

/**
 * Gives up when the call cannot be entered, or not soon. Once it is entered, the SDK mends the connection by itself.
 *
 * @returns ends the watch
 */
function watchEntry(meeting: RealtimeKitClient, giveUp: () => void): () => void {
  let timer: number | undefined;
  const onConnection = () => {
    if (meeting.meta.socketState.state === 'connected') timer = void clearTimeout(timer);
    else timer ??= setTimeout(giveUp, PATIENCE_MS);
  };
  // The kit keeps what `join` throws to itself; the SDK also tells the window.
  const onError = (event: Event) => {
    if (isFailedJoin((event as CustomEvent<{ code?: unknown }>).detail.code)) giveUp();
  };
  onConnection();
  meeting.meta.on('socketConnectionUpdate', onConnection);
  addEventListener('ClientError', onError);
  return () => {
    clearTimeout(timer);
    meeting.meta.removeListener('socketConnectionUpdate', onConnection);
    removeEventListener('ClientError', onError);
  };
}

/** Leaves; the camera's light goes out even where the service cannot be told. */
async function turnOff(meeting: RealtimeKitClient): Promise<void> {
  const { videoTrack, audioTrack } = meeting.self;
  await meeting.leave().catch(() => {});
  videoTrack?.stop();
  audioTrack?.stop();
}
