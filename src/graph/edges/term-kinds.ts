/**
 * What is a kind of what: by the heads of names, and by what sentences say. No term is a kind of itself over others.
 */
import type { SparseMatrix } from "../similarity/sparse.ts";
import { type Corpus, termPapers } from "../corpus.ts";
import { alikeness } from "./alike-papers.ts";
import { wholeKey } from "../../lib/term-heads.ts";
import { broaderTerms, type KindTerm, type Narrowing, termsByForm } from "./broader-terms.ts";
import { type SaidKind, saidKinds } from "./sentence-kinds.ts";

/** Narrower → broader → papers that say so. */
export type KnownKinds = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * @param features papers × features: see `featureMatrix`
 * @returns kinds by name first, then those of most papers; a pair once
 */
export function termKinds(corpus: Corpus, features: SparseMatrix, known: KnownKinds = new Map()): Narrowing[] {
  const papersOf = termPapers(corpus);
  const byName = broaderTerms(corpus.terms, (pairs) => alikeness(pairs, papersOf, features));
  const said = saidNarrowings(corpus, saidKinds(corpus));
  return withoutCircles([...byName, ...said, ...knownNarrowings(corpus.terms, known)]);
}

/** What the background's sentences say of terms that stand on the map. */
function knownNarrowings(terms: readonly KindTerm[], known: KnownKinds): Narrowing[] {
  if (known.size === 0) return [];
  const termOf = termsByForm(terms);
  return terms.flatMap(({ term, type, aliases }, narrower) => {
    const papers = new Map<number, number>();
    for (const form of [term, ...aliases.map(({ text }) => text)]) {
      for (const [key, times] of known.get(wholeKey(form)) ?? []) {
        const broader = termOf.get(key);
        if (broader === undefined || broader === narrower || terms[broader]!.type !== type) continue;
        papers.set(broader, Math.max(papers.get(broader) ?? 0, times));
      }
    }
    return [...papers]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([broader, times]) => ({ narrower, broader, share: times / (times + 1) }));
  });
}

function saidNarrowings(corpus: Corpus, said: readonly SaidKind[]): Narrowing[] {
  const papers = new Map<number, Set<number>>();
  for (const { narrower, broader, paper } of said) {
    const pair = narrower * corpus.terms.length + broader;
    papers.set(pair, (papers.get(pair) ?? new Set()).add(paper));
  }
  return [...papers]
    .sort((a, b) => b[1].size - a[1].size || a[0] - b[0])
    .map(([pair, { size }]) => ({
      narrower: Math.floor(pair / corpus.terms.length),
      broader: pair % corpus.terms.length,
      share: size / (size + 1),
    }))
    .filter(({ narrower, broader }) => corpus.terms[narrower]!.type === corpus.terms[broader]!.type);
}

/** In the order given; a pair that would close a circle is left out, and so is one that is there. */
function withoutCircles(kinds: readonly Narrowing[]): Narrowing[] {
  const broaderOf = new Map<number, number[]>();
  const leadsTo = (from: number, to: number): boolean => {
    const seen = new Set([from]);
    const open = [from];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true;
      for (const next of broaderOf.get(at) ?? []) if (!seen.has(next)) open.push((seen.add(next), next));
    }
    return false;
  };
  return kinds.filter(({ narrower, broader }) => {
    if (leadsTo(broader, narrower) || (broaderOf.get(narrower) ?? []).includes(broader)) return false;
    broaderOf.set(narrower, [...(broaderOf.get(narrower) ?? []), broader]);
    return true;
  });
}
