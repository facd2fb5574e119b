import type { DispatchView, LogView, SandboxState } from '../../sandbox/page/contract.ts';
import { loadLog, wordsFor } from './api.ts';
import { element, icon } from './dom.ts';
import { ICONS } from './icons.ts';
import { clockTime } from './zoned-text.ts';

/** Slack gives up on an app after this long. */
const LATEST_ACK_MS = 3_000;
const GATHER_MS = 250;

/** For engineers: what was sent to the app, what it answered and when, and what it then asked of the Web API. */
export function makeLog() {
  let state: SandboxState | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const content = element('div', { class: 'log-content' });
  const summary = element('summary', {}, icon(ICONS.code), 'Requests and answers');
  const details = element('details', { class: 'panel-card log', on: { toggle: () => refresh() } }, summary, content);

  function refresh(): void {
    clearTimeout(timer);
    if (details.open && state !== null) timer = setTimeout(load, GATHER_MS, state);
  }

  async function load(of: SandboxState): Promise<void> {
    try {
      content.replaceChildren(...drawLog(await loadLog(of.you.id), of));
    } catch (problem) {
      content.replaceChildren(element('p', { class: 'is-error', text: wordsFor(problem) }));
    }
  }

  return {
    element: details,

    /** Asks anew, once for a burst of changes, and only while it can be seen. */
    update(next: SandboxState): void {
      state = next;
      refresh();
    },
  };
}

function drawLog({ dispatches, calls, violations }: LogView, { you }: SandboxState): HTMLElement[] {
  const time = (at: number) => element('time', { text: clockTime(at, you.tz, you.locale) });
  const objections = violations.map((text) => element('li', { class: 'is-error', text }));
  return [
    violations.length === 0 ? element('div') : section('A real Slack would object', objections),
    section(
      `Sent by ${you.realName}`,
      dispatches.length === 0
        ? [element('li', { class: 'muted', text: 'Nothing yet. Send a command.' })]
        : dispatches.map((dispatch) => drawDispatch(dispatch, time(dispatch.at))),
    ),
    section(
      'Web API calls of the app',
      calls.map(({ method, at, outcome }) =>
        element(
          'li',
          { class: 'log-call' },
          time(at),
          element('code', { text: method }),
          drawOutcome(outcome === 'ok', outcome),
        ),
      ),
    ),
  ];
}

function section(title: string, items: readonly HTMLElement[]): HTMLElement {
  return element('div', {}, element('h3', { text: title }), element('ul', {}, ...items));
}

function drawDispatch({ kind, sent, status, ackMs, body }: DispatchView, time: HTMLElement): HTMLElement {
  const what = kind === 'command' ? `${sent['command']} ${sent['text']}` : `pressed ${sent['actionId']}`;
  const isGood = status === 200 && ackMs < LATEST_ACK_MS;
  const head = element(
    'summary',
    {},
    time,
    element('code', { text: what }),
    drawOutcome(isGood, `${status} in ${Math.round(ackMs)} ms`),
  );
  const text = typeof body === 'string' ? body : JSON.stringify(body, null, 2);
  return element(
    'li',
    {},
    element('details', {}, head, element('pre', { tabindex: '0', text: text || '(empty body)' })),
  );
}

function drawOutcome(isGood: boolean, text: string): HTMLElement {
  return element('span', { class: isGood ? 'outcome' : 'outcome is-error', text });
}
