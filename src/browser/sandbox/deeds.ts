import type {
  ActionRequest,
  Jump,
  JumpAnswer,
  SandboxState,
  SeenRequest,
  SuggestRequest,
} from '../../sandbox/page/contract.ts';
import type { Chosen } from '../../sandbox/slack-simulator/simulator.ts';
import * as api from './api.ts';
import { requireAck } from './dispatch-answer.ts';
import { type Option, readOptions } from './field.ts';
import { objectOf } from './json.ts';

/**
 * What the person at the page can do. Those that answer nothing of their own tell `failed` when they do not succeed;
 * the others reject.
 */
export function makeDeeds(you: () => SandboxState['you'], failed: (words: string) => void) {
  const orTell = async (deed: Promise<unknown>): Promise<void> => {
    try {
      await deed;
    } catch (problem) {
      failed(api.wordsFor(problem));
    }
  };
  const acked = async (answer: ReturnType<typeof api.sendCommand>): Promise<void> => requireAck(await answer);

  return {
    send: (channel: string, line: string) => acked(api.sendCommand({ user: you().id, channel, line })),
    submit: (viewId: string, values: Record<string, Chosen>) =>
      acked(api.submitModal({ user: you().id, viewId, values })),
    jump: (jump: Jump): Promise<JumpAnswer> => api.moveClock({ user: you().id, jump }),

    press: (press: Omit<ActionRequest, 'user'>) => orTell(acked(api.sendAction({ user: you().id, ...press }))),
    close: (viewId: string) => orTell(api.closeModal({ user: you().id, viewId })),
    openHome: () => orTell(acked(api.openHome({ user: you().id }))),
    startShortcut: (callbackId: string) => orTell(acked(api.sendShortcut({ user: you().id, callbackId }))),
    see: (seen: Omit<SeenRequest, 'user'>) => orTell(api.markSeen({ user: you().id, ...seen })),

    async suggest(asked: Omit<SuggestRequest, 'user'>): Promise<readonly Option[]> {
      try {
        return readOptions(objectOf(await api.askOptions({ user: you().id, ...asked })));
      } catch (problem) {
        failed(api.wordsFor(problem));
        return [];
      }
    },
  };
}
