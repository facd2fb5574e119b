import type { SlackSimulator } from '../slack-simulator/simulator.ts';
import type { ClockView, ShortcutView } from './contract.ts';
import type { DispatchLog } from './dispatch-log.ts';
import type { EventStreams } from './event-streams.ts';
import type { Mailbox } from './mailbox.ts';
import type { SandboxTime } from './sandbox-time.ts';
import type { Workspace } from './workspace.ts';

/** What the routes of the sandbox page share. */
export interface PageContext {
  readonly slack: SlackSimulator;
  readonly time: SandboxTime;
  readonly workspace: Workspace;
  readonly streams: EventStreams;
  readonly log: DispatchLog;
  readonly command: string;
  readonly joinPath: string;
  readonly hasHome: boolean;
  readonly shortcuts: readonly ShortcutView[];
  readonly mailbox: Mailbox | null;
  clock(): Promise<ClockView>;
  sendClock(): Promise<void>;
  sendUnread(): void;
}
