import type { Gaps } from './gaps.ts';
import { joined } from './join.ts';
import type { Piece, Says } from './says.ts';

/** The reading of a text as a whole: the pieces believed, and what they say together. */
export interface Choice {
  readonly pieces: readonly Piece[];
  readonly says: Says;
}

interface Cluster extends Choice {
  readonly from: number;
  readonly to: number;
}

/** What may stand apart from the day and the time without being part of the title. */
const APART = new Set(['length', 'span', 'lastDay', 'firstDay', 'except', 'count', 'zone', 'access', 'rule', 'end']);

const ONLY_OF_SERIES = ['lastDay', 'firstDay', 'except', 'count'] as const;

/**
 * Weighs complete readings. Of the pieces that overlap the ones that explain most of the text are kept; pieces side by
 * side form clusters; the cluster that makes a whole time (a day and a time), nearest an edge of the text and longest,
 * is the time. What it lacks is taken from the others, and what is left over is plain text again.
 */
export function choose(pieces: readonly Piece[], gaps: Gaps): Choice {
  const clusters = clustersOf(believable(pieces, gaps), gaps);
  const ranked = [...clusters].sort((a, b) => rank(b, gaps) - rank(a, gaps));
  const [main, ...others] = ranked;
  if (!main) return { pieces: [], says: {} };
  let choice: Choice = main;
  for (const piece of others.flatMap((other) => other.pieces)) choice = withPiece(choice, piece, gaps);
  return sensible(choice);
}

/** Pieces that do not overlap and whose conditions hold. */
function believable(pieces: readonly Piece[], gaps: Gaps): Piece[] {
  let candidates = pieces;
  // Each round drops pieces that stand where such words mean nothing, which may let shorter ones in their place hold.
  for (;;) {
    const kept = mostCovering(candidates);
    const supported = supportedOf(kept, gaps);
    for (const piece of outdone(kept, gaps)) supported.delete(piece);
    if (supported.size === kept.length) return kept;
    const refused = new Set(kept.filter((piece) => !supported.has(piece)));
    candidates = candidates.filter((piece) => !refused.has(piece));
  }
}

/** The pieces without overlap that cover most of the text, in as few pieces as possible; the earlier proposal wins a tie. */
function mostCovering(pieces: readonly Piece[]): Piece[] {
  const byEnd = pieces
    .map((piece, index) => ({ piece, index }))
    .sort((a, b) => a.piece.to - b.piece.to || a.index - b.index);
  const best: { value: number; last: number; before: number }[] = [];
  const ends = byEnd.map(({ piece }) => piece.to);
  byEnd.forEach(({ piece, index }, at) => {
    const before = lastAtMost(ends, piece.from, at);
    const weight = (piece.to - piece.from) * (piece.only ? 0.6 : 1) - 0.3 - index * 1e-6;
    const taken = weight + (best[before]?.value ?? 0);
    const left = best[at - 1];
    best.push(left && left.value >= taken ? left : { value: taken, last: at, before });
  });
  const kept: Piece[] = [];
  for (let step = best.at(-1); step; step = best[step.before]) {
    const piece = byEnd[step.last]?.piece;
    if (piece) kept.unshift(piece);
  }
  return kept;
}

/** The index of the last end that is at most `from`, among the first `count`; -1 when there is none. */
function lastAtMost(ends: readonly number[], from: number, count: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ends[middle] ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Bare hours side by side with a time that is one beyond doubt: `sprint 12 tomorrow 2pm`. */
function outdone(kept: readonly Piece[], gaps: Gaps): Piece[] {
  const runs: Piece[][] = [];
  for (const piece of kept) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && gaps.joins(last.to, piece.from)) run.push(piece);
    else runs.push([piece]);
  }
  return runs
    .filter((run) => run.some(({ only, says }) => says.clock && !only))
    .flatMap((run) => run.filter(({ only, says }) => says.clock && only));
}

function supportedOf(kept: readonly Piece[], gaps: Gaps): Set<Piece> {
  const supported = new Set(kept.filter((piece, index) => !piece.only || isPaired(kept, index, gaps)));
  for (let grew = true; grew; ) {
    grew = false;
    kept.forEach((piece, index) => {
      if (supported.has(piece) || !holds(piece, kept[index - 1], kept[index + 1], supported, gaps)) return;
      supported.add(piece);
      grew = true;
    });
  }
  return supported;
}

/** A day and a bare hour at the end of a thought make each other a time: `Mi 10`, `ven 10-11`. */
function isPaired(kept: readonly Piece[], index: number, gaps: Gaps): boolean {
  return [index - 1, index].some((at) => {
    const [day, clock, next] = [kept[at], kept[at + 1], kept[at + 2]];
    if (day?.only !== 'beside-when' || !day.says.day || !clock?.says.clock) return false;
    const behind = next && gaps.joins(clock.to, next.from) ? next.from : undefined;
    return gaps.joins(day.to, clock.from) && !gaps.isBeforeWord(clock.to, behind);
  });
}

function holds(
  piece: Piece,
  before: Piece | undefined,
  after: Piece | undefined,
  supported: Set<Piece>,
  gaps: Gaps,
): boolean {
  const left = before && supported.has(before) && gaps.joins(before.to, piece.from) ? before.says : undefined;
  const right = after && supported.has(after) && gaps.joins(piece.to, after.from) ? after.says : undefined;
  const isAlone = !gaps.isBeforeWord(piece.to, after && gaps.joins(piece.to, after.from) ? after.from : undefined);
  const isBehindWord = gaps.isAfterWord(
    piece.from,
    before && gaps.joins(before.to, piece.from) ? before.to : undefined,
  );
  switch (piece.only) {
    case 'beside-when':
      return [left, right].some((says) => says && isWhen(says) && joined(says, piece.says) !== undefined);
    case 'beside-when-not-after-word': {
      const isFree = left !== undefined || !isBehindWord;
      return isFree && [left, right].some((says) => says && isWhen(says) && joined(says, piece.says) !== undefined);
    }
    case 'beside-when-or-alone':
      return isAlone || [left, right].some((says) => says && isWhen(says) && joined(says, piece.says) !== undefined);
    case 'after-time':
      return left !== undefined && isTimely(left);
    case 'after-time-alone':
      return left !== undefined && isTimely(left) && isAlone;
    case 'not-beside-word':
      return isAlone && !isBehindWord;
    case 'not-before-word':
      return isAlone;
    default:
      return true;
  }
}

function isWhen({ day, clock, rule, part, week, elapsed }: Says): boolean {
  return Boolean(day ?? clock ?? rule ?? part) || week !== undefined || elapsed !== undefined;
}

/** What a zone may stand behind: `3pm ET`, `3pm for an hour ET`. */
function isTimely(says: Says): boolean {
  return isWhen(says) || says.length !== undefined;
}

function clustersOf(pieces: readonly Piece[], gaps: Gaps): Cluster[] {
  const clusters: Cluster[] = [];
  for (const piece of pieces) {
    const last = clusters.at(-1);
    const together = last && gaps.joins(last.to, piece.from) ? joined(last.says, piece.says) : undefined;
    if (last && together) {
      clusters[clusters.length - 1] = {
        pieces: [...last.pieces, piece],
        says: together,
        from: last.from,
        to: piece.to,
      };
    } else {
      clusters.push({ pieces: [piece], says: piece.says, from: piece.from, to: piece.to });
    }
  }
  return clusters;
}

/** A whole time first, then what has a time, a day or a rule; then nearness to an edge, then how much it covers. */
function rank({ says, from, to, pieces }: Cluster, gaps: Gaps): number {
  const hasDay = Boolean(says.day ?? says.rule);
  const hasTime = Boolean(says.clock);
  const kind = says.elapsed !== undefined || (hasDay && hasTime) ? 4 : hasTime ? 3 : hasDay ? 2 : isWhen(says) ? 1 : 0;
  const edge = gaps.isAtEnd(to) ? 2 : gaps.isAtStart(from) ? 1 : 0;
  const covered = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
  return kind * 1e6 + edge * 1e5 + Math.min(covered, 9e4);
}

/** The choice with one more piece, where it lacks that and the piece may stand apart. */
function withPiece(choice: Choice, piece: Piece, gaps: Gaps): Choice {
  const { day, rule, clock, elapsed } = choice.says;
  const isWhole = elapsed !== undefined || (clock !== undefined && (day ?? rule) !== undefined);
  const isApart =
    Object.keys(piece.says).every((key) => APART.has(key)) && !(piece.says.rule && gaps.isBeforeWord(piece.to));
  if (isWhole && !isApart) return choice;
  const says = joined(choice.says, piece.says);
  return says ? { pieces: [...choice.pieces, piece], says } : choice;
}

/** Without what only goes with something that was not said: the end of a series without a series. */
function sensible({ pieces, says }: Choice): Choice {
  const isIdle = (piece: Piece) =>
    (!says.rule && ONLY_OF_SERIES.some((key) => piece.says[key] !== undefined)) ||
    (!says.clock && piece.says.end !== undefined) ||
    (!says.rule &&
      piece.says.span !== undefined &&
      (piece.says.span.months > 0 || piece.says.span.weeks !== undefined));
  const kept = pieces.filter((piece) => !isIdle(piece));
  const idle = pieces.filter(isIdle).flatMap((piece) => Object.keys(piece.says));
  const left = Object.fromEntries(Object.entries(says).filter(([key]) => !idle.includes(key)));
  return { pieces: kept.sort((a, b) => a.from - b.from), says: left };
}
