/** A Web API call that Slack answers with `ok: false`; the message is Slack's error code. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Further fields of the answer, such as `needed` and `provided`. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: string, details: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.details = details;
  }
}

/** Arguments that Slack would refuse, with its way of saying why. */
export function invalidArguments(...messages: readonly string[]): Refusal {
  return new Refusal('invalid_arguments', {
    response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) },
  });
}
