import { expect, test } from '@jest/globals';
import { answeringForm, type FormAnswer } from '../../../src/slack/listeners/form/answering-form.ts';
import { sayingModal } from '../../../src/slack/views/modals/modal.ts';
import { fakeLog } from '../../support/fake-log.ts';

const tooSlow: FormAnswer = { response_action: 'errors', errors: { form_title: 'nothing was saved' } };
const saved: FormAnswer = { response_action: 'update', view: sayingModal('Form', 'Saved.') };
const refused: FormAnswer = { response_action: 'errors', errors: { form_title: 'No.' } };

const says = (text: RegExp) =>
  expect.objectContaining({ text: expect.objectContaining({ text: expect.stringMatching(text) }) });

/** What the sender of a form sees, in order, and what is logged. */
async function answered(answer: (signal: AbortSignal) => Promise<FormAnswer>) {
  const seen: unknown[] = [];
  const log = fakeLog();
  await answeringForm(
    async (response) => void seen.push(response),
    tooSlow,
    answer,
    async (view) => void seen.push(view),
    log,
  );
  return { seen, levels: log.lines.map(({ level }) => level) };
}

/** After the person has been answered. */
async function late(signal: AbortSignal, settle: () => FormAnswer | Promise<FormAnswer>): Promise<FormAnswer> {
  await new Promise((resolve) => {
    signal.addEventListener('abort', resolve);
  });
  return settle();
}

test('what is decided in time is all that is said', async () => {
  expect(await answered(async () => saved)).toEqual({ seen: [saved], levels: [] });
});

test.each<[string, (signal: AbortSignal) => Promise<FormAnswer>, unknown[], string[]]>([
  ['was stored after all is said after it', (signal) => late(signal, () => saved), [sayingModal('Form', 'Saved.')], []],
  ['was refused is not', (signal) => late(signal, () => refused), [], []],
  ['was given up is not', (signal) => late(signal, () => Promise.reject(signal.reason)), [], []],
  [
    'broke is said to be looked at',
    (signal) => late(signal, () => Promise.reject(new TypeError('a bug'))),
    [expect.objectContaining({ blocks: [says(/look whether it was saved/)] })],
    ['error'],
  ],
])('who waits too long reads that nothing was saved, and what %s', async (_, answer, more, levels) => {
  expect(await answered(answer)).toEqual({ seen: [tooSlow, ...more], levels: ['warn', ...levels] });
});
