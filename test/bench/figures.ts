export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** @param share in [0, 1) */
export function quantile(numbers: readonly number[], share: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * share)] ?? 0;
}

/** Prints one result and what its ratio should be. */
export function report(
  what: string,
  ratio?: number,
  goal?: { readonly atMost: number } | { readonly atLeast: number },
): void {
  const compared = ratio === undefined ? '' : `, ratio ${ratio.toFixed(2)}`;
  const wanted =
    goal === undefined ? '' : 'atMost' in goal ? ` [goal at most ${goal.atMost}]` : ` [goal at least ${goal.atLeast}]`;
  process.stdout.write(`${what}${compared}${wanted}\n`);
}
