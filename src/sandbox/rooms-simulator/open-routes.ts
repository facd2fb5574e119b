import { Refusal } from './answers.ts';
import type { Route } from './route.ts';

/** What is answered to anybody, without credentials. */
export const OPEN_PATHS = /^\/(?:\.well-known|files)\//;

/** @param publicKey in PEM */
export function openRoutes(publicKey: () => string): readonly Route[] {
  return [
    {
      operation: 'get-webhook-key',
      method: 'GET',
      path: '/.well-known/webhooks.json',
      answer: () => ({ status: 200, body: { success: true, data: { publicKey: publicKey() }, message: '' } }),
    },
    {
      operation: 'get-file',
      method: 'GET',
      path: '/files/:recording',
      answer: ({ state, params }) => {
        const recording = state.recordings.get(params['recording'] ?? '');
        if (!recording?.file) throw new Refusal(404, 'There is no such file');
        return { status: 200, body: '<!doctype html><title>A simulated recording</title><p>There is nothing to see.' };
      },
    },
  ];
}
