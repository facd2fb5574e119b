import type { SimFile } from '../simulator.ts';

/** A file from its announcement on; Slack drops it when it is never completed. */
export interface StoredFile extends SimFile {
  readonly team: string;
  readonly announcedLength: number;
  readonly createdAt: number;
  readonly state: 'announced' | 'uploaded' | 'completed';
  /** The messages it is shared in, one for each channel of `sharedIn`. */
  readonly shares: readonly { readonly channel: string; readonly ts: string }[];
}
