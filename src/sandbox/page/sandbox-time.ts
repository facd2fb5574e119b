/** The sandbox's clock, shared by the app and all simulators. Instants are milliseconds since 1970. */
export interface SandboxTime {
  now(): number;
  /** Resolves when what fell due meanwhile was done. */
  jumpTo(ms: number): Promise<void>;
  /** The next one to start, whoever it is for. */
  nextMeeting(): Promise<{ title: string; startsAt: number } | null>;
}
