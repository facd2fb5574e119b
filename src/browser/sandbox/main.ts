import { SANDBOX_MARK } from '../join/sandbox-presence.ts';
import { loadState, wordsFor } from './api.ts';
import { element } from './dom.ts';
import { makePage } from './page.ts';

/** The person is part of the address, so that two windows can be two people. */
const wanted = location.hash.slice(1) || null;

loadState(wanted)
  .catch(() => loadState(null))
  .then(makePage)
  .catch((problem: unknown) => document.body.append(element('p', { class: 'plain', text: wordsFor(problem) })));

// Join pages of this browser show what happens in their rooms.
localStorage.setItem(SANDBOX_MARK, 'yes');
