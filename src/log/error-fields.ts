export interface ErrorFields {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly cause?: ErrorFields;
  readonly errors?: readonly ErrorFields[];
}

const DEEPEST_CAUSE = 5;

/** What may be told of an error. SDK errors also carry requests, headers, bodies and settings: those stay behind. */
export function errorFields(error: Error, depth = 0): ErrorFields {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? error.code : undefined;
  const parts = error instanceof AggregateError && depth < DEEPEST_CAUSE ? error.errors.filter(isError) : [];
  return {
    name,
    message,
    ...(stack === undefined ? {} : { stack }),
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(isError(cause) && depth < DEEPEST_CAUSE ? { cause: errorFields(cause, depth + 1) } : {}),
    ...(parts.length === 0 ? {} : { errors: parts.map((part) => errorFields(part, depth + 1)) }),
  };
}

function isError(value: unknown): value is Error {
  return value instanceof Error;
}
