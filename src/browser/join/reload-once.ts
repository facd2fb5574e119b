interface Mark {
  readonly reloadedAsStale: true;
}

/** Fetches a fresh page, unless that was tried just now and did not help: then false. */
export function reloadOnce(): boolean {
  if (wasReloaded()) return false;
  // The history entry survives the reload, and unlike storage it is never blocked.
  history.replaceState({ reloadedAsStale: true } satisfies Mark, '');
  location.reload();
  return true;
}

export function wasReloaded(): boolean {
  return (history.state as Mark | null)?.reloadedAsStale === true;
}

export function forgetReload(): void {
  if (wasReloaded()) history.replaceState(null, '');
}
