/**
 * What is read of two terms of a paper as such, wherever they stand: roles, types, names, how often and how near.
 */
import { type HashList, mix32 } from "../model/feature-hash.ts";
import type { ReadTerm } from "./read-terms.ts";

const enum Kind {
  Roles = 101,
  Types,
  RolesTypes,
  Ranks,
  RanksTypes,
  RanksRoles,
  Titles,
  Together,
  TogetherRoles,
  Apart,
  Inside,
  SameHead,
  HeadX,
  HeadY,
  HeadXRole,
  HeadYRole,
  Saliences,
  Counts,
  Nowhere,
  NowhereRanks,
  MayBe,
}

const step = (share: number): number => (share < 0.1 ? 0 : share < 0.3 ? 1 : share < 0.6 ? 2 : 3);

/** Roles of a smaller share are not looked at. */
const MAY_BE = 0.2;

/**
 * @param together sentences that both stand in
 * @param apart fewest elements between them, 255 where no sentence has both
 */
export function pairFeatures(x: ReadTerm, y: ReadTerm, together: number, apart: number, out: HashList): void {
  const types = x.type * 8 + y.type;
  const roles = x.role * 8 + y.role;
  const ranks = x.rank * 4 + y.rank;
  out.push(mix32(Kind.Roles, roles));
  out.push(mix32(Kind.Types, types));
  out.push(mix32(mix32(Kind.RolesTypes, roles), types));
  out.push(mix32(Kind.Ranks, ranks));
  out.push(mix32(mix32(Kind.RanksTypes, ranks), types));
  out.push(mix32(mix32(Kind.RanksRoles, ranks), roles));
  for (let r = 0; r < x.term.roles.length; r++)
    for (let q = 0; q < y.term.roles.length; q++)
      if (x.term.roles[r]! >= MAY_BE && y.term.roles[q]! >= MAY_BE) {
        out.push(mix32(Kind.MayBe, r * 8 + q));
        out.push(mix32(mix32(Kind.MayBe, r * 8 + q), together === 0 ? 64 + types : types));
      }
  const titles = (x.inTitle ? 1 : 0) + (y.inTitle ? 2 : 0);
  out.push(mix32(mix32(Kind.Titles, titles), roles));
  const often = Math.min(3, together);
  out.push(mix32(Kind.Together, often));
  out.push(mix32(mix32(Kind.TogetherRoles, roles), often));
  out.push(mix32(Kind.Apart, apart < 4 ? apart : apart < 8 ? 4 : apart < 16 ? 5 : apart < 255 ? 6 : 7));
  const inside = isInside(x.words, y.words) ? 1 : isInside(y.words, x.words) ? 2 : 0;
  const sameHead = x.head === y.head ? 1 : 0;
  if (inside > 0) {
    out.push(mix32(Kind.Inside, inside));
    out.push(mix32(mix32(Kind.Inside, 8 + inside), types));
  }
  if (sameHead > 0) out.push(mix32(mix32(Kind.SameHead, inside), titles));
  out.push(mix32(Kind.HeadX, x.head.stem));
  out.push(mix32(Kind.HeadY, y.head.stem));
  out.push(mix32(mix32(Kind.HeadXRole, x.head.stem), y.role));
  out.push(mix32(mix32(Kind.HeadYRole, y.head.stem), x.role));
  out.push(mix32(mix32(Kind.Saliences, ranks), step(x.prominence) * 4 + step(y.prominence)));
  out.push(mix32(Kind.Counts, Math.min(3, x.term.places.length) * 4 + Math.min(3, y.term.places.length)));
  if (together === 0) {
    out.push(mix32(mix32(Kind.Nowhere, roles), types));
    out.push(mix32(mix32(Kind.NowhereRanks, ranks), roles));
  }
}

/** Whether all words of the one stand in the other. */
function isInside(words: readonly string[], others: readonly string[]): boolean {
  return words.length < others.length && words.every((word) => others.includes(word));
}
