/** What goes back over the wire: a status and a JSON body, or text where a fault wants nonsense. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export function success(data: unknown, status = 200): Answer {
  return { status, body: { success: true, data } };
}

/** The API's own shape of an error. */
export function failure(status: number, message: string): Answer {
  return { status, body: { success: false, error: { code: status, message } } };
}

/** The shape of an error that Cloudflare's gateway answers with before the API is reached. */
export function gatewayFailure(status: number, code: number, message: string): Answer {
  return { status, body: { success: false, errors: [{ code, message }], messages: [], result: null } };
}

/** Thrown by a route to answer with an error. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  /** The caller did what a good client never does, so it is noted besides being refused. */
  readonly isViolation: boolean;

  constructor(status: number, message: string, options: { isViolation?: boolean } = {}) {
    super(message);
    this.status = status;
    this.isViolation = options.isViolation ?? false;
  }
}

export function violation(message: string, status = 400): Refusal {
  return new Refusal(status, message, { isViolation: true });
}
