/**
 * An order in which nobody stands below one that it beats: repeatedly the first of those that no one left beats (Kahn
 * 1962); where all that are left beat each other in circles, the one with most wins over losses goes first.
 */
export interface Win {
  readonly better: number;
  readonly worse: number;
  /** Papers that say so. */
  readonly papers: number;
}

/** @param methods those that come first otherwise first. Wins of others do not count. */
export function orderByWins(methods: readonly number[], wins: readonly Win[]): number[] {
  const left = new Set(methods);
  const inside = wins.filter(({ better, worse }) => better !== worse && left.has(better) && left.has(worse));
  const order: number[] = [];
  while (left.size > 0) {
    const open = inside.filter(({ better, worse }) => left.has(better) && left.has(worse));
    const beaten = new Set(open.map(({ worse }) => worse));
    const balance = (method: number) =>
      open.reduce(
        (sum, { better, worse, papers }) => sum + (better === method ? papers : worse === method ? -papers : 0),
        0,
      );
    const rest = [...left];
    const winners = new Set(open.map(({ better }) => better));
    // Those that win go before those of whom nothing is said.
    const next =
      rest.find((method) => winners.has(method) && !beaten.has(method)) ??
      (open.length === 0 ? rest[0]! : rest.reduce((best, method) => (balance(method) > balance(best) ? method : best)));
    order.push(next);
    left.delete(next);
  }
  return order;
}
