import type { SlackUserId, WorkspaceId } from '../../../domain/ids.ts';
import type { Rendered } from '../../views/render-message.ts';
import type { Begun } from '../form/opening-modals.ts';

/** What somebody typed behind the command, and who and where. */
export interface Typed {
  /** Trimmed. */
  readonly text: string;
  readonly workspace: WorkspaceId;
  readonly workspaceName: string;
  readonly user: SlackUserId;
  readonly triggerId: string;
  /** The channel that it was typed in; null for a direct message. */
  readonly channel: string | null;
  /** Aborted when the person has been answered already; nothing may be stored from then on. */
  readonly signal: AbortSignal;
}

/** An answer that only the writer sees, or the form; with words for where the form cannot be opened. */
export type Answered = Rendered | { readonly form: () => Promise<Begun>; readonly instead: string };

/** One thing that can be typed behind the command. */
export interface Verb {
  /** Asked in order: the first that takes the text answers it. */
  takes(text: string): boolean;
  answer(typed: Typed): Promise<Answered>;
}
