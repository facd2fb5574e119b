/** A modal or a Home tab as a person sees it. */
export interface SimView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly user: string;
  readonly callbackId: string;
  readonly externalId: string;
  readonly hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  /** The view as the app sent it: title, blocks, private_metadata … */
  readonly view: Readonly<Record<string, unknown>>;
  /** What stands under the inputs after a refused submission, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}
