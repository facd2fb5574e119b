/** How far each person has read each conversation, by message timestamp. Kept in memory, as the simulated Slack is. */
export class ReadMarks {
  readonly #marks = new Map<string, string>();

  /** A mark never moves back. */
  read(user: string, channel: string, ts: string): void {
    if (this.isUnread(user, channel, ts)) this.#marks.set(`${user} ${channel}`, ts);
  }

  isUnread(user: string, channel: string, ts: string): boolean {
    const mark = this.#marks.get(`${user} ${channel}`);
    return mark === undefined || Number(ts) > Number(mark);
  }
}
