import type { App, BlockAction, ButtonAction } from '@slack/bolt';
import type { Logger } from 'pino';
import type { LocaleOf } from '../../usecases/locale-of.ts';
import type { ReplaceLink } from '../../usecases/replace-link.ts';
import { REPLACE_LINK } from '../views/actions.ts';
import { words } from '../views/blocks.ts';
import { deedProblemText } from '../views/deed-problem-text.ts';
import { readLinkValue, replacedText } from '../views/other-device.ts';
import { answeringPress, presserOf } from './answering-press.ts';

/** "Get a new link", under the word that one was used on another device. */
export function registerReplaceLinkButton(
  app: App,
  deps: {
    readonly replaceLink: ReplaceLink;
    readonly localeOf: LocaleOf;
    readonly apiUrl: string;
    readonly log: Pick<Logger, 'error'>;
  },
): void {
  const { replaceLink, localeOf, apiUrl, log } = deps;
  app.action<BlockAction<ButtonAction>>(REPLACE_LINK, async (press) => {
    const replace = async () => {
      const actor = presserOf(press);
      const link = readLinkValue(press.action.value ?? '');
      const replaced = link
        ? await replaceLink(actor, link)
        : ({ ok: false, problem: { kind: 'unknown-meeting' } } as const);
      if (replaced.ok) return words(replacedText(replaced.value, actor.user));
      return words(deedProblemText(replaced.problem, await localeOf(actor.workspace, actor.user)));
    };
    await answeringPress(press, apiUrl, log, replace, true);
  });
}
