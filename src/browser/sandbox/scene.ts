import type { ActionRequest, PersonView } from '../../sandbox/page/contract.ts';
import type { Reader } from './slack-date.ts';

/** What drawing a message needs to know of the world around it. */
export interface Scene {
  readonly you: PersonView;
  person(id: string): PersonView | null;
  channelName(id: string): string | null;
  reader(): Reader;
  /** Sends the button's action; resolves when the app answered. Shows by itself what went wrong. */
  press(press: Omit<ActionRequest, 'user'>): Promise<void>;
  /** Told of every link that a button opens. */
  opened(url: string): void;
}
