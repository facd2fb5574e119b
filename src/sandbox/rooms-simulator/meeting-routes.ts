import { randomUUID } from 'node:crypto';
import { success, violation } from './answers.ts';
import { paged } from './paging.ts';
import type { Call, DialectName, Route } from './route.ts';
import type { Room } from './state.ts';
import { expectFields, roomOf } from './strictness.ts';

const COMMON_FIELDS = [
  'title',
  'record_on_start',
  'live_stream_on_start',
  'persist_chat',
  'summarize_on_end',
  'recording_config',
  'ai_config',
];
const FIELDS: Readonly<Record<DialectName, readonly string[]>> = {
  dyte: [...COMMON_FIELDS, 'preferred_region'],
  realtimekit: [...COMMON_FIELDS, 'transcribe_on_end', 'session_keep_alive_time_in_secs'],
};
const FILTERS = ['page_no', 'per_page', 'search', 'start_time', 'end_time'];

export const meetingRoutes: readonly Route[] = [
  {
    operation: 'create-meeting',
    method: 'POST',
    path: '/meetings',
    answer: (call) => {
      expectFields(call.body, FIELDS[call.dialect], 'POST /meetings');
      const { title, ...options } = call.body;
      const at = new Date(call.now).toISOString();
      const room: Room = {
        id: randomUUID(),
        title: titleIn(title),
        status: 'ACTIVE',
        options,
        participants: new Map(),
        session: null,
        createdAt: at,
        updatedAt: at,
      };
      call.state.rooms.set(room.id, room);
      return success(shown(room), 201);
    },
  },
  {
    operation: 'list-meetings',
    method: 'GET',
    path: '/meetings',
    answer: (call) => {
      expectFields(call.query, call.dialect === 'dyte' ? FILTERS : [...FILTERS, 'status'], 'GET /meetings');
      return paged(matching(call).map(shown), call);
    },
  },
  {
    operation: 'get-meeting',
    method: 'GET',
    path: '/meetings/:room',
    answer: (call) => success(shown(roomOf(call))),
  },
  {
    operation: 'update-meeting',
    method: 'PATCH',
    path: '/meetings/:room',
    answer: (call) => {
      expectFields(call.body, [...FIELDS[call.dialect], 'status'], 'PATCH /meetings/:room');
      const room = roomOf(call);
      const { title = room.title, status = room.status, ...options } = call.body;
      if (status !== 'ACTIVE' && status !== 'INACTIVE') throw violation('"status" is ACTIVE or INACTIVE');
      const updatedAt = new Date(call.now).toISOString();
      Object.assign(room, { title: titleIn(title), status, options: { ...room.options, ...options }, updatedAt });
      return success(shown(room));
    },
  },
];

/** Newest first, as a caller must not rely on the order of creation. */
function matching({ state, query }: Call): Room[] {
  const { search = '', status, start_time: from = '', end_time: until = '9' } = query;
  return [...state.rooms.values()]
    .reverse()
    .filter((room) => room.id === search || (room.title ?? '').toLowerCase().includes(search.toLowerCase()))
    .filter((room) => status === undefined || room.status === status)
    .filter((room) => from <= room.createdAt && room.createdAt <= until);
}

function titleIn(title: unknown): string | null {
  if (title === undefined || title === null) return null;
  if (typeof title !== 'string') throw violation('"title" is a string or null');
  return title;
}

function shown(room: Room) {
  return {
    id: room.id,
    title: room.title,
    status: room.status,
    record_on_start: false,
    live_stream_on_start: false,
    persist_chat: false,
    summarize_on_end: false,
    ...room.options,
    created_at: room.createdAt,
    updated_at: room.updatedAt,
  };
}
