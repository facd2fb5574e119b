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
  /** What stands in the inputs now, as in `state.values` of a payload. */
  readonly state: StateValues;
  /** The view as the app sent it: title, blocks, private_metadata … */
  readonly view: ViewJson;
  /** What stands under the inputs after a refused submission, by block id. */
  readonly errors: Readonly<Record<string, string>>;
}

/** A view as `views.open` takes it. */
export type ViewJson = Readonly<Record<string, unknown>>;

/** `state.values` of an interaction: by block id, then by action id. */
export type StateValues = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
