import type { Page, Route, WebSocketRoute } from 'playwright-core';

/** RealtimeKit's hosts, answered inside the browser: the SDK runs as it is, and nothing leaves the machine. */
export interface StubbedService {
  /** The tokens that participant details were asked with, in order. */
  readonly tokens: string[];
  /** Everything that the SDK sent to the service: addresses, headers, bodies and frames. */
  readonly sent: string[];
  /** `METHOD host/path` of each request. */
  readonly asked: string[];
  /** How the next requests for participant details are answered; the last one stays. */
  answers: ('ok' | 'offline' | 'nonsense' | number)[];
  socket: 'ok' | 'refused';
}

export interface Participant {
  readonly name: string;
  readonly title: string;
}

/** Mount it before the page is loaded. */
export async function stubService(page: Page, participant: Participant): Promise<StubbedService> {
  const service: StubbedService = { tokens: [], sent: [], asked: [], answers: ['ok'], socket: 'ok' };
  await page.route(/^https:\/\/[\w.-]*realtime\.cloudflare\.com\//, (route) => answer(service, participant, route));
  await page.routeWebSocket(/^wss:\/\/socket-edge\.realtime\.cloudflare\.com\//, (socket) => attend(service, socket));
  return service;
}

async function answer(service: StubbedService, participant: Participant, route: Route): Promise<void> {
  const request = route.request();
  const { host, pathname } = new URL(request.url());
  const headers = {
    'access-control-allow-origin': '*',
    'access-control-allow-headers': '*',
    'content-type': 'application/json',
  };
  if (request.method() !== 'OPTIONS') {
    service.asked.push(`${request.method()} ${host}${pathname}`);
    service.sent.push(`${request.url()}\n${JSON.stringify(await request.allHeaders())}\n${request.postData() ?? ''}`);
  }
  if (!pathname.endsWith('/participant-details') || request.method() === 'OPTIONS')
    return route.fulfill({ headers, body: '{"success":true,"iceServers":[]}' });

  service.tokens.push((request.headers()['authorization'] ?? '').replace('Bearer ', ''));
  const planned = service.answers.length > 1 ? service.answers.shift() : service.answers[0];
  if (planned === 'offline') return route.abort('internetdisconnected');
  if (typeof planned === 'number') return route.fulfill({ status: planned, headers, body: '{"success":false}' });
  const body = planned === 'nonsense' ? '{"success":true,"data":{}}' : JSON.stringify(details(participant));
  return route.fulfill({ headers, body });
}

function attend(service: StubbedService, socket: WebSocketRoute): void {
  if (service.socket === 'refused') return void socket.close({ code: 1013 });
  socket.onMessage((message) => {
    service.sent.push(String(message));
    // The ping of engine.io, which is all that is needed until the call itself begins.
    if (message === '2') socket.send('3');
  });
}

/** What the service says of a participant before the call; the preset as RealtimeKit's documentation shows it. */
function details({ name, title }: Participant): object {
  const id = '11111111-2222-4333-8444-555555555555';
  return {
    success: true,
    data: {
      participant: { id, name, picture: null, custom_participant_id: 'person-1', organization_id: 'organization-1' },
      meeting: { title },
      socket: { base_uri: 'realtime.cloudflare.com' },
      preset: { id: 'preset-1', name: 'group_call_participant', config: CONFIG, permissions: PERMISSIONS, ui: UI },
    },
  };
}

const CONFIG = {
  view_type: 'GROUP_CALL',
  max_screenshare_count: 1,
  max_video_streams: { desktop: 9, mobile: 6 },
  media: {
    video: { quality: 'hd', frame_rate: 24 },
    screenshare: { quality: 'hd', frame_rate: 5 },
    audio: { enable_stereo: false, enable_high_bitrate: false },
  },
};

const PERMISSIONS = {
  accept_waiting_requests: false,
  can_accept_production_requests: false,
  can_change_participant_permissions: false,
  can_edit_display_name: false,
  can_livestream: false,
  can_record: false,
  can_spotlight: false,
  disable_participant_audio: false,
  disable_participant_screensharing: false,
  disable_participant_video: false,
  hidden_participant: false,
  kick_participant: false,
  pin_participant: false,
  recorder_type: 'NONE',
  show_participant_list: true,
  waiting_room_type: 'SKIP',
  chat: {
    public: { can_send: true, text: true, files: true },
    private: { can_send: true, can_receive: true, text: true, files: true },
  },
  connected_meetings: {
    can_alter_connected_meetings: false,
    can_switch_connected_meetings: false,
    can_switch_to_parent_meeting: false,
  },
  media: {
    audio: { can_produce: 'ALLOWED' },
    video: { can_produce: 'ALLOWED' },
    screenshare: { can_produce: 'ALLOWED' },
  },
  plugins: { can_close: false, can_start: false, can_edit_config: false, config: {} },
  polls: { can_create: false, can_view: true, can_vote: true },
};

const UI = {
  design_tokens: {
    border_radius: 'rounded',
    border_width: 'thin',
    spacing_base: 4,
    theme: 'dark',
    logo: '',
    colors: {
      brand: { 300: '#497CFD', 400: '#356EFD', 500: '#2160FD', 600: '#0D51FD', 700: '#0246FD' },
      background: { 600: '#222222', 700: '#1F1F1F', 800: '#1B1B1B', 900: '#181818', 1000: '#141414' },
      danger: '#FF2D2D',
      success: '#62A504',
      text: '#EEEEEE',
      text_on_brand: '#FFFFFF',
      video_bg: '#191919',
      warning: '#FFCD07',
    },
  },
};
