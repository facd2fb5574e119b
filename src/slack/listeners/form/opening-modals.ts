import type { Opening } from '../../../usecases/open-form.ts';
import { formView } from '../../views/form/form-view.ts';
import { FORM_TITLE } from '../../views/form/modals.ts';
import { sayingModal } from '../../views/modals/modal.ts';
import type { ShowModal, Visitor } from '../showing-modal.ts';
import type { Showing } from './showing.ts';

/** What the form begins with, or why there is none, in mrkdwn. */
export type Begun = Opening | { readonly words: string };

/** Opens the form. */
export type OpenModal = (visitor: Visitor, begin: () => Promise<Begun>) => Promise<void>;

export function makeOpenModal(showing: Showing, showModal: ShowModal): OpenModal {
  return (visitor, begin) =>
    showModal(visitor, FORM_TITLE, async () => {
      const begun = await begin();
      if ('words' in begun) return sayingModal(FORM_TITLE, begun.words);
      return formView(await showing.opened(visitor.workspace, visitor.user, begun));
    });
}
