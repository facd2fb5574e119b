import type { KnownBlock, ModalView } from '@slack/types';
import { sectionBlock } from '../blocks.ts';
import { plainText } from '../elements.ts';

/** A modal that is sent. @param metadata a hint only, since everything is checked again when it is sent */
export function askingModal(options: {
  readonly callback: string;
  readonly metadata: string;
  readonly title: string;
  readonly submit: string;
  readonly blocks: KnownBlock[];
}): ModalView {
  const { callback, metadata, title, submit, blocks } = options;
  return {
    type: 'modal',
    callback_id: callback,
    private_metadata: metadata,
    title: plainText(title),
    submit: plainText(submit),
    close: plainText('Back'),
    blocks,
  };
}

/** A sentence or two in Slack's mrkdwn: why there is nothing to ask, or what became of it. */
export function sayingModal(title: string, text: string): ModalView {
  return { type: 'modal', title: plainText(title), close: plainText('Close'), blocks: [sectionBlock(text)] };
}

/** Shown at once, since what Slack gives us to open a modal lives for three seconds. */
export function loadingModal(title: string): ModalView {
  return sayingModal(title, ':hourglass_flowing_sand: One moment, please …');
}
