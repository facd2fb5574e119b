/** What tests do to the sockets of an app in Socket Mode. */
export interface SocketVerbs {
  /** How many are open. */
  sockets(): number;
  /** Asks the app to open new ones and leave the old, as Slack does every hour or so. */
  refreshSockets(): void;
  /** Ends all of them without a word. */
  cutSockets(): void;
}
