import type { RecordingStatus } from '../../domain/session.ts';

const STATUSES: Readonly<Record<string, RecordingStatus>> = {
  INVOKED: 'recording',
  RECORDING: 'recording',
  PAUSED: 'recording',
  UPLOADING: 'uploading',
  UPLOADED: 'ready',
  ERRORED: 'failed',
};

/** Null for one that we do not know. */
export function recordingStatus(value: unknown): RecordingStatus | null {
  return typeof value === 'string' && Object.hasOwn(STATUSES, value) ? (STATUSES[value] ?? null) : null;
}
