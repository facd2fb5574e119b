import type { RoomWebhook, RoomWebhooks } from '../ports/room-webhooks.ts';

export interface Registration {
  readonly outcome: 'added' | 'was-there';
  /** Webhooks at our address that told too little, were turned off, or were there twice. */
  readonly removed: number;
  /** All that the service has now, other programs' too. */
  readonly webhooks: readonly RoomWebhook[];
}

/** Has the video service report to this address; doing it again changes nothing. @throws RoomServiceFault */
export type RegisterWebhook = (url: string) => Promise<Registration>;

const NAME = 'Convene';

/** @param events what is to be reported, by the service's names */
export function makeRegisterWebhook(deps: {
  readonly roomService: RoomWebhooks;
  readonly events: readonly string[];
}): RegisterWebhook {
  const { roomService, events } = deps;

  return async (url) => {
    const before = (await roomService.listWebhooks()).filter((webhook) => webhook.url === url);
    const kept = before.find((webhook) => webhook.isEnabled && events.every((event) => webhook.events.includes(event)));
    // First the new one, so that nothing goes unreported in between.
    if (!kept) await roomService.addWebhook({ name: NAME, url, events });
    const superfluous = before.filter((webhook) => webhook !== kept);
    for (const { webhookId } of superfluous) await roomService.removeWebhook(webhookId);
    const outcome = kept ? 'was-there' : 'added';
    return { outcome, removed: superfluous.length, webhooks: await roomService.listWebhooks() };
  };
}
