import { cardOccurrence } from '../domain/answers.ts';
import { type DevicePolicy, type DeviceVerdict, deviceDigest, type LinkDevice, useDevice } from '../domain/devices.ts';
import type { Invitee } from '../domain/invitee.ts';
import { inviteeOf, type Meeting } from '../domain/meeting.ts';
import type { Clock } from '../ports/clock.ts';
import type { Meetings } from '../store/meetings.ts';
import type { Seats } from '../store/seats.ts';

/** How a link is used. */
export interface LinkUse {
  /** What the browser keeps to be known again: 128 random bits, made up for this press where it keeps none. */
  readonly device: string;
  /** Its holder has proved who they are besides having the link. */
  readonly isProven: boolean;
}

/** Somebody whom the meeting lets in, and the device that their link is known to belong to. */
export interface Holder {
  readonly meeting: Meeting;
  readonly invitee: Invitee;
  readonly device: LinkDevice | null;
}

/** Keeps to the policy for links that are used on more than one device. Visitors of a public meeting may use any. */
export interface DeviceWatch {
  isWatched(holder: Holder): boolean;
  /** What a press comes to, as far as is known. */
  verdictOn(holder: Holder, use: LinkUse): DeviceVerdict;
  /** The same, decided and noted in one write; who is to be told of another device is. */
  claim(holder: Holder, use: LinkUse): Promise<DeviceVerdict>;
  /**
   * Notes that the device before is out of the room.
   * @returns false where the link has gone to yet another device
   */
  settle(holder: Holder, use: LinkUse): Promise<boolean>;
}

export function makeDeviceWatch(deps: {
  readonly seats: Pick<Seats, 'change'>;
  readonly meetings: Pick<Meetings, 'replan'>;
  readonly policy: DevicePolicy;
  readonly clock: Clock;
  readonly wake: () => void;
}): DeviceWatch {
  const { seats, meetings, policy, clock, wake } = deps;

  const isWatched = ({ meeting, invitee }: Holder) => inviteeOf(meeting, invitee.id) !== null;

  function decide(before: LinkDevice | null, { meeting, invitee }: Holder, { device, isProven }: LinkUse) {
    const digest = deviceDigest(device, meeting.id, invitee.id);
    return useDevice(before, { digest, linkVersion: invitee.linkVersion, isProven }, policy, clock.now());
  }

  function change({ meeting, invitee }: Holder, how: (device: LinkDevice | null) => LinkDevice | null): Promise<void> {
    return seats.change(meeting.id, cardOccurrence(meeting), invitee.id, ({ device }) => ({ device: how(device) }));
  }

  return {
    isWatched,

    verdictOn: (holder, use) => (isWatched(holder) ? decide(holder.device, holder, use).verdict : 'admitted'),

    async claim(holder, use) {
      if (!isWatched(holder)) return 'admitted';
      let decided = decide(holder.device, holder, use);
      if (decided.device === holder.device) return decided.verdict;
      let isNews = false;
      await change(holder, (before) => {
        decided = decide(before, holder, use);
        isNews = decided.device.other !== null && !before?.other;
        return decided.device;
      });
      if (isNews) {
        await meetings.replan(holder.meeting.id, clock.now());
        wake();
      }
      return decided.verdict;
    },

    async settle(holder, use) {
      const digest = deviceDigest(use.device, holder.meeting.id, holder.invitee.id);
      let isTheirs = false;
      await change(holder, (device) => {
        isTheirs = device?.digest === digest;
        return device && isTheirs ? { ...device, isAlone: true } : device;
      });
      return isTheirs;
    },
  };
}
