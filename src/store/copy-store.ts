import { isDeepStrictEqual } from 'node:util';
import type { DateTime } from 'luxon';
import type { CollectionSpec, DocumentStore, Documents } from '../ports/documents.ts';
import { every } from './every.ts';
import { MARKS, openHold } from './hold.ts';

/** The target holds something already, and nothing of it was touched. */
export class TargetNotEmpty extends Error {
  override readonly name = 'TargetNotEmpty';
}

/** The copy differs from what it was made of. */
export class CopyDiffers extends Error {
  override readonly name = 'CopyDiffers';
}

/**
 * Copies one store into an empty one, whatever keeps them: documents have one shape in all. Until the copy is complete
 * and compared, the target carries a mark that keeps it from sending; a target that carries it from a copy that was cut
 * short is emptied first. Neither store may be written to meanwhile.
 *
 * @param specs of every collection
 * @returns how many documents each collection has
 * @throws TargetNotEmpty, CopyDiffers, StoreUnavailable
 */
export async function copyStore(
  source: DocumentStore,
  target: DocumentStore,
  specs: readonly CollectionSpec[],
  now: DateTime,
): Promise<ReadonlyMap<string, number>> {
  const copied = specs.filter(({ name }) => name !== MARKS.name);
  const mark = await openHold(target);
  const held = await mark.get();
  if (held && held.why !== 'moving') throw new TargetNotEmpty();
  for (const spec of copied) {
    const documents = await target.collection<object>(spec);
    if (held) await empty(documents);
    else if ((await documents.page(null, 1)).length > 0) throw new TargetNotEmpty();
  }
  await mark.begin({ since: now, why: 'moving' });

  const counts = new Map<string, number>();
  for (const spec of copied) {
    const [from, to] = [await source.collection<object>(spec), await target.collection<object>(spec)];
    for await (const { id, value } of every(from)) await to.insert(id, value);
    counts.set(spec.name, await compare(from, to, spec.name));
  }
  const sourceHeld = await (await openHold(source)).get();
  if (sourceHeld) await mark.begin(sourceHeld);
  else await mark.end();
  return counts;
}

async function empty(documents: Documents<object>): Promise<void> {
  for await (const { id } of every(documents)) await documents.remove(id);
}

/** Reads both side by side. */
async function compare(from: Documents<object>, to: Documents<object>, name: string): Promise<number> {
  const copies = every(to);
  let count = 0;
  for await (const { id, value } of every(from)) {
    const { value: copy } = await copies.next();
    if (copy?.id !== id || !isDeepStrictEqual(copy.value, value)) throw new CopyDiffers(`${name} differs at ${id}.`);
    count += 1;
  }
  if (!(await copies.next()).done) throw new CopyDiffers(`${name} has more documents than it was copied from.`);
  return count;
}
