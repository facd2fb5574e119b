type Level = 'info' | 'warn' | 'error';

export interface LoggedLine {
  readonly level: Level;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A logger that keeps its lines. */
export function fakeLog() {
  const lines: LoggedLine[] = [];
  const at = (level: Level) => (fieldsOrMessage: unknown, message?: string) => {
    const fields = typeof fieldsOrMessage === 'object' ? { ...fieldsOrMessage } : {};
    lines.push({ level, message: message ?? String(fieldsOrMessage), fields });
  };
  return {
    lines: lines as readonly LoggedLine[],
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    /** The messages of one level, in order. */
    said: (level: Level) => lines.filter((line) => line.level === level).map(({ message }) => message),
  };
}
