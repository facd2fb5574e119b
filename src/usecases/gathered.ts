/**
 * Runs work of the same key one after the other, and does in one go what was asked for while the work before was under way.
 * All of one go have the same outcome.
 */
export function gathered<Item, T>(
  work: (key: string, items: readonly Item[]) => Promise<T>,
): (key: string, item: Item) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  const waiting = new Map<string, { readonly items: Item[]; readonly done: Promise<T> }>();

  return (key, item) => {
    const going = waiting.get(key);
    if (going) {
      going.items.push(item);
      return going.done;
    }
    const items = [item];
    const begin = () => {
      waiting.delete(key);
      return work(key, items);
    };
    const done = (last.get(key) ?? Promise.resolve()).then(begin, begin);
    waiting.set(key, { items, done });
    last.set(key, done);
    const end = () => {
      if (last.get(key) === done) last.delete(key);
    };
    done.then(end, end);
    return done;
  };
}
