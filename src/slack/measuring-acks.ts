import type { Receiver, ReceiverEvent } from '@slack/bolt';

/** The same receiver, whose requests are timed until they are answered. */
export function measuringAcks(receiver: Receiver, acknowledged: (ms: number) => void): Receiver {
  return {
    init: (app) => {
      const processEvent = (event: ReceiverEvent) => {
        const beganAt = performance.now();
        const ack: typeof event.ack = async (answer) => {
          await event.ack(answer);
          acknowledged(performance.now() - beganAt);
        };
        return app.processEvent({ ...event, ack });
      };
      receiver.init(Object.create(app, { processEvent: { value: processEvent } }));
    },
    start: (...given) => receiver.start(...given),
    stop: (...given) => receiver.stop(...given),
  };
}
