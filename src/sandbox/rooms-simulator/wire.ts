import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, failure, gatewayFailure, violation } from './answers.ts';
import type { Fault } from './fault-plan.ts';
import type { DialectName } from './route.ts';

const LARGEST_BODY_BYTES = 64 * 1024;

/** The JSON object in a request's body; an empty one where there is no body. */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > LARGEST_BODY_BYTES) throw violation('The body is too large', 413);
    chunks.push(chunk);
  }
  if (size === 0) return {};
  if (!request.headers['content-type']?.startsWith('application/json')) throw violation('The body is not JSON', 415);
  const body = parsed(Buffer.concat(chunks).toString());
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw violation('The body is not an object');
  return { ...body };
}

export function send(response: ServerResponse, { status, body, headers }: Answer): void {
  const isText = typeof body === 'string';
  response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

/**
 * Fails to answer a call in the way that was planned.
 * @param act does what the call asks for; not called where the fault comes before the effect
 */
export async function play(
  fault: Fault['play'],
  dialect: DialectName,
  response: ServerResponse,
  act: () => Answer,
): Promise<void> {
  switch (fault.kind) {
    case 'status':
      return send(response, planned(fault, dialect));
    case 'hang':
      return;
    case 'cut-before':
      fault.cut();
      return;
    case 'cut-after':
      act();
      fault.cut();
      return;
    case 'lost-before':
      response.destroy();
      return;
    case 'lost-after':
      act();
      response.destroy();
      return;
    case 'garbage':
      act();
      return send(response, { status: 200, body: '<!doctype html><title>Please wait</title>' });
    case 'slow':
      await sleep(fault.ms, undefined, { ref: false });
      return send(response, act());
  }
}

/** The answer to one call too many. */
export function throttled(dialect: DialectName, retryAfterSeconds: number): Answer {
  return planned({ kind: 'status', status: 429, retryAfterSeconds }, dialect);
}

function planned(fault: Extract<Fault['play'], { kind: 'status' }>, dialect: DialectName): Answer {
  const { status, retryAfterSeconds } = fault;
  const shape = dialect === 'dyte' ? failure(status, 'Planned') : gatewayFailure(status, 10000, 'Planned');
  return retryAfterSeconds === undefined ? shape : { ...shape, headers: { 'retry-after': String(retryAfterSeconds) } };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw violation('The body is not JSON');
  }
}
