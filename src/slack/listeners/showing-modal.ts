import type { RespondFn } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { ErrorCode, type WebClient } from '@slack/web-api';
import type { Logger } from 'pino';
import { newReference } from '../../log/reference.ts';
import type { Actor } from '../../usecases/change-meeting.ts';
import type { SlackBody } from '../origin-of.ts';
import { words } from '../views/blocks.ts';
import { loadingModal, sayingModal } from '../views/modals/modal.ts';
import { actorOf } from './actor-of.ts';
import { respondingTo } from './responding-to.ts';

/** Somebody who has done something that a modal answers. */
export interface Visitor extends Actor {
  readonly client: WebClient;
  /** Lives for three seconds (docs.slack.dev/surfaces/modals). */
  readonly triggerId: string;
  /** Says so to them alone where no modal can be opened. */
  readonly say: (text: string) => Promise<unknown>;
}

/**
 * Opens a modal, first one that says that it is coming where it takes a moment to know what stands in it. Never throws: what
 * breaks is said in it, and what Slack refuses in a message.
 */
export type ShowModal = (visitor: Visitor, title: string, draw: () => Promise<ModalView>) => Promise<void>;

/** Long enough for what is remembered, short enough for the trigger. */
const QUICK_MS = 400;
const NOT_OPENED = 'I could not open that: it took too long, or Slack was busy. Please press it once more.';

export function makeShowModal(log: Pick<Logger, 'error' | 'warn'>): ShowModal {
  return async (visitor, title, draw) => {
    try {
      await show(visitor, title, draw);
    } catch (error) {
      // Who has closed it wants it no more.
      if (isClosed(error)) return;
      log.warn({ workspace: visitor.workspace, err: error }, 'a modal could not be opened');
      await visitor.say(NOT_OPENED).catch((fault: unknown) => {
        log.error({ workspace: visitor.workspace, err: fault }, 'nobody was told that a modal could not be opened');
      });
    }
  };

  async function show({ client, triggerId }: Visitor, title: string, draw: () => Promise<ModalView>): Promise<void> {
    const drawn = draw().catch((error: unknown) => afterFault(title, error));
    const quick = await Promise.race([drawn, soon()]);
    if (quick) {
      await client.views.open({ trigger_id: triggerId, view: quick });
      return;
    }
    const { view } = await client.views.open({ trigger_id: triggerId, view: loadingModal(title) });
    if (view?.id) await client.views.update({ view_id: view.id, view: await drawn });
  }

  function afterFault(title: string, error: unknown): ModalView {
    const reference = newReference();
    log.error({ reference, err: error }, 'a modal could not be filled');
    return sayingModal(title, `Something broke on our side. Please try again in a moment. (Reference ${reference})`);
  }
}

/** Who pressed or chose a shortcut. They are told under what they pressed, or directly where there is no message. */
export function visitorOf(
  args: {
    readonly body: SlackBody & { readonly trigger_id: string; readonly response_url?: string };
    readonly client: WebClient;
    readonly respond?: RespondFn;
  },
  apiUrl: string,
): Visitor {
  const { body, client, respond } = args;
  const actor = actorOf(body);
  const say = (text: string) =>
    body.response_url && respond
      ? respondingTo(
          body.response_url,
          respond,
          apiUrl,
        )({
          response_type: 'ephemeral',
          replace_original: false,
          ...words(text),
        })
      : client.chat.postMessage({ channel: actor.user, ...words(text) });
  return { ...actor, client, triggerId: body.trigger_id, say };
}

function isClosed(error: unknown): boolean {
  const { code, data } = error as { readonly code?: unknown; readonly data?: { readonly error?: unknown } };
  return code === ErrorCode.PlatformError && data?.error === 'not_found';
}

function soon(): Promise<null> {
  return new Promise((resolve) => {
    setTimeout(resolve, QUICK_MS, null).unref();
  });
}
