import type { Documents, Stored } from '../ports/documents.ts';

const AT_ONCE = 200;

/** Every document of a collection by id, read page by page; what is added meanwhile may be missed. */
export async function* every<T extends object>(documents: Documents<T>): AsyncGenerator<Stored<T>> {
  let after: string | null = null;
  for (;;) {
    const page: Stored<T>[] = await documents.page(after, AT_ONCE);
    yield* page;
    if (page.length < AT_ONCE) return;
    after = page.at(-1)?.id ?? null;
  }
}
