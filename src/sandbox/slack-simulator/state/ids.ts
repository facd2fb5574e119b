/** Makes ids that look like Slack's and are the same in every run: `F0SIM00001`, `F0SIM00002` … */
export type MakeId = (prefix: string) => string;

export function countingIds(): MakeId {
  const counts = new Map<string, number>();
  return (prefix) => {
    const count = (counts.get(prefix) ?? 0) + 1;
    counts.set(prefix, count);
    return `${prefix}0SIM${count.toString(36).toUpperCase().padStart(5, '0')}`;
  };
}
