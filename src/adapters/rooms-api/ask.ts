/** One call to the API, before it is sent. */
export interface Ask {
  /** Names the call in fault messages, without ids. */
  readonly what: string;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Segments below the base URL: one for the app's own lists, more for what is inside a room. */
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Of a list: the field of the answer's data that holds the rows, where they are not the data itself. */
  readonly rowsIn?: string;
  /** Asking twice does no more than asking once. */
  readonly repeatable: boolean;
}
