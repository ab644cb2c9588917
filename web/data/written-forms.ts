/**
 * The ways a term is written, for reading: forms that differ by capitals only are one.
 */
import type { TermNode } from "../../src/contract/graph-document.ts";

export interface WrittenForm {
  /** The commonest of its spellings. */
  readonly text: string;
  /** Mentions in all its spellings. */
  readonly count: number;
  /** Why they are the same term, each reason once. */
  readonly rules: readonly string[];
}

/** Commonest first. Spellings of the term's own name are left out: it stands above the list. */
export function writtenForms({ term, aliases }: Pick<TermNode, "term" | "aliases">): WrittenForm[] {
  const own = term.toLowerCase();
  const groups = new Map<string, (typeof aliases)[number][]>();
  for (const alias of aliases) {
    const key = alias.text.toLowerCase();
    if (key !== own) groups.set(key, [...(groups.get(key) ?? []), alias]);
  }
  return [...groups.values()]
    .map((group) => {
      const [first, ...others] = group;
      const commonest = others.reduce((best, alias) => (alias.count > best.count ? alias : best), first!);
      const count = group.reduce((sum, alias) => sum + alias.count, 0);
      return { text: commonest.text, count, rules: [...new Set(group.map(({ rule }) => rule))] };
    })
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
}
