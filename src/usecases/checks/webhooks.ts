import type { RoomWebhooks } from '../../ports/room-webhooks.ts';
import { RoomServiceFault } from '../../ports/rooms.ts';
import { bad, type Check, good, unsure } from '../doctor.ts';

/** Whether the video service reports all of these events to this address. */
export function checkWebhooks(
  roomService: Pick<RoomWebhooks, 'listWebhooks'>,
  url: string,
  events: readonly string[],
): Check {
  const about = 'Reports of the video service';
  return {
    about,
    async look() {
      try {
        const ours = (await roomService.listWebhooks()).filter((webhook) => webhook.url === url);
        const tellsAll = ours.some(
          ({ isEnabled, events: told }) => isEnabled && events.every((one) => told.includes(one)),
        );
        if (tellsAll) return [good(about, 'come to PUBLIC_URL')];
        const says = ours.length > 0 ? 'are turned off, or tell too little' : 'do not come to PUBLIC_URL';
        return [
          unsure(about, `${says}: cards show late who is in, and recordings not at all`, 'Run npm run webhooks.'),
        ];
      } catch (error) {
        if (!(error instanceof RoomServiceFault)) throw error;
        const fix = 'Check the credentials of the video service in the settings, and its status page.';
        return [bad(about, `cannot be looked up: ${error.kind}`, fix)];
      }
    },
  };
}
