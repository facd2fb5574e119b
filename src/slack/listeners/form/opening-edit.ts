import type { OpenForm, OpeningProblem } from '../../../usecases/open-form.ts';
import type { PressValue } from '../../views/actions.ts';
import type { Visitor } from '../showing-modal.ts';
import type { OpenModal } from './opening-modals.ts';

const NOT_ALLOWED = 'Only the organizer and the hosts of this meeting can change it.';
const NOT_SCHEDULED = 'This meeting was cancelled or withdrawn, so there is nothing to change.';

/** Opens the form of a meeting or a draft, wherever its Edit was pressed. @param press null for a value of nobody's */
export type OpenEdit = (visitor: Visitor, press: Pick<PressValue, 'meeting'> | null) => Promise<void>;

export function makeOpenEdit(openForm: Pick<OpenForm, 'edit'>, openModal: OpenModal): OpenEdit {
  return (visitor, press) =>
    openModal(visitor, async () => {
      const opening = press && (await openForm.edit(visitor.workspace, visitor.user, press.meeting));
      if (opening?.ok) return opening.value;
      return { words: wordsFor(opening?.problem ?? { kind: 'not-allowed' }) };
    });
}

function wordsFor({ kind }: OpeningProblem): string {
  return kind === 'not-scheduled' ? NOT_SCHEDULED : NOT_ALLOWED;
}
