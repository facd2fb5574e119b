import type { Surfaces } from '../../../ports/surfaces.ts';
import type { AskDoctor } from '../../../usecases/ask-doctor.ts';
import type { Actor } from '../../../usecases/change-meeting.ts';
import type { LookAtHome } from '../../../usecases/look-at-home.ts';
import { NOTHING_CHOSEN } from '../../../usecases/understand-verb.ts';
import { agendaList } from '../../views/agenda-list.ts';
import { words } from '../../views/blocks.ts';
import { doctorAnswer, ONLY_FOR_ADMINS } from '../../views/doctor-answer.ts';
import type { Rendered } from '../../views/render-message.ts';
import type { AnswerVerb } from '../answering-verb.ts';
import type { SettingsModalFor } from '../settings-modal-for.ts';

/** Answers what is no request for a new meeting; null for what may be one. */
export type OtherCommands = (
  actor: Actor,
  text: string,
  triggerId: string,
  signal: AbortSignal,
) => Promise<Rendered | null>;

/** `list`, `settings` and `doctor` when that is the whole text, and the verbs. */
export function makeOtherCommands(deps: {
  readonly command: string;
  readonly answerVerb: AnswerVerb;
  readonly askDoctor: AskDoctor;
  readonly lookAtHome: LookAtHome;
  readonly settingsModalFor: SettingsModalFor;
  readonly surfaces: Pick<Surfaces, 'openModal'>;
}): OtherCommands {
  const { command, answerVerb, askDoctor, lookAtHome, settingsModalFor, surfaces } = deps;

  return async (actor, text, triggerId, signal) => {
    switch (text.toLowerCase()) {
      case 'list':
        return agendaList(await lookAtHome(actor), command);
      case 'settings': {
        await surfaces.openModal(actor.workspace, triggerId, await settingsModalFor(actor));
        return words('I opened your settings.');
      }
      case 'doctor': {
        const found = await askDoctor(actor);
        return found.ok ? doctorAnswer(found.value) : ONLY_FOR_ADMINS;
      }
      default:
        return answerVerb(actor, { text, request: triggerId, chosen: NOTHING_CHOSEN }, signal);
    }
  };
}
