/** A refusal in MongoDB's terms. */
export interface Fault {
  readonly code: number;
  readonly codeName: string;
  readonly errmsg: string;
}

/** What the gateway itself refuses. */
export class Refusal extends Error {
  readonly fault: Pick<Fault, 'code' | 'codeName'>;

  constructor(code: number, codeName: string, message: string) {
    super(message);
    this.fault = { code, codeName };
  }
}

const DUPLICATE_KEY = { code: 11_000, codeName: 'DuplicateKey' };

/** SQLSTATEs of PostgreSQL, and of the extension, which begin with M; the others are told as unknown errors. */
const FAULTS: Readonly<Record<string, Omit<Fault, 'errmsg'>>> = {
  '23505': DUPLICATE_KEY,
  '23P01': DUPLICATE_KEY,
  M001C: DUPLICATE_KEY,
  M0001: { code: 2, codeName: 'BadValue' },
  M0004: { code: 14, codeName: 'TypeMismatch' },
  M0008: { code: 26, codeName: 'NamespaceNotFound' },
  M000R: { code: 85, codeName: 'IndexOptionsConflict' },
  M000S: { code: 86, codeName: 'IndexKeySpecsConflict' },
};

/** Deadlock and serialization failure: mongod tries such a command again by itself. */
const CONFLICTS = new Set(['40P01', '40001']);

const UNKNOWN = { code: 8, codeName: 'UnknownError' };

export function faultOf(error: unknown): Fault {
  const fault = error instanceof Refusal ? error.fault : (FAULTS[sqlstateOf(error)] ?? UNKNOWN);
  return { ...fault, errmsg: `${error instanceof Error ? error.message : String(error)} [${sqlstateOf(error)}]` };
}

export function isConflict(error: unknown): boolean {
  return CONFLICTS.has(sqlstateOf(error));
}

function sqlstateOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

interface WriteError {
  code: number;
}

/** Puts MongoDB's codes into a reply whose write errors carry SQLSTATEs, packed at six bits a character. */
export function translateWriteErrors(reply: { writeErrors?: WriteError[] }): { isConflict: boolean } {
  const states = (reply.writeErrors ?? []).map((writeError) => {
    const sqlstate = unpack(writeError.code);
    writeError.code = (FAULTS[sqlstate] ?? UNKNOWN).code;
    return sqlstate;
  });
  return { isConflict: states.some((sqlstate) => CONFLICTS.has(sqlstate)) };
}

function unpack(packed: number): string {
  return Array.from({ length: 5 }, (_, at) => String.fromCharCode(((packed >> (6 * at)) & 0x3f) + 0x30)).join('');
}
