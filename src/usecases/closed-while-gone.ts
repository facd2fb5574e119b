import type { Gates } from '../ports/gates.ts';

const LOOK_AGAIN = { minutes: 10 };

/** The same gates, with everything closed that leads into the one workspace that there is, while the app is not there. */
export function closedWhileGone(gates: Gates, isThere: () => Promise<boolean>): Gates {
  let isGone = false;

  return {
    ...gates,
    opensAt(asked, now) {
      const leadsThere = asked.some(({ workspace }) => workspace !== null);
      return isGone && leadsThere ? now.plus(LOOK_AGAIN) : gates.opensAt(asked, now);
    },
    async refresh(now) {
      isGone = !(await isThere());
      await gates.refresh(now);
    },
  };
}
