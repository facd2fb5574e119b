import type { MeetingId } from '../../../domain/ids.ts';
import type { FormPurpose } from '../../../usecases/form.ts';

/** What a form carries unseen: ids only, and a hint only, since everything is checked again. */
export function writeMetadata(purpose: FormPurpose): string {
  return purpose.kind === 'edit' ? `edit ${purpose.meeting} ${purpose.seen}` : `schedule ${purpose.replaces ?? ''}`;
}

/** Null for what none of our forms carries. */
export function readMetadata(text: string): FormPurpose | null {
  const [, meeting, seen] = /^edit ([\w-]{22}) ([\w-]{1,64})$/.exec(text) ?? [];
  if (meeting && seen) return { kind: 'edit', meeting: meeting as MeetingId, seen };
  const schedule = /^schedule ([\w-]{22})?$/.exec(text);
  return schedule && { kind: 'schedule', replaces: (schedule[1] as MeetingId | undefined) ?? null };
}
