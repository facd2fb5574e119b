/** Makes what is stored of other people's secrets unreadable without a key that is kept outside the store. */
export interface Sealer {
  /** @param owner whom it belongs to: it opens for nobody else */
  seal(secret: string, owner: string): string;
  /** @throws SealBroken */
  open(sealed: string, owner: string): string;
}

/** It was sealed for another owner, under a key that is not at hand, or changed since. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}
