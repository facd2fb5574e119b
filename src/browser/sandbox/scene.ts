import type { ActionRequest, ConversationView, PersonView, SuggestRequest } from '../../sandbox/page/contract.ts';
import type { Option } from './field.ts';
import type { Reader } from './slack-date.ts';

/** What drawing a message or a form needs to know of the world around it. */
export interface Scene {
  readonly you: PersonView;
  person(id: string): PersonView | null;
  people(): readonly PersonView[];
  conversations(): readonly ConversationView[];
  channelName(id: string): string | null;
  reader(): Reader;
  /** Sends an action; resolves when the app answered. Shows by itself what went wrong. */
  press(press: Omit<ActionRequest, 'user'>): Promise<void>;
  /** Asks the app for options. Shows by itself what went wrong. */
  suggest(asked: Omit<SuggestRequest, 'user'>): Promise<readonly Option[]>;
  /** Told of every link that a button opens. */
  opened(url: string): void;
}
