import RealtimeKitClient from '@cloudflare/realtimekit';
import type {} from '@cloudflare/realtimekit-ui';
import { element } from './element.ts';
import { icon } from './icon.ts';
import { endingOf, faultOf, isFailedJoin } from './realtimekit-faults.ts';
import type { OpenRoom, RoomAdapter, RoomOptions } from './room.ts';
import type { RoomEnding } from './room-outcome.ts';

/** The SDK takes one call of `init` in this time. */
const INIT_EVERY_MS = 3000;
let nextInitAt = 0;
/** How long the device check may be shown without a connection: nobody can join from there, and the camera is on. */
const PATIENCE_MS = 10_000;

/** A call at RealtimeKit: its SDK, and its UI kit from the device check to the end. */
export const realtimekitRoom: RoomAdapter = {
  async open(options) {
    try {
      const [meeting] = await Promise.all([
        init(options.authToken),
        import('@cloudflare/realtimekit-ui/dist/realtimekit-ui/realtimekit-ui.esm.js'),
      ]);
      return { ok: true, room: roomOf(meeting, options) };
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
  let timer: number | undefined;
  const finish = (ending: RoomEnding) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    removeEventListener('ClientError', onClientError);
    void turnOff(meeting);
    onLeft(ending);
  };
  // The kit keeps what `join` throws to itself; the SDK also tells the window.
  const onClientError = (event: Event) => {
    if (isFailedJoin((event as CustomEvent<{ code?: unknown }>).detail.code)) finish('not-connected');
  };

  const watchConnection = () => {
    const isWaiting = !meeting.self.roomJoined && meeting.meta.socketState.state !== 'connected';
    if (isWaiting) timer ??= setTimeout(() => finish('not-connected'), PATIENCE_MS);
    else timer = void clearTimeout(timer);
  };

  return {
    show(host) {
      const back = element('button', { type: 'button', class: 'control' }, icon('leave'), 'Back');
      const heading = element('h1', { dir: 'auto', tabindex: '-1' }, title);
      const bar = element('div', { class: 'call-bar' }, back, heading);
      const kit = element('rtk-meeting');
      kit.mode = 'fill';
      kit.showSetupScreen = true;
      kit.meeting = meeting;
      host.replaceChildren(bar, kit);
      heading.focus();
      back.addEventListener('click', () => finish('left'));
      addEventListener('ClientError', onClientError);
      meeting.meta.on('socketConnectionUpdate', watchConnection);
      watchConnection();
      meeting.self.on('roomJoined', () => {
        bar.remove();
        removeEventListener('ClientError', onClientError);
      });
      meeting.self.on('roomLeft', ({ state }) => {
        const ending = endingOf(state);
        if (ending !== null) finish(ending);
      });
    },
  };
}

/** Leaves; the camera's light goes out even where the service cannot be told. */
async function turnOff(meeting: RealtimeKitClient): Promise<void> {
  const { videoTrack, audioTrack } = meeting.self;
  await meeting.leave().catch(() => {});
  videoTrack?.stop();
  audioTrack?.stop();
}
