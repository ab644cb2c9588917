/**
 * Display names: no two terms share one.
 */
import type { Term } from "../../domain/term.ts";
import { compareCodePoints } from "../../lib/order.ts";
import { looksLikeAcronym } from "../text/short-forms.ts";
import { aliasesOf, canonicalForm, type Form } from "./surface-forms.ts";

export interface NamedTerm {
  /** Number of its group, and the group's name. */
  readonly group: number;
  readonly key: string;
  term: Term;
  dropped: boolean;
}

/**
 * Two groups may share a display form ("AR" of two senses). Those whose sense is known are shown with it,
 * "AR (augmented reality)"; of the others the rarer one is shown by another of its forms, spelt out if it can be, and
 * told apart by a number only when all of them are names already.
 */
export function uniqueNames(
  terms: readonly NamedTerm[],
  formsOf: (group: number) => Form[],
  expansions: ReadonlyMap<string, string>,
): void {
  const taken = new Set(terms.map(({ term }) => term.term));
  const times = new Map<string, number>();
  for (const { term } of terms) times.set(term.term, (times.get(term.term) ?? 0) + 1);
  const seen = new Set<string>();
  const rename = (named: NamedTerm, name: string) => {
    taken.add(name);
    seen.add(name);
    named.term = { ...named.term, term: name, aliases: aliasesOf(formsOf(named.group), name) };
  };
  for (const named of [...terms].sort((a, b) => b.term.papers - a.term.papers || compareCodePoints(a.key, b.key))) {
    const { term } = named.term;
    const expansion = expansions.get(named.key);
    if (expansion !== undefined && expansion !== term && times.get(term)! > 1 && !taken.has(`${term} (${expansion})`)) {
      rename(named, `${term} (${expansion})`);
    } else if (seen.has(term)) {
      const free = formsOf(named.group).filter(({ text }) => !taken.has(text));
      const long = free.filter(({ text, short }) => !short && !looksLikeAcronym(text));
      rename(named, canonicalForm(long.length > 0 ? long : free) || numbered(term, taken));
    } else seen.add(term);
  }
}

function numbered(term: string, taken: ReadonlySet<string>): string {
  let times = 2;
  while (taken.has(`${term} (${times})`)) times++;
  return `${term} (${times})`;
}
