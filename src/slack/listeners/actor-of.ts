import type { SlackUserId } from '../../domain/ids.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import { originOf, type SlackBody } from '../origin-of.ts';

/** Who does it now, and where: the only thing an interaction or an event is believed. */
export function actorOf(body: SlackBody): Actor {
  const { workspace, user } = originOf(body);
  return { workspace, user: user ?? ('' as SlackUserId) };
}
