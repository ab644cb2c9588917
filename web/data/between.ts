/**
 * What ties two communities: papers of one that use terms at home in the other.
 */
import { remember } from "../../src/lib/remember.ts";
import { EDGE_KINDS, type MapIndex } from "./map-index.ts";

/** A bundle of such uses; `a` < `b`. */
export interface Ribbon {
  readonly a: number;
  readonly b: number;
  /** Uses of a term of one in a paper of the other. */
  readonly uses: number;
}

/** Terms and papers across, each with its number of papers or of terms, most first. */
export interface Across {
  readonly terms: readonly Counted[];
  readonly papers: readonly Counted[];
}

export interface Counted {
  readonly node: number;
  readonly count: number;
}

/** Ribbons of a map at most: more could not be told apart. */
const MAX_RIBBONS = 14;

/** Every community's own strongest one, and of the rest the strongest, strongest first. */
export const ribbonsOf = remember((index: MapIndex): readonly Ribbon[] => {
  const all = allRibbons(index);
  const size = (id: number) => Math.max(1, index.members.get(id)?.length ?? 1);
  const firm = ({ a, b, uses }: Ribbon) => uses / Math.sqrt(size(a) * size(b));
  const own = new Set<Ribbon>();
  for (const { id } of index.topLevel) {
    let best: Ribbon | undefined;
    for (const ribbon of all)
      if ((ribbon.a === id || ribbon.b === id) && (!best || firm(ribbon) > firm(best))) best = ribbon;
    if (best) own.add(best);
  }
  const order = [...all].sort((x, y) => Number(own.has(y)) - Number(own.has(x)) || firm(y) - firm(x));
  return order
    .slice(0, Math.min(MAX_RIBBONS, index.topLevel.length))
    .sort((x, y) => y.uses - x.uses || x.a - y.a || x.b - y.b);
});

function allRibbons(index: MapIndex): Ribbon[] {
  const top = index.topLevel.map(({ id }) => id);
  const place = new Map(top.map((id, i) => [id, i]));
  const uses = new Float64Array(top.length * top.length);
  eachUse(index, (paper, term) => {
    const one = place.get(index.community[paper]!);
    const other = place.get(index.community[term]!);
    if (one !== undefined && other !== undefined && one !== other)
      uses[Math.min(one, other) * top.length + Math.max(one, other)]!++;
  });
  return top.flatMap((id, i) =>
    top.flatMap((other, j) => {
      const count = uses[i * top.length + j]!;
      return count > 0 ? [{ a: Math.min(id, other), b: Math.max(id, other), uses: count }] : [];
    }),
  );
}

export function acrossOf(index: MapIndex, a: number, b: number): Across {
  const terms = new Map<number, number>();
  const papers = new Map<number, number>();
  const add = (counts: Map<number, number>, node: number) => counts.set(node, (counts.get(node) ?? 0) + 1);
  eachUse(index, (paper, term) => {
    const [from, to] = [index.community[paper], index.community[term]];
    if (!((from === a && to === b) || (from === b && to === a))) return;
    add(terms, term);
    add(papers, paper);
  });
  return { terms: mostFirst(terms), papers: mostFirst(papers) };
}

function mostFirst(counts: ReadonlyMap<number, number>): Counted[] {
  return [...counts].map(([node, count]) => ({ node, count })).sort((x, y) => y.count - x.count || x.node - y.node);
}

function eachUse({ columns }: MapIndex, each: (paper: number, term: number) => void): void {
  const mentions = EDGE_KINDS.indexOf("mentions");
  const { from, to, kind } = columns;
  for (let edge = 0; edge < from.length; edge++) if (kind[edge] === mentions) each(from[edge]!, to[edge]!);
}
