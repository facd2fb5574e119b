/** Where the video service reports what happens in rooms. Every method throws `RoomServiceFault` and nothing else. */
export interface RoomWebhooks {
  listWebhooks(): Promise<RoomWebhook[]>;
  /** Not safe to repeat after an ambiguous fault: look with `listWebhooks` first. */
  addWebhook(webhook: Omit<RoomWebhook, 'webhookId' | 'isEnabled'>): Promise<{ readonly webhookId: string }>;
  /** Nothing to do where it is gone. */
  removeWebhook(webhookId: string): Promise<void>;
}

export interface RoomWebhook {
  readonly webhookId: string;
  readonly name: string;
  readonly url: string;
  /** The service's names of what is reported, such as `meeting.ended`. */
  readonly events: readonly string[];
  readonly isEnabled: boolean;
}
