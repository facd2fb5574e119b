import { type Html, html } from '../html/html.ts';
import type { DoorView } from '../usecases/look-at-door.ts';
import type { MissingProof } from './identity/missing-proof.ts';

/** In place of the Join button, which comes back when the person has shown who they are. */
export function proofSection(proof: MissingProof, view: DoorView): Html {
  return proof.kind === 'code' ? code(proof) : signIn(proof, view);
}

function signIn({ href, signedInAs }: MissingProof & { kind: 'sign-in' }, { organizer, workspace }: DoorView): Html {
  return html`<section class="sign-in" aria-labelledby="sign-in-text">
${
  signedInAs === null
    ? html`<p id="sign-in-text">This meeting is only for the people it invites, so please show that you are one of them.</p>`
    : html`<p id="sign-in-text">This link is for somebody else${workspace && html` in <bdi>${workspace}</bdi>`}. You are signed in as <bdi>${signedInAs}</bdi>: sign in as another person, or ask <bdi>${organizer}</bdi> for a link of your own.</p>`
}
<a class="button" id="sign-in" href="${href}">${signedInAs === null ? 'Sign in with Slack' : 'Sign in as another person'}</a>
</section>`;
}

function code({ sentTo }: MissingProof & { kind: 'code' }): Html {
  return html`<section class="sign-in" aria-labelledby="code-text">
<p id="code-text">To join, please show that you are the person whom the invitation was sent to. We e-mail a code to <bdi>${sentTo}</bdi>.</p>
<form class="code" id="code">
<div id="code-entry" hidden>
<label for="code-digits">The code from the e-mail</label>
<input id="code-digits" name="code" type="text" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,8}" maxlength="8">
</div>
<button class="button" id="code-send" type="submit">Send me the code</button>
<button class="plain" id="code-again" type="button" hidden>Send another code</button>
<p class="note" id="code-note" role="alert"></p>
</form>
</section>`;
}
