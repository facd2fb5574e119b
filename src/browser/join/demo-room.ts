import { element } from './element.ts';
import { icon } from './icon.ts';
import { openOwnMedia } from './own-media.ts';
import type { OpenRoom, RoomAdapter, RoomOptions } from './room.ts';
import { tellSandbox } from './sandbox-presence.ts';

const PEOPLE_EVERY_MS = 4000;

/** A stand-in for a call where no video service is set up: it says so, shows the own camera and who came in. */
export const demoRoom: RoomAdapter = {
  open: async (options) => ({ ok: true, room: demo(options) }),
};

function demo({ authToken, title, me, people, onLeft }: RoomOptions): OpenRoom {
  return {
    show(host) {
      const heading = element('h1', { class: 'room-title', dir: 'auto', tabindex: '-1' }, title);
      const video = element('video', { 'aria-label': 'Your camera' });
      video.muted = true;
      video.autoplay = true;
      video.playsInline = true;
      const hint = element('p', { class: 'hint', role: 'status' }, 'Starting your camera…');
      const list = element('ul', { class: 'people' }, person(me, true));
      const mute = toggle('Microphone', 'microphone');
      const blind = toggle('Camera', 'camera');
      const record = element('button', { type: 'button', class: 'control' }, 'Record');
      const leave = element('button', { type: 'button', class: 'control leave' }, icon('leave'), 'Leave');
      const initial = element('span', { class: 'initial', 'aria-hidden': 'true' }, [...me][0] ?? '?');
      const stage = element(
        'div',
        { class: 'tile' },
        initial,
        video,
        hint,
        element('span', { class: 'name' }, `${me} (you)`),
      );

      const room = element(
        'div',
        { class: 'demo-room' },
        element('p', { class: 'simulation', role: 'status' }, SIMULATION),
        heading,
        stage,
        element('aside', { class: 'panel', 'aria-label': 'People' }, element('h2', {}, 'Who came in'), list),
        element('div', { class: 'controls', role: 'group', 'aria-label': 'Call controls' }, mute, blind, leave),
      );
      host.replaceChildren(room);
      heading.focus();

      const showPeople = async () => {
        const names = await people();
        // An answer that did not come must not empty the list.
        if (names.length > 0) list.replaceChildren(...names.map((name) => person(name, name === me)));
      };
      void showPeople();
      const timer = setInterval(() => void showPeople(), PEOPLE_EVERY_MS);

      void tellSandbox(authToken, 'in').then((isHeard) => {
        if (isHeard) leave.before(record);
      });
      const goOut = () => void tellSandbox(authToken, 'out');
      addEventListener('pagehide', goOut);
      let isRecorded = false;
      record.addEventListener('click', () => {
        isRecorded = !isRecorded;
        record.textContent = isRecorded ? 'Stop recording' : 'Record';
        void tellSandbox(authToken, isRecorded ? 'record' : 'stop');
      });

      let hasLeft = false;
      let stream: MediaStream | null = null;
      const stop = () => {
        for (const track of stream?.getTracks() ?? []) track.stop();
      };
      const quit = () => {
        if (hasLeft) return;
        hasLeft = true;
        clearInterval(timer);
        removeEventListener('pagehide', goOut);
        goOut();
        stop();
        onLeft('left');
      };
      leave.addEventListener('click', quit);

      // The room is there at once; a permission prompt may stay open for as long as it likes.
      void openOwnMedia().then((media) => {
        stream = media.stream;
        if (hasLeft) return stop();
        hint.textContent = media.problem ?? '';
        video.srcObject = stream;
        const [camera] = stream?.getVideoTracks() ?? [];
        const [microphone] = stream?.getAudioTracks() ?? [];
        stage.classList.toggle('seen', camera !== undefined);
        connect(blind, camera, (isOn) => stage.classList.toggle('seen', isOn));
        connect(mute, microphone, () => {});
      });
    },
  };
}

const SIMULATION =
  'Simulation: no video service is connected, so no call is made. Only you can see this camera preview.';

function toggle(label: string, name: 'microphone' | 'camera'): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'control', 'aria-pressed': 'false' }, icon(name), label);
  button.disabled = true;
  return button;
}

/** Lets a button switch a track on and off; without a track it stays disabled. */
function connect(
  button: HTMLButtonElement,
  track: MediaStreamTrack | undefined,
  onSwitch: (isOn: boolean) => void,
): void {
  button.disabled = track === undefined;
  button.setAttribute('aria-pressed', String(track !== undefined));
  button.addEventListener('click', () => {
    if (track === undefined) return;
    track.enabled = !track.enabled;
    button.setAttribute('aria-pressed', String(track.enabled));
    onSwitch(track.enabled);
  });
}

function person(name: string, isMe: boolean): HTMLElement {
  return element(
    'li',
    {},
    element('span', { class: 'dot', 'aria-hidden': 'true' }, [...name][0] ?? '?'),
    element('bdi', {}, name),
    isMe ? ' (you)' : '',
  );
}
